"""What looking back says, worked out a second time from the ledger's own tables; and again once old details are forgotten."""
import contextlib
import datetime as dt
import json
import os
import shutil
import sqlite3
import sys

from bed import REPO
from bed.lived import LivedFamily
from bed.waiting import wait_until

sys.path.append(os.path.join(REPO, "Tests", "Oracles"))

import figures  # noqa: E402
from history.generate import Years  # noqa: E402
from history.looking_back import LookBack, told  # noqa: E402
from history.records import records  # noqa: E402

DAY = dt.timedelta(days=1)
DETAILS = ("context", "ladders", "helped")
# Told only while each evening is known.
ONLY_WITH_DETAILS = ("rhythm",)


class LookingBack(LivedFamily):
    """Of each family of etc/examples, moved to UTC, with forty made-up weeks in its ledger."""

    days = 280

    def years(self, home, seed):
        Years(home.database, self.now.date(), self.days, seed, family=home.config, said=2).write()

    def differences(self, got, want):
        return list(figures.differences(got, want))

    def mondays(self):
        this = self.now.date() - self.now.weekday() * DAY
        return [this - 7 * DAY * n for n in range(1, self.days // 7 - 1)]

    def check(self, name, seed):
        home = self.family(name, seed)
        havend = home.start_havend("--notifier", "terminal")
        oracle = LookBack(home.database + ".copy", home.config, self.now)
        carer = oracle.family.carers[0].id
        before = {}
        for monday in self.mondays():
            got = before[monday] = home.havenctl_json("review", "--week", str(monday))[0]
            own = records(home.database + ".copy", os.path.join(home.config, "haven.toml"), self.now.date(), monday, self.now)
            want = figures.answer({"today": str(self.now.date()), "week": str(monday), "records": own})
            with self.subTest(family=name, monday=str(monday)):
                self.assertEqual(self.differences(got, told(carer, want)), [])
                self.assertEqual(self.differences(got, told(carer, oracle.review(monday, carer))), [])
                self.assertNotIn("counts_only", got)
        quarter = home.havenctl_json("quarter")[0]
        self.assertEqual(self.differences(quarter, oracle.quarter(carer)), [])
        self.assertEqual(self.differences(home.havenctl_json("goals")[0], oracle.goals(carer)), [])
        promises = home.havenctl_json("promise", "list")[0]
        self.assertEqual(self.differences(promises, oracle.promises()), [])
        self.forget(home, before, quarter)
        havend.stop()

    def forget(self, home, before, quarter):
        """Old details are made counts: what is told of them stays, and what is gone is said."""
        home.write_config(self.text.replace('"off"', '"90d"', 1))
        home.havenctl("reload")
        first = self.now.date() - 90 * DAY
        old = [monday for monday in before if monday + 7 * DAY <= first]
        wait_until("the last old week to be counted",
                   lambda: home.havenctl_json("review", "--week", str(old[0]))[0].get("counts_only"), 30)
        for monday in before:
            after = home.havenctl_json("review", "--week", str(monday))[0]
            with self.subTest(monday=str(monday), counted=monday in old):
                self.assertEqual(after.get("counts_only", False), monday in old)
                left_out = ("at", "counts_only", "experiment", "question", *DETAILS, *(ONLY_WITH_DETAILS if monday in old else ()))
                one, other = ({k: v for k, v in view.items() if k not in left_out} for view in (before[monday], after))
                if monday in old:
                    one["week"] = {**one["week"], "bins": {}}
                    self.assertEqual([after[key] for key in DETAILS], [[], [], []])
                for view in (one, other):
                    view["week"] = {**view["week"], "steps": sorted(map(json.dumps, view["week"]["steps"]))}
                self.assertEqual(other, one)
        after = home.havenctl_json("quarter")[0]
        self.assertEqual({**after, "at": 0}, {**quarter, "at": 0})
        text = home.havenctl("review", "--week", str(old[0])).stdout
        self.assertIn("the counts alone are kept", " ".join(text.split()))

    def stopped(self, home, change, *mondays):
        """The figures of these weeks once something is changed: as a Haven that has just started works them out, and as SQL does
        from the tables that it left behind."""
        havend = home.start_havend("--notifier", "terminal")
        if change:
            result = change(home)
            self.assertEqual(result.returncode, 0, result.stderr)
        views = [home.havenctl_json("review", "--week", str(monday))[0] for monday in mondays]
        quarter = home.havenctl_json("quarter")[0]
        havend.stop()
        shutil.copy(home.database, home.database + ".copy")
        oracle = LookBack(home.database + ".copy", home.config, self.now)
        carer = oracle.family.carers[0].id
        for monday, got in zip(mondays, views):
            with self.subTest(monday=str(monday)):
                own = records(home.database + ".copy", os.path.join(home.config, "haven.toml"), self.now.date(), monday, self.now)
                want = figures.answer({"today": str(self.now.date()), "week": str(monday), "records": own})
                self.assertEqual(self.differences(got, told(carer, want)), [])
                self.assertEqual(self.differences(got, told(carer, oracle.review(monday, carer))), [])
        self.assertEqual(self.differences(quarter, oracle.quarter(carer)), [])
        return [{key: value for key, value in view.items() if key != "at"} for view in views]

    def test_what_is_changed_of_a_week_long_over_is_in_its_figures_at_once(self):
        home = self.family("harbour", 4)
        other = self.mondays()[9]

        def moments_of(week):
            with contextlib.closing(sqlite3.connect(home.database)) as db:
                rows = db.execute("SELECT id, command FROM act WHERE kind = 'hard' AND undone_at IS NULL AND date BETWEEN ? AND ?",
                                  (str(week), str(week + 6 * DAY))).fetchall()
            return {number: json.loads(command)["hard"]["_0"] for number, command in rows}
        # One that makes its change a hard one, by itself and of one child.
        week, number = next((week, n) for week in self.mondays()[4:9] for n, moment in moments_of(week).items()
                            if moment.get("child") == "wren" and moment.get("step", "none-such") != "none-such"
                            and moment.get("settle") != 55)
        moments = moments_of(week)
        def do(*words):
            return lambda home: home.havenctl(*words)
        before = self.stopped(home, None, week, other)
        edited = self.stopped(home, do("hard", "edit", str(number), "--settle", "55", "--child", "otter"), week, other)
        self.assertNotEqual(edited[0], before[0])
        self.assertEqual(edited[1], before[1])
        deleted = self.stopped(home, do("hard", "delete", str(number)), week, other)
        self.assertNotEqual(deleted[0], edited[0])
        # Taken back in the Haven that did it: what was erased is kept nowhere else.
        def and_back(home):
            home.havenctl("hard", "delete", str(next(n for n in moments if n != number)))
            return home.havenctl("undo")
        self.assertEqual(self.stopped(home, and_back, week, other), deleted)
        purged = self.stopped(home, do("purge", "--child", "otter", "--yes"), week, other)
        self.assertNotIn("otter", json.dumps([[view["week"], view["ladders"]] for view in purged]))
        self.assertNotEqual(purged[1], before[1])

    def test_harbours_figures_are_those_of_the_tables(self):
        self.check("harbour", 1)

    def test_mill_streets_figures_are_those_of_the_tables(self):
        self.check("mill-street", 2)

    def test_the_first_familys_figures_are_those_of_the_tables(self):
        self.check("first", 3)
