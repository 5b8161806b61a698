"""havenctl bar on a real i3blocks, through restarts, closed pipes and general words; and what it costs: nothing."""
import json
import os
import signal
import subprocess

from bed import BIN, HAVENCTL, recipes
from bed.case import Case
from bed.cost import wakes, watch_idle
from bed.home import Home
from bed.household import Household, nothing_due
from bed.process import Running
from bed.waiting import wait_until

DOWN = "no reminders: havend is not running"
UNREADY = "no reminders: there is no config yet"


class Bars(Case):
    # Where nobody else makes files on the way to the bus that is not there: each would wake havend. See test_idle.py.
    place = "/run" if os.geteuid() == 0 else os.environ.get("XDG_RUNTIME_DIR", "/dev/shm")

    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.household = Household()
        self.household.step(-5, "tablet", id='"tablet"')
        self.household.step(30, "shoes <on> & 100%{F#f00}", id='"shoes"')
        self.toml = self.household.toml().replace("working-age = 5", "working-age = 9")
        self.home.write_config(self.toml)

    def start(self):
        self.home.start_havend("--notifier", "terminal")

    def follow(self, *words):
        bar = Running([HAVENCTL, "bar", "--follow", *words], self.path(f"bar-{len(words)}.log"), env=self.home.env)
        self.addCleanup(bar.stop)
        return bar

    def last(self, bar):
        return (bar.said.splitlines() or [""])[-1]


class Following(Bars):
    def test_a_delay_shows_at_once_and_a_restart_is_waited_out(self):
        bar = self.follow()
        wait_until("the line without a havend", lambda: self.last(bar) == DOWN)
        self.start()
        wait_until("the step", lambda: "shoes <on> & 100%{F#f00} · otter · " in self.last(bar))
        self.home.havenctl("delay", "shoes", "2h")
        wait_until("the new time", lambda: self.last(bar).endswith(f"{self.household.at(150):%H:%M}"))
        self.home.started[-1].stop()
        wait_until("the line without a havend", lambda: self.last(bar) == DOWN)
        self.start()
        wait_until("the step again", lambda: self.last(bar).endswith(f"{self.household.at(150):%H:%M}"))
        self.assertEqual(len(bar.said.splitlines()), 5, bar.said)

    def test_a_config_that_is_to_come_is_waited_for(self):
        os.remove(os.path.join(self.home.config, "haven.toml"))
        self.start()
        bar = self.follow()
        wait_until("why there is nothing", lambda: self.last(bar) == UNREADY)
        done = self.home.havenctl("bar")
        self.assertEqual((done.returncode, done.stdout.strip()), (78, UNREADY))
        self.home.write_config(self.toml)
        wait_until("the step", lambda: "shoes" in self.last(bar))
        self.assertEqual(len(bar.said.splitlines()), 2, bar.said)

    def test_general_words_where_the_household_wants_them_now(self):
        self.start()
        bar = self.follow("--format", "waybar")
        wait_until("the step", lambda: "shoes &lt;on&gt; &amp; 100%{F#f00}" in self.last(bar))
        window = f"{self.household.at(-60):%H:%M}-{self.household.at(60):%H:%M}"
        household = f'[household]\ngeneric-when = "{window}"'
        self.home.write_config(self.toml.replace("[household]", household))
        line = wait_until("general words", lambda: json.loads(self.last(bar))["text"].startswith("next step · ") and
                          json.loads(self.last(bar)))
        self.assertIn("generic", line["class"])
        for word in ("shoes", "otter"):
            self.assertNotIn(word, self.last(bar))
        self.assertNotIn("shoes", json.dumps(self.home.havenctl_json("bar")))

    def test_it_ends_when_nobody_reads_it_even_while_nothing_changes(self):
        self.start()
        bar = subprocess.Popen([HAVENCTL, "bar", "--follow"], env=self.home.env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(bar.stderr.close)
        bar.stdout.readline()
        bar.stdout.close()
        self.assertEqual(bar.wait(timeout=5), 0)
        self.assertEqual(bar.stderr.read(), b"")

    def test_neither_it_nor_havend_wakes_while_nothing_changes(self):
        self.home.write_config(nothing_due().toml())
        self.start()
        bar = self.follow()
        wait_until("a line", lambda: "tea" in bar.said)
        # Nothing of the start is left over, and then nothing comes.
        wait_until("the start to be over", lambda: watch_idle(bar.pid, 1)[0] == 0, 15)
        for pid in (bar.pid, self.home.started[-1].pid):
            self.assertEqual(wakes(pid, 5)[-1], 0)


class RealBars(Bars):
    def test_i3blocks_takes_the_recipe_and_shows_the_step(self):
        self.start()
        recipes.copy(self.folder, ".config/i3blocks/config")
        env = {**self.home.env, "PATH": f"{BIN}:{self.home.env['PATH']}"}
        bar = Running(["i3blocks", "-c", self.path(".config/i3blocks/config")], self.path("i3blocks.log"), env=env,
                      stdin=subprocess.PIPE)
        self.addCleanup(bar.process.stdin.close)
        self.addCleanup(bar.stop)

        def block():
            """The last state of the block, as i3blocks hands it to i3bar."""
            lines = [line.lstrip(",") for line in bar.said.splitlines() if line.startswith(",")]
            return json.loads(lines[-1])[-1] if lines else {}
        shown = wait_until("the block", lambda: "shoes <on> & 100%{F#f00} · otter · " in block().get("full_text", "") and block())
        self.assertEqual(shown["markup"], "none")
        self.assertRegex(shown["short_text"], r"^\d+ min$")

    def test_the_bars_configs_of_the_recipes_are_whole(self):
        page = recipes.files()
        waybar = json.loads(page[".config/waybar/config"])["custom/haven"]
        self.start()
        line = self.home.havenctl(*waybar["exec"].split()[1:-1]).stdout
        self.assertEqual(set(json.loads(line)), {"text", "alt", "tooltip", "class", "percentage"})
        exec_line = next(line for line in page[".config/polybar/config.ini"].splitlines() if line.startswith("exec"))
        polybar = self.home.havenctl(*exec_line.split()[3:-1])
        self.assertEqual(polybar.returncode, 0)
        self.assertIn("100% {F#f00}", polybar.stdout)


class OneAnswer(Bars):
    def test_where_a_child_under_six_reads_along_there_is_no_number(self):
        self.home.write_config(self.household.toml().replace("100%", "a lot of"))
        self.start()
        for words in (["bar"], ["bar", "--discreet"]):
            self.assertNotRegex(self.home.havenctl(*words).stdout, r"\d(?!00\})")
        self.assertRegex(self.home.havenctl("bar").stdout, "later|■")

    def test_without_a_havend_it_says_so_and_exits_with_69(self):
        done = self.home.havenctl("bar")
        self.assertEqual((done.returncode, done.stdout.strip()), (69, DOWN))

    def test_a_signal_ends_it_as_any_program(self):
        self.start()
        bar = self.follow()
        wait_until("a line", lambda: bar.said)
        bar.signal(signal.SIGINT)
        self.assertEqual(bar.wait(), -signal.SIGINT)
        self.assertTrue(bar.said.endswith("\n"))
