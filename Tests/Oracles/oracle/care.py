"""Care lines: fuel (3.13), nudges (3.14) and the lines with a fixed time (3.15)."""
from datetime import datetime, time
from types import SimpleNamespace as Record

from .civil import HOUR, MINUTE, days_after
from .people import KNOWN

ANSWERS = {"done", "part", "not-today", "keep", "shrink"}


class Fuel:
    def __init__(self, people):
        self.people, self.family, self.zone = people, people.family, people.zone
        self.acts = []                # (child, "food" or "water", instant)

    def due(self, child, t):
        """Whether this child's nudge is due at t."""
        date = self.zone.date(t)
        plan = self.people.planner.plan(date)
        own = plan.own[child.id]
        if child.fuel is False or not own:
            return False
        sleeps = [s for s in own if "sleep" in s.tags]
        first, last = own[0].at + 30 * MINUTE, (sleeps or own)[-1].at - 45 * MINUTE
        if not first <= t <= last or self.people.asleep(child.id, t) or self.people.away(child.id, t):
            return False
        return any(self.past(child, clock, own, date, t) for clock in ("food", "water"))

    def past(self, child, clock, own, date, t):
        tagged = [s.at for s in own if clock in s.tags]
        starts = [a for a in tagged if a <= t]
        starts += [a for c, k, a in self.acts if (c, k) == (child.id, clock) and self.zone.date(a) == date and a <= t]
        if not starts or any(t < a <= t + 45 * MINUTE for a in tagged):
            return False
        return t - max(starts) >= self.interval(child, clock, t) * MINUTE

    def interval(self, child, clock, t):
        mode = self.people.facts.mode(child.id, t)
        if mode is None:
            return child.fuel
        own = self.family.modes.get(mode[0], {}).get("fuel")
        built_in = {"low-demand": 90, "regression": 90, "sick": 60 if clock == "water" else child.fuel}[mode[0]]
        return min(child.fuel, own if own is not None else built_in)

    def restart(self, child, t):
        """A nudge, shown or not, restarts a clock that runs; both do."""
        self.acts += [(child.id, "food", t), (child.id, "water", t)]


