"""Sleep and time zones with the real logind and timedated, in a Debian of its own; without one, with a stand-in.

The stand-ins run everywhere: what they say is what the real ones were seen to say.
"""
import datetime
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import time
import unittest

from bed import BIN, REPO, TEST_FOLDER
from bed.case import Case
from bed.desktop import Bus
from bed.home import Home
from bed.household import Household, nothing_due
from bed.machine import Machine, why_not
from bed.process import Running
from bed.servers import Recorder
from bed.user_manager import HOME, RUNTIME
from bed.waiting import wait_until

WHY_NOT = why_not()
IS_ROOT = os.geteuid() == 0
SESSION = os.path.join(REPO, "Tests", "Desktop", "session_services.py")
LOCK = "writes down what was shown"
# Contract: what was missed is said so soon after waking.
PROMPT = 2.0


def two_changes():
    """Of `shoes` a rung is due at the first whole minute, of `teeth` one at the second: `beyond` comes after both."""
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=5)
    day = Household(soon)
    day.step(5, "shoes on", id='"shoes"', ladder='["P4"]').step(6, "teeth", id='"teeth"', ladder='["P4"]')
    return day, [f"{day.date}/shoes/otter/P4", f"{day.date}/teeth/otter/P4"], day.at(2).timestamp() + 1


def past(instant):
    wait_until("the time to pass", lambda: time.time() > instant, 200)


