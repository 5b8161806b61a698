"""What `review` says beyond a week's figures, and what `quarter` says, from a ledger's tables and the second reading of the plan.

Nothing is shared with the program. It knows what `generate.py` writes, and UTC.
"""
import datetime as dt
import os
import re
import sqlite3
import statistics
import tomllib
from fractions import Fraction as F

import figures
from figures import half_up
from oracle.care import next_steps
from oracle.family import load
from oracle.people import People
from oracle.planning import Facts, Planner

from .records import acts, bookings, lived, promises, respite

DAY = dt.timedelta(days=1)
HOUR = 3600


def told(carer, review):
    """What of a week's figures a carer is told: not how much time off another had."""
    if "respite" not in review:
        return review
    lanes = [lane for lane in review["respite"]["lanes"] if not lane["lane"].startswith("solo:") or lane["lane"] == f"solo:{carer}"]
    return {**review, "respite": {**review["respite"], "lanes": lanes}}


class LookBack:
    def __init__(self, database, folder, now):
        self.db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        with open(os.path.join(folder, "haven.toml"), "rb") as file:
            self.config = tomllib.load(file)
        self.family, self.now, self.today = load(folder), now, now.date()
        facts = Facts(self.family)
        self.delays, self.skips = {}, set()
        for _, date, _, a in acts(self.db, "delay"):
            key = (dt.date.fromisoformat(date), a["step"])
            self.delays[key] = self.delays.get(key, 0) + 60 * a["minutes"]
        for _, date, _, a in acts(self.db, "skip"):
            self.skips.add((dt.date.fromisoformat(date), a["step"]))
        facts.delays, facts.skips = self.delays, self.skips
        self.written = Planner(self.family, Facts(self.family))
        self.planner = Planner(self.family, facts)
        self.people = People(self.family, facts, self.planner)
        labels = [s for r in self.config.get("routine", []) for s in r.get("step", []) if "event-label" in s]
        self.labelled = {s.get("id") or s["name"] for s in labels}
        for lane, start, end in bookings(self.db):
            start, end = (int(dt.datetime.fromisoformat(t + ":00+00:00").timestamp()) for t in (start, end))
            kind, _, whose = lane.partition(":")
            self.people.bookings.append((kind, whose or None, start, end))
            if kind == "overnight":
                facts.overnights.append((start, end))

    # ------------------------------------------------------------ a week

    def moments(self, first, last):
        for at, date, _, moment in acts(self.db, "hard", first, last):
            yield at, date, moment["_0"]

    def review(self, monday, carer):
        last = monday + 6 * DAY
        rows = list(lived(self.db, monday, last))
        moments = list(self.moments(monday, last))
        soft = [r for r in rows if r["mode"] != "ordinary"]

        def outside(date, moment):
            return not any(r["date"] == date and r["step"] == moment.get("step") and moment.get("child") in (None, r["child"])
                           for r in rows)
        helped = {}
        for word in (word for _, _, moment in moments for word in moment["helped"]):
            helped[word] = helped.get(word, 0) + 1
        count = lambda kind: len(acts(self.db, kind, monday, last))
        week = [r for r in respite(self.db, self.config, min(self.today - 28 * DAY, monday), self.today, self.now)
                if str(monday) <= r["date"] <= str(last)]
        answers = {date for _, date, _, _ in acts(self.db, "balance", monday, last)}
        return {
            "apart": {"soft_days": len({r["date"] for r in soft}), "soft_changes": len(soft),
                      "away_changes": sum(r["mode"] == "ordinary" and r["place"] == "away" for r in rows)},
            "elsewhere": sum(outside(date, moment) for _, date, moment in moments),
            "context": self.context(moments),
            "ladders": self.ladders(monday - 84 * DAY, last),
            "helped": [{"tag": tag, "times": n} for tag, n in sorted(helped.items(), key=lambda kept: -kept[1])[:3]],
            "children": [{"child": c.id,
                          "offered": sum(a["child"] == c.id for _, _, _, a in acts(self.db, "nurture", monday, last)),
                          "special_minutes": self.special(c.id, monday, week)}
                         for c in self.family.children],
            "sides": {"boundaries_held": count("boundaryHeld"), "nurture_offered": count("nurture"),
                      "noticed": count("noticed"), "repairs": count("repair"),
                      "choices_offered": sum(len(a["_0"]["choices"]) for _, _, _, a in acts(self.db, "handover", monday, last))},
            "answered_days": len(answers), "rhythm": self.rhythm(monday),
            "goals": [{key: value for key, value in goal.items() if key in ("goal", "touched", "met")}
                      for goal in self.own(carer, lambda per: (monday, last) if per == "week" else None, monday, last)]}

    def rhythm(self, monday):
        """Evenings whose steps came in their order and within a quarter of an hour of their times."""
        rows = self.db.execute("SELECT date, at, step, mode, place FROM occurrence WHERE date BETWEEN ? AND ?",
                               (str(monday), str(monday + 6 * DAY))).fetchall()
        dates = {date for date, at, _, mode, place in rows if at >= 17 * 60 and mode == "ordinary" and place == "home"}
        if len(dates) < 3:
            return None
        stood = {(date, step): at for date, at, step, _, _ in rows}

        def is_of_the_evening(date, step):
            if (str(date), step) in stood:
                return stood[str(date), step] * 60 - self.delays.get((date, step), 0) >= 17 * HOUR
            midnight = int(dt.datetime.combine(date, dt.time(), dt.UTC).timestamp())
            return any(s.id == step and s.at - midnight >= 17 * HOUR for s in self.written.plan(date).steps)
        bent = {date for (date, step), seconds in self.delays.items() if seconds > 900 and is_of_the_evening(date, step)}
        bent |= {date for date, step in self.skips if is_of_the_evening(date, step)}
        return {"kept": len(dates - {str(date) for date in bent}), "of": len(dates)}

    # ------------------------------------------------------------ goals and promises

    def own(self, carer, stretch, first, last):
        """A carer's goals, each with what was done from `first`, or in the stretch that its target's period gives."""
        for goal in (g for g in self.family.goals if g.carer == carer):
            written = next(g for g in self.config["goal"] if g.get("id", g["name"]) == goal.id)
            target = re.match(r"(\d+)(?:-\d+)? ?(h|nights)? ?per (.+)", written.get("target", ""))
            since, until = (target and stretch(target[3])) or (first, last)
            said = [a for _, _, _, a in acts(self.db, "goal", since, until) if a["id"] == goal.id]
            minutes = [goal.minutes if a["_1"] == "done" else min(5, goal.minutes) for a in said if a["_1"] in ("done", "part")]
            full = sum(a["_1"] == "done" for a in said)
            told = {"goal": goal.id, "touched": len(minutes), "full": full, "minutes_done": sum(minutes),
                    "doses": {"micro": sum(m <= 5 for m in minutes), "short": sum(5 < m < 60 for m in minutes),
                              "long": sum(m >= 60 for m in minutes)}}
            if target and stretch(target[3]):
                low = int(target[1])
                told["met"] = (sum(minutes) >= 60 * low if target[2] == "h"
                               else full >= low or sum(minutes) >= low * goal.minutes)
            yield told

    def goals(self, carer):
        """As they are told today."""
        monday = self.today - self.today.weekday() * DAY
        quarter = dt.date(self.today.year, 3 * ((self.today.month - 1) // 3) + 1, 1)

        def stretch(period):
            weeks, days = re.match(r"(\d+) weeks", period), re.match(r"(\d+)d", period)
            since = {"week": monday, "quarter": quarter, "year": dt.date(self.today.year, 1, 1)}.get(period)
            since = since or (monday - 7 * DAY * (int(weeks[1]) - 1) if weeks else self.today - DAY * (int(days[1]) - 1))
            return since, self.today
        return {"goals": list(self.own(carer, stretch, monday, self.today))}

    def promises(self):
        """The figures of the last four weeks."""
        since = self.today - 27 * DAY
        return {"since": str(since), "figures": figures.promises(list(promises(self.db, since, self.now, self.today)))}

    def special(self, child, monday, week):
        """Minutes of a date: what the plan has, or what was booked or stood, whichever is more."""
        since = self.db.execute("SELECT min(date) FROM occurrence").fetchone()[0]
        total = 0
        for date in (monday + DAY * n for n in range(7)):
            stood = sum(r["hours"] * 60 for r in week if r["lane"] == f"sibling:{child}" and r["date"] == str(date)
                        and r.get("state") != "cancelled")
            planned = 0
            if since <= str(date) and self.today - DAY * 98 <= date <= self.today:
                plan = self.planner.plan(date)
                for step in plan.own[child]:
                    if "special" in step.tags and step.at <= self.now.timestamp():
                        ends = next_steps(plan, step)
                        until = step.at + step.minutes * 60 if step.minutes is not None else max(ends, default=None)
                        planned += (until - step.at) // 60 if until else 0
            total += max(planned, round(stood))
        return total

    def ladders(self, first, last):
        arms = {}
        for date, step, child, ladder, hard in self.prepared(first, last):
            arm = arms.setdefault((step, child), {}).setdefault(ladder, [0, 0])
            arm[0] += not hard
            arm[1] += 1
        told = []
        for (step, child), by_ladder in arms.items():
            enough = [{"ladder": ladder, "smooth": smooth, "of": of} for ladder, (smooth, of) in by_ladder.items() if of >= 8]
            if len(enough) > 1:
                told.append({"step": step, "child": child, "arms": enough})
        return told

    def prepared(self, first, last):
        how = {(r["date"], r["step"], r["child"]): r["hard"] for r in lived(self.db, first, last)}
        for date, step, child, ladder in self.db.execute(
                "SELECT date, step, child, ladder FROM occurrence WHERE date BETWEEN ? AND ? AND mode = 'ordinary' "
                "AND place = 'home' ORDER BY date, at, step, child", (str(first), str(last))):
            yield date, step, child, ladder, how[date, step, child]

    def context(self, moments):
        around = {"food": [], "night": [], "event": [], "away": [], "solo": []}
        for at, date, moment in moments:
            date = dt.date.fromisoformat(date)
            children = [moment["child"]] if "child" in moment else [c.id for c in self.family.children]
            for what, known in (("food", self.hungry), ("night", self.short_night), ("event", self.after_event),
                                ("away", self.after_away)):
                said = [v for v in (known(child, date, at) for child in children) if v is not None]
                if said:
                    around[what].append(any(said))
            if len(self.family.carers) > 1:
                around["solo"].append(sum(self.people.on_duty(c, at) for c in self.family.carers) == 1)
        return [{"what": what, "n": sum(said), "of": len(said)} for what, said in around.items() if said]

    def steps(self, child, date):
        return self.planner.plan(date).own[child]

    def hungry(self, child, date, at):
        if self.family.by_id[child].fuel is False:
            return None
        had = [s.at for s in self.steps(child, date) if "food" in s.tags and s.at <= at]
        had += [t for t, _, _, a in acts(self.db, "fed", date, date) if a["child"] == child and t <= at]
        return at - max(had) > 2 * HOUR if had else None

    def short_night(self, child, date, at):
        steps = [s for n in (1, 0) for s in self.steps(child, date - DAY * n) if s.at <= at]
        beds = [n for n, s in enumerate(steps) if "sleep" in s.tags]
        if not steps or "sleep" in steps[-1].tags or not beds:
            return None
        start, end = steps[beds[-1]].at, steps[beds[-1] + 1].at
        awake = {s for a, b in self.ups(None, date - 2 * DAY, date + DAY) if start <= a < end for s in range(a, min(b, end), 60)}
        return end - start - 60 * len(awake) < 6 * HOUR

    def ups(self, carer, first, last):
        """[up, down) of each time somebody was up; stamps are whole minutes."""
        since = {}
        for at, _, who, a in acts(self.db, "night", first, last):
            if a["up"]:
                since[who] = at
            elif who in since:
                start = since.pop(who)
                if carer in (None, who):
                    yield start, at

    def absences(self, child, date):
        event = None
        for step in self.steps(child, date):
            if step.away:
                event = bool(event) or step.id in self.labelled
            elif event is not None:
                yield step.at, event
                event = None

    def after_away(self, child, date, at):
        back = [t for t, _ in self.absences(child, date) if t <= at]
        return bool(back) and at - back[-1] <= 2 * HOUR

    def after_event(self, child, date, at):
        return any(event and t <= at for t, event in self.absences(child, date))

    # ------------------------------------------------------------ thirteen weeks

    def quarter(self, carer):
        this = self.today - self.today.weekday() * DAY
        mondays = [this - 7 * DAY * n for n in range(26, 0, -1)]
        first, last = mondays[0], this - DAY
        since = dt.date.fromisoformat(self.db.execute("SELECT min(date) FROM occurrence").fetchone()[0])
        rows = list(lived(self.db, first, last))
        week = lambda date: (dt.date.fromisoformat(date) - first).days // 7
        known = [monday >= since for monday in mondays]
        trends = self.hard(rows, week) + [("settle", self.settle(rows, week))]
        times = respite(self.db, self.config, first, last, self.now)
        lanes = [r.lane + (f":{r.whose}" if r.whose else "") for r in self.family.respite if r.lane != "overnight"]
        # How much time off another carer had is not told.
        for lane in (lane for lane in lanes if not lane.startswith("solo:") or lane == f"solo:{carer}"):
            minutes = [0] * 26
            for r in times:
                if r["lane"] == lane and r.get("counts", True) and str(first) <= r["date"] <= str(last):
                    minutes[week(r["date"])] += round(r["hours"] * 60)
            trends.append(("respite", [F(half_up(F(m * 100, 60)), 100) if k else None for m, k in zip(minutes, known)]))
        for child in self.family.children:
            offers = [0] * 26
            for _, date, _, a in acts(self.db, "nurture", first, last):
                offers[week(date)] += a["child"] == child.id
            trends.append(("nurture", [F(half_up(F(n * 100, 7)), 100) if k else None for n, k in zip(offers, known)]))
        ups = list(self.ups(carer, first, last + DAY))
        if ups:
            trends.append(("sleep", [self.slept(carer, m, ups) if k else None for m, k in zip(mondays, known)]))
        soft = {r["date"] for r in rows if r["mode"] != "ordinary"}
        return {"monday": str(mondays[13]), "soft_days": sum(week(d) >= 13 for d in soft),
                "soft_days_before": sum(week(d) < 13 for d in soft), "trends": [trend(*t) for t in trends]}

    def hard(self, rows, week):
        counts = {}
        for r in rows:
            if r["mode"] == "ordinary" and r["place"] == "home":
                weeks = counts.setdefault((r["step"], r["child"]), [[0, 0] for _ in range(26)])
                weeks[week(r["date"])][0] += r["hard"] > 0
                weeks[week(r["date"])][1] += 1
        often = {key: sum(of for _, of in weeks[13:]) for key, weeks in counts.items()}
        commonest = sorted((key for key in counts if often[key] >= 5), key=lambda key: (-often[key], key))[:5]
        return [("hard", [F(half_up(F(h * 1000, of)), 100) if of else None for h, of in counts[key]]) for key in commonest]

    def settle(self, rows, week):
        minutes = {}
        for r in rows:
            if r["mode"] == "ordinary" and r["place"] == "home" and r["settle"] is not None:
                minutes.setdefault(week(r["date"]), {}).setdefault((r["step"], r["child"]), []).append(r["settle"])
        middles = {w: [statistics.median(map(F, of)) for of in by.values()] for w, by in minutes.items()}
        return [F(statistics.median(middles[w])) if w in middles else None for w in range(26)]

    def slept(self, name, monday, ups):
        carer = next(c for c in self.family.carers if c.id == name)
        windows = carer.asleep if carer.asleep.members else carer.quiet
        noon = int(dt.datetime.combine(monday, dt.time(12), dt.UTC).timestamp())
        minutes = sum(windows.hold(t) and not any(a <= t < b for a, b in ups)
                      for t in range(noon, noon + 7 * 86_400, 60))
        return F(half_up(F(minutes * 60 * 100, 7 * HOUR)), 100)


def trend(what, weeks):
    before, latest = ([w for w in half if w is not None] for half in (weeks[:13], weeks[13:]))
    middle, earlier = (statistics.median(half) if len(half) >= 4 else None for half in (latest, before))
    words = None
    if middle is not None and earlier is not None:
        words = "lower" if middle < earlier else "higher"
        if abs(middle - earlier) * 100 <= 15 * max(middle, earlier):
            words = "about the same"
    number = lambda value: None if value is None else float(value)
    return {"what": what, "median": number(middle), "before": number(earlier), "n": len(latest), "n_before": len(before),
            "words": words, "weeks": [number(week) for week in weeks[13:]]}
