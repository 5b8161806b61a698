"""A stranger's first minute: a fresh clone, an empty home, two words."""
import os
import re
import shutil
import subprocess
import unittest

from bed import BIN, REPO
from bed.case import Case
from bed.process import Running
from bed.waiting import wait_until


class Demo(Case):
    def begin(self):
        """Starts the demo in an empty home, and gives back when it has said what to type."""
        self.home = self.path("home")
        os.makedirs(os.path.join(self.home, "run"), mode=0o700)
        self.env = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": self.home, "LANG": "C.UTF-8",
                    "XDG_RUNTIME_DIR": os.path.join(self.home, "run"), "SWIFT_BACKTRACE": "enable=no"}
        demo = Running([os.path.join(BIN, "havend"), "--demo"], self.path("demo.log"), env=self.env)
        self.addCleanup(demo.stop)
        wait_until("what to type", lambda: "havenctl" in demo.said, 5)
        return demo

    def in_a_second_shell(self, demo, word):
        """Types what the demo told a person to type."""
        told = re.search(rf"^\s*(\S*havenctl .*{word}.*)$", demo.said, re.M)
        self.assertTrue(told, demo.said)
        return subprocess.run(["sh", "-c", told[1]], cwd=REPO, env=self.env, capture_output=True, text=True, timeout=10)

    def test_the_first_cue_is_in_the_terminal_within_a_minute_and_it_says_what_to_type(self):
        demo = self.begin()
        wait_until("an answer to what was told", lambda: self.in_a_second_shell(demo, "now").returncode == 0, 5)
        before = demo.said
        wait_until("the first cue", lambda: demo.said != before, 62)
        self.assertTrue(demo.is_running)

    def test_a_demo_leaves_nothing_in_the_home(self):
        demo = self.begin()
        wait_until("an answer to what was told", lambda: self.in_a_second_shell(demo, "now").returncode == 0, 5)
        self.assertEqual(demo.stop(), 0, demo.said)
        left = [os.path.join(folder, name) for folder, _, files in os.walk(self.home) for name in files]
        self.assertEqual(left, [])


@unittest.skipUnless(os.environ.get("HAVEN_FRESH_CLONE"), "builds for minutes: HAVEN_FRESH_CLONE=1 runs it")
class FreshClone(Case):
    def test_make_run_in_a_fresh_clone_and_an_empty_home_shows_the_first_cue(self):
        clone, home = self.path("haven"), self.path("home")
        subprocess.run(["git", "clone", "--quiet", REPO, clone], check=True, timeout=60)
        os.makedirs(os.path.join(home, "run"), mode=0o700)
        swift = os.path.dirname(os.path.realpath(shutil.which(os.environ.get("SWIFT", "swift"))))
        env = {"PATH": f"{swift}:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME": home, "LANG": "C.UTF-8",
               "XDG_RUNTIME_DIR": os.path.join(home, "run"),
               **{key: value for key, value in os.environ.items() if key.lower().endswith("_proxy")}}
        run = Running(["make", "run"], self.path("run.log"), env=env, cwd=clone)
        self.addCleanup(run.stop)
        wait_until("the build, and what to type", lambda: "havenctl" in run.said or not run.is_running, 900, every=1)
        self.assertTrue(run.is_running, run.said[-3000:])
        before = run.said
        wait_until("the first cue", lambda: run.said != before, 62)
