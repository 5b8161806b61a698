"""Commands of the family's own that hear what happens: they hang, fail and linger, and no warning is late for it."""
import json
import os
import re

from bed.cost import threads, wakes, watch_idle
from bed.household import Household, first_cue_within_a_minute
from bed.waiting import wait_until
from test_scripts import Scripts


class Hooks(Scripts):
    def script(self, name, text):
        path = self.path(name)
        with open(path, "w", encoding="utf-8") as file:
            file.write("#!/bin/sh\n" + text)
        os.chmod(path, 0o755)
        return path

    def hook(self, on, path, more=""):
        return f'\n[[hook]]\non = {json.dumps(on)}\nrun = ["{path}"]\n{more}\n'

    def states(self):
        return self.home.havenctl_json("status")[0].get("hooks") or []

    def read(self, name):
        try:
            with open(self.path(name), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def test_a_cue_is_on_time_while_every_hook_hangs_and_nobody_sees_a_word_it_did_not_ask_for(self):
        household = first_cue_within_a_minute()
        hang = self.script("hang", f"cat >> {self.path('heard')}; exec tail -f /dev/null\n")
        toml = household.toml() + self.hook(["state", "cue", "act"], hang, 'timeout = "3s"') * 12
        havend = self.start(toml)
        for _ in range(10):
            self.home.havenctl("fed", "otter")
        cue = wait_until("the cue", lambda: next((
            event for event in self.home.events() if event.get("state") == "shown"), None), 75, every=0.2)
        self.assertEqual(cue["at"], cue["due_at"])
        self.assertEqual(threads(havend.pid), [havend.pid])
        self.assertLess(self.home.havenctl("now").returncode, 2)
        heard = [json.loads(line) for line in self.read("heard").splitlines()]
        self.assertIn("act", [event["on"] for event in heard])
        self.assertFalse(any("title" in event or "body" in event for event in heard))
        failures = wait_until("the clock to end some", lambda: [
            state["failure"] for state in self.states() if state.get("failure")], 10)
        self.assertTrue(any("took longer than 3 s" in text or "keep up with" in text for text in failures), failures)

    def test_failures_are_in_status_and_doctor_until_it_goes_well_again(self):
        lamp = self.script("lamp", f"test -e {self.path('works')} && exit 0\necho 'no lamp here' >&2\nexit 3\n")
        toml = Household().step(180, "tea", id='"tea"').toml()
        havend = self.start(toml + self.hook("act", lamp))
        self.home.havenctl("fed", "otter")
        state = wait_until("the failure", lambda: self.states()[0].get("failure") and self.states()[0])
        self.assertEqual((state["ran"], state["failed"], state["said"]), (1, 1, "no lamp here"))
        self.assertIn("'lamp' ended with status 3: no lamp here", self.home.havenctl("status").stdout)
        self.assertIn("'lamp' ended with status 3: no lamp here", self.home.havenctl("doctor").stdout)
        with open(self.path("works"), "w", encoding="utf-8"):
            pass
        self.home.havenctl("fed", "otter")
        wait_until("it to go well", lambda: self.states()[0]["ran"] == 2)
        self.assertNotIn("failure", self.states()[0])
        # And when nothing is to be done it sleeps like before.
        wait_until("rest", lambda: watch_idle(havend.pid, 1)[0] == 0, 10)
        self.assertEqual(wakes(havend.pid, 5)[-1], 0)

    def test_what_it_left_running_and_what_hangs_ends_with_havend(self):
        hang = self.script("hang", f"echo $$ > {self.path('pid')}; exec tail -f /dev/null\n")
        havend = self.start(Household().step(180, "tea").toml() + self.hook("act", hang, 'timeout = "10m"'))
        self.home.havenctl("fed", "otter")
        pid = int(wait_until("the hook", lambda: self.read("pid").strip()))
        self.assertEqual(os.getpgid(pid), pid)
        # Nothing of havend's is open in it: no ledger, no socket, no loop. (Before `exec` the shell has its script open.)
        wait_until("the script's last word", lambda: self.command(pid).startswith(b"tail"))
        open_there = [name for number in os.listdir(f"/proc/{pid}/fd") if (name := self.link(f"/proc/{pid}/fd/{number}"))]
        self.assertEqual([name for name in open_there if re.search("socket:|haven|eventpoll|timerfd|signalfd", name)], [])
        havend.stop()
        wait_until("its end", lambda: not os.path.exists(f"/proc/{pid}/cmdline") or not self.command(pid))

    @staticmethod
    def link(path):
        """None where it was closed just now."""
        try:
            return os.readlink(path)
        except FileNotFoundError:
            return None

    def command(self, pid):
        try:
            with open(f"/proc/{pid}/cmdline", "rb") as file:
                return file.read()
        except OSError:
            return b""

    def test_check_finds_a_program_that_is_not_there(self):
        self.home.write_config(Household().step(180, "tea").toml() + self.hook("cue", "/nowhere/lamp"))
        done = self.home.havenctl("check")
        self.assertIn("warning: the program '/nowhere/lamp' is not there", done.stdout + done.stderr)
