"""A disk that is full, read-only or failing under the running havend: warnings go on, it is said once, nothing is lost."""
import os
import shutil
import sqlite3
import subprocess
import unittest

from bed.case import Case
from bed.desktop import Bus
from bed.home import Home
from bed.household import first_cue_within_a_minute
from bed.process import Running
from bed.servers import Recorder
from bed.waiting import wait_until

A_MINUTE_AND_MORE = 80
IS_ROOT = os.geteuid() == 0
TITLE = "Haven goes on from memory"
# The disk is tried again a minute later at most.
RETRIED = 75


class Disk(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.bus = Bus(self.home)
        self.addCleanup(self.bus.stop)
        self.recorder = Recorder(self.home, self.bus)
        self.addCleanup(self.recorder.stop)
        self.household = first_cue_within_a_minute()
        self.cues = [f"{self.household.date}/shoes/otter/{rung}" for rung in ("2", "0")]
        self.home.write_config(self.household.toml())
        self.acts = 0

    def begin(self, mount=None):
        if mount:
            os.makedirs(self.home.state, mode=0o700)
            own = ("unshare", "--mount", "sh", "-c", f'{mount} && exec "$@"', "sh")
            self.havend = self.home.start_havend(before=own)
        else:
            self.havend = self.home.start_havend()
        wait_until("the server to be met", lambda: "mock" in self.home.havenctl("status").stdout)

    def within(self, command):
        """In havend's own view of the file system."""
        return subprocess.run(["nsenter", "-t", str(self.havend.pid), "--mount", "sh", "-c", command], check=True,
                              capture_output=True, text=True, timeout=20).stdout

    def ledger(self):
        return self.home.havenctl_json("status")[0]["ledger"]["state"]

    def act(self):
        done = self.home.havenctl("drank", "otter")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.acts += 1

    def act_until(self, word):
        def troubled():
            self.act()
            return word in self.ledger()
        wait_until(f"a word of it ({word})", troubled, 30)

    def warnings(self):
        return [call for call in self.recorder.notified() if call["title"] != TITLE]

    def told(self):
        return [call for call in self.recorder.notified() if call["title"] == TITLE]

    def warned_from_memory(self):
        """The cue comes on its minute, and is known to have been shown, though no disk has it."""
        self.home.wait_for_state(self.cues[0], "shown", A_MINUTE_AND_MORE)
        self.assertEqual(len(self.warnings()), 1)
        self.act()
        self.assertEqual(len(self.told()), 1, "it is said on the screen once")
        self.assertIn("in memory", self.ledger())

    def is_whole_again(self, read):
        """The disk is well: havend finds that out by itself, and all of it is there."""
        wait_until("the ledger to be written", lambda: self.ledger() == "ok", RETRIED, every=0.5)
        wait_until("what was said to be taken down", lambda: self.recorder.calls("CloseNotification"))
        self.assertEqual(len(self.told()), 1)
        read(self.home.database, self.path("copy"))
        with sqlite3.connect(self.path("copy")) as copy:
            self.assertEqual(copy.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            acts = copy.execute("SELECT count(*) FROM act").fetchone()[0]
        self.assertEqual(acts, self.acts, "every act, once")
        self.assertEqual(self.home.states(self.cues[0]), ["claimed", "shown"])

    def copy_within(self, source, target):
        for end in ("", "-wal"):
            self.within(f"cp {source}{end} {target}{end}")

    def copy(self, source, target):
        for end in ("", "-wal"):
            shutil.copy(source + end, target + end)


@unittest.skipUnless(IS_ROOT, "a file system of its own takes root")
class Mounted(Disk):
    def test_a_disk_that_is_read_only_for_a_while_is_said_once_and_written_when_it_can_be(self):
        self.begin(f"mount -t tmpfs -o size=4m,mode=700,ro none {self.home.state}")
        wait_until("a word on the screen", self.told, 20)
        self.warned_from_memory()
        self.within(f"mount -o remount,rw {self.home.state}")
        self.is_whole_again(self.copy_within)

    def test_a_disk_that_fills_up_is_said_once_and_written_when_there_is_room(self):
        self.begin(f"mount -t tmpfs -o size=1m,mode=700 none {self.home.state}")
        self.within(f"dd if=/dev/zero of={self.home.state}/ballast bs=4k count=1000 2>/dev/null; true")
        self.act_until("no room")
        wait_until("a word on the screen", self.told, 20)
        self.warned_from_memory()
        self.within(f"rm {self.home.state}/ballast")
        self.is_whole_again(self.copy_within)


@unittest.skipUnless(IS_ROOT, "no other program of the login may trace havend, root may")
class Failing(Disk):
    def fail(self, error):
        """From now on the kernel answers havend's writes so; until what is returned is stopped."""
        tracer = Running(
            ["strace", "-f", "-p", str(self.havend.pid), "-o", "/dev/null", "-e", "trace=pwrite64,fdatasync,fsync",
             "-e", f"inject=pwrite64,fdatasync,fsync:error={error}"], self.path("strace.log"))
        self.addCleanup(tracer.stop)
        wait_until("strace", lambda: "attached" in tracer.said)
        return tracer

    def fails_for_a_while(self, error, word):
        self.begin()
        tracer = self.fail(error)
        self.act_until(word)
        wait_until("a word on the screen", self.told, 20)
        self.warned_from_memory()
        tracer.stop()
        self.is_whole_again(self.copy)

    def test_a_disk_that_answers_with_errors_is_said_once_and_written_when_it_works(self):
        self.fails_for_a_while("EIO", "the disk failed")

    def test_a_disk_that_the_kernel_makes_read_only_is_said_once_and_written_when_it_is_not(self):
        # What a damaged ext4 does under open files; a remount by hand is refused while they are open.
        self.fails_for_a_while("EROFS", "cannot be written")
