"""Years in which a family learns as well: changes that go their own way, rungs that are closed unanswered, goals that are offered and
answered, things that are tried and suggestions that were answered.
"""
import datetime as dt
import random

from .generate import DAY, LADDERS, Years, seconds

SIZES = ["easy", "normal", "hard", "very-hard"]
SHOWN = ["claimed", "shown"]
ANSWERS = [[], ["acknowledged"], ["skipped"], ["dismissed"], ["expired"], ["snoozed"]]
UNSEEN = [["held"], ["missed"], ["claimed"], ["suppressed"], ["held", "cancelled"]]


class TriedYears(Years):
    def __init__(self, database, today, days, seed, family):
        super().__init__(database, today, days, seed, family=family, said=2)
        self.today, self.nudges = today, []
        self.ways = random.Random(seed)
        self.kept = {}
        self.sizes, self.came = {}, {}
        for routine in self.planner.family.routines:
            for step in routine.steps:
                for child in step.who:
                    if step.sizes.get(child) in SIZES:
                        self.sizes.setdefault((step.id, child), []).append(step.sizes[child])

    def way(self, what, *among):
        """One of these for as long as the years are: the same for the same thing."""
        if what not in self.kept:
            self.kept[what] = self.ways.choice(among)
        return self.kept[what]

    # ------------------------------------------------------------ changes

    def hardness(self, step, child):
        return self.way(("hard", step, child), 0.03, 0.08, 0.22, 0.65)

    def prepared(self, step, child):
        rng, key = self.rng, ("ladder", step, child)
        self.came[step, child] = self.came.get((step, child), 0) + 1
        if key not in self.kept or rng.random() < 0.03:
            self.kept[key] = rng.choice(LADDERS)
        size = self.way(("size", step, child), *self.sizes.get((step, child), [None]))
        return (rng.choice(SIZES) if rng.random() < 0.4 else size), self.kept[key]

    def states(self, date, step, child, rung):
        often = self.way(("closed", step, child, rung), 0, 0.2, 0.9)
        if self.rng.random() < 0.15:
            return self.rng.choice(UNSEEN)
        return SHOWN + (["dismissed"] if self.rng.random() < often else self.rng.choice(ANSWERS))

    # ------------------------------------------------------------ goals

    def day(self, date):
        super().day(date)
        for goal in self.goals:
            if goal.after or goal.window:
                self.offer(goal, date)
            # In the quiet hours, when nothing would be on offer.
            if self.rng.random() < self.way(("late", goal.id), 0, 0.5):
                self.do_goal(goal, seconds(date, f"23:{self.rng.randint(0, 59):02}"), "done")
        if date == self.days[-1]:
            self.learn()

    def offer(self, goal, date):
        rng = self.rng
        windows = [w.on(self.planner.zone, date) for w in (goal.window.members if goal.window else [])]
        windows = [w for w in windows if w]
        minute = seconds(date, f"{rng.randint(7, 21):02}:{rng.randint(0, 59):02}")
        often = 0.3
        if windows and not (goal.after and rng.random() < 0.5) and rng.random() < 0.9:
            start, end = rng.choice(windows)
            minute, often = start + 60 * rng.randrange((end - start) // 60), self.way((goal.id, start % 86_400), 0.05, 0.3, 0.9)
        elif not goal.after and rng.random() < 0.7:
            return
        elif goal.after:
            often = self.way(goal.id, 0.05, 0.3, 0.9)
        if rng.random() < 0.2:
            return
        answer = ["acknowledged"] if rng.random() < often / 2 else rng.choice([a for a in ANSWERS if a != ["acknowledged"]])
        states = rng.choice(UNSEEN) if rng.random() < 0.1 else SHOWN + answer
        self.nudges += [(f"{date}/nudge/{goal.id}", "nudge", state, minute, minute + n, goal.carer, goal.id)
                        for n, state in enumerate(states)]
        if rng.random() < often or rng.random() < 0.15:
            later = minute + 60 * rng.choice([-200, -45, 0, 10, 55, 119, 121, 200, 290])
            said = "done" if rng.random() < often else rng.choice(["part", "not-today"])
            if seconds(date, "00:01") <= later <= seconds(date, "23:58"):
                self.do_goal(goal, later, said)

    def do_goal(self, goal, instant, said):
        at = dt.datetime.fromtimestamp(instant, dt.UTC)
        self.act(at.date(), f"{at:%H:%M}", goal.carer, "goal", {"_1": said, "id": goal.id}, goal.id, f"goal/{goal.id}")

    def flush(self):
        super().flush()
        self.db.executemany("INSERT INTO entry (id, kind, state, due_at, at, carer, subject) VALUES (?,?,?,?,?,?,?)", self.nudges)
        self.nudges = []

    # ------------------------------------------------------------ trials and suggestions

    def learn(self):
        rng = self.rng
        often = [key for key, times in self.came.items() if times > 60]
        # One of a step at a time: of a step that more children have, one child's alone.
        one = list({step: (step, child) for step, child in rng.sample(often, len(often))}.values())
        stories = [self.twice, self.finished, self.long_over, self.running, self.stopped, self.overtaken]
        rng.shuffle(stories)
        for tell, (step, child) in zip(stories, one):
            tell(step, child)
        self.never_was(*one[-1])
        for step, child in rng.sample(often, min(2, len(often))):
            for name in [f"{what}/{step}/{child}/{size}" for what in ("shorter", "longer") for size in SIZES]:
                self.answered(rng.choice([10, 27, 30]), "suggestionDismissed", name, f"suggestion-quiet/{name}", {})
        for step, child in rng.sample(often, len(often) // 2):
            name = f"shorter/{step}/{child}/normal"
            self.answered(rng.choice([5, 12, 40]), "suggestionAccepted", name, f"suggestion/{name}", {"changes": []})
            if rng.random() < 0.3:
                self.answered(2, "suggestionUndone", name, f"suggestion/{name}", {})

    def answered(self, ago, kind, name, lasting, more):
        self.act(self.today - DAY * ago, "22:10", self.carers[0], kind, {"id": name, **more}, name, lasting)

    def begin(self, step, child, ago, days, tried=("ladder", "10 5 0", "10 · 5 · 0")):
        """Typed so many days ago, for so many days from the next."""
        change, value, ladder = tried
        typed = self.today - DAY * ago
        self.act(typed, "21:10", self.carers[0], "tryBegin", {"_0": {
            "step": step, "child": child, "change": change, "value": value, "until": str(typed + DAY * days),
            "from": str(typed + DAY), "before": LADDERS[0], "tried": ladder}}, child)

    def stop(self, step, ago):
        self.act(self.today - DAY * ago, "21:20", self.carers[-1], "tryStop", {"step": step}, step)

    def twice(self, step, child):
        """The dates of the first are no time before the second, which has the say."""
        self.begin(step, child, 40, 14)
        self.begin(step, child, 25, 20, ("size", self.rng.choice(SIZES), LADDERS[0]))
        # Too long ago to be told.
        self.begin(step, child, 120, 14)

    def finished(self, step, child):
        self.begin(step, child, 30, 14)

    def long_over(self, step, child):
        self.begin(step, child, 45, 14)

    def running(self, step, child):
        self.begin(step, child, 9, 28, ("without", "15", "P20 · 5 · L2 · 0"))

    def stopped(self, step, child):
        self.begin(step, child, 40, 28)
        self.stop(step, 20)

    def overtaken(self, step, child):
        """Two logins began one each: the later counts from its first date."""
        self.begin(step, child, 33, 28)
        self.begin(step, child, 22, 14, ("with", "P30", "P30 · " + LADDERS[0]))

    def never_was(self, step, child):
        self.begin(step, child, 70, 7)
        self.stop(step, 70)
