"""From a family to a date: its kind, its steps, and the cues of its transitions (rules 3.1 to 3.5 and 3.9)."""
from types import SimpleNamespace as Record

from .civil import MINUTE, Fault, days_after
from .family import SIZES, rungs

# Domain 2.3. One row a band of working age: its lowest age, then easy, normal, hard, very-hard.
BANDS = [
    (0, ["0", "P5 L1 0", "P10 L2 0", "P15 L2 0"]),
    (3, ["L2 0", "P10 5 L2 0", "P15 5 L2 0", "P20 10 5 L2 0"]),
    (5, ["5 0", "P15 10 5 L2 0", "P20 15 5 L2 0", "P30 20 10 5 L2 0"]),
    (8, ["5 0", "10 5 0", "P20 15 5 L1 0", "P30 20 10 5 0"]),
    (12, ["5", "15 5", "P30 20 5", "P45 30 10 5"]),
]
NOT_SET = ["5 0", "10 5 L2 0", "P20 15 5 L2 0", "P30 20 10 5 L2 0"]
SOFT = {"low-demand": {"core", "liked"}, "sick": {"core", "liked"}, "regression": {"core", "liked", "nurture"}}


import os
KNOWN = os.environ.get("KNOWN", "").split()


class Facts:
    """What people have said that changes the plan."""

    def __init__(self, family):
        self.version = 0
        self.delays, self.skips = {}, set()                   # (date, step) -> seconds; (date, step)
        self.modes = {c.id: [] for c in family.children}      # child -> [[set, end or None, name, age]]
        self.overnights = []                                  # (from, to)

    def mode(self, child, instant):
        """(name, given age) of the mode in force for this child, or None."""
        for start, end, name, age in self.modes[child]:
            if start <= instant and (end is None or instant < end):
                return name, age
        return None

    def overnight(self, instant):
        return any(a <= instant < b for a, b in self.overnights)


