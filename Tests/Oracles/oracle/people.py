"""Who is where, and who hears what: a child's state (3.3), duty and routing (3.6, 3.12), and the text level."""
from .civil import HOUR, MINUTE, days_after

FOREVER = 1 << 60
import os
KNOWN = os.environ.get("KNOWN", "").split()


class People:
    """Everything said so far that bears on a line, with the questions rules ask of it at an instant."""

    def __init__(self, family, facts, planner):
        self.family, self.facts, self.planner, self.zone = family, facts, planner, family.zone
        self.bookings = []            # (lane kind, whose, from, to)
        self.outs = []                # tag-outs: dicts with carer, start, end, planned_end, answered, ring_at
        self.duties = []              # [carer, start, end, tag-out that it lasts with]
        self.hushed = {}              # carer -> until
        self.unsafe = False
        self.retreats = set()         # children in a retreat that was typed
        self.hards = []               # (children, at)
        self.last_shown = {}          # transition key -> carer
        self.locked = False

    # ------------------------------------------------------------ children

    def latest(self, child, t):
        """The child's latest step, of today or of the last date that had one."""
        date = self.zone.date(t)
        for n in range(1, -15, -1):
            begun = [s for s in self.planner.plan(days_after(date, n)).own[child] if s.at <= t]
            if begun:
                return begun[-1]
        return None

    def asleep(self, child, t):
        if "F2" in KNOWN and child in self.retreats: return False
        step = self.latest(child, t)
        return bool(step and ("sleep" in step.tags or ("nap" in step.tags and lasts(step, t))))

    def away(self, child, t):
        if "F2" in KNOWN and child in self.retreats: return False
        step = self.latest(child, t)
        return self.facts.overnight(t) or bool(step and step.away)

    def child_suppresses(self, cue, t):
        """A rung due while its child is asleep, away or in retreat, but for those of the very step that began it."""
        step = self.latest(cue.child, t)
        if self.facts.overnight(t) or cue.child in self.retreats or self.in_hard(cue.child, t):
            return True
        if step is None or (step.id, step.date) == (cue.step.id, cue.step.date):
            return False
        return ("sleep" in step.tags or step.away
                or (("nap" in step.tags or "retreat" in step.tags) and lasts(step, t)))

    def in_hard(self, child, t):
        return any(child in children and at <= t < at + 20 * MINUTE for children, at in self.hards)

    def soft(self, t):
        return any(self.facts.mode(c.id, t) for c in self.family.children)

    # ------------------------------------------------------------ duty

    def tagged_out(self, carer, t):
        return any(o["carer"] == carer and o["start"] <= t < o["end"] for o in self.outs)

    def duty_carer(self, t):
        for carer, start, end, out in reversed(self.duties):
            if start <= t < (out["end"] if out else end):
                return carer
        return None

    def windows_say_off(self, carer, t):
        if carer.away.hold(t) or carer.asleep.hold(t):
            return True
        for lane in self.family.respite:
            if (lane.lane == "couple" or (lane.lane == "solo" and lane.whose == carer.id)) and lane.weekly.hold(t):
                return True
        return any((kind == "couple" or (kind == "solo" and whose == carer.id)) and a <= t < b
                   for kind, whose, a, b in self.bookings)

    def on_duty(self, carer, t):
        if self.tagged_out(carer.id, t):
            return False
        return self.duty_carer(t) == carer.id or not self.windows_say_off(carer, t)

    def carer(self, name):
        return next(c for c in self.family.carers if c.id == name)

    def first_on_duty(self, names, t):
        chosen = self.duty_carer(t)
        order = [*([chosen] if chosen else []), *names, *(c.id for c in self.family.carers)]
        return next((n for n in order if n and self.on_duty(self.carer(n), t)), None)

    def route(self, cue, t):
        keys = self.family.by_id[cue.child].keys
        return self.first_on_duty([self.last_shown.get(cue.key), cue.step.written.carer, *keys], t)

    def day_route(self, cue):
        """`to` of `day --json`: by the windows alone."""
        keys = self.family.by_id[cue.child].keys
        order = [cue.step.written.carer, *keys, *(c.id for c in self.family.carers)]
        return next((n for n in order if n and not self.windows_say_off(self.carer(n), cue.due)), None)

    # ------------------------------------------------------------ what a carer hears

    def hears(self, carer, t):
        """False in quiet hours, in a hush, and while `unsafe` is on."""
        return not (self.unsafe or self.carer(carer).quiet.hold(t) or t < self.hushed.get(carer, 0))

    def hears_own(self, carer, t):
        """A carer's own lines are dropped in their away, asleep and quiet windows, hush and tag-out."""
        person = self.carer(carer)
        return (self.hears(carer, t) and not person.away.hold(t) and not person.asleep.hold(t)
                and not self.tagged_out(carer, t))

    def level(self, t):
        if self.locked or self.family.generic.hold(t):
            return "generic"
        return "public" if self.family.text == "full" and not self.family.private else self.family.text


def lasts(step, t):
    """Whether a step that has begun, and is its child's latest, still lasts."""
    return step.minutes is None or t < step.at + step.minutes * MINUTE


__all__ = ["People", "lasts", "HOUR", "FOREVER"]
