"""What scripts lean on: waiting for something, the stream of events, and hooks that misbehave."""
import json
import os
import signal

from bed import HAVENCTL
from bed.case import Case
from bed.cost import threads, watch_idle
from bed.home import Home
from bed.household import Household, first_cue_within_a_minute
from bed.process import Running
from bed.waiting import wait_until


class Scripts(Case):
    # Where nobody else makes files on the way to the bus that is not there: each would wake havend. See test_idle.py.
    place = "/run" if os.geteuid() == 0 else os.environ.get("XDG_RUNTIME_DIR", "/dev/shm")

    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.count = 0

    def run_beside(self, *words):
        self.count += 1
        program = Running([HAVENCTL, *words], self.path(f"beside-{self.count}.log"), env=self.home.env)
        self.addCleanup(program.stop)
        return program

    def start(self, toml=None):
        self.home.write_config(toml or Household().step(180, "tea", id='"tea"').toml())
        return self.home.start_havend("--notifier", "terminal")


class Waiting(Scripts):
    def test_mode_and_quiet_end_come_when_they_come_and_say_what_it_is(self):
        self.start()
        self.assertEqual(self.home.havenctl("wait", "quiet-end").returncode, 0)
        self.home.havenctl("hush", "30m")
        quiet, mode = self.run_beside("wait", "quiet-end"), self.run_beside("wait", "mode", "--json")
        wait_until("both to wait", lambda: all(watch_idle(one.pid, 0.3)[0] == 0 for one in (quiet, mode)))
        self.home.havenctl("undo")
        self.assertEqual(quiet.wait(), 0, quiet.said)
        self.assertIn("not quiet for you", quiet.said)
        self.assertTrue(mode.is_running)
        self.home.havenctl("mode", "sick", "otter")
        self.assertEqual(mode.wait(), 0, mode.said)
        view = json.loads(mode.said)
        self.assertEqual((view["kind"], view["condition"], view["mode"]), ("wait", "mode", "sick"))

    def test_time_that_is_up_is_1_and_without_a_havend_it_is_69(self):
        self.assertEqual(self.home.havenctl("wait", "next-cue").returncode, 69)
        havend = self.start()
        self.assertEqual(self.home.havenctl("wait", "next-cue", "--timeout", "1s").returncode, 1)
        waiting = self.run_beside("wait", "next-cue", "--timeout", "4s")
        wait_until("it to wait", lambda: watch_idle(waiting.pid, 0.3)[0] == 0)
        havend.stop()
        self.assertEqual(waiting.wait(), 69, waiting.said)

    def test_the_next_cue_and_the_next_step_come_through_a_restart(self):
        household = first_cue_within_a_minute()
        household.steps = []
        household.step(1, "shoes on", id='"shoes"', ladder='["0"]', tags='["nurture", "core"]')
        havend = self.start(household.toml())
        cue, step = self.run_beside("wait", "next-cue", "--json"), self.run_beside("wait", "next-step", "--json")
        wait_until("both to wait", lambda: all(watch_idle(one.pid, 0.3)[0] == 0 for one in (cue, step)))
        havend.stop()
        self.home.start_havend("--notifier", "terminal")
        self.assertEqual(step.wait(75), 0, step.said)
        self.assertEqual(json.loads(step.said)["step"], "shoes")
        self.assertEqual(cue.wait(10), 0, cue.said)
        self.assertEqual(json.loads(cue.said)["id"], f"{household.date}/shoes/otter/0")


class Events(Scripts):
    def fed(self, program):
        return [line.rsplit(" ", 1)[-1] for line in program.said.splitlines() if " fed " in line or '"fed ' in line]

    def test_nothing_is_lost_or_doubled_between_what_was_and_what_comes_and_through_a_restart(self):
        household = Household().step(180, "tea", id='"tea"')
        household.children = [f"c{number}" for number in range(30)]
        havend = self.start(household.toml())
        for child in household.children[:5]:
            self.home.havenctl("fed", child)
        # Many streams that begin while more is done: each must have each once.
        streams = []
        for child in household.children[5:20]:
            streams.append(self.run_beside("events", "--follow"))
            self.home.havenctl("fed", child)
        # The same again, within the same second or not: it happened twice.
        for _ in range(2):
            self.home.havenctl("fed", "c20")
        havend.stop()
        self.home.start_havend("--notifier", "terminal")
        for child in household.children[21:25]:
            self.home.havenctl("fed", child)
        expected = [*household.children[:21], "c20", *household.children[21:25]]
        for stream in streams:
            wait_until("all of it", lambda: len(self.fed(stream)) >= len(expected))
            self.assertEqual(self.fed(stream), expected)
        streams[0].signal(signal.SIGINT)
        self.assertEqual(streams[0].wait(), -signal.SIGINT)
        self.assertTrue(streams[0].said.endswith("\n"))

    def test_each_line_is_whole_json_and_since_is_kept_to(self):
        self.start()
        self.home.havenctl("fed", "otter")
        stream = self.run_beside("events", "--follow", "--json", "--since", "1m ago")
        wait_until("the act", lambda: "fed otter" in stream.said)
        self.home.havenctl("drank", "otter")
        wait_until("the next", lambda: "drank otter" in stream.said)
        self.assertEqual({json.loads(line)["kind"] for line in stream.said.splitlines()}, {"event"})


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
        self.assertEqual(watch_idle(havend.pid, 5)[0], 0)

    def test_what_it_left_running_and_what_hangs_ends_with_havend(self):
        hang = self.script("hang", f"echo $$ > {self.path('pid')}; exec tail -f /dev/null\n")
        havend = self.start(Household().step(180, "tea").toml() + self.hook("act", hang, 'timeout = "10m"'))
        self.home.havenctl("fed", "otter")
        pid = int(wait_until("the hook", lambda: self.read("pid").strip()))
        self.assertEqual(os.getpgid(pid), pid)
        havend.stop()
        wait_until("its end", lambda: not os.path.exists(f"/proc/{pid}/cmdline") or not self.command(pid))

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
