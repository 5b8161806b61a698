"""On dunst, which takes Notify at its word, draws no buttons, and hands actions to a menu."""
import os
import subprocess

from bed import BIN, REPO, artifacts
from bed.case import Case
from bed.desktop import Bus, Display
from bed.home import Home
from bed.household import first_cue_within_a_minute
from bed.servers import Dunst
from bed.waiting import wait_until

A_MINUTE_AND_MORE = 80


class OnDunst(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder, self.programs())
        self.addCleanup(self.home.stop)
        self.bus = Bus(self.home)
        self.addCleanup(self.bus.stop)
        self.display = Display(self.home)
        self.addCleanup(self.display.stop)
        self.dunst = Dunst(self.home, self.bus, self.display)
        self.addCleanup(self.dunst.server.stop)
        self.household = first_cue_within_a_minute()
        self.first = f"{self.household.date}/shoes/otter/2"
        self.arrival = f"{self.household.date}/shoes/otter/0"

    def programs(self):
        return BIN

    def begin(self):
        self.home.write_config(self.household.toml())
        self.home.start_havend()

    def popup(self):
        wait_until("a popup", lambda: self.dunst.displayed() == 1, A_MINUTE_AND_MORE)
        self.home.wait_for_state(self.first, "shown")


class Answering(OnDunst):
    def test_a_cue_is_shown_and_its_done_button_records_done(self):
        self.begin()
        self.popup()
        wait_until("the popup to be drawn", lambda: self.display.colours() > 20)
        self.display.screenshot(os.path.join(artifacts(), "dunst.png"))
        self.dunst.choose("done")
        self.assertEqual(self.home.wait_for_state(self.first, "acknowledged"), ["claimed", "shown", "acknowledged"])
        wait_until("the popup to go", lambda: self.dunst.displayed() == 0)
        shown = self.dunst.history()[0]
        self.assertEqual(shown["appname"], "Haven")
        self.assertIn("shoes", (shown["summary"] + shown["body"]).lower())
        self.assertEqual(self.home.rungs("shoes")[self.first], "acknowledged")


class Installed(OnDunst):
    def programs(self):
        """A prefix of its own, filled by `make install`."""
        prefix = self.path("a prefix")
        subprocess.run(["make", "-C", REPO, "install", f"RELEASE_BIN={BIN}", f"PREFIX={prefix}"], check=True,
                       capture_output=True, stdin=subprocess.DEVNULL)
        return os.path.join(prefix, "bin")

    def test_a_cue_of_an_installed_havend_has_its_icon(self):
        self.begin()
        self.popup()
        # dunst does not look at the desktop entry, which is why the icon is sent.
        wait_until("the popup and its picture to be drawn", lambda: self.display.colours() > 40)
        self.display.screenshot(os.path.join(artifacts(), "icon.png"))
        self.dunst.choose("done")
        wait_until("the popup to go", lambda: self.dunst.displayed() == 0)
        self.assertTrue(self.dunst.history()[0]["icon_path"].endswith("/share/icons/hicolor/scalable/apps/haven.svg"))


class Later(OnDunst):
    def test_later_brings_a_cue_back_once_with_its_id(self):
        self.begin()
        self.popup()
        self.dunst.choose("five")
        self.home.wait_for_state(self.first, "snoozed")
        until = [event["until"] for event in self.home.events() if event.get("state") == "snoozed"]
        self.assertEqual(len(until), 1)


class NotToday(OnDunst):
    def test_not_today_takes_the_transition_out_and_its_other_rungs_with_it(self):
        self.begin()
        self.popup()
        self.dunst.choose("not today")
        self.home.wait_for_state(self.first, "skipped")
        self.assertEqual(self.home.rungs("shoes"), {self.first: "skipped", self.arrival: "cancelled"})


class ServerGone(OnDunst):
    def test_an_unanswered_cue_is_shown_again_by_a_new_server_and_is_no_second_announcement(self):
        self.begin()
        self.popup()
        self.dunst.stop()
        self.dunst.start()
        self.addCleanup(self.dunst.server.stop)
        wait_until("the popup on the new server", lambda: self.dunst.displayed() == 1, 20)
        self.assertEqual(self.home.states(self.first).count("claimed"), 1)
        self.dunst.choose("done")
        self.home.wait_for_state(self.first, "acknowledged")


class LateServer(OnDunst):
    def test_a_cue_that_no_server_could_show_is_caught_up_when_one_comes(self):
        self.dunst.stop()
        self.begin()
        self.home.wait_for_state(self.first, "held", A_MINUTE_AND_MORE)
        self.dunst.start()
        self.addCleanup(self.dunst.server.stop)
        self.assertEqual(self.home.wait_for_state(self.first, "shown", 20), ["held", "claimed", "shown"])
        self.assertGreaterEqual(self.dunst.displayed(), 1)


class DoNotDisturb(OnDunst):
    def test_do_not_disturb_holds_a_cue_and_its_end_brings_one_catch_up(self):
        self.dunst.control("set-paused", "true")
        self.begin()
        self.home.wait_for_state(self.first, "held", A_MINUTE_AND_MORE)
        self.assertEqual(self.dunst.displayed(), 0)
        self.dunst.control("set-paused", "false")
        self.assertEqual(self.home.wait_for_state(self.first, "shown", 20), ["held", "claimed", "shown"])
        wait_until("one popup", lambda: self.dunst.displayed() == 1)


class BusGone(OnDunst):
    def test_the_session_bus_may_go_and_come_back_without_losing_anything(self):
        self.begin()
        self.popup()
        self.bus.stop()
        self.dunst.server.stop()
        self.assertEqual(self.home.havenctl("status").returncode, 0)
        self.bus.start()
        self.dunst.start()
        self.addCleanup(self.dunst.server.stop)
        wait_until("the popup on the new bus", lambda: self.dunst.displayed() >= 1, 20)
        self.assertEqual(self.home.states(self.first).count("claimed"), 1)
