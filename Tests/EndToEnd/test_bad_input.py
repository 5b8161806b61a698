"""What a bad day brings: each gets words that name the thing, the right exit status, and nothing is lost."""
import os
import signal
import socket
import sqlite3
import unittest

from bed.case import Case
from bed.desktop import Bus, Display
from bed.home import Home
from bed.household import first_cue_within_a_minute, nothing_due
from bed.servers import Dunst
from bed.waiting import wait_until

IS_ROOT = os.geteuid() == 0
# Root reads and writes whatever it likes; somebody else does not.
NOT_ROOT = ("setpriv", "--reuid", "4203", "--regid", "4203", "--clear-groups") if IS_ROOT else ()
TERMINAL = ("--notifier", "terminal")


class BadInput(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)

    def status(self):
        return self.home.havenctl_json("status")[0]

    def give_to_nobody(self):
        """Makes the home that of the user whom NOT_ROOT becomes."""
        if IS_ROOT:
            os.chmod(self.folder, 0o755)
            for folder, _, files in os.walk(self.folder):
                for path in [folder, *(os.path.join(folder, name) for name in files)]:
                    os.chown(path, 4203, 4203)


class Config(BadInput):
    def test_without_a_config_havend_serves_and_says_how_to_begin(self):
        self.home.start_havend(*TERMINAL)
        self.assertEqual(self.status()["config"]["state"], "missing")
        self.assertIn("havenctl init", self.home.havenctl("status").stdout)

    def test_a_config_directory_that_is_not_there_is_named(self):
        self.home.start_havend(*TERMINAL, "--config", self.path("nowhere"))
        self.assertEqual(self.status()["config"]["state"], "missing")
        self.assertIn(self.path("nowhere"), self.home.havenctl("status").stdout)
        check = self.home.havenctl("check", "--config", self.path("nowhere"))
        self.assertEqual(check.returncode, 78, check.stderr)
        self.assertIn(self.path("nowhere"), check.stderr)

    def test_a_config_that_may_not_be_read_is_named_with_the_reason(self):
        path = self.home.write_config(nothing_due().toml())
        self.give_to_nobody()
        os.chmod(path, 0)
        end = self.home.run_havend(*TERMINAL, before=NOT_ROOT)
        self.assertEqual(end.returncode, 78, end.stderr)
        self.assertIn(path, end.stderr)
        self.assertIn("permission denied", end.stderr.lower())

    def test_every_fault_of_a_config_is_told_at_once_with_its_place(self):
        path = self.home.write_config('[household]\ntimezne = "Europe/London"\n\n[[carer]]\nname = 7\n\n'
                                      '[[routine]]\nname = "day"\nsteps = ["25:99 tea"]\n')
        end = self.home.run_havend(*TERMINAL)
        self.assertEqual(end.returncode, 78)
        for place in ("2:1", "5:8", "9:10"):
            self.assertIn(f"{path}:{place}: error:", end.stderr)
        self.assertIn("timezone", end.stderr)
        check = self.home.havenctl("check")
        self.assertEqual(check.returncode, 78)
        self.assertIn(f"{path}:2:1: error:", check.stdout + check.stderr)

    def test_half_a_file_is_a_fault_with_its_place(self):
        path = self.home.write_config('[[carer]]\nname = "Ros\n')
        end = self.home.run_havend(*TERMINAL)
        self.assertEqual(end.returncode, 78)
        self.assertIn(f"{path}:2:", end.stderr)

    def test_a_wrong_option_is_usage(self):
        for words in (["--nonsense"], ["--notifier", "telegraph"], ["--config"]):
            end = self.home.run_havend(*words)
            self.assertEqual(end.returncode, 64, f"{words}: {end.stderr}")
            self.assertIn(words[-1], end.stderr)

    def test_havenctl_without_a_daemon_says_so(self):
        end = self.home.havenctl("now")
        self.assertEqual(end.returncode, 69, end.stderr)
        self.assertIn(self.home.socket, end.stderr)
        self.assertIn("hint:", end.stderr)


