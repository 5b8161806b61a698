"""Calendars that other programs keep, and the plan as a calendar for other programs."""
import datetime
import os
import re
import shutil
import subprocess
import time
import unittest

from bed import BIN
from bed.calendars import Khal, Radicale, Vdirsyncer, event, missing, put
from bed.case import Case
from bed.home import Home
from bed.household import first_cue_within_a_minute, nothing_due
from bed.waiting import wait_until

DAYS = """
[[day]]
id = "holiday"
within = ["holidays"]

[[day]]
id = "school-day"
"""


class Calendars(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.household = nothing_due()
        self.today = datetime.date.fromisoformat(self.household.date)

    def write_config(self, ics, more=""):
        self.home.write_config(
            self.household.toml() + f'\n[[calendar]]\nid = "holidays"\nics = "{ics}"\n{more}{DAYS}')

    def start(self, ics, more=""):
        self.write_config(ics, more)
        self.havend = self.home.start_havend("--notifier", "terminal")

    def day(self, days=0):
        return self.home.havenctl_json("day", f"{self.today + datetime.timedelta(days=days)}")[0]["day"]

    def wait_for(self, kind, days=0):
        wait_until(f"day {days} to be a {kind}", lambda: self.day(days) == kind)


class Folders(Calendars):
    def test_a_file_that_comes_changes_or_goes_is_noticed(self):
        folder = self.path("school")
        put(folder, "displayname", "School")
        put(folder, "other.ics", event("other", self.today + datetime.timedelta(days=3)))
        self.start(folder)
        self.assertEqual((self.day(), self.day(3)), ("school-day", "holiday"))
        path = put(folder, "half-term.ics", event("half-term", self.today))
        self.wait_for("holiday")
        put(folder, "half-term.ics", event("half-term", self.today + datetime.timedelta(days=1)))
        self.wait_for("school-day")
        self.assertEqual(self.day(1), "holiday")
        os.unlink(path)
        self.wait_for("school-day", days=1)
        self.assertEqual(self.day(3), "holiday")

    def test_a_folder_that_is_made_later_is_found(self):
        folder = self.path("calendars/of/school")
        self.start(folder)
        self.assertEqual(self.day(), "school-day")
        self.assertIn("is not there yet", self.home.havenctl("check").stderr)
        put(folder, "half-term.ics", event("half-term", self.today))
        self.wait_for("holiday")
        # And one that is taken away and made again.
        shutil.rmtree(folder)
        self.wait_for("school-day")
        put(folder, "half-term.ics", event("half-term", self.today))
        self.wait_for("holiday")

    def test_a_bad_file_takes_no_other_with_it_and_is_told_with_its_line(self):
        folder = self.path("school")
        put(folder, "good.ics", event("good", self.today))
        put(folder, "page.ics", "<html>")
        put(folder, "odd.ics", event("odd", self.today, "Secret name", "RRULE:FREQ=NEVER"))
        self.start(folder)
        self.assertEqual(self.day(), "holiday")
        told = self.home.havenctl("check").stderr
        self.assertIn(f"{folder}/page.ics:1: warning:", told)
        self.assertIn(f"{folder}/odd.ics:4: warning: in VEVENT: its repetition", told)
        self.assertNotIn("Secret name", self.havend.said)

    def test_a_single_file_that_turns_into_an_error_page_changes_nothing(self):
        put(self.folder, "school.ics", event("half-term", self.today))
        self.start(self.path("school.ics"))
        self.assertEqual(self.day(), "holiday")
        put(self.folder, "school.ics", "<html>404</html>")
        wait_until("the fault in status", lambda: self.home.havenctl_json("status")[0]["config"]["state"] == "faulty")
        self.assertEqual(self.day(), "holiday")
        put(self.folder, "school.ics", event("half-term", self.today + datetime.timedelta(days=1)))
        self.wait_for("school-day")

    def test_only_the_events_that_are_named_count(self):
        folder = self.path("school")
        put(folder, "gala.ics", event("gala", self.today, "Year 6 swimming gala"))
        put(folder, "inset.ics", event("inset", self.today + datetime.timedelta(days=1), "INSET DAY"))
        self.start(folder, 'only = ["inset"]\n')
        self.assertEqual((self.day(), self.day(1)), ("school-day", "holiday"))


class Synchronised(Calendars):
    @unittest.skipIf(missing("vdirsyncer", "radicale"), missing("vdirsyncer", "radicale"))
    def test_what_vdirsyncer_brings_is_taken_at_once(self):
        self.start(self.path("vdir/school"))
        server = Radicale(self.folder, self.home.env)
        self.addCleanup(server.stop)
        syncer = Vdirsyncer(self.folder, self.home.env, server.url)
        server.put("half-term.ics", event("half-term", self.today))
        server.put("easter.ics", event("easter", self.today + datetime.timedelta(days=5)))
        syncer.sync()
        self.wait_for("holiday")
        server.put("half-term.ics", event("half-term", self.today + datetime.timedelta(days=1)))
        syncer.sync()
        self.wait_for("school-day")
        self.assertEqual(self.day(1), "holiday")
        server.delete("half-term.ics")
        syncer.sync()
        self.wait_for("school-day", days=1)
        self.assertEqual(self.day(5), "holiday")


class Slow(Calendars):
    def hang(self, isHanging):
        """A haven-ics that reads as ever, or that hangs."""
        real = os.path.join(BIN, "haven-ics")
        put(self.path("libexec"), "haven-ics", f'#!/bin/sh\nexec {"sleep 30" if isHanging else real + chr(32) + chr(34) + "$@" + chr(34)}\n')
        os.chmod(self.path("libexec/haven-ics"), 0o700)

    def test_a_cue_comes_on_time_while_a_calendar_is_being_read(self):
        self.household = first_cue_within_a_minute()
        self.today = datetime.date.fromisoformat(self.household.date)
        self.home.env["HAVEN_LIBEXEC"] = self.path("libexec")
        self.hang(False)
        put(self.folder, "school.ics", event("half-term", self.today))
        self.start(self.path("school.ics"))
        self.assertEqual(self.day(), "holiday")
        self.hang(True)
        due = self.household.at(1).timestamp()
        wait_until("the last seconds before the minute", lambda: time.time() > due - 2, seconds=70)
        put(self.folder, "school.ics", event("half-term", self.today + datetime.timedelta(days=1)))
        shown = wait_until("the cue", lambda: "shoes" in self.havend.said.lower() and time.time(), seconds=10, every=0.02)
        self.assertLess(shown - due, 1.5)
        # Meanwhile the old calendar holds, and questions are answered.
        began = time.monotonic()
        self.assertEqual(self.home.call("io.haven.Daemon.Day")["parameters"]["day"], "holiday")
        self.assertLess(time.monotonic() - began, 1)
        wait_until("the fault in status", lambda: self.home.havenctl_json("status")[0]["config"]["state"] == "faulty")
        self.assertEqual(self.day(), "holiday")
        self.hang(False)
        self.assertEqual(self.home.havenctl("reload", seconds=30).returncode, 0)
        self.assertEqual(self.day(), "school-day")

    def test_those_who_ask_for_a_reload_at_one_time_are_all_answered(self):
        put(self.folder, "school.ics", event("half-term", self.today))
        self.start(self.path("school.ics"))
        asking = [subprocess.Popen([os.path.join(BIN, "havenctl"), "reload"], env=self.home.env, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True) for _ in range(8)]
        for one in asking:
            said, _ = one.communicate(timeout=30)
            self.assertEqual(one.returncode, 0, said)


class Imports(Calendars):
    def start_without(self):
        self.home.write_config(self.household.toml())
        self.havend = self.home.start_havend("--notifier", "terminal")

    def write_days(self):
        self.home.write_config(self.household.toml() + DAYS.replace("holidays", "school-terms"))

    def test_a_file_becomes_a_calendar_once_and_is_replaced_by_a_newer_one(self):
        self.start_without()
        path = put(self.folder, "School terms.ics", event("half-term", self.today))
        first = self.home.havenctl("import-ics", path)
        self.assertEqual((first.returncode, first.stderr), (0, ""))
        self.assertIn("'school-terms' has 1 date in the coming year", first.stdout)
        self.assertIn("havend has read it", first.stdout)
        self.write_days()
        self.wait_for("holiday")
        again = self.home.havenctl("import-ics", path)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertIn("all of it was there already", again.stdout)
        put(self.folder, "School terms.ics", event("half-term", self.today + datetime.timedelta(days=1)))
        self.assertEqual(self.home.havenctl("import-ics", path).returncode, 0)
        self.wait_for("school-day")
        self.assertEqual(os.listdir(os.path.join(self.home.config, "conf.d")), ["calendar-school-terms.toml"])
        self.assertEqual(os.listdir(os.path.join(self.home.config, "calendars")), ["school-terms.ics"])

    def test_a_page_that_is_no_calendar_is_refused_and_nothing_is_written(self):
        self.start_without()
        path = put(self.folder, "school.ics", "<html>")
        refused = self.home.havenctl("import-ics", path)
        self.assertEqual(refused.returncode, 64)
        self.assertIn("is no iCalendar file", refused.stderr)
        self.assertEqual(os.listdir(self.home.config), ["haven.toml"])

    def test_appointments_are_taken_once_and_no_screen_names_them(self):
        self.start_without()
        tomorrow = self.today + datetime.timedelta(days=1)
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
        for uid, start, more in [
                ("gp", f"{tomorrow:%Y%m%d}T110000", []), ("group", f"{tomorrow:%Y%m%d}T190000", ["RRULE:FREQ=WEEKLY"]),
                ("old", "20200101T100000", [])]:
            lines += ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"DTSTART:{start}",
                      "SUMMARY:Dr Smith\\, about Jamie", "DURATION:PT30M", *more, "END:VEVENT"]
        path = put(self.folder, "mine.ics", "\r\n".join([*lines, "END:VCALENDAR", ""]))
        for _ in range(2):
            taken = self.home.havenctl("import-ics", path, "--appointments")
            self.assertEqual(taken.returncode, 0, taken.stderr)
            self.assertIn("2 appointments from 'mine'", taken.stdout)
        goals = self.home.havenctl_json("goals")[0]
        self.assertEqual(len([goal for goal in goals["goals"] if goal["goal"].startswith("mine-")]), 2, goals)
        told = self.home.havenctl("simulate", "--config", self.home.config, "--from", f"{tomorrow}", "--to",
                                  f"{tomorrow}").stdout
        self.assertIn("Your appointment", told)
        self.assertNotIn("Smith", told)


