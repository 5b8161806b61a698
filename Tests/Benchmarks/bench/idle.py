"""What each costs while nothing is due: all side by side, each on a desk of its own, watched for the same stretch."""
import os
import time

from bed.cost import memory, threads
from bed.servers import Dunst

from . import haven
from .peers import PEERS, Desk, is_alive, seat
from .report import Mark, Section, mb

GRAPHICAL = ("kalarm", "evolution-alarm-notify", "safeeyes", "workrave")


class Watched:
    def __init__(self, name, pid):
        self.name, self.pid = name, pid

    def begin(self):
        self.before = self.spent()

    def spent(self):
        """By thread, because some end meanwhile: (context switches, nanoseconds)."""
        found = {}
        for thread in threads(self.pid):
            place = f"/proc/{self.pid}/task/{thread}"
            with open(f"{place}/status", encoding="ascii") as file:
                turns = sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
            with open(f"{place}/schedstat", encoding="ascii") as file:
                found[thread] = turns, int(file.read().split()[0])
        return found

    def finish(self):
        grown = [(turns - self.before.get(thread, (0, 0))[0], used - self.before.get(thread, (0, 0))[1])
                 for thread, (turns, used) in self.spent().items()]
        self.woken = sum(turns for turns, _ in grown)
        self.milliseconds = sum(used for _, used in grown) / 1e6
        self.memory = memory(self.pid)
        self.threads = len(threads(self.pid))


def measure(folder, seconds, settling=25):
    """Havend with a real dunst, and every peer that starts; sections, marks first."""
    desks, watched, notes = [], [], []
    try:
        desk = Desk(os.path.join(folder, "haven"))
        desks.append(desk)
        haven.settle_in(desk.home)
        # As on a desktop. While a system has no bus, whoever waits for one hears each file that anybody makes in /run.
        desk.home.env["DBUS_SYSTEM_BUS_ADDRESS"] = desk.bus.address
        desk.parts.append(Dunst(desk.home, desk.bus, desk.add_display()))
        havend = haven.start(desk.home)
        desk.parts.append(havend)
        watched.append(Watched("havend", havend.pid))
        for name, _, start, activates in PEERS:
            found = seat(folder, name, start, activates)
            if isinstance(found, str):
                notes.append(found)
            else:
                desks.append(found[0])
                watched.append(Watched(name, found[1]))
        time.sleep(settling)
        for each in [each for each in watched if not is_alive(each.pid)]:
            notes.append(f"{each.name} ended before it could be watched")
            watched.remove(each)
        for each in watched:
            each.begin()
        time.sleep(seconds)
        gone = [each for each in watched if not is_alive(each.pid)]
        for each in watched:
            if each not in gone:
                each.finish()
        notes += [f"{each.name} ended while it was watched" for each in gone]
        return section([each for each in watched if each not in gone], notes, seconds)
    finally:
        for desk in reversed(desks):
            desk.stop()


def section(watched, notes, seconds):
    own = watched[0]
    told = Section("idle", ["idle", "context switches", "processor time", "private, written to", "resident", "threads"])
    for each in watched:
        told.rows.append([each.name, each.woken, f"{each.milliseconds:.2f} ms", mb(each.memory["Private_Dirty"]),
                          mb(each.memory["Rss"]), each.threads])
    told.notes = [f"{seconds} s, all of them in the same stretch." + "".join(f" {note}." for note in notes)]
    told.marks.append(Mark(f"wake-ups in {seconds} s idle", str(own.woken), best(watched[1:], "woken"), None, "0",
                           own.woken == 0))
    dunst = next((each for each in watched if each.name == "dunst"), None)
    if dunst:
        ratio = own.memory["Private_Dirty"] / dunst.memory["Private_Dirty"]
        told.marks.append(Mark("private memory written to, idle", mb(own.memory["Private_Dirty"]),
                               f"dunst {mb(dunst.memory['Private_Dirty'])}", ratio, "not above dunst's", ratio <= 1))
    drawn = [each for each in watched if each.name in GRAPHICAL]
    if drawn:
        least = min(drawn, key=lambda each: each.memory["Rss"])
        ratio = own.memory["Rss"] / least.memory["Rss"]
        told.marks.append(Mark("resident memory, idle", mb(own.memory["Rss"]),
                               f"{least.name} {mb(least.memory['Rss'])}", ratio, "a fifth of the least graphical peer's",
                               ratio <= 0.2))
    told.marks.append(Mark("threads", str(own.threads), best(watched[1:], "threads"), None, "1", own.threads == 1))
    return told


def best(peers, what):
    """The peer that has least of it."""
    if not peers:
        return ""
    least = min(peers, key=lambda each: getattr(each, what))
    return f"{least.name} {getattr(least, what)}"
