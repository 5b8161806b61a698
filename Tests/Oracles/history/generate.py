"""Years of a family in a ledger that havend has begun: the same seed, the same years.

About 270 rows of what was said a day, 25 acts and 14 changes, as a household of three children comes to. Without a family it is the
harbour's; with one (its config folder), the changes are those of its own plan, as the second reading of the rules has it.
"""
import datetime as dt
import json
import os
import random
import sqlite3
import sys

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from oracle.family import load  # noqa: E402
from oracle.planning import Facts, Planner  # noqa: E402

DAY = dt.timedelta(days=1)
CHANGES = [("07:30", "dressed", "wren"), ("08:20", "shoes", "otter"), ("17:25", "tablet-ends", "otter"),
           ("18:00", "tea", "finch"), ("18:40", "bath", "wren"), ("19:45", "wren-lights-out", "wren"),
           ("20:10", "otter-lights-out", "otter"), ("12:30", "lunch", "otter"), ("12:30", "lunch", "wren"),
           ("10:00", "outside", "otter"), ("10:00", "outside", "wren"), ("15:30", "landing", "otter"),
           ("16:00", "homework", "finch"), ("21:00", "finch-lights-out", "finch")]
LADDERS = ["P20 · 15 · 5 · L2 · 0", "10 · 5 · 0", "L2 · 0"]
STATES = ["claimed", "shown", "acknowledged"]


def seconds(date, text):
    return int(dt.datetime.fromisoformat(f"{date}T{text}:00+00:00").timestamp())


