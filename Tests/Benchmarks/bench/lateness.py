"""How late a notification reaches the bus after the instant it was due: Haven quiet and flooded, beside remind and systemd.

Haven's cues are a thousand transitions of an ordinary day, shown once and then snoozed, each to a second of its own choosing: five
come due in each second, which a day of whole minutes would need hours for. Each is claimed, worded, sent and recorded like any other.
"""
import json
import os
import socket
import time

from bed import TEST_FOLDER, user_manager
from bed.household import Household
from bed.process import Running
from bed.recorded import Recorded, flooding
from bed.user_manager import UserManager
from bed.waiting import wait_until

from .peers import Desk
from .report import Mark, Section, median, ms, percentile

CHILDREN, STEPS, EACH_SECOND = 25, 40, 5
# dunst has no part in this: what is timed is the call's arrival at a server that only writes it down.
CALL = ("busctl --user call org.freedesktop.Notifications /org/freedesktop/Notifications org.freedesktop.Notifications "
        "Notify susssasa{sv}i bench 0 '' cue '' 0 0 0")


class Family(Household):
    """Children with a step each minute later on, and all of their first warnings at the next whole minute."""

    def __init__(self):
        super().__init__()
        self.children = [f"child-{number}" for number in range(CHILDREN)]
        for step in range(STEPS):
            self.step(25 + step, f"step {step}", id=f'"s{step}"', ladder=f'["P{24 + step}"]', tags='["core"]')

    def toml(self, display=""):
        """With a second carer, who puts the cues off: the flood takes back what the first one did last."""
        return super().toml(display) + '\n[[carer]]\nid = "ines"\nname = "Ines"\nquiet = []\n'

    @property
    def cues(self):
        return [f"{self.date}/s{step}/{child}/P{24 + step}" for step in range(STEPS) for child in self.children]


class Haven:
    def __init__(self, folder):
        self.desk = Desk(os.path.join(folder, "lateness"))
        self.server = Recorded(self.desk.home, self.desk.bus)
        self.desk.parts.append(self.server)
        self.family = Family()
        self.desk.home.write_config(self.family.toml("text = \"generic\""))
        self.desk.parts.append(self.desk.home.start_havend())
        self.seen = 0
        wait_until("the first warnings", self.server.shown, 75)
        time.sleep(1)
        self.seen = len(self.server.shown())

    def snooze(self, cues, first):
        """Puts each cue off to a second of its own, so many a second, the first after `first` seconds."""
        with socket.socket(socket.AF_UNIX) as peer:
            peer.connect(self.desk.home.socket)
            begin = int(time.time()) + first
            for number, cue in enumerate(cues):
                due = begin + number // EACH_SECOND
                what = {"cue": cue, "seconds": due - int(time.time()), "as": "ines"}
                ask = {"method": "io.haven.Daemon.Snooze", "parameters": what}
                peer.sendall(json.dumps(ask).encode() + b"\0")
                answer = b""
                while not answer.endswith(b"\0"):
                    answer += peer.recv(1 << 16)
                if b'"error"' in answer:
                    raise AssertionError(f"a snooze was refused: {answer[:300]!r}")

    def lateness(self, count, seconds):
        """Seconds that each of so many more notifications came after the whole second that it was due at."""
        end = time.monotonic() + seconds
        while len(self.server.shown()) < self.seen + count and time.monotonic() < end:
            time.sleep(0.5)
        late = [shown["at"] % 1 for shown in self.server.shown()[self.seen:self.seen + count]]
        self.seen = len(self.server.shown())
        return late

    def run(self, count):
        """(quiet, flooded)"""
        cues, lasts = self.family.cues[:count], count // EACH_SECOND + 12
        self.snooze(cues, first=8)
        quiet = self.lateness(count, lasts)
        self.snooze(cues, first=8)
        with flooding(self.desk.home, seconds=lasts + 30):
            return quiet, self.lateness(count, lasts)


