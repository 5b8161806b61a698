"""What scripts lean on: waiting for something, and the stream of events."""
import json
import os
import signal

from bed import HAVENCTL
from bed.case import Case
from bed.cost import watch_idle
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
        self.assertIn("quiet is over", quiet.said)
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