class Years:
    def __init__(self, database, today, days, seed, family=None, said=6):
        """`said`: rungs of each change that were said."""
        self.db = sqlite3.connect(database)
        self.said = ("P20", "15", "5", "L2", "0", "moved")[:said]
        self.planner = None
        self.children, self.carers = ["otter", "wren", "finch"], ["ros", "imani"]
        self.siblings, self.goals = ["finch"], []
        if family:
            loaded = load(family)
            self.planner = Planner(loaded, Facts(loaded))
            self.children, self.carers = [c.id for c in loaded.children], [c.id for c in loaded.carers]
            self.siblings = [r.whose for r in loaded.respite if r.lane == "sibling"] or self.children[:1]
            self.goals = loaded.goals
        self.rng = random.Random(seed)
        self.act_id = self.db.execute("SELECT last_act FROM meta").fetchone()[0]
        self.days = [today - DAY * n for n in range(days, 0, -1)]
        self.entries, self.acts, self.lived = [], [], []

    def act(self, date, at, carer, kind, parameters, subject=None, lasting=None, ends=None):
        self.act_id += 1
        undone = seconds(date, at) + 60 if kind == "hard" and self.rng.random() < 0.03 else None
        self.acts.append((self.act_id, seconds(date, at), str(date), carer, kind, subject, lasting, ends,
                          json.dumps({kind: parameters}, separators=(",", ":")), undone))

    def write(self):
        for date in self.days:
            self.day(date)
            if len(self.entries) > 50_000:
                self.flush()
        self.flush()
        self.db.execute("UPDATE meta SET last_act = ?, alive_at = ?",
                        (self.act_id, seconds(self.days[-1], "23:59")))
        self.db.commit()
        count = self.db.execute("SELECT count(*) FROM entry").fetchone()[0]
        self.db.close()
        return count

    def flush(self):
        # Act ids have to rise with the instants, as they do in life.
        self.acts.sort(key=lambda act: act[1])
        first = self.act_id - len(self.acts) + 1
        acts = [(first + n, *act[1:]) for n, act in enumerate(self.acts)]
        self.db.executemany("INSERT INTO entry (id, kind, state, due_at, at, carer) VALUES (?,?,?,?,?,?)", self.entries)
        self.db.executemany("INSERT INTO act VALUES (?,?,?,?,?,?,?,?,?,?)", acts)
        self.db.executemany("INSERT INTO occurrence VALUES (?,?,?,?,?,?,?,?)", self.lived)
        self.entries, self.acts, self.lived = [], [], []

    def prepared(self, step, child):
        """The size and the ladder that a change has."""
        return "hard", self.rng.choice(LADDERS)

    def states(self, date, step, child, rung):
        """What became of a rung that was said, in order."""
        return STATES

    def hardness(self, step, child):
        """How often a change is hard, of one time."""
        return 0.22

    def changes(self, date):
        if not self.planner:
            return CHANGES
        return [(f"{dt.datetime.fromtimestamp(s.at, dt.UTC):%H:%M}", s.id, child) for s in self.planner.plan(date).steps
                for child in s.children if self.planner.transition(s, child)]

    def day(self, date):
        rng = self.rng
        ros, other = self.carers[0], self.carers[-1]
        mode = rng.choice(["ordinary"] * 12 + ["low-demand", "sick"])
        changes = self.changes(date)
        late, gone = self.bends(date, changes)
        for at, step, child in changes:
            if rng.random() < 0.1 or step in gone:
                continue
            place = "away" if rng.random() < 0.05 else "home"
            hour, minute = map(int, at.split(":"))
            size, ladder = self.prepared(step, child)
            self.lived.append((str(date), hour * 60 + minute + late.get(step, 0), step, child, size, ladder, mode, place))
            for rung in self.said:
                due = seconds(date, at) - 60 * rng.randint(0, 20)
                for state in self.states(date, step, child, rung):
                    self.entries.append((f"{date}/{step}/{child}/{rung}", "cue", state, due, due, ros))
            if rng.random() < self.hardness(step, child):
                moment = {"size": rng.choice([1, 1, 2, 3]), "tags": ["change"], "step": rng.choice([step] * 9 + ["none-such"]),
                          "helped": rng.sample(["water", "outside", "quiet"], rng.randint(0, 2))}
                if rng.random() < 0.9:
                    moment["child"] = child
                if rng.random() < 0.8:
                    moment["settle"] = rng.choice([2, 5, 10, 15, 25, 40])
                later = f"{hour:02}:{min(59, minute + rng.randint(0, 25)):02}"
                if rng.random() < 0.1:
                    del moment["step"]
                self.act(date, later, rng.choice(self.carers), "hard", {"_0": moment}, moment.get("child"))
        for child in self.children:
            for at in rng.sample(["07:15", "10:20", "13:10", "15:50", "18:20"], 3):
                self.act(date, at, ros, rng.choice(["fed", "drank", "nurture"]), {"child": child}, child)
        for carer in self.carers:
            if rng.random() < 0.6:
                answer = rng.choice(["structure", "even", "nurture"])
                self.act(date, "20:40", carer, "balance", {"_0": answer})
        if rng.random() < 0.5:
            self.act(date, "16:30", ros, "boundaryHeld", {"name": "screens"}, "screens")
        if rng.random() < 0.3:
            self.act(date, "17:00", other, "handover", {"_0": {
                "calm": [], "wobbly": [], "hard": [], "helped": [], "knows": [],
                "choices": rng.sample(["shoes-or-boots", "red-or-blue", "now-or-soon"], rng.randint(0, 3))}})
        if rng.random() < 0.2:
            self.act(date, "19:00", rng.choice(self.carers), rng.choice(["noticed", "repair"]), {})
        if rng.random() < 0.3:
            self.act(date, f"0{rng.randint(0, 2)}:{rng.randint(10, 59)}", ros, "night", {"up": True})
            self.act(date, f"0{rng.randint(3, 5)}:{rng.randint(10, 59)}", ros, "night", {"up": False})
        for goal in self.goals:
            if rng.random() < 0.3:
                self.act(date, "13:00", goal.carer, "goal", {"_1": rng.choice(["done", "part", "not-today"]), "id": goal.id},
                         goal.id, f"goal/{goal.id}/done")
        if date.weekday() == 1:
            self.promise(date)
        if date.weekday() == 2:
            lane = rng.choice([{"solo": {"_0": ros}}, {"couple": {}}, {"sibling": {"_0": rng.choice(self.siblings)}}])
            for carer in self.carers[:rng.randint(1, 2)]:
                self.act(date, "21:00", carer, "respiteTook",
                         {"lane": lane, "date": str(date - DAY * rng.randint(0, 3)),
                          "minutes": rng.choice([45, 60, 90, 150]), "counts": rng.random() < 0.8})
        if date.weekday() == 4:
            self.evening(date)
        if date.day == 11:
            self.night(date)
        if date.day in (13, 24):
            self.act(date, "21:30", ros, "respiteTook",
                     {"lane": {"overnight": {}}, "date": str(date), "minutes": rng.choice([600, 1020, 2700]), "counts": rng.random() < 0.8})

    def bends(self, date, changes):
        """(step -> minutes that it came later, steps that were left out); each is an act as well."""
        late, gone = {}, set()
        if changes and self.rng.random() < 0.4:
            for minutes in self.rng.choices([5, 10, 15, 20], k=self.rng.randint(1, 2)):
                _, step, _ = self.rng.choice(changes)
                late[step] = late.get(step, 0) + minutes
                self.act(date, "06:00", self.carers[0], "delay", {"step": step, "minutes": minutes}, step)
        if changes and self.rng.random() < 0.15:
            _, step, _ = self.rng.choice([change for change in changes if change[1] not in late] or changes)
            if step not in late:
                gone.add(step)
                self.act(date, "06:10", self.carers[-1], "skip", {"step": step}, step)
        return late, gone

    def evening(self, date):
        """One or two bookings of a lane that may lie in each other, and one that is called off."""
        lane = self.rng.choice([{"solo": {"_0": self.carers[-1]}}, {"couple": {}}])
        kind, value = next(iter(lane.items()))
        name = f"{kind}:{value['_0']}" if value else kind
        for n in range(self.rng.randint(1, 3)):
            start = f"{date + DAY}T{self.rng.randint(17, 20)}:{self.rng.choice(['00', '30'])}"
            end = f"{date + DAY}T{self.rng.randint(21, 23)}:00"
            key = f"booking/{name}/{start}"
            until = seconds(date + DAY * 3, "00:00")
            self.act(date, f"09:1{n}", self.rng.choice(self.carers), "respiteBook", {"from": start, "lane": lane, "to": end},
                     name, key, until)
            if self.rng.random() < 0.2:
                self.act(date, f"09:2{n}", self.carers[0], "respiteCancel", {"from": start, "lane": lane}, name, key, until)

    def promise(self, date):
        ros = self.carers[0]
        name = f"p{date.toordinal()}"
        due = seconds(date + DAY * self.rng.randint(1, 6), "17:00")
        self.act(date, "12:00", ros, "promiseAdd", {"dueAt": due, "id": name}, name, f"promise-made/{name}")
        what = self.rng.choice(["kept", "kept", "moved", "repaired", "open"])
        if what == "moved":
            self.act(date, "12:30", ros, "promiseMoved", {"dueAt": due + 3600, "id": name}, name, f"promise/{name}")
        if what != "open":
            done = "promiseRepaired" if what == "repaired" else "promiseKept"
            self.act(date, "13:00", ros, done, {"id": name}, name, f"promise/{name}")

    def night(self, date):
        ros = self.carers[0]
        first, last = date + DAY * 2, date + DAY * (2 + self.rng.randint(1, 3))
        start, end = f"{first}T16:00", f"{last}T10:00"
        self.act(date, "09:00", ros, "respiteBook", {"from": start, "lane": {"overnight": {}}, "to": end}, "overnight",
                 f"booking/overnight/{start}", seconds(last, "10:00") + 86_400)
