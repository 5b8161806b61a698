"""A desktop to show things on: a display, a session bus of its own, and a real notification server."""
import os
import subprocess

import dbus.bus
import dbus.exceptions

from .process import Running
from .waiting import wait_until

NOTIFICATIONS = "org.freedesktop.Notifications"

# No <servicedir>: nothing is started that the test did not start, however many servers the machine has.
BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={path}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Bus:
    """A session bus at the place where a login's is: $XDG_RUNTIME_DIR/bus."""

    def __init__(self, home):
        self.path = os.path.join(home.runtime, "bus")
        self.address = f"unix:path={self.path}"
        self.config = os.path.join(home.folder, "bus.conf")
        self.log = os.path.join(home.folder, "bus.log")
        self.env = home.env
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(BUS_CONFIG.format(path=self.path))
        self.start()

    def start(self):
        self.daemon = Running(
            ["dbus-daemon", f"--config-file={self.config}", "--nofork", "--nopidfile"], self.log, env=self.env)
        self.connection = wait_until("the session bus", self.connect)

    def connect(self):
        """None until the bus listens: its socket is there a moment before that."""
        try:
            return dbus.bus.BusConnection(self.address)
        except dbus.exceptions.DBusException as error:
            # Nobody listens, or there is no such file.
            if error.get_dbus_name() in ("org.freedesktop.DBus.Error.NoServer", "org.freedesktop.DBus.Error.FileNotFound"):
                return None
            raise

    def stop(self):
        self.connection.close()
        self.daemon.stop()
        if os.path.exists(self.path):
            os.unlink(self.path)

    def has_owner(self, name=NOTIFICATIONS):
        return self.connection.name_has_owner(name)

    def process_of(self, name=NOTIFICATIONS):
        return self.connection.call_blocking(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "GetConnectionUnixProcessID", "s", [name])


class Display:
    """An X server without a screen, 900 by 600."""

    def __init__(self, home):
        reader, writer = os.pipe()
        self.server = Running(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "900x600x24", "-nolisten", "tcp"],
            os.path.join(home.folder, "xvfb.log"), env=home.env, pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as file:
            number = file.readline().strip()
        if not number:
            raise AssertionError(f"Xvfb did not start:\n{self.server.said}")
        self.name = f":{number}"
        self.env = {**home.env, "DISPLAY": self.name}

    def screenshot(self, path):
        # By its full name: `import` may be somebody else's program earlier on PATH.
        subprocess.run(["/usr/bin/import", "-window", "root", path], env=self.env, check=True, timeout=20)
        return path

    def colours(self):
        """How many different colours are on the screen: 1 while it is empty."""
        path = self.screenshot("/dev/shm/haven-%d.png" % os.getpid())
        try:
            out = subprocess.run(["/usr/bin/identify", "-format", "%k", path], capture_output=True, text=True,
                                 check=True, timeout=20)
            return int(out.stdout)
        finally:
            os.unlink(path)

    def stop(self):
        self.server.stop()
