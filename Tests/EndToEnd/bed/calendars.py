"""Calendars as others keep them: one event a file, a CalDAV server, the program that synchronises both, and readers."""
import base64
import os
import shutil
import socket
import subprocess
import urllib.error
import urllib.request

from .process import Running
from .waiting import wait_until


def missing(*programs):
    """What of these is not installed, as a reason to skip; None where all are."""
    gone = [name for name in programs if shutil.which(name) is None]
    return f"not installed: {', '.join(gone)}" if gone else None


def event(uid, date, summary="Half term", *lines):
    """An all-day event as a whole .ics file."""
    return "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//A school//EN", "BEGIN:VEVENT", f"UID:{uid}",
        "DTSTAMP:20260101T000000Z", f"DTSTART;VALUE=DATE:{date:%Y%m%d}", f"SUMMARY:{summary}", *lines, "END:VEVENT",
        "END:VCALENDAR", ""])


def put(folder, name, text):
    """As vdirsyncer writes: another name first, then the real one."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    with open(path + ".tmp", "w", encoding="utf-8", newline="") as file:
        file.write(text)
    os.rename(path + ".tmp", path)
    return path


class Radicale:
    """A CalDAV server on the loopback interface, with one calendar of one user."""

    def __init__(self, folder, env):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        config = os.path.join(folder, "radicale.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f"[server]\nhosts = 127.0.0.1:{self.port}\n[auth]\ntype = none\n"
                       f"[storage]\nfilesystem_folder = {folder}/radicale\n")
        self.server = Running(["radicale", "--config", config], os.path.join(folder, "radicale.log"), env=env)
        wait_until("radicale to answer", lambda: self.answers() or not self.server.is_running, seconds=20)
        self.ask("MKCALENDAR", "alice/school/", "")

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return True
        except OSError:
            return False

    def ask(self, method, path, body):
        request = urllib.request.Request(self.url + path, data=body.encode(), method=method, headers={
            "Authorization": "Basic " + base64.b64encode(b"alice:secret").decode(), "Content-Type": "text/calendar"})
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=10) as answer:
            return answer.status

    def put(self, name, text):
        return self.ask("PUT", f"alice/school/{name}", text)

    def delete(self, name):
        return self.ask("DELETE", f"alice/school/{name}", "")

    def stop(self):
        self.server.stop()


class Vdirsyncer:
    """Keeps `vdir/school` equal to the server's calendar."""

    def __init__(self, folder, env, url):
        self.env = env
        self.config = os.path.join(folder, "vdirsyncer.conf")
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(f"""
[general]
status_path = "{folder}/vdirsyncer-status/"
[pair school]
a = "here"
b = "there"
collections = ["school"]
metadata = ["color", "displayname"]
conflict_resolution = "b wins"
[storage here]
type = "filesystem"
path = "{folder}/vdir/"
fileext = ".ics"
[storage there]
type = "caldav"
url = "{url}"
username = "alice"
password = "secret"
""")
        self.run("discover", input="y\n" * 10)

    def run(self, *words, **more):
        result = subprocess.run(["vdirsyncer", "-c", self.config, *words], env=self.env, capture_output=True, text=True,
                                timeout=60, **more)
        if result.returncode != 0:
            raise AssertionError(f"vdirsyncer {' '.join(words)}: {result.stdout}\n{result.stderr}")

    def sync(self):
        self.run("sync")


class Khal:
    """A calendar program that keeps what it is given and lists it."""

    def __init__(self, folder, env, zone):
        self.env = env
        self.config = os.path.join(folder, "khal.conf")
        os.makedirs(os.path.join(folder, "khal"))
        with open(self.config, "w", encoding="utf-8") as file:
            file.write(f"""
[calendars]
[[haven]]
path = {folder}/khal
[default]
default_calendar = haven
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = {zone}
default_timezone = {zone}
[sqlite]
path = {folder}/khal.db
""")

    def run(self, *words):
        return subprocess.run(["khal", "-c", self.config, *words], env=self.env, capture_output=True, text=True, timeout=60)
