#!/usr/bin/python3
"""Haven's rules read a second time: prints what `havenctl day --json` and `havenctl simulate --json` should, but for words.

    reference.py day DATE --config DIR
    reference.py simulate --config DIR --from A --to B [--script FILE]
"""
import argparse
import json
import sys
from datetime import date as Date

from oracle import script
from oracle.care import next_steps
from oracle.civil import MINUTE, Fault, days_after
from oracle.family import load
from oracle.simulation import Simulation


def day(family, date):
    """The object of `day --json`, from the config alone."""
    sim = Simulation(family)
    plan, text = sim.planner.plan(date), family.zone.text
    steps = []
    for s in plan.steps:
        nexts = next_steps(plan, s)
        until = s.at + s.minutes * MINUTE if s.minutes is not None else max(nexts, default=None)
        sizes = [(c, sim.planner.transition(s, c)) for c in s.children]
        steps.append({"at": text(s.at), "until": until and text(until), "step": s.id, "name": s.name,
                      "children": s.children, "carer": s.written.carer, "tags": s.tags, "anchor": s.written.anchor,
                      "transitions": [{"child": c, "size": t.size} for c, t in sizes if t], "away": s.away})
    cues = [{"at": text(c.due), "id": c.id, "step": c.key[1], "child": c.child, "rung": c.rung, "seconds_left": c.left,
             "to": None if c.leave_card else sim.people.day_route(c), "leave_card": c.leave_card} for c in plan.cues]
    return {"version": 1, "kind": "day", "date": str(date), "day": sim.planner.kind_name(date), "mode": "ordinary",
            "zone": family.zone.name, "steps": steps, "cues": cues}


def moment(family, text, after=0):
    """A date, or a moment; a date that ends a half-open range includes itself."""
    if len(text) == 10:
        return family.zone.midnight(days_after(Date.fromisoformat(text), after))
    return family.zone.moment(text)


def simulate(family, first, last, text):
    start = moment(family, first)
    return Simulation(family).run(start, moment(family, last, 1), script.read(text, family, start))


def check(family):
    """An id twice in a day is refused; a fortnight shows every weekday of every kind that matters here."""
    ids = [[s.id for s in r.steps] for r in family.routines]
    if any(len(set(x)) != len(x) for x in ids):
        raise Fault("an id twice in one routine")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["day", "simulate"])
    parser.add_argument("date", nargs="?")
    parser.add_argument("--json", action="store_true")
    for name in ("config", "from", "to", "script"):
        parser.add_argument("--" + name, dest=name + "_")
    a = parser.parse_args()
    try:
        family = load(a.config_)
        check(family)
        if a.what == "day":
            lines = [day(family, Date.fromisoformat(a.date))]
        else:
            lines = simulate(family, a.from_, a.to_, open(a.script_, encoding="utf-8").read() if a.script_ else "")
    except Fault as fault:
        print(f"reference: {fault}", file=sys.stderr)
        return 64
    for line in lines:
        print(json.dumps(line, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