class Database(BadInput):
    def setUp(self):
        super().setUp()
        self.home.write_config(nothing_due().toml())

    def make_database(self):
        self.home.start_havend(*TERMINAL)
        self.assertEqual(self.home.havenctl("delay", "tea", "10m").returncode, 0)
        self.home.started[-1].stop()

    def test_a_database_of_a_newer_haven_is_left_alone(self):
        self.make_database()
        with sqlite3.connect(self.home.database) as database:
            database.execute("PRAGMA user_version = 9999")
        database.close()
        with open(self.home.database, "rb") as file:
            before = file.read()
        end = self.home.run_havend(*TERMINAL)
        self.assertEqual(end.returncode, 70, end.stderr)
        self.assertIn(self.home.database, end.stderr)
        self.assertIn("newer", end.stderr)
        with open(self.home.database, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_a_damaged_database_is_set_aside_by_name_and_never_deleted(self):
        os.makedirs(self.home.state, mode=0o700)
        rubbish = b"this is no database" * 500
        with open(self.home.database, "wb") as file:
            file.write(rubbish)
        os.chmod(self.home.database, 0o600)
        havend = self.home.start_havend(*TERMINAL)
        aside = [name for name in os.listdir(self.home.state)
                 if name != "haven.db" and os.path.getsize(os.path.join(self.home.state, name)) == len(rubbish)]
        self.assertEqual(len(aside), 1, os.listdir(self.home.state))
        with open(os.path.join(self.home.state, aside[0]), "rb") as file:
            self.assertEqual(file.read(), rubbish)
        self.assertIn(aside[0], havend.said)
        self.assertIn(aside[0], self.home.havenctl("status").stdout)

    def test_a_second_havend_for_the_same_state_is_refused_and_names_the_first(self):
        first = self.home.start_havend(*TERMINAL)
        for words in ([], ["--socket", self.path("other.sock")]):
            second = self.home.run_havend(*TERMINAL, *words)
            self.assertEqual(second.returncode, 69, second.stderr)
            self.assertIn(f"pid {first.pid}", second.stderr)
        self.assertTrue(self.home.answers())

    def test_a_kill_leaves_no_lock_behind(self):
        self.home.start_havend(*TERMINAL).signal(signal.SIGKILL)
        self.home.started[-1].wait()
        self.home.start_havend(*TERMINAL)
        self.assertTrue(self.home.answers())


class Disk(BadInput):
    def setUp(self):
        super().setUp()
        self.home.write_config(nothing_due().toml())

    def test_a_state_directory_that_cannot_be_written_is_said_and_the_day_goes_on(self):
        os.makedirs(self.home.state, mode=0o500)
        self.give_to_nobody()
        havend = self.home.start_havend(*TERMINAL, before=NOT_ROOT)
        self.assertIn(self.home.state, havend.said)
        status = self.home.havenctl("status", before=NOT_ROOT)
        self.assertIn(self.home.state, status.stdout)
        os.chmod(self.home.state, 0o700)

    @unittest.skipUnless(IS_ROOT, "a small file system takes root")
    def test_a_full_disk_is_said_and_the_day_goes_on(self):
        os.makedirs(self.home.state, mode=0o700)
        full = ("unshare", "--mount", "sh", "-c",
                f'mount -t tmpfs -o size=64k,mode=700 none {self.home.state} '
                f'&& dd if=/dev/zero of={self.home.state}/ballast bs=4k count=14 2>/dev/null; exec "$@"', "sh")
        havend = self.home.start_havend(*TERMINAL, before=full)
        done = self.home.havenctl("delay", "tea", "10m")
        self.assertEqual(done.returncode, 0, done.stderr)
        said = wait_until("a word of it", lambda: "no room" in havend.said + self.home.havenctl("status").stdout)
        self.assertTrue(said)


class Sockets(BadInput):
    def setUp(self):
        super().setUp()
        self.home.write_config(nothing_due().toml())

    def test_a_path_too_long_for_a_socket_is_refused_with_the_limit(self):
        long = os.path.join(self.folder, "s" * 120, "haven.sock")
        end = self.home.run_havend(*TERMINAL, "--socket", long)
        self.assertEqual(end.returncode, 64, end.stderr)
        self.assertIn(long, end.stderr)
        self.assertIn("107", end.stderr)

    def test_a_socket_that_somebody_else_serves_is_left_to_them(self):
        os.makedirs(os.path.dirname(self.home.socket), mode=0o700)
        with socket.socket(socket.AF_UNIX) as other:
            other.bind(self.home.socket)
            other.listen()
            end = self.home.run_havend(*TERMINAL)
        self.assertEqual(end.returncode, 69, end.stderr)
        self.assertIn(self.home.socket, end.stderr)

    def test_a_socket_left_by_a_crash_is_taken_over(self):
        os.makedirs(os.path.dirname(self.home.socket), mode=0o700)
        left = socket.socket(socket.AF_UNIX)
        left.bind(self.home.socket)
        left.close()
        self.home.start_havend(*TERMINAL)
        self.assertTrue(self.home.answers())

    def test_a_plain_file_in_the_sockets_place_is_not_deleted(self):
        os.makedirs(os.path.dirname(self.home.socket), mode=0o700)
        with open(self.home.socket, "w", encoding="ascii") as file:
            file.write("somebody's")
        end = self.home.run_havend(*TERMINAL)
        self.assertNotEqual(end.returncode, 0)
        self.assertIn(self.home.socket, end.stderr)
        with open(self.home.socket, encoding="ascii") as file:
            self.assertEqual(file.read(), "somebody's")


class NoBus(BadInput):
    def test_without_a_session_bus_havend_waits_says_so_and_shows_when_one_comes(self):
        household = first_cue_within_a_minute()
        self.home.write_config(household.toml())
        self.home.start_havend()
        self.assertNotEqual(self.status()["notifier"]["state"], "ready")
        self.assertIn("bus", self.home.havenctl("status").stdout)
        bus = Bus(self.home)
        self.addCleanup(bus.stop)
        display = Display(self.home)
        self.addCleanup(display.stop)
        dunst = Dunst(self.home, bus, display)
        self.addCleanup(dunst.server.stop)
        wait_until("havend to find the server", lambda: self.status()["notifier"]["state"] == "ready")
        wait_until("the popup", lambda: dunst.displayed() == 1, 80)