@unittest.skipIf(WHY_NOT, WHY_NOT)
class OnAMachine(Case):
    def setUp(self):
        super().setUp()
        self.machine = Machine(self.folder)
        self.addCleanup(self.machine.stop)
        prefix = os.path.join(self.machine.home, ".local")
        os.makedirs(self.machine.home)
        made = subprocess.run(
            ["make", "-C", REPO, "install", f"PREFIX={prefix}", f"RELEASE_BIN={BIN}"], capture_output=True, text=True,
            env={**os.environ, "HOME": self.machine.home}, timeout=60)
        self.assertEqual(made.returncode, 0, made.stdout + made.stderr)
        # /proc/kmsg is a file that systemd-nspawn has put there and deleted: nothing can be mounted over it.
        self.put(".config/systemd/user/havend.service.d/bed.conf", "[Service]\nProtectKernelLogs=no\n")
        shutil.copy(os.path.join(TEST_FOLDER, "bed", "recording_server.py"), prefix)
        self.machine.start()
        self.shown_file = f"{HOME}/shown"
        self.machine.run("systemd-run", "--user", "--quiet", "--unit=server", "/usr/bin/python3",
                         f"{HOME}/.local/recording_server.py", f"unix:path={RUNTIME}/bus", self.shown_file, check=True)

    def put(self, name, text):
        path = os.path.join(self.machine.home, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def begin(self, toml):
        folder = self.machine.inside(f"{HOME}/.config/haven")
        os.makedirs(folder)
        self.write(toml)
        self.machine.systemctl("daemon-reload", check=True)
        self.machine.systemctl("start", "havend", check=True)
        wait_until("the server to be met", lambda: "recording" in self.havenctl("status"), 20)

    def write(self, toml):
        with open(self.machine.inside(f"{HOME}/.config/haven/haven.toml"), "w", encoding="utf-8") as file:
            file.write(toml)

    def havenctl(self, *words):
        return self.machine.run("havenctl", *words).stdout

    def asked(self, *words):
        return [json.loads(line) for line in self.havenctl(*words, "--json").splitlines()]

    def states(self, cue):
        events = [event for view in self.asked("events") for event in view.get("events", [view])]
        return [event["state"] for event in events if event.get("what") == "state" and event["id"] == cue]

    def shown(self):
        try:
            with open(self.machine.inside(self.shown_file), encoding="utf-8") as file:
                return [json.loads(line) for line in file if line.endswith("\n")]
        except FileNotFoundError:
            return []

    def alive_at(self):
        """Up to when the ledger on the disk knows that Haven was there."""
        copy = self.path("copy")
        for end in ("", "-wal"):
            shutil.copy(self.machine.inside(f"{HOME}/.local/state/haven/haven.db{end}"), copy + end)
        with sqlite3.connect(copy) as database:
            return database.execute("SELECT alive_at FROM meta").fetchone()[0]


class Sleep(OnAMachine):
    def test_what_fell_due_while_the_machine_slept_is_one_line_within_two_seconds_of_waking(self):
        day, cues, beyond = two_changes()
        self.begin(day.toml())
        wait_until("the delay lock", lambda: LOCK in self.machine.locks())
        asked_at = int(time.time())
        self.machine.suspend()
        self.assertNotIn(LOCK, self.machine.locks(), "the lock is let go, or the machine would wait five seconds for it")
        self.assertGreaterEqual(self.alive_at(), asked_at, "what was shown is written down first")
        self.assertEqual(self.shown(), [])
        past(beyond)
        woken_at = time.time()
        self.machine.wake()
        shown = wait_until("the catch-up", self.shown, 20)
        self.assertLess(shown[0]["at"] - woken_at, PROMPT)
        wait_until("the delay lock again", lambda: LOCK in self.machine.locks())
        for cue in cues:
            self.assertEqual(self.states(cue)[-2:], ["claimed", "shown"], cue)
        self.assertEqual(len(self.shown()), 1, "both are one line")


class Zones(OnAMachine):
    def zone(self):
        return self.asked("status")[0]["zone"]

    def test_another_zone_of_the_machine_is_the_familys_at_once_unless_they_name_their_own(self):
        day = nothing_due()
        named = f'timezone = "{day.zone}"'
        toml = day.toml()
        self.begin(toml.replace(named, ""))
        self.machine.root("timedatectl", "set-timezone", "America/St_Johns")
        wait_until("timedated's zone", lambda: self.zone() == "America/St_Johns", 3)
        self.assertTrue(self.asked("day")[0]["steps"][0]["at"].endswith(("-03:30", "-02:30")))
        # As a person, or an installer, does it without timedated.
        self.machine.root("ln", "-sfn", "/usr/share/zoneinfo/Asia/Kolkata", "/etc/localtime")
        wait_until("the link's zone", lambda: self.zone() == "Asia/Kolkata", 3)
        self.assertTrue(self.asked("day")[0]["steps"][0]["at"].endswith("+05:30"))
        self.write(toml)
        wait_until("the family's own", lambda: self.zone() == day.zone)
        self.machine.root("timedatectl", "set-timezone", "America/St_Johns")
        self.assertEqual(self.zone(), day.zone)


class SleepByAStandIn(Case):
    def test_what_fell_due_while_it_stood_still_is_one_line_within_two_seconds_of_logind_saying_that_it_is_over(self):
        home = Home(self.folder)
        self.addCleanup(home.stop)
        bus = Bus(home)
        self.addCleanup(bus.stop)
        # logind's stand-in is on the same bus: havend is told that it is the system's.
        home.env["DBUS_SYSTEM_BUS_ADDRESS"] = bus.address
        logind = Running(["/usr/bin/python3", SESSION, "--no-saver"], self.path("session.log"), env=home.env,
                         stdin=subprocess.PIPE)
        self.addCleanup(logind.stop)
        self.addCleanup(logind.process.stdin.close)

        def tell(line):
            logind.process.stdin.write(f"{line}\n".encode())
            logind.process.stdin.flush()

        recorder = Recorder(home, bus)
        self.addCleanup(recorder.stop)
        day, cues, beyond = two_changes()
        home.write_config(day.toml())
        havend = home.start_havend()
        wait_until("the delay lock", lambda: '"take"' in logind.said)
        tell("sleep true")
        wait_until("the lock to be let go", lambda: '"release"' in logind.said)
        havend.signal(signal.SIGSTOP)
        past(beyond)
        woken_at = time.time()
        tell("sleep false")
        havend.signal(signal.SIGCONT)
        shown = wait_until("the catch-up", recorder.notified, 20)
        self.assertLess(shown[0]["at"] - woken_at, PROMPT)
        for cue in cues:
            home.wait_for_state(cue, "shown")
        self.assertEqual(len(recorder.notified()), 1, "both are one line")
        wait_until("the delay lock again", lambda: logind.said.count('"take"') == 2)


@unittest.skipUnless(IS_ROOT, "an /etc of its own takes root")
class ZoneOfAnEtcOfItsOwn(Case):
    def test_another_link_at_etc_localtime_is_followed_at_once(self):
        home = Home(self.folder)
        self.addCleanup(home.stop)
        del home.env["TZ"]
        day = nothing_due()
        home.write_config(day.toml().replace(f'timezone = "{day.zone}"', ""))
        for name in ("upper", "work"):
            os.mkdir(self.path(name))
        own = ("unshare", "--mount", "sh", "-c",
               f"mount -t overlay none -o lowerdir=/etc,upperdir={self.path('upper')},workdir={self.path('work')} /etc"
               ' && ln -sfn /usr/share/zoneinfo/Europe/Lisbon /etc/localtime && exec "$@"', "sh")
        havend = home.start_havend("--notifier", "terminal", before=own)
        self.assertEqual(home.havenctl_json("status")[0]["zone"], "Europe/Lisbon")
        subprocess.run(["nsenter", "-t", str(havend.pid), "--mount", "ln", "-sfn", "/usr/share/zoneinfo/Asia/Kolkata",
                        "/etc/localtime"], check=True, timeout=20)
        wait_until("the zone", lambda: home.havenctl_json("status")[0]["zone"] == "Asia/Kolkata", 3)
        self.assertTrue(home.havenctl_json("day")[0]["steps"][0]["at"].endswith("+05:30"))
