"""havenctl doctor on a real desktop, and on what a house looks like when something is not well."""
import json
import os
import unittest

from bed.case import Case
from bed.desktop import Bus, Display
from bed.home import Home
from bed.household import nothing_due
from bed.servers import Dunst
from bed.waiting import wait_until


class Doctor(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.home.write_config(nothing_due().toml())
        os.chmod(self.home.config, 0o700)
        os.chmod(os.path.join(self.home.config, "haven.toml"), 0o600)

    def checks(self):
        """The rows by their ids, and the exit status."""
        said = self.home.havenctl("doctor", "--json")
        self.assertEqual(said.stderr, "")
        view = json.loads(said.stdout)
        self.assertEqual(said.returncode, 0 if view["well"] else 1)
        for row in view["checks"]:
            self.assertTrue(row["state"] != "trouble" or row.get("hint"), row)
        return {row["id"]: row for row in view["checks"]}, said.returncode

    def states(self):
        return {name: row["state"] for name, row in self.checks()[0].items()}


class OnADesktop(Doctor):
    def setUp(self):
        super().setUp()
        self.bus = Bus(self.home)
        self.addCleanup(self.bus.stop)

    def test_with_dunst_all_is_well_and_what_dunst_cannot_do_is_told(self):
        display = Display(self.home)
        self.addCleanup(display.stop)
        dunst = Dunst(self.home, self.bus, display)
        self.addCleanup(dunst.server.stop)
        self.home.start_havend()
        wait_until("dunst to be known", lambda: "dunst" in self.checks()[0]["notifications"]["text"])
        rows, status = self.checks()
        self.assertEqual(status, 0, rows)
        self.assertEqual(rows["bus"]["state"], "ok")
        self.assertIn("no persistence", rows["notifications"]["text"])
        self.assertNotIn("no actions", rows["notifications"]["text"])
        self.assertEqual(rows["database"]["state"], "ok")
        self.assertIn("pages are whole", rows["database"]["text"])

    def test_a_bus_without_a_server_is_something_to_do(self):
        self.home.start_havend()
        wait_until("the bus to be known", lambda: self.states()["bus"] == "ok")
        rows, status = self.checks()
        self.assertEqual((rows["notifications"]["state"], status), ("trouble", 1))
        self.assertIn("dunst", rows["notifications"]["hint"])


class WithoutADesktop(Doctor):
    def test_no_bus_is_something_to_do(self):
        self.home.start_havend()
        self.assertEqual(self.states()["bus"], "trouble")

    def test_with_havend_down_it_says_how_to_start_it(self):
        rows, status = self.checks()
        self.assertEqual((rows["socket"]["state"], status), ("trouble", 1))
        self.assertIn("havend", rows["socket"]["hint"])
        self.assertEqual(rows["config"]["state"], "ok")
        self.assertFalse(os.path.exists(self.home.database))

    def test_no_config_says_how_to_begin(self):
        os.unlink(os.path.join(self.home.config, "haven.toml"))
        self.home.start_havend("--notifier", "terminal")
        self.assertEqual(self.checks()[0]["config"]["hint"], "havenctl init")

    def test_a_fault_is_told_with_its_place(self):
        self.home.start_havend("--notifier", "terminal")
        path = self.home.write_config("[household]\ntimezne = \"UTC\"\n")
        self.assertIn(f"{path}:2:1", self.checks()[0]["config"]["text"])


class Places(Doctor):
    def setUp(self):
        super().setUp()
        self.home.start_havend("--notifier", "terminal")

    def test_a_house_in_order_has_nothing_to_do(self):
        rows, status = self.checks()
        self.assertEqual(status, 0, rows)
        self.assertEqual(rows["permissions"]["state"], "ok", rows)
        self.assertEqual(rows["folders"]["state"], "ok", rows)

    def test_modes_that_let_others_in_are_told_by_name(self):
        for path, mode, good in ((self.home.database, 0o644, 0o600), (self.home.socket, 0o666, 0o600),
                                 (os.path.join(self.home.state, "haven.lock"), 0o640, 0o600),
                                 (os.path.join(self.home.config, "haven.toml"), 0o666, 0o600)):
            with self.subTest(path=path):
                os.chmod(path, mode)
                row = self.checks()[0]["permissions"]
                os.chmod(path, good)
                self.assertEqual(row["state"], "trouble")
                self.assertIn(path, row["text"])
                self.assertIn("chmod", row["hint"])
        self.assertEqual(self.checks()[0]["permissions"]["state"], "ok")

    def test_a_damaged_database_is_told_and_what_was_set_aside_is_named(self):
        for _ in range(3):
            self.home.havenctl("fed", "otter")
        # Closed once, so that all of it is in the file itself.
        self.home.stop()
        self.home.start_havend("--notifier", "terminal")
        with open(self.home.database, "r+b") as file:
            for page in range(3, os.path.getsize(self.home.database) // 4096):
                file.seek(page * 4096)
                file.write(b"\xff" * 64)
        # Trouble, or set aside already: the look itself may be what finds the damage.
        self.assertNotEqual(self.checks()[0]["database"]["state"], "ok")
        self.home.havenctl("fed", "otter")
        row = self.checks()[0]["database"]
        self.assertEqual(row["state"], "note")
        self.assertIn("haven.db.corrupt-", row["text"])

    @unittest.skipUnless(os.geteuid() == 0, "to give a file away takes root")
    def test_a_file_of_somebody_elses_is_told(self):
        os.chown(self.home.database, 4202, 4202)
        self.assertIn("somebody else", self.checks()[0]["permissions"]["text"])

    def test_a_state_in_a_folder_that_syncthing_sends_away_is_something_to_do(self):
        os.mkdir(os.path.join(os.path.dirname(self.home.state), ".stfolder"))
        row = self.checks()[0]["folders"]
        self.assertEqual(row["state"], "trouble")
        self.assertIn("Syncthing", row["text"])
