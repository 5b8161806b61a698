"""Between cues Haven is asleep: one thread, and not one wake-up."""
import os
import shutil

from bed import REPO
from bed.case import Case
from bed.cost import threads, wakes, watch_idle
from bed.desktop import Bus, Display
from bed.home import Home
from bed.household import nothing_due, zone_at
from bed.servers import Dunst
from bed.waiting import wait_until


class Idle(Case):
    # While there is no bus, sd-bus watches every folder on the way to it for the missing part, and wakes for each file
    # made in any of them. On the way to a login's bus, /run/user/UID, nobody makes any; in /tmp everybody does.
    place = "/run" if os.geteuid() == 0 else os.environ.get("XDG_RUNTIME_DIR", "/dev/shm")

    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)

    def assert_idle(self, havend, seconds=25):
        wait_until("the start to be over", lambda: watch_idle(havend.pid, 1)[0] == 0, 15)
        self.assertEqual(threads(havend.pid), [havend.pid])
        woken = wakes(havend.pid, seconds)
        self.assertEqual(woken[-1], 0, f"{woken} context switches, each in {seconds} s of nothing to do")
        self.assertEqual(threads(havend.pid), [havend.pid])

    def test_on_a_desktop_it_does_not_wake(self):
        self.home.write_config(nothing_due().toml())
        bus = Bus(self.home)
        self.addCleanup(bus.stop)
        display = Display(self.home)
        self.addCleanup(display.stop)
        dunst = Dunst(self.home, bus, display)
        self.addCleanup(dunst.server.stop)
        havend = self.home.start_havend()
        wait_until("the notification server to be found",
                   lambda: self.home.havenctl_json("status")[0]["notifier"]["state"] == "ready")
        self.assert_idle(havend)

    def test_waiting_for_a_bus_it_does_not_wake(self):
        self.home.write_config(nothing_due().toml())
        self.assert_idle(self.home.start_havend())

    def test_after_commands_and_a_watcher_have_gone_it_sleeps_again(self):
        self.home.write_config(nothing_due().toml())
        havend = self.home.start_havend("--notifier", "terminal")
        for words in (["now"], ["day"], ["delay", "tea", "5m"], ["events"], ["undo"], ["status"]):
            self.assertEqual(self.home.havenctl(*words).returncode, 0, words)
        self.assert_idle(havend)

    def test_a_real_household_is_as_quiet(self):
        shutil.copytree(os.path.join(REPO, "etc", "examples", "harbour"), self.home.config, dirs_exist_ok=True)
        # The hour is not ours to choose here: a zone in which the household is asleep keeps its cues away.
        path = os.path.join(self.home.config, "haven.toml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self.assertIn('timezone  = "Europe/London"', text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace('"Europe/London"', f'"{zone_at(1)[0]}"'))
        self.assert_idle(self.home.start_havend("--notifier", "terminal"))
