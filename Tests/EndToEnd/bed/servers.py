"""Notification servers: dunst, driven by its own dunstctl; xfce4-notifyd, driven by the mouse; and one that writes all down."""
import json
import os
import subprocess

from . import REPO
from .process import Running
from .waiting import wait_until

DUNST_CONFIG = """[global]
    follow = none
    origin = top-right
    offset = 20x20
    width = 420
    font = DejaVu Sans 11
    idle_threshold = 0
    show_indicators = yes
    dmenu = {chooser}
[urgency_low]
    timeout = 0
[urgency_normal]
    timeout = 0
"""


class Dunst:
    """Draws no buttons: an action is chosen from a menu, which here is a script that takes the line it is told to."""

    def __init__(self, home, bus, display):
        self.env, self.bus = display.env, bus
        self.choice = os.path.join(home.folder, "dunst-choice")
        chooser = os.path.join(home.folder, "dunst-chooser")
        with open(chooser, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nexec grep -m 1 -i -e "$(cat {self.choice})"\n')
        os.chmod(chooser, 0o755)
        self.config = os.path.join(home.folder, "dunstrc")
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(DUNST_CONFIG.format(chooser=chooser))
        self.log = os.path.join(home.folder, "dunst.log")
        self.start()

    def start(self):
        self.server = Running(["dunst", "-conf", self.config], self.log, env=self.env)
        wait_until("dunst on the bus", self.bus.has_owner)

    def control(self, *arguments):
        return subprocess.run(["dunstctl", *arguments], env=self.env, capture_output=True, text=True, timeout=20,
                              check=True).stdout

    def displayed(self):
        return int(self.control("count", "displayed").strip())

    def history(self):
        """What was shown and is closed, newest first."""
        rows = json.loads(self.control("history"))["data"][0]
        return [{key: value.get("data") for key, value in row.items()} for row in rows]

    def choose(self, label):
        """Opens the menu of the popup on top and takes the first line that has `label`."""
        with open(self.choice, "w", encoding="utf-8") as file:
            file.write(label)
        self.control("context")

    def stop(self):
        self.server.stop()
        wait_until("the bus to lose dunst", lambda: not self.bus.has_owner())


class XfceNotifyd:
    """Draws buttons, in the order of the actions; they are found on the screen and clicked."""

    PATHS = ["/usr/lib/x86_64-linux-gnu/xfce4/notifyd/xfce4-notifyd", "/usr/lib/xfce4/notifyd/xfce4-notifyd"]

    def __init__(self, home, bus, display):
        self.env, self.bus, self.display = display.env, bus, display
        program = next(path for path in self.PATHS if os.path.exists(path))
        self.server = Running([program], os.path.join(home.folder, "xfce4-notifyd.log"), env=self.env)
        wait_until("xfce4-notifyd on the bus", self.bus.has_owner)

    def window(self):
        """(x, y, width, height) of the popup, None while there is none."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "xfce4-notifyd"], env=self.env, capture_output=True,
            text=True, timeout=20).stdout.split()
        for window in found:
            shape = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], env=self.env,
                                   capture_output=True, text=True, timeout=20).stdout
            values = dict(line.split("=") for line in shape.split() if "=" in line)
            if int(values.get("WIDTH", 0)) > 50:
                return tuple(int(values[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
        return None

    def press(self, index, of):
        """Clicks the button at `index` from the left, of so many: they share the popup's last row evenly."""
        x, y, width, height = wait_until("a popup", self.window)
        margin, half_a_row = 14, 31
        column = (width - 2 * margin) / of
        subprocess.run(
            ["xdotool", "mousemove", str(int(x + margin + column * (index + 0.5))), str(y + height - half_a_row),
             "click", "1"], env=self.env, check=True, timeout=20)

    def stop(self):
        self.server.stop()


class Recorder:
    """Shows nothing, and writes down everything that it is asked; fails as it is told (Tests/Desktop/notification_server.py)."""

    def __init__(self, home, bus, *arguments):
        self.bus = bus
        # Each has a log of its own: what one was asked is not what the next one was.
        number = sum(name.startswith("recorder") for name in os.listdir(home.folder))
        self.log = os.path.join(home.folder, f"recorder-{number}.log")
        program = os.path.join(REPO, "Tests", "Desktop", "notification_server.py")
        self.server = Running(["/usr/bin/python3", program, *arguments], self.log, env=home.env, stdin=subprocess.PIPE)
        wait_until("the recorder on the bus", lambda: self.calls("ready"), 30)

    def calls(self, name):
        """Every call of that name, in order; what is half written is still to come."""
        lines = self.server.said.splitlines(keepends=True)
        said = [json.loads(line) for line in lines if line.startswith("{") and line.endswith("\n")]
        return [what for what in said if what.get("call") == name]

    def notified(self):
        return self.calls("Notify")

    def tell(self, command):
        """Gives it a command, and waits until it is carried out."""
        done = f'{{"did": "{command.split()[0]}"}}'
        before = self.server.said.count(done)
        self.server.process.stdin.write(f"{command}\n".encode())
        self.server.process.stdin.flush()
        wait_until(f"the recorder to {command}", lambda: self.server.said.count(done) > before)

    def stop(self):
        self.server.process.stdin.close()
        self.server.stop()
