"""What a family learns from its record, counted a second time from the ledger's own tables."""
import datetime as dt
import json
import os
import shutil
import sqlite3
import sys

from bed import REPO
from bed.lived import LivedFamily

sys.path.append(os.path.join(REPO, "Tests", "Oracles"))

from history.learning import Learning  # noqa: E402
from history.tried import TriedYears  # noqa: E402
from oracle.family import load  # noqa: E402

# One with several times of its own, for every family: the first carer's.
STRETCH = """
[[goal]]
id = "stretch"
carer = "{}"
domain = "body"
name = "a stretch"
minutes = 10
window = ["Mon-Fri 07:00-08:00", "Sat, Sun 10:00-11:30", "Mon, Wed, Fri 20:00-20:30"]
"""
# Where a suggestion stands in the list, and the lines of the config that it would change: others test those.
NOT_COUNTED = ("number", "changes", "places")


def counted(value):
    """Without what is not counted; what is left out and what is null are the same."""
    if isinstance(value, list):
        return [counted(one) for one in value]
    if isinstance(value, dict):
        return {key: counted(one) for key, one in value.items() if one is not None and key not in NOT_COUNTED}
    return value


class SecondReading(LivedFamily):
    """Of each family of etc/examples, with half a year in which it learned, five times."""

    days = 190

    def years(self, home, seed):
        TriedYears(home.database, self.now.date(), self.days, seed, home.config).write()
        # A soft day, so that no change of today counts, whatever the hour.
        today = self.now.date()
        midnight = int(dt.datetime.combine(today, dt.time(), dt.UTC).timestamp())
        with sqlite3.connect(home.database) as db:
            number = db.execute("SELECT last_act FROM meta").fetchone()[0] + 1
            db.execute("INSERT INTO act VALUES (?, ?, ?, ?, 'mode', NULL, 'mode/', NULL, ?, NULL)",
                       (number, midnight, str(today), load(home.config).carers[0].id, json.dumps({"mode": {"_0": "low-demand"}})))
            db.execute("UPDATE meta SET last_act = ?", (number,))
        db.close()

    def read(self, name, seed, carer):
        """(what, as Haven tells it, as the tables that it leaves behind have it)."""
        home = self.family(name, seed, STRETCH.format(carer))
        havend = home.start_havend("--notifier", "terminal")
        tried = home.havenctl_json("try")[0]
        told = {}
        for one in load(home.config).carers:
            goals = {goal["goal"]: goal for goal in home.havenctl_json("goals", "--as", one.id)[0]["goals"]}
            why = {goal: home.havenctl_json("why", goal, "--as", one.id)[0] for goal in goals}
            told[one.id] = home.havenctl_json("suggestions", "--as", one.id)[0], goals, why
        havend.stop()
        shutil.copy(home.database, home.database + ".copy")
        second = Learning(home.database + ".copy", home.config, dt.datetime.fromisoformat(tried["at"]))
        yield "try", tried["trials"], list(second.rows())
        for one, (suggestions, goals, why) in told.items():
            yield f"suggestions of {one}", suggestions["suggestions"], second.suggestions(one)
            yield f"whether there are few for {one}", suggestions["few"], second.few()
            for goal in (goal for goal in second.family.goals if goal.carer == one):
                answers = second.answers(goal)
                yield f"goals, {goal.id}", goals[goal.id]["answers"], answers
                # Of a step that has the same name `why` tells that.
                if why[goal.id]["kind"] == "goals":
                    yield f"why {goal.id}", why[goal.id]["goals"][0]["answers"], answers
        second.close()

    def check(self, name, carer):
        spoken = set()
        for seed in range(5):
            for what, got, want in self.read(name, seed, carer):
                spoken |= {what.split()[0]} if want else set()
                with self.subTest(family=name, seed=seed, what=what):
                    self.assertEqual(counted(got), counted(want))
            shutil.rmtree(os.path.join(self.folder, name))
        # Nothing would be the same as nothing.
        self.assertLessEqual({"try", "suggestions", "goals,", "why"}, spoken)

    def test_what_harbour_learns_is_what_its_tables_say(self):
        self.check("harbour", "ros")

    def test_what_mill_street_learns_is_what_its_tables_say(self):
        self.check("mill-street", "marta")

    def test_what_the_first_family_learns_is_what_its_tables_say(self):
        self.check("first", "ros")
