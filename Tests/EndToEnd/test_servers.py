"""Notification servers and buses on a bad day, each with the real havend: what it was asked is written down and compared."""
import os

from bed import artifacts
from bed.case import Case
from bed.desktop import Bus, Display
from bed.home import Home
from bed.household import first_cue_within_a_minute
from bed.servers import Dunst, Recorder, XfceNotifyd
from bed.waiting import wait_until

A_MINUTE_AND_MORE = 80


class Servers(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.household = first_cue_within_a_minute()
        self.first = f"{self.household.date}/shoes/otter/2"
        self.home.write_config(self.household.toml())

    def start_bus(self):
        self.bus = Bus(self.home)
        self.addCleanup(self.bus.stop)

    def start_recorder(self, *arguments):
        self.recorder = Recorder(self.home, self.bus, *arguments)
        self.addCleanup(self.recorder.stop)

    def shown_once(self, states=("claimed", "shown")):
        self.assertEqual(self.home.wait_for_state(self.first, "shown", A_MINUTE_AND_MORE), list(states))


class NoBusAtStart(Servers):
    def test_a_bus_that_comes_late_is_found_and_what_waited_is_said_once(self):
        self.home.start_havend()
        self.home.wait_for_state(self.first, "held", A_MINUTE_AND_MORE)
        self.assertIn("session bus", self.home.havenctl("status").stdout)
        self.start_bus()
        self.start_recorder()
        self.shown_once(("held", "claimed", "shown"))
        self.assertEqual(len(self.recorder.notified()), 1)


class Hanging(Servers):
    def test_a_server_that_never_answers_is_waited_for_no_longer_than_bounded_and_its_bubble_is_not_doubled(self):
        self.start_bus()
        self.start_recorder()
        self.recorder.tell("silent")
        self.home.start_havend()
        wait_until("Notify", lambda: self.recorder.notified(), A_MINUTE_AND_MORE)
        self.assertEqual(self.home.havenctl("now").returncode, 0, "the shell is answered meanwhile")
        self.home.wait_for_state(self.first, "held", 20)
        self.recorder.tell("answering")
        wait_until("the cue to be shown", lambda: self.home.states(self.first)[-1:] == ["shown"], 30)
        # The first was taken after all: the second try changed that bubble.
        self.assertEqual([call["replaces"] for call in self.recorder.notified()], [0, 1])


class Excess(Servers):
    def test_a_server_that_takes_no_more_for_now_is_asked_again_and_shows_it_once(self):
        self.start_bus()
        self.start_recorder()
        self.recorder.tell("fail org.freedesktop.Notifications.Error.ExcessNotificationGeneration 1")
        self.home.start_havend()
        self.shown_once()
        self.assertEqual(len(self.recorder.notified()), 2)


class DeathOfAServer(Servers):
    def test_a_server_that_dies_of_a_notification_is_followed_by_one_that_shows_it(self):
        self.start_bus()
        self.start_recorder()
        self.recorder.tell("die-on-notify")
        self.home.start_havend()
        self.home.wait_for_state(self.first, "held", A_MINUTE_AND_MORE)
        self.start_recorder()
        self.shown_once(("claimed", "held", "claimed", "shown"))
        self.assertEqual(len(self.recorder.notified()), 1)


class ReusedIds(Servers):
    def test_a_restarted_server_hands_out_the_same_ids_and_the_buttons_are_those_of_the_new_bubble(self):
        self.start_bus()
        self.start_recorder()
        self.home.start_havend()
        self.shown_once()
        former = self.recorder
        former.stop()
        wait_until("the bus to lose it", lambda: not self.bus.has_owner())
        self.start_recorder("--first", "1")
        wait_until("the bubble on the new server", lambda: self.recorder.notified(), 20)
        self.assertEqual([call["replaces"] for call in self.recorder.notified()], [0])
        self.recorder.tell("answer 1 done")
        self.assertEqual(self.home.wait_for_state(self.first, "acknowledged"), ["claimed", "shown", "acknowledged"])


class DeadAndBack(Servers):
    def test_a_button_pressed_after_kill_9_is_an_answer(self):
        self.start_bus()
        self.start_recorder()
        havend = self.home.start_havend()
        self.shown_once()
        havend.process.kill()
        havend.wait()
        # The button is pressed while the new run has just begun to speak with the server.
        self.recorder.tell("answer-when-asked 1 done")
        self.home.start_havend()
        self.assertEqual(self.home.wait_for_state(self.first, "acknowledged"), ["claimed", "shown", "acknowledged"])
        self.assertEqual(len(self.recorder.notified()), 1, "nothing was shown a second time")


class AnotherFamily(Servers):
    def test_a_server_of_another_family_takes_over_and_shows_what_is_unanswered(self):
        self.start_bus()
        display = Display(self.home)
        self.addCleanup(display.stop)
        dunst = Dunst(self.home, self.bus, display)
        self.addCleanup(dunst.server.stop)
        self.home.start_havend()
        self.shown_once()
        wait_until("a popup", lambda: dunst.displayed() == 1)
        dunst.stop()
        xfce = XfceNotifyd(self.home, self.bus, display)
        self.addCleanup(xfce.stop)
        wait_until("the popup of the other", xfce.window, 20)
        wait_until("it to be drawn", lambda: display.colours() > 50)
        display.screenshot(os.path.join(artifacts(), "after-dunst-xfce.png"))
        self.assertEqual(self.home.states(self.first), ["claimed", "shown"])
        xfce.press(0, of=3)
        self.home.wait_for_state(self.first, "acknowledged")
