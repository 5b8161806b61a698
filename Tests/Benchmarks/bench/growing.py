"""Whether memory stays flat over a hundred thousand cues, and what dunst's is after some of the same kind.

They cannot pass in real time. bench-probe lives them on a clock that does not wait, with the daemon's own keeper, words and ledger (on a
disk in memory) and a desktop that takes everything: the harbour household, a bit over ten years of it.
"""
import re
import subprocess
import tempfile

import dbus
import dbus.bus

from bed.cost import memory
from bed.home import Home

from . import haven
from .peers import dunst, seat
from .report import Mark, Section, mb


def measure(folder, count, notices):
    # A real disk would spend five minutes on two hundred thousand syncs.
    with tempfile.TemporaryDirectory(prefix="hv-", dir="/dev/shm") as quick:
        told, last = live(Home(quick), count)
    compare(told, last, folder, count, notices)
    return told


def compare(told, last, folder, count, notices):
    """dunst gets that many, three at a time on the screen; it draws each, which takes it ten milliseconds."""
    found = seat(folder, "dunst", dunst, False)
    if isinstance(found, str):
        told.notes.append(found)
        return
    desk, pid = found
    try:
        connection = dbus.bus.BusConnection(desk.env["DBUS_SESSION_BUS_ADDRESS"])
        name, path = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
        server = dbus.Interface(connection.get_object(name, path), name)
        for number in range(notices):
            shown = server.Notify("Haven", dbus.UInt32(0), "", f"Otter: {number % 60} min", f"then tea, {number}",
                                  ["done", "Done", "later", "Later"], {"urgency": dbus.Byte(1)}, 0)
            if number >= 3:
                server.CloseNotification(dbus.UInt32(shown - 3))
        used = memory(pid)
        connection.close()
    finally:
        desk.stop()
    told.rows.append([f"dunst, after {notices:,}", mb(used["Private_Dirty"]), mb(used["Rss"])])
    ratio = last / used["Private_Dirty"]
    told.marks.append(Mark(f"memory after {count:,} cues", mb(last), f"dunst after {notices:,} {mb(used['Private_Dirty'])}",
                           ratio, "not above dunst's", ratio <= 1))


def live(home, count):
    """What was seen, and the kilobytes written to in the end."""
    haven.settle_in(home, hour=None)
    process = subprocess.Popen(
        [haven.PROGRAMS["bench-probe"], "years", home.config, home.state, "2026-01-01", str(count)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    told = Section("growing", ["cues shown", "private, written to", "resident"])
    dirty = {}
    for line in process.stdout:
        found = re.match(r"shown (\d+)", line)
        if not found:
            raise AssertionError(line)
        used = memory(process.pid)
        dirty[int(found[1])] = used["Private_Dirty"]
        told.rows.append([f"{int(found[1]):,}", mb(used["Private_Dirty"]), mb(used["Rss"])])
        process.stdin.write("\n")
        process.stdin.flush()
    process.stdin.close()
    process.wait(20)
    # A week of what was said and a hundred days of what was done are held: a tenth is more than those.
    shown = sorted(dirty)
    settled, last = dirty[shown[1]], dirty[shown[-1]]
    told.marks.append(Mark(f"memory from {shown[1]:,} to {shown[-1]:,} cues", mb(last), f"itself {mb(settled)}",
                           last / settled, "no growth", last <= settled * 1.02))
    return told, last
