"""A simulation's script: each line becomes an act on the simulation (contract 3.11, 3.12, 5 and 7)."""
import re
import shlex
from datetime import date as Date, timedelta

from .care import ANSWERS
from .civil import HOUR, MINUTE, WEEKDAYS, Fault, days_after, duration, wall
from .people import FOREVER
from .planning import SOFT


def read(text, family, start):
    """[(instant, act)] of a script, or a Fault that names the line."""
    found, last = [], start
    for number, raw in enumerate(text.splitlines(), 1):
        words = shlex.split(raw, comments=True)
        if not words:
            continue
        try:
            at = family.zone.moment(words[0])
        except ValueError:
            raise Fault(f"line {number}: '{words[0]}' is no moment") from None
        if at < last:
            raise Fault(f"line {number}: '{words[0]}' is before the line above or the start")
        last = at
        found.append((at, named(number, words[1:])))
    return found


def named(number, words):
    def act(sim):
        try:
            World(sim).run(words) if words[0][0] == "!" else Command(sim, words).run()
        except (Fault, KeyError, ValueError, IndexError, StopIteration) as fault:
            raise Fault(f"line {number}: {' '.join(words)}: {fault}") from None
    return act


def moment(text, sim):
    """`17:30`, `in 20m`, `tomorrow 17:00`, `Sat 10:00` or `2026-03-14 10:00`; a T does for a space."""
    zone, today = sim.zone, sim.zone.date(sim.t)
    text = text.replace(" ", "T")
    if re.match(r"\d{4}-", text):
        return zone.moment(text)
    if text.startswith("inT"):
        return sim.t + duration(text[3:])
    head, _, time = text.rpartition("T")
    if head == "":
        return zone.at(today, wall(time))
    if head == "tomorrow":
        return zone.at(days_after(today, 1), wall(time))
    ahead = (WEEKDAYS.index(head) - today.weekday()) % 7
    at = zone.at(days_after(today, ahead), wall(time))
    return at if at > sim.t else zone.at(days_after(today, ahead + 7), wall(time))


class World:
    """A thing of the world, with `!`."""

    def __init__(self, sim):
        self.sim = sim

    def run(self, words):
        getattr(self, words[0][1:])(*words[1:])

    def suspend(self, first, last):
        self.sim.planned_gaps.append((self.near(first), self.near(last)))
        self.sim.wake(self.near(first))

    off = suspend

    def near(self, text):
        zone = self.sim.zone
        return zone.at(zone.date(self.sim.t), wall(text)) if len(text) == 5 else zone.moment(text)

    def crash(self):
        self.sim.crash = True

    def clock(self, change):
        length = duration(change[1:]) * (1 if change[0] == "+" else -1)
        if length < 0:
            self.sim.t += length
        elif length:
            self.sim.planned_gaps.append((self.sim.t, self.sim.t + length))

    def zone(self, name):
        pass

    def lock(self):
        self.sim.people.locked = True

    def unlock(self):
        self.sim.people.locked = False

    def inhibit(self, what):
        self.sim.inhibited = what == "on"
        self.back()

    def notifier(self, what):
        self.sim.no_server = what == "down"
        self.back()

    def back(self):
        if self.sim.open():
            self.sim.catch_up(self.sim.t)

    def answer(self, name, what):
        cue = shown(self.sim, name)
        if what == "later":
            self.sim.snoozed[name] = (cue, self.sim.t + 5 * MINUTE)
            self.sim.wake(self.sim.t + 5 * MINUTE)
        elif what == "not-today":
            self.sim.not_today.add(cue.key)
        elif what == "done":
            self.sim.snoozed.pop(name, None)
        elif what != "dismiss":
            raise Fault(f"'{what}' is no answer")


def shown(sim, name):
    if name not in sim.shown:
        raise Fault(f"'{name}' was not shown")
    return sim.shown[name]


