"""Haven dies at the worst moments: nothing is lost, and nothing is said twice."""
import signal

from bed.case import Case
from bed.home import Home
from bed.household import Household, first_cue_within_a_minute
from bed.waiting import wait_until


class Restart(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)

    def start(self):
        return self.home.start_havend("--notifier", "terminal")

    def test_a_cue_that_was_shown_is_not_shown_again_by_the_next_daemon(self):
        household = first_cue_within_a_minute()
        cue = f"{household.date}/shoes/otter/2"
        self.home.write_config(household.toml())
        first = self.start()
        wait_until("the cue", lambda: "shoes" in first.said, 80)
        self.home.wait_for_state(cue, "shown")
        first.signal(signal.SIGKILL)
        first.wait()
        second = self.start()
        self.assertEqual(self.home.states(cue)[-1], "shown")
        self.assertEqual(self.home.states(cue).count("claimed"), 1)
        self.assertNotIn("shoes on", second.said.replace("next", ""))

    def test_what_fell_while_it_was_off_is_caught_up_once_with_the_true_time_left(self):
        household = Household().step(9, "den", id='"den"', ladder='["8", "7"]', tags='["nurture", "core"]')
        self.home.write_config(household.toml())
        first = self.start()
        self.assertEqual(self.home.havenctl("now").returncode, 0)
        first.signal(signal.SIGKILL)
        first.wait()
        # Until both rungs are past, and the next daemon can say only one thing.
        due = household.at(2)
        wait_until("both rungs to be due", lambda: Household().start > due, 150, every=0.5)
        second = self.start()
        wait_until("the catch-up", lambda: "den" in second.said, 10)
        eight, seven = (f"{household.date}/den/otter/{rung}" for rung in ("8", "7"))
        self.assertEqual(self.home.wait_for_state(seven, "shown")[-1], "shown")
        self.assertEqual(self.home.states(eight)[-1], "missed")

    def test_every_kill_between_two_answers_leaves_a_ledger_that_adds_up(self):
        household = Household()
        for hour in range(1, 9):
            household.step(60 + hour * 12, f"step {hour}", id=f'"step-{hour}"', transition='"easy"')
        self.home.write_config(household.toml())
        for hour in range(1, 9):
            havend = self.start()
            self.assertEqual(self.home.havenctl("done", f"step-{hour}").returncode, 0)
            havend.signal(signal.SIGKILL)
            havend.wait()
        self.start()
        acts = [event["command"] for event in self.home.events() if event.get("what") == "act"]
        self.assertEqual(acts, [f"done step-{hour}" for hour in range(1, 9)])