def remind(desk, server, minutes, each):
    """One remind with so many reminders at each of the next whole minutes; every one runs a command."""
    # A few seconds on, so that it is running by then.
    begin = int((time.time() + 8) // 60 + 1) * 60
    path = os.path.join(desk.home.folder, "family.rem")
    with open(path, "w", encoding="utf-8") as file:
        for minute in range(minutes):
            at = time.strftime("%H:%M", time.gmtime(begin + 60 * minute))
            file.writelines(f"REM AT {at} RUN {CALL}\n" for _ in range(each))
    reading, writing = os.pipe()
    desk.run("remind", "-z0", path, stdin=reading)
    os.close(reading)
    desk.pipe = writing


class Timer:
    """A timer of a user's own service manager that rings in the middle of each second, and a bus that it rings on."""

    def __init__(self, folder):
        self.manager = UserManager(os.path.join(folder, "systemd"))
        units = os.path.join(self.manager.home, ".config", "systemd", "user")
        os.makedirs(units)
        with open(f"{units}/bench.timer", "w", encoding="ascii") as file:
            file.write("[Timer]\nOnCalendar=*-*-* *:*:0.5/1\nAccuracySec=1us\n")
        with open(f"{units}/bench.service", "w", encoding="ascii") as file:
            file.write(f"[Unit]\nStartLimitIntervalSec=0\n[Service]\nType=oneshot\nExecStart=/bin/sh -c \"{CALL}\"\n")
        for path, _, files in os.walk(self.manager.home):
            for each in [path, *(os.path.join(path, name) for name in files)]:
                os.chown(each, user_manager.UID, user_manager.UID)
        self.manager.start()
        self.manager.systemctl("start", "dbus.socket", check=True)
        words = self.manager.command("env", f"PYTHONPATH={TEST_FOLDER}", "/usr/bin/python3", "-m", "bed.recording_server",
                                     f"unix:path={user_manager.RUNTIME}/bus", f"{user_manager.HOME}/notified")
        self.server = Running(words, os.path.join(folder, "systemd-server.log"))
        wait_until("the server", lambda: os.path.exists(self.manager.inside(f"{user_manager.HOME}/notified")))
        self.manager.systemctl("start", "bench.timer", check=True)

    def lateness(self):
        """Seconds after the half second, of all that came so far."""
        with open(self.manager.inside(f"{user_manager.HOME}/notified"), encoding="utf-8") as file:
            return [(json.loads(line)["at"] - 0.5) % 1 for line in file if line.endswith("\n")]

    def stop(self):
        self.server.stop()
        self.manager.stop()


def row(name, times):
    return [name, len(times), ms(median(times)), ms(percentile(times, 0.99)), ms(max(times))]


def measure(folder, count, minutes=4, each=25):
    own, parts, notes = Haven(folder), [], []
    parts.append(own.desk)
    try:
        desk = Desk(os.path.join(folder, "remind"))
        parts.append(desk)
        reminded = Recorded(desk.home, desk.bus)
        desk.parts.append(reminded)
        remind(desk, reminded, minutes, each)
        why_not = user_manager.why_not()
        if TEST_FOLDER.startswith("/tmp/"):
            why_not = "its manager has a /tmp of its own, and the checkout is there"
        timer = None if why_not else Timer(folder)
        if timer:
            parts.append(timer)
        quiet, flooded = own.run(count)
        rows = {"havend, quiet": quiet, "havend, flooded": flooded}
        rows["remind -z0, a command"] = [shown["at"] % 60 for shown in reminded.shown()]
        if timer:
            rows["systemd timer, a command"] = timer.lateness()
        else:
            notes.append(f"No systemd timer: {why_not}.")
    finally:
        for part in reversed(parts):
            part.stop()
    return section(rows, count, each, notes)


def section(rows, count, each, notes):
    told = Section("lateness", ["due to `Notify`", "cues", "median", "99 %", "latest"])
    told.rows = [row(name, times) for name, times in rows.items() if times]
    told.notes = [f"havend: {EACH_SECOND} cues due at each whole second, of a household of {CHILDREN} children. Flooded: hostile "
                  f"clients hold every place at the socket and never stop asking. remind: {each} reminders due at a whole "
                  "minute, each a `busctl` call, one after another. systemd: one timer a second with `AccuracySec=1us`, "
                  "whose service is the same call."] + notes
    peers = {name: times for name, times in rows.items() if not name.startswith("havend") and times}
    name = min(peers, key=lambda name: median(peers[name])) if peers else None
    peer = f"{name} {ms(percentile(peers[name], 0.99))}" if name else ""
    for state, limit in (("quiet", 0.005), ("flooded", 0.02)):
        late = percentile(rows[f"havend, {state}"], 0.99)
        ratio = late / percentile(peers[name], 0.99) if name else None
        told.marks.append(Mark(f"99 % of {count:,} cues, {state}", ms(late), peer, ratio, f"under {limit * 1000:.0f} ms",
                               late < limit))
    return told
