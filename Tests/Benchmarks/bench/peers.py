"""Programs that wait for a time as Haven does, each on a desk of its own: a home, a bus, and a display where it draws."""
import os
import re
import shutil
import subprocess
import time

from bed.desktop import Bus, Display
from bed.home import Home
from bed.process import Running
from bed.waiting import wait_until

# Three times a day, every day.
REMINDERS = ["REM AT 07:30 MSG dressed\n", "REM AT 16:00 MSG landing\n", "REM AT 19:30 MSG bed\n"]
DISPLAYED = ("dunst", "safeeyes", "workrave", "kalarm", "evolution-alarm-notify")


class Desk:
    """Where one peer sits; `activates` for those that need services of theirs started by the bus."""

    def __init__(self, folder, activates=False):
        os.makedirs(folder)
        self.home = Home(folder)
        self.env = {**self.home.env, "XDG_DATA_HOME": f"{folder}/data", "XDG_CACHE_HOME": f"{folder}/cache",
                    "GDK_BACKEND": "x11", "QT_QPA_PLATFORM": "xcb", "NO_AT_BRIDGE": "1", "GTK_USE_PORTAL": "0"}
        self.parts = []
        if activates:
            log = os.path.join(folder, "bus.log")
            self.bus = None
            # safeeyes asks the system's bus who is idle; there may be none.
            self.env["DBUS_SYSTEM_BUS_ADDRESS"] = self.env["DBUS_SESSION_BUS_ADDRESS"]
            self.parts.append(Running(["dbus-daemon", "--session", "--nofork", "--nopidfile",
                                       f"--address={self.home.env['DBUS_SESSION_BUS_ADDRESS']}"], log, env=self.env))
            wait_until("the bus", lambda: os.path.exists(f"{self.home.runtime}/bus"))
        else:
            self.bus = Bus(self.home)
            self.parts.append(self.bus)

    def add_display(self):
        self.parts.append(display := Display(self.home))
        self.env["DISPLAY"] = display.name
        return display

    def run(self, *words, log="peer.log", **more):
        started = Running(list(words), os.path.join(self.home.folder, log), env=self.env, **more)
        self.parts.append(started)
        return started

    def stop(self):
        for part in reversed(self.parts):
            part.stop()


def dunst(desk):
    return desk.run("dunst").pid


def remind(desk):
    path = os.path.join(desk.home.folder, "family.rem")
    with open(path, "w", encoding="ascii") as file:
        file.writelines(REMINDERS)
    # Server mode reads its standard input; one that is open and silent keeps it waiting.
    return desk.run("remind", "-z0", path, stdin=subprocess.PIPE).pid


def calcurse(desk, number=0):
    folder = f"{desk.home.folder}/calcurse-{number}"
    os.makedirs(folder)
    with open(f"{folder}/conf", "w", encoding="ascii") as file:
        file.write("notification.command=true\n")
    # Without appointments its daemon ends at once.
    with open(f"{folder}/apts", "w", encoding="ascii") as file:
        file.write("01/01/2026 @ 07:30 -> 01/01/2026 @ 08:00 {1D} |dressed\n")
    subprocess.run(["calcurse", "-D", folder, "-C", folder, "--daemon"], env={**desk.env, "TERM": "xterm"}, check=True,
                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    path = f"{folder}/.daemon.pid"
    wait_until("calcurse's daemon", lambda: os.path.exists(path) and os.path.getsize(path), every=0.0003)
    with open(path, encoding="ascii") as file:
        pid = int(file.read())
    desk.parts.append(Stray(pid))
    return pid


def named(program):
    return lambda desk: desk.run(program).pid


def evolution(desk):
    return desk.run("/usr/libexec/evolution-data-server/evolution-alarm-notify").pid


def safeeyes(desk):
    # It makes half of its folders in the home, whatever this says.
    del desk.env["XDG_CONFIG_HOME"]
    return desk.run("safeeyes").pid


# Name, package, how it starts, whether its bus starts services for it.
PEERS = [
    ("dunst", "dunst", dunst, False),
    ("remind -z0", "remind", remind, False),
    ("calcurse --daemon", "calcurse", calcurse, False),
    ("kalarm", "kalarm", named("kalarm"), True),
    ("evolution-alarm-notify", "evolution", evolution, True),
    ("safeeyes", "safeeyes", safeeyes, True),
    ("workrave", "workrave", named("workrave"), True),
]


class Stray:
    """A daemon that went its own way when it started."""

    def __init__(self, pid):
        self.pid = pid

    def stop(self):
        try:
            with open(f"/proc/{self.pid}/cmdline", encoding="utf-8") as file:
                if re.search("calcurse", file.read()):
                    os.kill(self.pid, 15)
        except OSError:
            pass  # it has gone already


def seat(folder, name, start, activates):
    """(desk, pid) of a peer that is there and has settled; a string instead, where it would not start."""
    desk = Desk(os.path.join(folder, re.sub(r"\W+", "-", name)), activates)
    try:
        if name in DISPLAYED:
            desk.add_display()
        pid = start(desk)
        # Some go away again at once: no tray, no service.
        end = time.monotonic() + 3
        while time.monotonic() < end and os.path.exists(f"/proc/{pid}"):
            time.sleep(0.1)
        if not is_alive(pid):
            raise AssertionError("it ended at once")
        return desk, pid
    except (AssertionError, OSError, subprocess.CalledProcessError) as fault:
        desk.stop()
        shutil.rmtree(desk.home.folder, ignore_errors=True)
        return f"{name} did not start: {str(fault).splitlines()[0]}"


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