class Nudges:
    def __init__(self, people):
        self.people, self.family, self.zone = people, people.family, people.zone
        self.given = []               # (goal id, carer, instant)
        self.acts = []                # (goal id, act, instant)
        self.gone = set()             # goals let go
        self.capacity = {}            # (carer, date) -> figure
        self.nights = []              # (carer, "up" or "down", instant)
        self.rungs = {}               # carer -> the latest instant a rung was shown to them

    def choose(self, carer, t):
        """(goal, dose) of the nudge for this carer at t, or None."""
        return next(((g, dose) for g in self.family.goals if g.carer == carer.id and g.id not in self.gone
                     for dose in [self.dose(g, carer, t)] if dose), None)

    def dose(self, goal, carer, t):
        if not self.open(goal, t) or self.spent(goal, carer, t) or self.held(goal, carer, t):
            return None
        others = any(c.id != carer.id and self.people.on_duty(c, t) for c in self.family.carers)
        awake = any(not self.people.asleep(c.id, t) and not self.people.away(c.id, t) for c in self.family.children)
        if self.people.soft(t) or (not others and awake):
            return "micro" if goal.smallest or (goal.minutes is not None and goal.minutes <= 5) else None
        return "full"

    def open(self, goal, t):
        """Inside the goal's period, on a date that has it."""
        date = self.zone.date(t)
        if goal.after is None and goal.window is None or self.zone.skips(date):
            return False
        if goal.days is not None and self.people.planner.kind_name(date) not in goal.days:
            return False
        if goal.window is not None and not goal.window.hold(t):
            return False
        if goal.after is not None:
            step = self.people.planner.plan(date).step.get(goal.after)
            if step is None or not step.at + goal.delay <= t < step.at + goal.delay + HOUR:
                return False
        return True

    def spent(self, goal, carer, t):
        date = self.zone.date(t)
        week = days_after(date, -date.weekday())
        mine = [self.zone.date(at) for _, who, at in self.given if who == carer.id]
        if mine.count(date) >= 2 or sum(week <= d <= date for d in mine) >= 8:
            return True
        ours = [self.zone.date(at) for g, _, at in self.given if g == goal.id]
        if date in ours:
            return True
        if goal.target:
            start = self.period(goal.target, date)
            done = [self.zone.date(at) for g, act, at in self.acts if (g, act) == (goal.id, "done")]
            if any(sum(start <= d <= date for d in dates) >= goal.target[0] for dates in (ours, done)):
                return True
        return self.sleeps(goal, date)

    def period(self, target, date):
        _, n, unit = target
        if unit == "weeks":
            return days_after(date, -date.weekday() - 7 * (n - 1))
        if unit == "days":
            return days_after(date, 1 - n)
        return date.replace(month=1 if unit == "year" else (date.month - 1) // 3 * 3 + 1, day=1)

    def sleeps(self, goal, date):
        """After three nudges in a row that nobody answered by midnight, until somebody speaks of the goal."""
        row, events = 0, [(at, "nudge") for g, _, at in self.given if g == goal.id]
        events += [(at, act) for g, act, at in self.acts if g == goal.id and act in ANSWERS]
        waiting = None
        for at, what in sorted(events, key=lambda e: e[0]):
            if what == "nudge":
                row += waiting is not None
                waiting = self.zone.date(at)
            else:
                row, waiting = 0, None
        return row + (waiting is not None and waiting < date) >= 3

    def held(self, goal, carer, t):
        people, date = self.people, self.zone.date(t)
        if not people.hears_own(carer.id, t):
            return True
        if t - self.rungs.get(carer.id, -FAR) < 15 * MINUTE or self.rung_ahead(carer, t):
            return True
        mine = [at for _, who, at in self.given if who == carer.id]
        if mine and t - max(mine) < 3 * HOUR:
            return True
        if self.landing(t) or any(people.tagged_out(c.id, t) for c in self.family.carers if c is not carer):
            return True
        if any(at <= t < at + HOUR for _, at in people.hards) or self.capacity.get((carer.id, date)) == 1:
            return True
        if "NT" not in KNOWN and (goal.id, "not-today", date) in [(g, a, self.zone.date(at)) for g, a, at in self.acts]:
            return True
        if self.broken_night(carer, date, t) and (goal.domain != "rest" or t < self.zone.at(date, 9 * 60 + 30)):
            return True
        return people.soft(t) and goal.domain != "rest"

    def rung_ahead(self, carer, t):
        for date in (self.zone.date(t), days_after(self.zone.date(t), 1)):
            for due, cues in self.people.planner.plan(date).due.items():
                if t < due < t + 15 * MINUTE and any(self.planned(c) and self.people.route(c, due) == carer.id for c in cues):
                    return True
        return False

    def landing(self, t):
        """A landing step runs for its minutes, else until its child's next step, the next day's too."""
        for date in (self.zone.date(t), days_after(self.zone.date(t), -1)):
            for step in self.people.planner.plan(date).steps:
                if "landing" in step.tags and step.at <= t:
                    if step.minutes is not None:
                        if t < step.at + step.minutes * MINUTE:
                            return True
                    elif any(self.people.latest(child, t) is step for child in step.children):
                        return True
        return False

    def broken_night(self, carer, date, t):
        a, b = self.zone.at(days_after(date, -1), 12 * 60), min(self.zone.at(date, 12 * 60), t + 1)
        marks = [(what, at) for who, what, at in self.nights if who == carer.id and a <= at < b]
        ups = sum(what == "up" for what, _ in marks)
        total, since = 0, None
        for what, at in marks:
            if what == "up":
                since = at if since is None else since
            elif since is not None:
                total, since = total + at - since, None
        if since is not None:
            total += min(t, self.zone.at(date, 12 * 60)) - since
        return ups >= 2 or total > 2 * HOUR + 30 * MINUTE


FAR = 1 << 50


def next_steps(plan, step):
    found = []
    for child in step.children:
        own = plan.own[child]
        found += [s.at for s in own[own.index(step) + 1:own.index(step) + 2]]
    return found


class FixedLines:
    """Everything with a time of its own. `on(date)` gives the lines due on that date."""

    def __init__(self, people):
        self.people, self.family, self.zone = people, people.family, people.zone
        self.promises = {}            # id -> Record(carer, due, leads, open)
        self.booked = []              # (lane kind, whose, from, to)
        self.version, self.known = 0, {}

    def on(self, date):
        stamp = (self.version, self.people.facts.version)
        if self.known.get("stamp") != stamp:
            self.known = {"stamp": stamp}
        if date not in self.known:
            self.known[date] = {}
            for line in self.all(date):
                if self.zone.date(line.due) == date:
                    self.known[date].setdefault(line.due, []).append(line)
        return self.known[date]

    def all(self, date):
        yield from self.digests(date)
        yield from self.marked(date)
        yield from self.appointments(date)
        for name, promise in self.promises.items():
            for lead in promise.leads if promise.open else []:
                yield line("promise", promise.carer, promise.due - lead, promise.due, (name, promise.due, lead),
                           promise=name, lead=lead)
        for booking in self.booked:
            yield from self.respite(booking)

    def digests(self, date):
        if not self.zone.skips(date):
            for carer in self.family.carers:
                kind = "review" if date.weekday() == 6 else "digest"
                yield line(kind, carer.id, self.zone.at(date, self.family.digest), FAR, date)

    def marked(self, date):
        for n, mark in enumerate(self.family.marked):
            for ahead in mark.heads_up:
                if days_after(mark.date, -ahead) == date and not self.zone.skips(date):
                    keys = self.family.by_id[mark.child].keys if mark.child else []
                    for carer in keys or [c.id for c in self.family.carers]:
                        yield line("marked", carer, self.zone.at(date, self.family.digest),
                                   self.zone.midnight(mark.date), (n, date))

    def appointments(self, date):
        for goal in self.family.goals:
            if goal.appointment is None:
                continue
            start, rule = goal.appointment
            first, last = datetime.combine(days_after(date, -2), time()), datetime.combine(days_after(date, 3), time())
            moments = rule.between(first, last, inc=True) if rule else [start] if first <= start <= last else []
            for moment in moments:
                at = self.zone.at(moment.date(), moment.hour * 60 + moment.minute)
                for lead in (24 * HOUR, 2 * HOUR):
                    yield line("appointment", goal.carer, at - lead, at, (goal.id, at, lead))

    def promise_leads(self, due, now):
        ahead = [lead for lead in (24 * HOUR, 2 * HOUR) if due - lead > now]
        return ahead or ([30 * MINUTE] if due - 30 * MINUTE > now or "A3" not in KNOWN else [])

    def respite(self, booking):
        lane, whose, start, end = booking
        everyone = [c.id for c in self.family.carers]
        who = {"solo": [whose], "couple": everyone, "overnight": everyone}.get(lane)
        if who is None:
            who = self.family.by_id[whose].keys or everyone
        first = self.zone.date(start)
        week = days_after(first, -7)
        for carer in who:
            if not self.zone.skips(week):
                yield line("respite", carer, self.zone.at(week, self.family.digest), start, (booking, "week"))
            yield line("respite", carer, start - 2 * HOUR, start, (booking, "hours"))
        if lane == "overnight":
            for child in self.family.children:
                carer = (child.keys or everyone)[0]
                due = self.tell(child, first)
                if due is not None:
                    yield line("tell", carer, due, start, (booking, child.id))

    def tell(self, child, first):
        if child.age is not None and child.age < 4:
            own = self.people.planner.plan(first).own[child.id]
            return own[0].at if own else None
        ahead = 2 if child.age is None else 1 if child.age < 7 else 2 if child.age < 10 else 7
        date = days_after(first, -ahead)
        return None if self.zone.skips(date) else self.zone.at(date, self.family.digest)


def line(kind, carer, due, begins, key, **more):
    return Record(kind=kind, carer=carer, due=due, begins=begins, key=(kind, carer, key), more=more)


__all__ = ["Fuel", "Nudges", "FixedLines", "next_steps"]