class Planner:
    def __init__(self, family, facts):
        self.family, self.facts, self.zone = family, facts, family.zone
        self.kinds, self.plans, self.version = {}, {}, 0

    # ------------------------------------------------------------ 3.1 day kind

    def kind(self, date):
        """The entry of [[day]] that names this date, or None for `plain`."""
        if date not in self.kinds:
            self.kinds[date] = next((d for d in self.family.days if self.matches(d, date)), None)
        return self.kinds[date]

    def matches(self, day, date):
        says = []
        if day.on is not None:
            says.append(date.weekday() in day.on)
        if day.dates is not None:
            says.append(date in day.dates)
        if day.rrule is not None:
            says.append(occurs(day.rrule, date))
        held = lambda name: date in self.family.calendars[name]
        return ((any(says) if says else True) and (day.within is None or any(map(held, day.within)))
                and not any(map(held, day.without)))

    def kind_name(self, date):
        return self.kind(date).id if self.kind(date) else "plain"

    # ------------------------------------------------------------ 3.2 steps

    def plan(self, date):
        if self.version != self.facts.version:
            self.plans, self.version = {}, self.facts.version
        if date not in self.plans:
            self.plans[date] = self.make(date)
        return self.plans[date]

    def make(self, date):
        steps = [] if self.zone.skips(date) else list(self.steps(date))
        steps.sort(key=lambda s: (s.at, s.order))
        plan = Record(date=date, steps=steps, own={}, cues=[], due={}, step={})
        for step in steps:
            if step.id in plan.step:
                raise Fault(f"'{step.id}' is twice in {date}")
            plan.step[step.id] = step
        for child in self.family.children:
            plan.own[child.id] = [s for s in steps if child.id in s.children]
        for step in steps:
            for child in step.children:
                plan.cues += self.cues(plan, step, child)
        plan.cues.sort(key=lambda c: c.due)
        for cue in plan.cues:
            plan.due.setdefault(cue.due, []).append(cue)
        return plan

    def steps(self, date):
        for routine in self.family.routines:
            if date.weekday() not in routine.on or (routine.days is not None and self.kind_name(date) not in routine.days):
                continue
            for written in routine.steps:
                if (date, written.id) in self.facts.skips:
                    continue
                at = self.zone.at(date, written.at) + self.facts.delays.get((date, written.id), 0)
                children = [c for c in written.who if self.keeps(written, c, at)]
                if written.who and not children:
                    continue
                yield Record(id=written.id, name=written.name, at=at, order=written.order, children=children,
                             written=written, tags=written.tags, away=written.away, minutes=written.minutes, date=date)
        for n, (_, end) in enumerate(self.facts.overnights):
            if self.zone.date(end) == date and self.family.children:
                written = Record(id="home-again", at=None, carer=None, sizes={}, ladder=None, anchor="start", named=False)
                yield Record(id="home-again", name="home again", at=end, order=(10 ** 6, n), written=written, date=date,
                             children=[c.id for c in self.family.children], tags=["landing"], away=False, minutes=30)

    def keeps(self, written, child, at):
        if self.facts.overnight(at):
            return False
        mode = self.facts.mode(child, at)
        return mode is None or (not written.new and bool(SOFT[mode[0]] & set(written.tags)))

    # ------------------------------------------------------------ 3.5 rungs

    def transition(self, step, child):
        """None, or the size that is used (None where a ladder makes it a transition without one)."""
        written = step.written
        size = written.sizes.get(child)
        if size == "none" and (written.named or written.ladder is None):
            return None
        if size is None and written.ladder is None:
            return None
        size = None if size == "none" else size
        if size and self.from_table(written, child) and self.first_school_morning(step.date) and written.at < 10 * 60:
            size = SIZES[min(SIZES.index(size) + 1, 4)]
        return Record(child=child, size=size)

    def from_table(self, written, child):
        return written.ladder is None and self.family.by_id[child].ladder is None

    def first_school_morning(self, date):
        if not (self.kind(date) and self.kind(date).school):
            return False
        before = next((d for d in (days_after(date, -n) for n in range(1, 14)) if self.kind(d) and self.kind(d).school),
                      days_after(date, -14))
        return self.zone.offset(date, 600) != self.zone.offset(before, 600)

    def ladder(self, step, child, size):
        written, person = step.written, self.family.by_id[child]
        mode = self.facts.mode(child, step.at)
        own = written.ladder if written.ladder is not None else person.ladder
        if mode and mode[0] == "sick" and written.anchor != "fixed":
            return []
        if own is not None:
            found = own
        elif mode and mode[0] == "low-demand":
            found = look_up(person.age, size)
            found = rungs(["L2", "0"]) if size in ("easy", "normal") else without_middle(found)
        elif mode:
            found = look_up(mode[1] if mode[1] is not None and not ("F4" in KNOWN and mode[0] == "sick") else lowered(person.age), size)
            if mode[0] == "regression" and found and all(facing for _, facing, _ in found):
                found = rungs([f"P{found[0][0] + 5}"] + [name for _, _, name in found])
        else:
            found = look_up(person.age, size)
        if written.tune and "leaving-good" in written.causes:
            found = without_middle(found)
        return found

    def cues(self, plan, step, child):
        transition = self.transition(step, child)
        if transition is None:
            return []
        own = plan.own[child]
        place = own.index(step)
        previous = own[place - 1] if place else None
        due = [cue(plan, step, child, step.at - lead * MINUTE, facing, name, lead)
               for lead, facing, name in self.ladder(step, child, transition.size)]
        if previous:
            due = clamp(due, previous.at)
        landings = [s.at for s in own if "landing" in s.tags]
        due = [c for c in due if not (c.facing and any(a <= c.due < a + 20 * MINUTE for a in landings))]
        for c in due:
            c.left, c.leave_card = step.at - c.due, bool(previous and previous.away)
        return due


def occurs(rule, date):
    from datetime import datetime, time
    start = datetime.combine(date, time())
    return bool(rule.between(start, datetime.combine(date, time(23, 59, 59)), inc=True))


def look_up(age, size):
    row = NOT_SET if age is None else [row for lowest, row in BANDS if lowest <= age][-1]
    return rungs(row[SIZES.index(size) - 1].split())


def lowered(age):
    """The lowest age of the band below; the lowest band and `not set` stay."""
    if age is None:
        return None
    band = max(n for n, (lowest, _) in enumerate(BANDS) if lowest <= age)
    return BANDS[max(band - 1, 0)][0] if band else age


def without_middle(found):
    """Every P, the first child-facing rung, L rungs, and 0 (the last rung where there is no 0)."""
    facing = [r for r in found if r[1]]
    last = [r for r in found if r[2] == "0"] or found[-1:]
    return [r for r in found if not r[1] or r == facing[0] or r[2][0] == "L" or r in last]


def cue(plan, step, child, due, facing, name, lead):
    return Record(id=f"{plan.date}/{step.id}/{child}/{name}", key=(plan.date, step.id, child), due=due, facing=facing,
                  rung=name, lead=lead, step=step, child=child, absorbed=[])


def clamp(due, start):
    """Child-facing rungs before the previous step's start become one there, or none if the next is under 2 min off."""
    early = [c for c in due if c.facing and c.due < start]
    if not early:
        return due
    rest = [c for c in due if c not in early]
    following = [c.due for c in rest if c.facing]
    if following and min(following) - start < 2 * MINUTE:
        return rest
    latest = early[-1]
    latest.due, latest.absorbed = start, [c.id for c in early[:-1]]
    return rest + [latest]
