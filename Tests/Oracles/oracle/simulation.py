"""The virtual clock: minute by minute, what would be shown, in the order of contract 7."""
import heapq

from .care import FixedLines, Fuel, Nudges
from .civil import HOUR, MINUTE, days_after
from .people import FOREVER, People
from .planning import Facts, Planner


class Simulation:
    def __init__(self, family):
        self.family, self.zone = family, family.zone
        self.facts = Facts(family)
        self.planner = Planner(family, self.facts)
        self.people = People(family, self.facts, self.planner)
        self.fuel, self.nudges, self.fixed = Fuel(self.people), Nudges(self.people), FixedLines(self.people)
        self.nudges.planned = self.planned
        self.lines, self.t = [], 0
        self.come, self.shown = set(), {}            # cue ids come due; cue ids shown -> cue
        self.done, self.not_today = set(), set()     # (date, step); transition keys
        self.pending = {}                            # transition key -> cues held, or lost in a gap
        self.snoozed = {}                            # cue id -> (cue, due)
        self.swaps = []                              # (due, carer, tag-out, which)
        self.late_swaps, self.late_fixed, self.late_snoozes = [], [], []
        self.inhibited = self.no_server = False
        self.gap_end = None                          # the end of a suspend, an off or a clock set forward
        self.planned_gaps = []                       # (from, to) still ahead
        self.crash = False
        self.said = set()                            # keys of fixed lines
        self.extra = []                              # instants off the minute

    # ------------------------------------------------------------ the loop

    def run(self, start, end, script):
        """Every line in [start, end). `script` is a list of (instant, act) in order."""
        self.t, script = start, list(script)
        while self.t < end:
            here, self.t = self.t, self.t
            self.instant(here, script)
            if self.t != here:                        # the clock was set back
                continue
            self.t = self.next(here, script)
        return self.lines

    def next(self, t, script):
        while self.extra and self.extra[0] <= t:
            heapq.heappop(self.extra)
        coming = [t - t % MINUTE + MINUTE, *self.extra[:1]]
        coming += [script[0][0]] if script and script[0][0] > t else []
        return min(coming)

    def wake(self, t):
        heapq.heappush(self.extra, t)

    def open(self):
        """Whether something can be shown."""
        return self.gap_end is None and not self.inhibited and not self.no_server

    def instant(self, t, script):
        if self.gap_end == t:
            self.gap_end = None
            if self.open():
                self.catch_up(t)
        while script and script[0][0] <= t:
            act = script.pop(0)[1]
            act(self)
            if self.t != t:
                return
        for gap in [g for g in self.planned_gaps if g[0] <= t]:
            self.planned_gaps.remove(gap)
            if gap[1] > t:
                self.gap_end = max(gap[1], self.gap_end or 0)
                self.wake(self.gap_end)
        if self.open():
            self.release(t)
            self.rungs(t)
            self.snoozes(t)
            self.fuels(t)
            self.ring_swaps(t)
            self.fixed_lines(t)
            self.give_nudges(t)
        else:
            self.collect(t)

    # ------------------------------------------------------------ lines

    def say(self, kind, to, urgency, **more):
        self.lines.append({"version": 1, "kind": kind, "at": self.zone.text(self.t), "to": to,
                           "level": self.people.level(self.t), "urgency": urgency, **more})

    def item(self, cue, t, rung=None):
        rung = rung or cue.rung
        return {"id": f"{cue.key[0]}/{cue.key[1]}/{cue.key[2]}/{rung}", "step": cue.key[1], "child": cue.key[2],
                "rung": rung, "seconds_left": self.change(cue) - t}

    def show(self, kind, to, cues):
        self.say(kind, to, "normal", items=[self.item(c, self.t) for c in cues])
        for cue in cues:
            self.shown[cue.id] = cue
            self.people.last_shown[cue.key] = to
        self.nudges.rungs[to] = self.t

    # ------------------------------------------------------------ the plan now

    def now_planned(self, key):
        """The transition's step as planned now, or None where it has gone or was cancelled."""
        date, step, child = key
        if (date, step) in self.done or key in self.not_today:
            return None
        found = self.planner.plan(date).step.get(step)
        return found if found and child in found.children and self.planner.transition(found, child) else None

    def change(self, cue):
        found = self.planner.plan(cue.key[0]).step.get(cue.key[1])
        return found.at if found else cue.step.at

    def planned(self, cue):
        """Whether this cue of the plan is still to come."""
        return (cue.id not in self.come and not cue.leave_card and (cue.key[0], cue.key[1]) not in self.done
                and cue.key not in self.not_today)

    def due(self, t):
        date = self.zone.date(t)
        return [c for n in (-1, 0, 1) for c in self.planner.plan(days_after(date, n)).due.get(t, []) if self.planned(c)]

    def due_soon(self, key, t):
        """Whether a rung of this transition is due in [t, t + 90 s]."""
        return any(c.key == key and t <= c.due <= t + 90 and self.planned(c) for c in self.planner.plan(key[0]).cues)

    def outcome(self, cue, t):
        """Who a cue goes to at t: (carer, None), (None, 'held') or (carer, 'suppressed')."""
        if self.people.child_suppresses(cue, t) or self.people.unsafe:
            return None, "suppressed"
        to = self.people.route(cue, t)
        if to is None:
            return None, "held"
        return (to, None) if self.people.hears(to, t) else (to, "suppressed")

    # ------------------------------------------------------------ catch-up

    def collect(self, t):
        """What comes due while nothing can be shown."""
        for cue in self.due(t):
            self.come |= {cue.id, *cue.absorbed}
            if self.outcome(cue, t)[1] != "suppressed":
                self.pending.setdefault(cue.key, []).append(cue)
        for name, (cue, due) in list(self.snoozed.items()):
            if due <= t:
                self.late_snoozes.append(cue)
                del self.snoozed[name]
        self.late_swaps += [s for s in self.swaps if s[0] <= t]
        self.swaps = [s for s in self.swaps if s[0] > t]
        for line in self.fixed.on(self.zone.date(t)).get(t, []):
            if line.key not in self.said:
                self.said.add(line.key)
                if self.people.hears_own(line.carer, t):
                    self.late_fixed.append(line)

    def catch_up(self, t):
        told = self.release(t)
        snoozes, self.late_snoozes = self.late_snoozes, []
        for cue in snoozes:
            if cue.key not in told:
                self.bring_back(cue, t)
        swaps, self.late_swaps = self.late_swaps, []
        for _, carer, out, which in swaps:
            self.swap_line(carer, out, which, t)
        fixed, self.late_fixed = self.late_fixed, []
        for line in fixed:
            if self.zone.date(line.due) == self.zone.date(t) and t < line.begins and self.people.hears_own(line.carer, t):
                self.say_fixed(line)

    def release(self, t):
        """At most one catch-up a transition for what was held or lost; returns the transitions that got one."""
        told, lines = set(), {}
        for key, cues in list(self.pending.items()):
            found = self.now_planned(key)
            if found is None or t - found.at > 120 or self.due_soon(key, t):
                del self.pending[key]
                continue
            latest = max(cues, key=lambda c: (c.due, -c.lead, c.facing))
            to, why = self.outcome(latest, t)
            if why == "held":
                continue
            del self.pending[key]
            if why is None:
                lines.setdefault(to, []).append(latest)
                told.add(key)
        for to, cues in lines.items():
            self.show("catch_up", to, cues)
        return told

    # ------------------------------------------------------------ rungs and snoozes

    def rungs(self, t):
        groups = {}
        for cue in self.due(t):
            self.come |= {cue.id, *cue.absorbed}
            to, why = self.outcome(cue, t)
            if why == "held":
                self.pending.setdefault(cue.key, []).append(cue)
            elif why is None:
                self.place(groups.setdefault(to, []), cue)
        for to, notes in groups.items():
            for cues in notes:
                self.claim(to, cues)

    def place(self, notes, cue):
        """Cues of different transitions merge; a ladder's own never do."""
        for cues in notes:
            if all(c.key != cue.key for c in cues):
                cues.append(cue)
                return
        notes.append([cue])

    def claim(self, to, cues):
        if not self.crash:
            return self.show("cue", to, cues)
        self.crash = False
        again = [c for c in cues if not self.due_soon(c.key, self.t)]
        if again:
            self.show("catch_up", to, again)

    def snoozes(self, t):
        for name, (cue, due) in list(self.snoozed.items()):
            if due <= t:
                del self.snoozed[name]
                self.bring_back(cue, t)

    def bring_back(self, cue, t):
        found = self.now_planned(cue.key)
        if found is None or t - found.at > 120 or self.due_soon(cue.key, t):
            return
        to, why = self.outcome(cue, t)
        if why == "held":
            self.snoozed[cue.id] = (cue, t)
        elif why is None:
            self.claim(to, [cue])

    # ------------------------------------------------------------ the rest, in order

    def fuels(self, t):
        children = [c for c in self.family.children if self.fuel.due(c, t)]
        if not children:
            return
        for child in children:
            self.fuel.restart(child, t)
        to = self.people.first_on_duty([], t)
        if to and self.people.hears(to, t):
            self.say("fuel", to, "low", children=[c.id for c in children])

    def ring_swaps(self, t):
        due, self.swaps = [s for s in self.swaps if s[0] <= t], [s for s in self.swaps if s[0] > t]
        for _, carer, out, which in due:
            self.swap_line(carer, out, which, t)

    def swap_line(self, carer, out, which, t):
        if out["end"] != out["planned_end"] or (which == "unanswered" and (out["answered"] or out["nobody"])):
            return
        if self.people.hears(carer, t):
            self.say("swap", carer, "normal")

    def fixed_lines(self, t):
        for line in self.fixed.on(self.zone.date(t)).get(t, []):
            if line.key not in self.said:
                self.said.add(line.key)
                if self.people.hears_own(line.carer, t):
                    self.say_fixed(line)

    def say_fixed(self, line):
        self.say(line.kind, line.carer, "low", **line.more)

    def give_nudges(self, t):
        if t % MINUTE or not self.family.goals:
            return
        for carer in self.family.carers:
            chosen = self.nudges.choose(carer, t)
            if chosen:
                self.nudges.given.append((chosen[0].id, carer.id, t))
                self.say("nudge", carer.id, "low", goal=chosen[0].id, dose=chosen[1])


__all__ = ["Simulation", "FOREVER", "HOUR"]
