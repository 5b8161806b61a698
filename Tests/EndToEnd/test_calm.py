"""breathe and first-then in a real terminal: they move, stop at any key, and leave the terminal as they found it."""
import os
import signal
import subprocess

from bed import HAVENCTL
from bed.case import Case
from bed.home import Home
from bed.household import Household
from bed.screen import Screen
from bed.waiting import wait_until


class Breathe(Case):
    def breathe(self, *words, **size):
        screen = Screen([HAVENCTL, "breathe", *words], {"TERM": "xterm", "HOME": self.folder}, **size)
        self.addCleanup(screen.stop)
        screen.wait_for("breathe in")
        return screen

    @staticmethod
    def bar(screen):
        return screen.text.count("■")

    def test_the_bar_fills_breathing_in_and_empties_breathing_out(self):
        screen = self.breathe()
        wait_until("a fuller bar", lambda: self.bar(screen) > 20)
        screen.wait_for("breathe out")
        wait_until("an emptier bar", lambda: "out" in screen.text and 0 < self.bar(screen) < 20)

    def test_any_key_stops_at_once(self):
        for key in (" ", "q", "x", "\r", "\x1b"):
            screen = self.breathe()
            screen.type(key)
            self.assertEqual(screen.wait_for_end(3), 0)
            wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_it_ends_by_itself_and_gives_the_terminal_back(self):
        screen = self.breathe("10")
        self.assertEqual(screen.wait_for_end(15), 0)
        wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_every_signal_that_ends_it_gives_the_terminal_back_first(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1, signal.SIGALRM):
            screen = self.breathe()
            screen.signal(number)
            status = screen.wait_for_end(3)
            self.assertTrue(os.WIFSIGNALED(status) and os.WTERMSIG(status) == number, f"{number}: {status}")
            wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_control_c_stops_it(self):
        screen = self.breathe()
        screen.type("\x03")
        self.assertEqual(os.WTERMSIG(screen.wait_for_end(3)), signal.SIGINT)
        wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_control_z_gives_the_terminal_back_until_it_goes_on(self):
        screen = self.breathe()
        screen.type("\x1a")
        screen.wait_for_stop()
        wait_until("the terminal as it was", lambda: screen.is_as_before)
        screen.signal(signal.SIGCONT)
        wait_until("the bar again", lambda: not screen.is_as_before)
        screen.type("q")
        self.assertEqual(screen.wait_for_end(3), 0)

    def test_forty_columns_and_a_resize_are_enough(self):
        screen = self.breathe(columns=40, rows=8)
        wait_until("a full bar", lambda: self.bar(screen) > 25)
        self.assertLessEqual(max(map(len, screen.lines)), 40, screen.text)
        screen.resize(20, 4)
        wait_until("a narrow screen", lambda: max(map(len, screen.lines)) <= 20 and len(screen.lines) <= 4)

    def test_without_a_terminal_it_is_printed_at_once(self):
        said = subprocess.run([HAVENCTL, "breathe"], capture_output=True, text=True, timeout=5, env={"HOME": "/"})
        self.assertEqual((said.returncode, said.stdout.count("breathe in for 4, out for 6\n")), (0, 6))
        self.assertNotIn("\x1b", said.stdout)


class Follow(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.household = Household()
        self.household.step(-5, "tablet", id='"tablet"')
        self.household.step(2, "shoes on", id='"shoes"')
        self.household.step(40, "bath", id='"bath"')
        self.home.write_config(self.household.toml())

    def follow(self, *words, **size):
        screen = Screen(
            [HAVENCTL, "first-then", "otter", "--follow", *words], {**self.home.env, "TERM": "xterm"}, **size)
        self.addCleanup(screen.stop)
        screen.wait_for("THEN")
        return screen

    def test_a_delay_shows_at_once_with_the_word_moved(self):
        self.home.start_havend("--notifier", "terminal")
        screen = self.follow()
        screen.wait_for("shoes on")
        self.assertNotIn("moved", screen.text)
        self.home.havenctl("delay", "shoes", "7m")
        screen.wait_for("moved")
        screen.type("q")
        self.assertEqual(screen.wait_for_end(3), 0)
        wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_it_ends_when_what_comes_next_is_here(self):
        self.home.start_havend("--notifier", "terminal")
        screen = self.follow()
        self.home.havenctl("done", "shoes")
        self.assertEqual(screen.wait_for_end(5), 0)
        wait_until("what is now", lambda: b"FIRST  shoes on" in screen.written)
        wait_until("the terminal as it was", lambda: screen.is_as_before)

    def test_without_a_daemon_the_day_as_written_is_enough_and_large_letters_fit_forty_columns(self):
        screen = self.follow("--big", columns=40, rows=30)
        self.assertLessEqual(max(map(len, screen.lines)), 40, screen.text)
        screen.signal(signal.SIGTERM)
        self.assertEqual(os.WTERMSIG(screen.wait_for_end(3)), signal.SIGTERM)
        wait_until("the terminal as it was", lambda: screen.is_as_before)


if __name__ == "__main__":
    import unittest
    unittest.main()
