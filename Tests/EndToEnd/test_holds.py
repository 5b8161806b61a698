"""What holds a cue back, taken from the desktop itself, and how havenctl tells of it (docs/holds.md)."""
import os
import subprocess

from bed.case import Case
from bed.desktop import Bus, Display
from bed.home import Home
from bed.household import first_cue_within_a_minute, nothing_due
from bed.process import Running
from bed.servers import Dunst, XfceNotifyd
from bed.waiting import wait_until

A_MINUTE_AND_MORE = 80
HERE = os.path.dirname(os.path.abspath(__file__))
SESSION = os.path.join(os.path.dirname(HERE), "Desktop", "session_services.py")
XFCONFD = ["/usr/lib/x86_64-linux-gnu/xfce4/xfconf/xfconfd", "/usr/lib/xfce4/xfconf/xfconfd"]


class Holding(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.bus = Bus(self.home)
        self.addCleanup(self.bus.stop)
        # logind's stand-in is on the same bus: havend is told that it is the system's.
        self.home.env["DBUS_SYSTEM_BUS_ADDRESS"] = self.bus.address
        self.display = Display(self.home)
        self.addCleanup(self.display.stop)
        self.household = first_cue_within_a_minute()
        self.first = f"{self.household.date}/shoes/otter/2"

    def start_session(self):
        self.session = Running(
            ["/usr/bin/python3", SESSION, "--no-saver"], os.path.join(self.folder, "session.log"), env=self.home.env,
            stdin=subprocess.PIPE)
        self.addCleanup(self.session.stop)
        self.addCleanup(self.session.process.stdin.close)
        wait_until("logind", lambda: self.bus.has_owner("org.freedesktop.login1"))

    def tell_session(self, line):
        self.session.process.stdin.write(f"{line}\n".encode())
        self.session.process.stdin.flush()

    def status(self):
        return self.home.havenctl_json("status")[0]

    def facts(self):
        return {(fact["fact"]): fact["is_true"] for fact in self.status()["desktop"]}

    def begin(self, household=""):
        self.home.write_config(self.household.toml(household))
        self.home.start_havend()

    def wait_until_held(self, reason):
        self.home.wait_for_state(self.first, "held", A_MINUTE_AND_MORE)
        held = self.home.havenctl_json("now")[0]["held"]
        self.assertEqual([(cue["id"], cue["reason"]) for cue in held], [(self.first, reason)])


class OnDunst(Holding):
    def setUp(self):
        super().setUp()
        self.dunst = Dunst(self.home, self.bus, self.display)
        self.addCleanup(self.dunst.server.stop)


class Telling(OnDunst):
    def test_now_status_and_why_say_what_is_held_since_when_and_why(self):
        self.dunst.control("set-paused", "true")
        self.begin()
        wait_until("dunst", lambda: self.facts().get("do-not-disturb"))
        self.assertIn("held since", self.home.havenctl("now").stdout)
        self.wait_until_held("do-not-disturb")
        since = [cue["since"] for cue in self.home.havenctl_json("now")[0]["held"]][0][11:16]
        said = f"held since {since}: do not disturb"
        self.assertIn(f"1 cue {said}", self.home.havenctl("now").stdout)
        self.assertIn(said, self.home.havenctl("why", "shoes").stdout)
        status = self.home.havenctl("status").stdout
        self.assertIn(f"do not disturb, since {since}", status)
        self.assertIn("do not disturb on (dunst", status)
        self.dunst.control("set-paused", "false")
        self.home.wait_for_state(self.first, "shown", 20)
        waited = self.status()["waited"]
        self.assertEqual([(cue["id"], cue["reason"], cue["then"]) for cue in waited],
                         [(self.first, "do-not-disturb", "claimed")])
        self.assertIn(f"shown, held {since} to ", self.home.havenctl("why", "shoes").stdout)
        self.assertNotIn("held since", self.home.havenctl("now").stdout)


class Locked(OnDunst):
    def test_a_locked_screen_shows_nothing_where_the_family_wants_that_and_unlocking_brings_one_line(self):
        self.start_session()
        self.begin('locked = "nothing"')
        wait_until("logind's word", lambda: self.facts().get("locked") is False)
        self.tell_session("locked true")
        self.wait_until_held("locked")
        self.assertEqual(self.dunst.displayed(), 0)
        self.tell_session("locked false")
        self.assertEqual(self.home.wait_for_state(self.first, "shown", 20), ["held", "claimed", "shown"])
        wait_until("one popup", lambda: self.dunst.displayed() == 1)


class LockedGeneric(OnDunst):
    def test_a_popup_that_is_up_when_the_screen_is_locked_is_put_in_general_words(self):
        self.start_session()
        self.begin()
        wait_until("a popup", lambda: self.dunst.displayed() == 1, A_MINUTE_AND_MORE)
        self.home.wait_for_state(self.first, "shown")
        self.tell_session("locked true")
        wait_until("the lock to be seen", lambda: self.facts().get("locked"))
        self.dunst.control("close")
        wait_until("the popup's text", self.dunst.history)
        shown = self.dunst.history()[0]
        self.assertNotIn("otter", (shown["summary"] + shown["body"]).lower())
        self.assertNotIn("shoes", (shown["summary"] + shown["body"]).lower())


class Sources(OnDunst):
    def test_status_names_each_source_and_what_nobody_tells(self):
        self.start_session()
        self.household = nothing_due()
        self.begin()
        wait_until("every source", lambda: {"locked", "idle", "do-not-disturb"} <= set(self.facts()))
        self.assertEqual(self.facts(), {"locked": False, "idle": False, "do-not-disturb": False})
        self.assertEqual(self.status()["untold"], ["full-screen"])
        self.assertIn("unlocked, in use (logind) · do not disturb off (dunst", self.home.havenctl("status").stdout)
        self.tell_session("idle true")
        wait_until("idleness", lambda: self.facts()["idle"])


class OnXfce(Holding):
    def test_xfce_do_not_disturb_holds_a_cue_and_its_end_brings_one_catch_up(self):
        xfconfd = Running([next(path for path in XFCONFD if os.path.exists(path))],
                          os.path.join(self.folder, "xfconfd.log"), env=self.home.env)
        self.addCleanup(xfconfd.stop)
        wait_until("Xfce's settings", lambda: self.bus.has_owner("org.xfce.Xfconf"))
        server = XfceNotifyd(self.home, self.bus, self.display)
        self.addCleanup(server.stop)

        def set_do_not_disturb(word):
            subprocess.run(["xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb", "-n", "-t", "bool", "-s",
                            word], env=self.home.env, check=True, timeout=20)

        self.begin()
        wait_until("the switch", lambda: self.facts().get("do-not-disturb") is False)
        set_do_not_disturb("true")
        self.wait_until_held("do-not-disturb")
        set_do_not_disturb("false")
        self.assertEqual(self.home.wait_for_state(self.first, "shown", 20), ["held", "claimed", "shown"])
        wait_until("one popup", server.window)
