"""Years of a family in a ledger that havend has begun: the same seed, the same years.

About 270 rows of what was said a day, 25 acts and 14 changes, as a household of three children comes to.
"""
import datetime as dt
import json
import random
import sqlite3

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
    def __init__(self, database, today, days, seed):
        self.db = sqlite3.connect(database)
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

    def day(self, date):
        rng = self.rng
        mode = rng.choice(["ordinary"] * 12 + ["low-demand", "sick"])
        for at, step, child in CHANGES:
            if rng.random() < 0.1:
                continue
            place = "away" if rng.random() < 0.05 else "home"
            hour, minute = map(int, at.split(":"))
            self.lived.append((str(date), hour * 60 + minute, step, child, "hard", rng.choice(LADDERS), mode, place))
            for rung in ("P20", "15", "5", "L2", "0", "moved"):
                due = seconds(date, at) - 60 * rng.randint(0, 20)
                for state in STATES:
                    self.entries.append((f"{date}/{step}/{child}/{rung}", "cue", state, due, due, "ros"))
            if rng.random() < 0.22:
                moment = {"size": rng.choice([1, 1, 2, 3]), "tags": ["change"], "step": step,
                          "helped": rng.sample(["water", "outside", "quiet"], rng.randint(0, 2))}
                if rng.random() < 0.9:
                    moment["child"] = child
                if rng.random() < 0.8:
                    moment["settle"] = rng.choice([2, 5, 10, 15, 25, 40])
                later = f"{hour:02}:{min(59, minute + rng.randint(0, 25)):02}"
                self.act(date, later, rng.choice(["ros", "imani"]), "hard", {"_0": moment}, moment.get("child"))
        for child in ("otter", "wren", "finch"):
            for at in rng.sample(["07:15", "10:20", "13:10", "15:50", "18:20"], 3):
                self.act(date, at, "ros", rng.choice(["fed", "drank", "nurture"]), {"child": child}, child)
        for carer in ("ros", "imani"):
            if rng.random() < 0.6:
                answer = rng.choice(["structure", "even", "nurture"])
                self.act(date, "20:40", carer, "balance", {"_0": answer})
        if rng.random() < 0.5:
            self.act(date, "16:30", "ros", "boundaryHeld", {"name": "screens"}, "screens")
        if date.weekday() == 1:
            self.promise(date)
        if date.weekday() == 2:
            lane = rng.choice([{"solo": {"_0": "ros"}}, {"couple": {}}, {"sibling": {"_0": "finch"}}])
            self.act(date, "21:00", "ros", "respiteTook",
                     {"lane": lane, "date": str(date - DAY * rng.randint(0, 3)), "minutes": rng.choice([45, 60, 90, 150]),
                      "counts": rng.random() < 0.8})
        if date.day == 11:
            self.night(date)

    def promise(self, date):
        name = f"p{date.toordinal()}"
        due = seconds(date + DAY * self.rng.randint(1, 6), "17:00")
        self.act(date, "12:00", "ros", "promiseAdd", {"dueAt": due, "id": name}, name, f"promise-made/{name}")
        what = self.rng.choice(["kept", "kept", "moved", "repaired", "open"])
        if what == "moved":
            self.act(date, "12:30", "ros", "promiseMoved", {"dueAt": due + 3600, "id": name}, name, f"promise/{name}")
        if what != "open":
            done = "promiseRepaired" if what == "repaired" else "promiseKept"
            self.act(date, "13:00", "ros", done, {"id": name}, name, f"promise/{name}")

    def night(self, date):
        first, last = date + DAY * 2, date + DAY * (2 + self.rng.randint(1, 3))
        start, end = f"{first}T16:00", f"{last}T10:00"
        self.act(date, "09:00", "ros", "respiteBook", {"from": start, "lane": {"overnight": {}}, "to": end}, "overnight",
                 f"booking/overnight/{start}", seconds(last, "10:00") + 86_400)
