"""On xfce4-notifyd, a server of another family: it draws the actions as buttons, and the mouse presses them."""
import os

from bed import artifacts
from bed.case import Case
from bed.desktop import Bus, Display
from bed.home import Home
from bed.household import first_cue_within_a_minute
from bed.servers import XfceNotifyd
from bed.waiting import wait_until


class OnXfce(Case):
    def test_the_first_button_records_done(self):
        home = Home(self.folder)
        self.addCleanup(home.stop)
        bus = Bus(home)
        self.addCleanup(bus.stop)
        display = Display(home)
        self.addCleanup(display.stop)
        server = XfceNotifyd(home, bus, display)
        self.addCleanup(server.stop)
        household = first_cue_within_a_minute()
        cue = f"{household.date}/shoes/otter/2"
        home.write_config(household.toml())
        home.start_havend()
        wait_until("a popup", server.window, 80)
        home.wait_for_state(cue, "shown")
        wait_until("the popup to be drawn", lambda: display.colours() > 50)
        display.screenshot(os.path.join(artifacts(), "xfce4-notifyd.png"))
        server.press(0, of=3)
        self.assertEqual(home.wait_for_state(cue, "acknowledged"), ["claimed", "shown", "acknowledged"])
        wait_until("the popup to go", lambda: not server.window())
