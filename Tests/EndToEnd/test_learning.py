"""What a family learns changes its config only by its own word, and comes back exactly; what it tries changes no file."""
import datetime
import os
import sqlite3
import subprocess

from bed.case import Case
from bed.home import Home
from bed.household import nothing_due

BATH = """
[[routine.step]]
at = "19:10"
id = "bath"
name = "bath"
transition = "hard"   # since May
"""


class Learning(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.household = nothing_due()
        # A group-readable file, as a family that shares it has.
        self.config = self.home.write_config(self.household.toml() + BATH)
        os.chmod(self.config, 0o640)
        self.start()

    def start(self):
        self.havend = self.home.start_havend("--notifier", "terminal", stdout=subprocess.DEVNULL)

    def stop(self):
        self.home.stop()
        self.home.started.clear()

    def do(self, *words, code=0, **more):
        answer = self.home.havenctl(*words, **more)
        self.assertEqual(answer.returncode, code, f"{words}\n{answer.stdout}{answer.stderr}")
        return answer.stdout

    def text(self):
        with open(self.config, encoding="utf-8") as file:
            return file.read()

    def date(self, days):
        return (self.household.start + datetime.timedelta(days=days)).strftime("%Y-%m-%d")

    def live(self, days):
        """These many days of bath before today, as they would be in the ledger."""
        self.stop()
        with sqlite3.connect(self.home.database) as database:
            for day in range(-days, 0):
                database.execute(
                    "INSERT INTO occurrence VALUES (?, 69000, 'bath', 'otter', 'hard', 'P20 · 15 · 5 · L2 · 0',"
                    " 'ordinary', 'home')", (self.date(day),))
        database.close()
        self.start()


class Suggestions(Learning):
    def test_an_accepted_suggestion_changes_its_line_alone_and_undo_brings_back_every_byte(self):
        before = self.text()
        self.live(14)
        shown = self.do("suggestions")
        self.assertIn("bath, otter: one size shorter, hard to normal", shown)
        self.assertIn("smooth 12 of the last 12 times", shown)
        self.do("suggestions", "accept", "1")
        changed = self.text()
        self.assertEqual(changed, before.replace('transition = "hard"   # since May', 'transition = "normal"   # since May'))
        self.assertEqual(os.stat(self.config).st_mode & 0o777, 0o640)
        sizes = {step["step"]: step["transitions"] for step in self.home.havenctl_json("day")[0]["steps"]}
        self.assertEqual(sizes["bath"], [{"child": "otter", "size": "normal"}])
        # What went before, with the other ladder, says nothing more.
        self.assertNotIn("bath", self.do("suggestions", code=1))
        # An `undo` of acts does not reach into the config; it says what does.
        self.assertIn("suggestions undo", self.home.havenctl("undo").stderr)
        # A restart forgets nothing of it.
        self.stop()
        self.start()
        self.do("suggestions", "undo")
        self.assertEqual(self.text(), before)
        sizes = {step["step"]: step["transitions"] for step in self.home.havenctl_json("day")[0]["steps"]}
        self.assertEqual(sizes["bath"], [{"child": "otter", "size": "hard"}])
        self.do("suggestions", "undo", code=1)


class Try(Learning):
    def rungs(self, days):
        return [cue["rung"] for cue in self.home.havenctl_json("day", self.date(days))[0]["cues"]
                if cue["step"] == "bath"]

    def test_what_is_tried_bends_the_plan_from_tomorrow_to_its_date_and_no_file(self):
        before = self.text()
        said = self.do("try", "bath", "--minutes", "30", "--days", "3")
        self.assertIn("'bath' for otter: P30 · 15 · 5 · L2 · 0, instead of P20 · 15 · 5 · L2 · 0", said)
        usual, tried = ["P20", "15", "5", "L2", "0"], ["P30", "15", "5", "L2", "0"]
        self.assertEqual([self.rungs(day) for day in range(0, 5)], [usual, tried, tried, tried, usual])
        self.assertIn("still trying: bath, otter", self.do("tomorrow"))
        self.assertIn("hard (trying)", self.do("day", self.date(1)))
        self.assertEqual(self.text(), before)
        # Kept over a restart, and told as what it is.
        self.stop()
        self.start()
        self.assertEqual(self.rungs(1), tried)
        shown = self.do("try")
        self.assertIn("P30 · 15 · 5 · L2 · 0, instead of P20 · 15 · 5 · L2 · 0", shown)
        self.assertNotIn("otter", self.do("try", "--discreet"))
        # One thing of a step at a time.
        refused = self.home.havenctl("try", "bath", "--size", "normal")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("havenctl try stop bath", refused.stderr)
        self.do("try", "stop", "bath")
        self.assertEqual(self.rungs(1), usual)
        self.do("undo")
        self.assertEqual(self.rungs(1), tried)
        self.do("try", "stop", "bath")
        self.do("try", code=1)
        self.assertEqual(self.text(), before)

    def test_at_its_end_it_is_told_what_went_with_it_and_keeping_it_is_one_line(self):
        self.live(30)
        self.do("try", "bath", "--size", "very-hard", "--days", "14")
        # As if it had been typed fifteen days ago.
        self.stop()
        with sqlite3.connect(self.home.database) as database:
            database.execute(
                "UPDATE act SET at = at - 15 * 86400, date = ?, command = replace(replace(command, ?, ?), ?, ?)"
                " WHERE kind = 'tryBegin'",
                (self.date(-15), self.date(1), self.date(-14), self.date(14), self.date(-1)))
        database.close()
        self.start()
        shown = self.do("try")
        self.assertIn("went with 14 of 14 smooth", shown)
        self.assertIn("16 of 16 smooth", shown)
        self.assertIn('→ transition = "very-hard"   # since May', shown)
        self.assertNotIn("because", shown)
        self.assertIn("keep what was tried, very-hard", self.do("suggestions"))
        self.do("suggestions", "accept", "1")
        self.assertIn('transition = "very-hard"   # since May', self.text())
        self.do("suggestions", "undo")
        self.assertIn('transition = "hard"   # since May', self.text())


class Notes(Learning):
    def holding(self, text):
        return [name for folder, _, names in os.walk(self.home.state) for name in names
                if text.encode() in open(os.path.join(folder, name), "rb").read()]

    def test_a_note_goes_into_the_record_and_out_of_it_again_and_never_into_a_log(self):
        said = self.do("note", "--child", "otter", input="saw the swans, twice\n")
        number = said.split("kept as ")[1].split(":")[0]
        self.do("note", "--ofnr", input="the door\ntired\n")
        listed = self.do("note", "list")
        self.assertIn("saw the swans, twice", listed)
        self.assertIn("Feeling: tired", listed)
        self.assertEqual(self.do("note", "list", "--discreet"), "2 notes kept\n")
        child = self.do("export", "--child", "otter")
        self.assertIn("saw the swans, twice", child)
        self.assertNotIn("tired", child)
        self.assertIn("saw the swans, twice", self.do("export"))
        self.assertNotIn("swans", self.havend.said)
        self.do("note", "delete", number)
        self.assertEqual(self.holding("saw the swans"), [])
        self.do("undo")
        self.assertIn("saw the swans, twice", self.do("note", "list"))
        self.do("purge", "--child", "otter", "--yes")
        self.assertEqual(self.holding("saw the swans"), [])
        self.assertIn("Feeling: tired", self.do("note", "list"))

    def test_with_no_terminal_and_no_words_no_editor_waits_for_anybody(self):
        for words in (["note"], ["journal"], ["ask", "add"], ["hard", "--note"]):
            answer = self.home.havenctl(*words, stdin=subprocess.DEVNULL)
            self.assertEqual(answer.returncode, 64, f"{words}\n{answer.stdout}{answer.stderr}")
            self.assertIn("there is no terminal", answer.stderr)
