"""havenctl watch in a real terminal: it counts down, does what its keys say, and leaves the terminal as it found it."""
import os
import re
import signal

from bed import HAVENCTL
from bed.case import Case
from bed.home import Home
from bed.household import Household
from bed.process import Running
from bed.screen import Screen
from bed.waiting import wait_until


class Watch(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.household = Household()
        self.household.step(-5, "tablet", id='"tablet"')
        self.household.step(2, "tablet ends, help lay the table for everybody", id='"tablet-ends"')
        self.household.step(40, "bath", id='"bath"')
        self.home.write_config(self.household.toml())
        self.home.start_havend("--notifier", "terminal")

    def watch(self, *words, **size):
        screen = Screen([HAVENCTL, "watch", *words], {**self.home.env, "TERM": "xterm"}, **size)
        self.addCleanup(screen.stop)
        screen.wait_for("tablet ends")
        return screen

    def acts(self):
        return [event["command"] for event in self.home.events() if event.get("what") == "act"]


class View(Watch):
    def test_it_counts_the_last_minute_in_seconds_and_shows_what_begins_without_a_key(self):
        soon = Household().step(1, "shoes on", id='"shoes"').step(40, "bath", id='"bath"')
        self.home.write_config(soon.toml())
        screen = Screen([HAVENCTL, "watch"], {**self.home.env, "TERM": "xterm"})
        self.addCleanup(screen.stop)
        wait_until("seconds", lambda: re.search(r"in \d+ s, at", screen.text), 70)
        first = screen.text
        wait_until("the next second", lambda: screen.text != first, 3)
        wait_until("the bath to be next", lambda: any("›" in line and "bath" in line for line in screen.lines), 70)

    def test_what_is_done_elsewhere_shows_at_once(self):
        screen = self.watch()
        self.assertEqual(self.home.havenctl("delay", "tablet-ends", "7m").returncode, 0)
        screen.wait_for(f"at {self.household.at(9):%H:%M}")

    def test_forty_columns_are_enough(self):
        screen = self.watch(columns=40, rows=12)
        self.assertLessEqual(max(map(len, screen.lines)), 40, screen.text)
        self.assertLessEqual(len(screen.lines), 12)
        screen.wait_for("■")
        screen.wait_for(f"at {self.household.at(2):%H:%M}")
        screen.wait_for("q leave")

    def test_a_window_of_another_size_is_drawn_anew(self):
        screen = self.watch()
        wide = max(map(len, screen.lines))
        self.assertGreater(wide, 50)
        screen.resize(40, 12)
        wait_until("narrow lines", lambda: max(map(len, screen.lines)) <= 40)
        screen.resize(100, 30)
        wait_until("wide lines", lambda: max(map(len, screen.lines)) >= wide)

    def test_discreet_shows_no_words(self):
        screen = Screen([HAVENCTL, "--discreet", "watch"], {**self.home.env, "TERM": "xterm"})
        self.addCleanup(screen.stop)
        screen.wait_for("a step")
        for word in ("otter", "tablet"):
            self.assertNotIn(word, screen.text)

    def test_a_daemon_that_goes_and_comes_back_is_waited_for(self):
        screen = self.watch()
        self.home.started[-1].stop()
        screen.wait_for("waiting")
        self.home.start_havend("--notifier", "terminal")
        wait_until("the view again", lambda: "tablet ends" in screen.text and "waiting" not in screen.text)

    def test_without_a_terminal_each_change_is_a_line(self):
        log = self.path("watch.log")
        piped = Running([HAVENCTL, "watch"], log, env=self.home.env)
        self.addCleanup(piped.stop)
        wait_until("the view", lambda: "tablet ends" in piped.said)
        self.home.havenctl("delay", "tablet-ends", "7m")
        wait_until("the change", lambda: "delay tablet-ends 7m" in piped.said)
        self.assertNotIn("\x1b", piped.said)
        self.assertRegex(piped.said, r"\A\w+ \d+ \w+, \d\d:\d\d")
        self.assertRegex(piped.said, r"(?m)^\d{4}-\d\d-\d\d \d\d:\d\d  .*delay tablet-ends 7m")
        self.home.started[-1].stop()
        wait_until("the end of havend", lambda: piped.said.endswith("havend is not there; waiting for it\n"))
        self.home.start_havend("--notifier", "terminal")
        wait_until("the view again", lambda: "tablet ends" in piped.said.rpartition("waiting for it")[2])


class Keys(Watch):
    def test_done_later_not_today_and_undo(self):
        screen = self.watch()
        screen.type("+")
        screen.wait_for(f"at {self.household.at(7):%H:%M}")
        screen.type("u")
        screen.wait_for(f"at {self.household.at(2):%H:%M}")
        screen.type("d")
        wait_until("done", lambda: self.acts()[-1:] == ["done tablet-ends"])
        screen.type("u")
        wait_until("nothing done", lambda: "done tablet-ends" not in self.acts())
        screen.type("s")
        wait_until("bath to be next", lambda: any("›" in line and "bath" in line for line in screen.lines))
        self.assertEqual(self.acts()[-1:], ["skip tablet-ends"])

    def test_what_was_said_is_heard_again(self):
        screen = self.watch()
        screen.type("z")
        screen.wait_for("no warning of a change to come has been shown yet")
        soon = Household().step(3, "shoes on", id='"shoes"', ladder='["2", "0"]')
        self.home.write_config(soon.toml())
        cue = f"{soon.date}/shoes/otter/2"
        self.home.wait_for_state(cue, "shown", 70)
        screen.type("z")
        screen.wait_for("back in 5 min")
        self.assertEqual(self.home.states(cue)[-1:], ["snoozed"])
        self.assertEqual(self.acts()[-1:], [f"snooze {cue} 5m"])

    def test_the_arrows_choose_the_step_that_the_keys_act_on(self):
        two = Household().step(5, "tablet ends", id='"tablet-ends"', who='["otter"]')
        two.children = ["otter", "wren"]
        two.step(20, "reading", id='"reading"', who='["wren"]')
        self.home.write_config(two.toml())
        screen = self.watch()
        screen.wait_for("reading")
        screen.type("\x1b[B")
        wait_until("the second to be chosen", lambda: any("›" in line and "reading" in line for line in screen.lines))
        # An arrow whose bytes come one after another is an arrow still, and does not leave.
        for byte in "\x1b[A":
            screen.type(byte)
        wait_until("the first to be chosen", lambda: any("›" in line and "tablet ends" in line for line in screen.lines))
        screen.type("\x1bOB+")
        wait_until("reading later", lambda: self.acts() == ["delay reading 5m"])

    def test_the_keys_are_explained(self):
        screen = self.watch()
        screen.type("?")
        screen.wait_for("take back the last thing you did")
        screen.type("?")
        screen.wait_for("tablet ends")

    def test_other_keys_do_nothing(self):
        screen = self.watch()
        screen.type("xyz[A\x1b[C\x1b[15~")
        screen.type("+")
        screen.wait_for(f"at {self.household.at(7):%H:%M}")
        self.assertEqual(self.acts(), ["delay tablet-ends 5m"])


class Ends(Watch):
    def test_q_leaves_and_gives_the_terminal_back(self):
        screen = self.watch()
        self.assertFalse(screen.is_as_before)
        screen.type("q")
        self.assertEqual(screen.wait_for_end(), 0)
        wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_every_signal_that_ends_it_gives_the_terminal_back_first(self):
        ignored = {signal.SIGCHLD, signal.SIGURG, signal.SIGWINCH, signal.SIGCONT}
        stopping = {signal.SIGSTOP, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU}
        for number in sorted(signal.valid_signals() - ignored - stopping - {signal.SIGKILL}):
            # The first and the last of the real-time ones stand for all.
            if signal.SIGRTMIN < number < signal.SIGRTMAX:
                continue
            screen = self.watch()
            screen.signal(number)
            status = screen.wait_for_end()
            self.assertTrue(os.WIFSIGNALED(status) and os.WTERMSIG(status) == number, f"{number}: {status}")
            wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_control_c_is_a_signal_still(self):
        screen = self.watch()
        screen.type("\x03")
        self.assertEqual(os.WTERMSIG(screen.wait_for_end()), signal.SIGINT)
        wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_stopped_it_gives_the_terminal_back_and_continued_takes_it_again(self):
        screen = self.watch()
        screen.signal(signal.SIGTSTP)
        screen.wait_for_stop()
        wait_until("the terminal as it was", lambda: screen.is_as_before)
        seen = len(screen.written)
        screen.signal(signal.SIGCONT)
        wait_until("a new frame", lambda: b"\x1b[H" in screen.written[seen:])
        self.assertFalse(screen.is_as_before)
        screen.type("q")
        self.assertEqual(screen.wait_for_end(), 0)
        wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_no_daemon_at_the_start_is_69_and_the_terminal_is_not_touched(self):
        self.home.started[-1].stop()
        screen = Screen([HAVENCTL, "watch"], {**self.home.env, "TERM": "xterm"})
        self.addCleanup(screen.stop)
        self.assertEqual(os.WEXITSTATUS(screen.wait_for_end()), 69)
        wait_until("the terminal as it was", lambda: screen.is_as_before)
        self.assertNotIn(b"\x1b[?1049h", screen.written)