class Command:
    """A command as it would be typed."""

    def __init__(self, sim, words):
        self.sim, self.t, self.zone, self.people = sim, sim.t, sim.zone, sim.people
        self.options, self.words, self.carer = {}, [], sim.family.carers[0].id
        if sim.gap_end is not None:
            raise Fault("nobody can type a command while Haven is not running")
        words = list(words)
        while words:
            word = words.pop(0)
            if word == "--as":
                self.carer = self.people.carer(words.pop(0)).id
            elif word.startswith("--"):
                self.options[word[2:]] = words.pop(0)
            else:
                self.words.append(word)

    def run(self):
        getattr(self, "do_" + self.words[0])(*self.words[1:])

    def today(self):
        return self.zone.date(self.t)

    def step(self, name):
        """A step of today, by its id."""
        step = self.sim.planner.plan(self.today()).step.get(name)
        if step is None:
            raise Fault(f"no '{name}' today")
        return step

    def child(self, name):
        return self.sim.family.by_id[name]

    # ------------------------------------------------------------ steer the day

    def do_delay(self, name, length):
        sim, step, seconds = self.sim, self.step(name), duration(length)
        if seconds % MINUTE or not seconds:
            raise Fault(f"'{length}' is not in whole minutes")
        if self.zone.date(step.at + seconds) != self.today():
            raise Fault(f"'{name}' would move past midnight")
        key = (self.today(), name)
        sim.facts.delays[key] = sim.facts.delays.get(key, 0) + seconds
        sim.facts.version += 1
        told = {cue.key: cue for cue in sim.shown.values() if cue.key[:2] == key and cue.facing}
        lines = {}
        for cue in told.values():
            if sim.now_planned(cue.key):
                to, why = sim.outcome(cue, self.t)
                if why is None and sim.open():
                    lines.setdefault(to, []).append(cue)
        for to, cues in lines.items():
            sim.say("moved", to, "normal", moved_to=self.zone.text(step.at + seconds),
                    items=[sim.item(c, self.t, "moved") for c in cues])

    def do_done(self, name):
        self.sim.done.add((self.today(), self.step(name).id))

    def do_skip(self, name):
        self.sim.facts.skips.add((self.today(), self.step(name).id))
        self.sim.facts.version += 1

    def do_snooze(self, name, length):
        self.sim.snoozed[name] = (shown(self.sim, name), self.t + duration(length))
        self.sim.wake(self.t + duration(length))

    def do_retreat(self, name, what):
        child = self.child(name).id
        (self.people.retreats.add if what == "on" else self.people.retreats.discard)(child)

    def do_mode(self, name, child=None):
        if name != "ordinary" and name not in SOFT:
            raise Fault(f"no mode '{name}'")
        until = moment(self.options["until"], self.sim) if "until" in self.options else None
        if until is None and name == "low-demand":
            until = self.zone.midnight(days_after(self.today(), 1))
        age = int(self.options["age"]) if "age" in self.options else None
        facts = self.sim.facts
        for one in [self.child(child).id] if child else facts.modes:
            for mode in facts.modes[one]:
                if mode[1] is None or mode[1] > self.t:
                    mode[1] = max(self.t, mode[0])
            if name != "ordinary":
                facts.modes[one].append([self.t, until, name, age])
        facts.version += 1

    def do_hush(self, length="30m"):
        self.people.hushed[self.carer] = self.t + duration(length)

    def do_unsafe(self, what):
        self.people.unsafe = what == "on"

    # ------------------------------------------------------------ between carers

    def do_tag(self, what, answer=None):
        getattr(self, f"tag_{what}")(*([answer] if answer else []))

    def tag_out(self):
        length = duration(self.options["for"]) if "for" in self.options else None
        end = self.t + length if length else FOREVER
        out = {"carer": self.carer, "start": self.t, "end": end, "planned_end": end, "answered": False}
        self.people.outs.append(out)
        for duty in self.people.duties:
            if duty[0] == self.carer:
                duty[2], duty[3] = min(duty[2], self.t), None
        sim = self.sim
        others = [c.id for c in sim.family.carers
                  if c.id != self.carer and self.people.on_duty(c, self.t) and self.people.hears(c.id, self.t)]
        out["nobody"] = not others
        if sim.open():
            for other in others:
                sim.say("swap", other, "normal")
        sim.swaps.append((self.t + 90, self.carer, out, "unanswered"))
        sim.wake(self.t + 90)
        if length:
            sim.swaps.append((end, self.carer, out, "end"))
            sim.wake(end)

    def tag_in(self):
        mine = [o for o in self.current_outs() if o["carer"] == self.carer]
        if not mine:
            raise Fault(f"'{self.carer}' is not tagged out")
        for out in mine:
            out["end"] = self.t

    def current_outs(self):
        return [o for o in self.people.outs if o["start"] <= self.t < o["end"]]

    def tag_answer(self, answer):
        outs = [o for o in self.current_outs() if o["carer"] != self.carer]
        if not outs:
            raise Fault("nobody is tagged out")
        out = outs[-1]
        out["answered"] = True
        if answer in ("yes", "no") and self.sim.open() and self.people.hears(out["carer"], self.t):
            self.sim.say("swap", out["carer"], "normal")
        if answer == "yes":
            self.set_duty(self.carer, FOREVER, out)

    def do_duty(self, name=None):
        if name:
            self.set_duty(self.people.carer(name).id, self.zone.midnight(days_after(self.today(), 1)), None)

    def set_duty(self, name, end, out):
        for duty in self.people.duties:
            duty[2], duty[3] = min(duty[2], self.t), None
        self.people.duties.append([name, self.t, end, out])

    # ------------------------------------------------------------ record

    def do_hard(self):
        children = [self.child(self.options["child"]).id] if "child" in self.options else list(self.sim.family.by_id)
        self.people.hards.append((children, self.t))

    def do_fed(self, name):
        self.sim.fuel.acts.append((self.child(name).id, "food", self.t))

    def do_drank(self, name):
        self.sim.fuel.acts.append((self.child(name).id, "water", self.t))

    def do_moved(self, name):
        self.child(name)

    def do_night(self, what):
        self.sim.nudges.nights.append((self.carer, what, self.t))

    def do_capacity(self, figure):
        self.sim.nudges.capacity[(self.carer, self.today())] = int(figure)

    def nothing(self, *_):
        """Recorded, and without bearing on what is said."""

    do_reload = do_noticed = do_nurture = do_balance = do_boundary = do_repair = nothing

    # ------------------------------------------------------------ goals, respite, promises

    def do_goal(self, act, name):
        if name not in [g.id for g in self.sim.family.goals]:
            raise Fault(f"no goal '{name}'")
        if act == "let-go":
            self.sim.nudges.gone.add(name)
        elif act not in ANSWERS:
            raise Fault(f"no act '{act}'")
        self.sim.nudges.acts.append((name, act, self.t))

    def do_respite(self, act, lane, span):
        if act != "book":
            return
        kind, _, whose = lane.partition(":")
        first, last = span.split("/")
        booking = (kind, whose or None, self.zone.moment(first), self.zone.moment(last))
        self.people.bookings.append(booking)
        self.sim.fixed.booked.append(booking)
        self.sim.fixed.version += 1
        if kind == "overnight":
            self.sim.facts.overnights.append(booking[2:])
            self.sim.facts.version += 1

    def do_promise(self, act, name=None):
        from types import SimpleNamespace as Record
        fixed = self.sim.fixed
        if act in ("add", "moved"):
            due = moment(self.options["due"], self.sim)
            carer = self.carer if act == "add" else fixed.promises[name].carer
            fixed.promises[name] = Record(carer=carer, due=due, leads=fixed.promise_leads(due, self.t), open=True)
        elif act in ("kept", "repaired"):
            fixed.promises[name].open = False
        fixed.version += 1


__all__ = ["read", "Date", "timedelta", "HOUR"]
