"""Random scripts for a random family, one area of the rules at a time."""
import os
import tempfile
from datetime import datetime, timedelta

import reference
from oracle.civil import Fault
from oracle.family import load

KINDS = {
    "bend": ["delay", "delay", "done", "skip", "snooze", "snooze", "answer", "answer", "retreat", "hush", "hard", "unsafe"],
    "mode": ["mode", "mode", "mode", "delay", "skip"],
    "duty": ["duty", "tag", "tag", "hush", "unsafe", "snooze"],
    "gaps": ["suspend", "suspend", "off", "inhibit", "notifier", "crash", "clock", "snooze", "delay", "done", "tag", "promise"],
    "fuel": ["fed", "drank", "fed", "drank", "mode", "skip", "delay", "retreat"],
    "care": ["goal", "goal", "goal", "goal", "capacity", "night", "night", "hard", "mode", "promise", "tag", "hush"],
    "respite": ["book", "book", "promise", "mode", "duty"],
    "clock": ["clock", "clock", "back", "suspend", "delay", "snooze", "mode"],
}
KINDS["all"] = sorted({k for kinds in KINDS.values() for k in kinds} - {"back"}) + ["lock", "reload"]


class Script:
    def __init__(self, r, area, case):
        from random_families import toml
        self.r, self.case, self.kinds = r, case, KINDS[area]
        self.folder = tempfile.TemporaryDirectory(prefix="haven-oracle-")
        with open(os.path.join(self.folder.name, "haven.toml"), "w", encoding="utf-8") as file:
            file.write(toml(case.family))
        self.family = load(self.folder.name)
        self.carers = [c.id for c in self.family.carers]
        self.children = [c.id for c in self.family.children]
        self.lines, self.named = [], 0
        self.busy_until = datetime.min           # the end of a suspend or of a clock set forward
        self.toggles = {}

    def make(self):
        days = (self.case.last - self.case.first).days + 1
        count = self.r.choice([1, 1, 2, 3, 5, 8] if len(self.kinds) < 15 else [2, 4, 8, 14])
        moments = sorted(self.moment(days) for _ in range(count))
        for at in moments:
            if at <= self.busy_until:
                continue
            made = self.line(self.r.choice(self.kinds), at)
            if made and self.accepted(f"{at:%Y-%m-%dT%H:%M} {made}"):
                self.lines.append(f"{at:%Y-%m-%dT%H:%M} {made}")
        self.folder.cleanup()
        return self.lines

    def moment(self, days):
        """Near a cue more often than not, for that is where rules meet."""
        start = datetime.combine(self.case.first, datetime.min.time())
        if self.r.random() < 0.7:
            day = self.case.first + timedelta(days=self.r.randrange(days))
            cues = reference.day(self.family, day)["cues"]
            if cues:
                at = datetime.fromisoformat(self.r.choice(cues)["at"]).replace(tzinfo=None, second=0)
                at += timedelta(minutes=self.r.choice([0, 0, -1, 1, -2, 2, -5, 5, -10, 12, 20, -30, 45]))
                if start <= at < start + timedelta(days=days):
                    return at
        return start + timedelta(minutes=self.r.randrange(days * 24 * 60))

    def run(self, extra=()):
        text = "\n".join([*self.lines, *extra])
        return reference.simulate(self.family, str(self.case.first), str(self.case.last), text)

    def accepted(self, line):
        try:
            self.run([line])
            return True
        except Fault:
            return self.r.random() < 0.05        # a refusal is a question too, now and then

    def line(self, kind, at):
        if kind in os.environ.get("SKIP", "").split():
            return None
        return getattr(self, kind)(at)

    def as_(self):
        return f" --as {self.r.choice(self.carers)}" if self.r.random() < 0.6 else ""

    def step(self, at):
        steps = reference.day(self.family, at.date())["steps"]
        return self.r.choice(steps)["step"] if steps else None

    def cue(self, at):
        """The id of a cue that was shown before."""
        now = f"{at:%Y-%m-%dT%H:%M}"
        snoozed = " ".join(x for x in self.lines if "snooze" in x or "later" in x)
        try:
            lines = self.run()
        except Fault:
            return None
        ids = [i["id"] for x in lines if x["kind"] in ("cue", "catch_up") and x["at"][:16] < now for i in x["items"] if i["id"] not in snoozed]
        return self.r.choice(ids[-4:]) if ids else None

    def child(self):
        return self.r.choice(self.children) if self.children else None

    # ------------------------------------------------------------ commands

    def delay(self, at):
        step = self.step(at)
        return step and f"delay {step} {self.r.choice(['1m', '3m', '5m', '10m', '17m', '30m', '1h30m', '4h'])}"

    def done(self, at):
        step = self.step(at)
        return step and f"done {step}"

    def skip(self, at):
        step = self.step(at)
        return step and f"skip {step}"

    def snooze(self, at):
        cue = self.cue(at)
        return cue and f"snooze {cue} {self.r.choice(['1m', '2m', '5m', '7m', '10m', '25m', '90s'])}"

    def answer(self, at):
        cue = self.cue(at)
        return cue and f"!answer {cue} {self.r.choice(['done', 'later', 'later', 'not-today', 'dismiss'])}"

    def retreat(self, at):
        child = self.child()
        return child and f"retreat {child} {self.toggle('retreat ' + child)}"

    def toggle(self, name, words=("on", "off")):
        self.toggles[name] = not self.toggles.get(name, False)
        return words[not self.toggles[name]]

    def hush(self, at):
        return "hush" + self.r.choice(["", " 10m", " 45m", " 3h"]) + self.as_()

    def unsafe(self, at):
        return f"unsafe {self.toggle('unsafe')}"

    def hard(self, at):
        child = self.child()
        return "hard" + (f" --child {child}" if child and self.r.random() < 0.7 else "") + self.r.choice(["", " --size 2", " --settle 15"])

    def mode(self, at):
        name = self.r.choice(["low-demand", "regression", "sick", "ordinary"])
        out, child = f"mode {name}", self.child()
        if child and self.r.random() < 0.6:
            out += f" {child}"
        if name in ("regression", "sick") and self.r.random() < 0.3:
            out += f" --age {self.r.randint(0, 13)}"
        if name != "ordinary" and self.r.random() < 0.4:
            out += f" --until {at + timedelta(minutes=self.r.choice([10, 35, 60, 200, 1000])):%Y-%m-%dT%H:%M}"
        return out

    def duty(self, at):
        return f"duty {self.r.choice(self.carers)}"

    def tag(self, at):
        if not self.toggles.get("out"):
            self.toggles["out"] = self.r.choice(self.carers)
            return f"tag out{self.r.choice(['', ' --for 20m', ' --for 5m', ' --for 2h'])} --as {self.toggles['out']}"
        others = [c for c in self.carers if c != self.toggles["out"]]
        if others and self.r.random() < 0.5:
            return f"tag answer {self.r.choice(['yes', 'yes', 'later', 'no'])} --as {self.r.choice(others)}"
        who, self.toggles["out"] = self.toggles["out"], None
        return f"tag in --as {who}"

    def fed(self, at):
        child = self.child()
        return child and f"fed {child}"

    def drank(self, at):
        child = self.child()
        return child and f"drank {child}"

    def capacity(self, at):
        return f"capacity {self.r.randint(1, 3)}{self.as_()}"

    def night(self, at):
        who = self.r.choice(self.carers)
        return f"night {self.toggle('night ' + who, ('up', 'down'))} --as {who}"

    def goal(self, at):
        goals = self.family.goals
        if not goals:
            return None
        goal = self.r.choice(goals)
        return f"goal {self.r.choice(['done', 'done', 'part', 'not-today', 'keep', 'shrink', 'let-go'])} {goal.id} --as {goal.carer}"

    def promise(self, at):
        due = at + timedelta(minutes=self.r.choice([20, 30, 90, 120, 400, 1440, 1600, 3000]))
        if self.named and self.r.random() < 0.5:
            name = f"promise-{'abcdefghijkl'[self.r.randrange(self.named)]}"
            return self.r.choice([f"promise moved {name} --due {due:%Y-%m-%dT%H:%M}", f"promise kept {name}", f"promise repaired {name}"])
        self.named += 1
        return f"promise add promise-{'abcdefghijklmnop'[self.named - 1]} --due {due:%Y-%m-%dT%H:%M}{self.as_()}"

    def book(self, at):
        lane = self.r.choice([f"solo:{self.r.choice(self.carers)}", "couple", "overnight", "overnight",
                              *([f"sibling:{self.child()}"] if self.children else [])])
        start = at + timedelta(minutes=self.r.choice([30, 100, 600, 1500, 3000, 11000]))
        end = start + timedelta(minutes=self.r.choice([45, 120, 180] if lane != "overnight" else [700, 960, 1500]))
        return f"respite book {lane} {start:%Y-%m-%dT%H:%M}/{end:%Y-%m-%dT%H:%M}"

    def reload(self, at):
        return "reload"

    # ------------------------------------------------------------ things of the world

    def suspend(self, at, name="suspend"):
        a = at + timedelta(minutes=self.r.choice([0, 0, 1, 5, 20]))
        b = a + timedelta(minutes=self.r.choice([1, 2, 4, 6, 10, 15, 30, 120, 600, 1500]))
        if b.date() != at.date() or self.r.random() < 0.3:
            words = f"!{name} {a:%Y-%m-%dT%H:%M} {b:%Y-%m-%dT%H:%M}"
        else:
            words = f"!{name} {a:%H:%M} {b:%H:%M}"
        self.busy_until = b
        return words

    def off(self, at):
        return self.suspend(at, "off")

    def crash(self, at):
        return "!crash"

    def clock(self, at):
        minutes = self.r.choice([1, 2, 5, 6, 15, 40, 120])
        self.busy_until = at + timedelta(minutes=minutes)
        return f"!clock +{minutes}m"

    def back(self, at):
        if self.toggles.get("back"):
            return None
        self.toggles["back"] = True
        return f"!clock -{self.r.choice([1, 10, 30, 60])}m"

    def inhibit(self, at):
        return f"!inhibit {self.toggle('inhibit')}"

    def notifier(self, at):
        return f"!notifier {self.toggle('notifier', ('down', 'up'))}"

    def lock(self, at):
        return "!" + self.toggle("lock", ("lock", "unlock"))