class Exports(Calendars):
    def setUp(self):
        super().setUp()
        self.home.write_config(self.household.toml() + """
[[routine.step]]
at = "08:00"
name = "Café, with «milk»; and a name that is far too long for one line of a calendar file, so that it is folded"
[[routine.step]]
at = "09:00"
name = "therapy"
event-label = "the visit"
[[goal]]
id = "own"
carer = "ros"
domain = "help"
name = "Secret therapy"
private = true
appointment = "2026-03-06T11:00 FREQ=DAILY"
""")
        self.havend = self.home.start_havend("--notifier", "terminal")
        self.file = self.path("plan.ics")
        self.export = self.home.havenctl("export", "--ics", "--output", self.file)
        self.assertEqual(self.export.returncode, 0, self.export.stderr)
        with open(self.file, "rb") as file:
            self.text = file.read()

    def test_lines_are_folded_and_private_things_are_left_out(self):
        for line in self.text.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            line.decode()
        self.assertNotIn(b"\n", self.text.replace(b"\r\n", b""))
        unfolded = self.text.replace(b"\r\n ", b"").decode()
        self.assertIn(r"SUMMARY:Café\, with «milk»\; and a name", unfolded)
        self.assertIn("SUMMARY:the visit", unfolded)
        self.assertNotIn("therapy", unfolded)
        self.assertIn("TRIGGER:-PT", unfolded)
        piped = subprocess.run([os.path.join(BIN, "havenctl"), "export", "--ics"], env=self.home.env, capture_output=True).stdout
        stamp = re.compile(rb"DTSTAMP:\S+")
        self.assertEqual(stamp.sub(b"", piped), stamp.sub(b"", self.text))
        self.assertNotIn("otter", self.home.havenctl("export", "--ics", "--discreet").stdout)

    def test_python_icalendar_reads_every_event_and_alarm(self):
        try:
            import icalendar
        except ImportError:
            self.skipTest("not installed: python3-icalendar")
        calendar = icalendar.Calendar.from_ical(self.text)
        events = list(calendar.walk("VEVENT"))
        self.assertEqual(len(events), 28 * 3)
        self.assertEqual(len({str(one["UID"]) for one in events}), len(events))
        for one in events:
            self.assertEqual(one.errors, [])
            self.assertEqual(one["DTSTART"].dt.utcoffset(), datetime.timedelta(0))
        teas = [one for one in events if one["SUMMARY"] == "tea"]
        day = self.home.havenctl_json("day", f"{self.today}")[0]
        wanted = sorted(-cue["seconds_left"] for cue in day["cues"] if cue["step"] == "tea")
        found = sorted(alarm["TRIGGER"].dt.total_seconds() for alarm in teas[0].walk("VALARM"))
        self.assertEqual(found, wanted)

    @unittest.skipIf(missing("khal"), missing("khal"))
    def test_khal_takes_it_and_a_second_time_changes_nothing(self):
        # In the family's own zone: in another, an event of theirs may be one of two dates.
        khal = Khal(self.folder, self.home.env, self.household.zone)
        listed = []
        for _ in range(2):
            taken = khal.run("import", "--batch", "-a", "haven", self.file)
            self.assertEqual(taken.returncode, 0, taken.stdout + taken.stderr)
            listed.append(khal.run("list", f"{self.today}", "28d").stdout)
        self.assertEqual(listed[0], listed[1])
        self.assertEqual(listed[0].count("the visit"), 28)
        self.assertIn("⏰", listed[0])
        self.assertEqual(len(os.listdir(self.path("khal"))), 28 * 3)

    @unittest.skipIf(missing("calcurse"), missing("calcurse"))
    def test_calcurse_takes_it(self):
        data = self.path("calcurse")
        os.mkdir(data)
        taken = subprocess.run(["calcurse", "-D", data, "-i", self.file], env=self.home.env, capture_output=True, text=True,
                               timeout=60)
        said = taken.stdout + taken.stderr
        self.assertEqual(taken.returncode, 0, said)
        self.assertTrue(re.search(rf"\b{28 * 3} apps?\b", said), said)
        self.assertIn("0 skipped", said)


if __name__ == "__main__":
    unittest.main()
