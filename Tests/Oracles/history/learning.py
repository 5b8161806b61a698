"""What `suggestions`, `try` and the answers to goals say, counted a second time from a ledger's tables.

Nothing is shared with the program. It knows what `tried.py` writes, and UTC. Today's changes are none that count: its day is soft.
"""
import datetime as dt
import sqlite3
import statistics
from fractions import Fraction as F

from figures import half_up
from oracle.family import load

from .records import acts, lived

DAY = dt.timedelta(days=1)
SIZES = ["easy", "normal", "hard", "very-hard"]
# What a person had before their eyes.
SEEN = {"shown", "acknowledged", "snoozed", "skipped", "dismissed", "expired"}


class Learning:
    def __init__(self, database, folder, now):
        self.db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        self.family, self.now, self.today = load(folder), now, now.date()
        self.stamp = int(now.timestamp())
        self.trials = list(self.tried())

    def close(self):
        self.db.close()

    def latest(self, where, *values):
        """(id, state, due at) of the latest row of each id until now."""
        return self.db.execute(
            "SELECT id, state, due_at FROM entry WHERE seq IN (SELECT max(seq) FROM entry WHERE at <= ? GROUP BY id) "
            f"AND {where} ORDER BY due_at, seq", (self.stamp, *values)).fetchall()

    def date(self, instant):
        return dt.datetime.fromtimestamp(instant, dt.UTC).date()

    # ------------------------------------------------------------ answers to offers

    def shares(self, goal):
        """window -> offers, those taken, and the shares answered and taken; in the order of the config."""
        names = {w: f"{w.start // 60:02}:{w.start % 60:02}-{w.end // 60:02}:{w.end % 60:02}"
                 for w in (goal.window.members if goal.window else [])}
        first = self.today - DAY * 182
        said = [(at, date, a["_1"]) for at, date, _, a in acts(self.db, "goal", first, self.today) if a["id"] == goal.id]
        told = {name: [] for name in ([f"after {goal.after}"] if goal.after else names.values())}
        for _, state, due in self.latest("kind = 'nudge' AND subject = ? AND due_at >= ?", goal.id, self.midnight(first)):
            date = self.date(due)
            window = f"after {goal.after}" if goal.after else next((n for w, n in names.items() if self.holds(w, due)), None)
            if state not in SEEN or window is None or due > self.stamp:
                continue
            later = [(at, word) for at, on, word in said if on == str(date) and at >= due]
            taken = state == "acknowledged" or any(
                word in ("done", "part") and (at - due < 7200 or any(self.holds(w, at) for w in names)) for at, word in later)
            answered = taken or state == "skipped" or any(word in ("done", "part", "not-today") for _, word in later)
            told[window].append((0.5 ** ((self.today - date).days / 28), answered, taken))
        for window, offers in told.items():
            if offers:
                whole = sum(weight for weight, _, _ in offers)
                yield {"window": window, "offered": len(offers), "times": sum(taken for _, _, taken in offers),
                       "answered": sum(w for w, answered, _ in offers if answered) / whole,
                       "taken": sum(w for w, _, taken in offers if taken) / whole}

    def midnight(self, date):
        return int(dt.datetime.combine(date, dt.time(), dt.UTC).timestamp())

    def holds(self, window, instant):
        date = self.date(instant)
        spans = [window.on(self.family.zone, d) for d in (date, date - DAY)]
        return any(span and span[0] <= instant < span[1] for span in spans)

    def answers(self, goal):
        """As they are told: no share of under five."""
        return [{"window": s["window"], "offered": s["offered"],
                 **({name: half_up(F(100 * s[name])) for name in ("answered", "taken")} if s["offered"] >= 5 else {})}
                for s in self.shares(goal)]

    def unasked(self, goal):
        """Two hours of the day -> times in twelve weeks that it was done there of its own accord."""
        offers = [due for _, state, due in self.latest("kind = 'nudge' AND subject = ?", goal.id) if state in SEEN]
        quiet = next(c.quiet for c in self.family.carers if c.id == goal.carer)
        times = {}
        for at, _, _, a in acts(self.db, "goal", self.today - DAY * 83, self.today):
            if (a["id"] == goal.id and a["_1"] in ("done", "part") and not quiet.hold(at)
                    and not any(self.holds(w, at) for w in (goal.window.members if goal.window else []))
                    and not any(0 <= at - due < 7200 for due in offers)):
                hour = dt.datetime.fromtimestamp(at, dt.UTC).hour // 2 * 2
                times[hour] = times.get(hour, 0) + 1
        return times

    def window(self, goal):
        """Seldom taken where it comes: a quarter at most; at another of its times six in ten, or unasked five times."""
        own = [s for s in self.shares(goal) if s["offered"] >= 5]
        poor = [s for s in own if s["taken"] <= 0.25]
        good = [s for s in own if s["taken"] >= 0.6]
        if not poor:
            return None
        worst = min(poor, key=lambda s: s["taken"])
        found = {"what": "window", "goal": goal.id, "from": worst["window"], "count": worst["times"], "of": worst["offered"]}
        if good:
            best = max(good, key=lambda s: s["taken"])
            return {**found, "to": best["window"], "better_count": best["times"], "better_of": best["offered"]}
        times = self.unasked(goal)
        if (not goal.after and len({(w.start, w.end) for w in goal.window.members}) > 1) or max(times.values(), default=0) < 5:
            return None
        hour = min(times, key=lambda hour: (-times[hour], hour))
        return {**found, "to": f"{hour:02}:00-{(hour + 2) % 24:02}:00", "better_count": times[hour]}

    # ------------------------------------------------------------ what is tried

    def tried(self):
        """Of the last hundred days, those that began; (first, last) are included."""
        told = []
        said = [(at, date, kind, a) for kind in ("tryBegin", "tryStop")
                for at, date, _, a in acts(self.db, kind, self.today - DAY * 99, self.today)]
        for _, date, kind, a in sorted(said, key=lambda act: act[0]):
            if kind == "tryStop":
                for t in told:
                    if t["step"] == a["step"] and str(t["last"]) > date:
                        t["last"], t["stopped"] = dt.date.fromisoformat(date), True
                continue
            trial = a["_0"]
            first, last = (dt.date.fromisoformat(trial[key]) for key in ("from", "until"))
            for t in told:
                if t["step"] == trial["step"] and t["last"] >= first:
                    t["last"], t["stopped"] = first - DAY, True
            told.append({**trial, "first": first, "last": last, "stopped": False})
        return [t for t in told if t["first"] <= t["last"]]

    def arm(self, trial, dates):
        own = [r for r in lived(self.db, min(dates, default=self.today), max(dates, default=self.today))
               if (r["step"], r["child"]) == (trial["step"], trial["child"]) and dt.date.fromisoformat(r["date"]) in dates
               and r["mode"] == "ordinary" and r["place"] == "home"]
        settled = [r["settle"] for r in own if r["hard"] and r["settle"] is not None]
        return {"smooth": sum(not r["hard"] for r in own), "of": len(own),
                "settled": len(settled) if settled else None, "settle_median": statistics.median(settled) if settled else None}

    def arms(self, trial):
        """The four weeks before it, less the dates of another of the same change; and its own."""
        others = [t for t in self.trials if t is not trial and (t["step"], t["child"]) == (trial["step"], trial["child"])]
        before = {trial["first"] - DAY * n for n in range(1, 29)}
        before = {d for d in before if not any(t["first"] <= d <= t["last"] for t in others)}
        during = {trial["first"] + DAY * n for n in range((trial["last"] - trial["first"]).days + 1)}
        return self.arm(trial, before), self.arm(trial, during)

    def rows(self):
        for t in self.trials:
            before, during = self.arms(t)
            state = ("waiting" if self.today < t["first"] else "running" if self.today <= t["last"]
                     else "stopped" if t["stopped"] else "finished")
            yield {"step": t["step"], "child": t["child"], "change": t["change"], "value": t["value"], "was": t["before"],
                   "tried": t["tried"], "from": str(t["first"]), "until": str(t["last"]), "state": state, "before": before,
                   "during": during, "few": min(before["of"], during["of"]) < 8}

    # ------------------------------------------------------------ suggestions

    def changes(self):
        """(step, child) -> its times in twelve weeks that count, in the order in which they came."""
        prepared = {(date, step, child): (size, ladder) for date, step, child, size, ladder in
                    self.db.execute("SELECT date, step, child, size, ladder FROM occurrence")}
        times = {}
        for r in lived(self.db, self.today - DAY * 84, self.today):
            if r["mode"] == "ordinary" and r["place"] == "home":
                r["size"], r["ladder"] = prepared[r["date"], r["step"], r["child"]]
                times.setdefault((r["step"], r["child"]), []).append(r)
        return times

    def written_steps(self):
        return [step for routine in self.family.routines for step in routine.steps]

    def size(self, step, child):
        """The one size that it is written with; None where there is none, or a ladder has the say."""
        steps = [s for s in self.written_steps() if s.id == step]
        if self.family.by_id[child].ladder is not None or any(s.ladder is not None for s in steps):
            return None
        sizes = {s.sizes.get(child) for s in steps} - {None, "none"}
        return sizes.pop() if len(sizes) == 1 else None

    def answered(self):
        """(what keeps quiet, change -> the date of its last change of the config)."""
        quiet = {a["id"] for at, _, _, a in acts(self.db, "suggestionDismissed") if at + 28 * 86_400 > self.stamp}
        told = [(at, kind, date, a["id"]) for kind in ("suggestionAccepted", "suggestionUndone")
                for at, date, _, a in acts(self.db, kind)]
        accepted = {}
        for _, kind, date, name in sorted(told):
            accepted.pop(name, None)
            if kind == "suggestionAccepted":
                accepted[name] = date
        return quiet, {tuple(name.split("/")[1:3]): date for name, date in accepted.items()}

    def closed(self):
        """Rungs that were closed unanswered on the last three dates on which they were seen, in forty days."""
        seen = {}
        for name, state, _ in self.latest("kind = 'cue' AND id >= ?", str(self.today - DAY * 40)):
            date, step, child, rung = name.split("/")
            still_up = date == str(self.today) and state == "shown"
            if state in SEEN and not still_up and rung != "moved":
                seen.setdefault((step, child, rung), {})[date] = state
        steps = {s.id for s in self.written_steps()}
        for (step, child, rung), states in sorted(seen.items()):
            last = [states[date] for date in sorted(states)[-3:]]
            if last == ["dismissed"] * 3 and step in steps and child in self.family.by_id:
                yield step, child, rung

    def clearest(self, found, quiet):
        """One change a child: the one with most to say, of those the first to come."""
        best = {}
        for one in found:
            if one["id"] not in quiet and (one["child"] not in best or one["count"] > best[one["child"]]["count"]):
                best[one["child"]] = one
        return [one for one in found if best.get(one["child"]) is one]

    def suggestions(self, carer):
        """Kindest first, five at most; what would be more comes last, and has a place kept."""
        quiet, edited = self.answered()
        running = {(t["step"], t["child"]) for t in self.trials if t["last"] >= self.today}
        steps = {s.id for s in self.written_steps()}
        judged = {}
        for key, times in self.changes().items():
            since = [r for r in times if r["date"] > edited.get(key, "")]
            if key not in running and since:
                judged[key] = [r for r in since if r["ladder"] == since[-1]["ladder"]]
        judged = dict(sorted(judged.items(), key=lambda kept: self.came(kept[0], edited)))
        shorter, longer, drop = [], [], []
        for (step, child), times in judged.items():
            size = self.size(step, child)
            smooth = sum(not r["hard"] for r in times[-12:])
            hard = sum(r["hard"] > 0 for r in times[-5:])
            if len(times) >= 12 and smooth >= 10 and size not in (None, "easy") and times[-1]["size"] == size:
                to = SIZES[SIZES.index(size) - 1]
                shorter.append({"id": f"shorter/{step}/{child}/{to}", "what": "shorter", "step": step, "child": child,
                                "count": smooth, "of": 12, "from": size, "to": to})
            if len(times) >= 5 and hard >= 3 and step in steps:
                to = SIZES[SIZES.index(size) + 1] if size and size != "very-hard" else None
                longer.append({"id": f"longer/{step}/{child}" + (f"/{to}" if to else ""), "what": "longer", "step": step,
                               "child": child, "count": hard, "of": 5, "from": size, "to": to})
        for step, child, rung in self.closed():
            ladder = judged[step, child][-1]["ladder"].split(" · ") if (step, child) in judged else []
            left = [one for one in ladder if one != rung]
            if rung in ladder and left:
                drop.append({"id": f"drop/{step}/{child}/{rung}", "what": "drop", "step": step, "child": child, "count": 3,
                             "of": 3, "rung": rung, "rungs": left})
        windows = [self.window(g) for g in self.family.goals if g.carer == carer and (g.after or g.window)]
        windows = [{"id": f"window/{w['goal']}/{w['from']}/{w['to']}", **w} for w in windows if w]
        more = self.clearest(longer, quiet)
        fewer = [*self.keep(edited), *self.clearest(shorter, quiet), *drop, *windows]
        fewer = [one for one in fewer if one["id"] not in quiet][:4 if more else 5]
        return (fewer + more)[:5]

    def came(self, key, edited):
        """When a change first came, of its times since it was edited."""
        r = next(r for r in self.changes()[key] if r["date"] > edited.get(key, ""))
        return r["date"], r["at"], r["step"], r["child"]

    def keep(self, edited):
        """What was tried to its end, for four weeks, where it went no less smoothly than before."""
        for t in self.trials:
            key = (t["step"], t["child"])
            again = any((o["step"], o["child"]) == key and o["first"] > t["first"] for o in self.trials)
            over = t["last"] < self.today <= t["last"] + DAY * 28
            if t["stopped"] or again or not over or edited.get(key, "") >= str(t["first"]):
                continue
            before, during = self.arms(t)
            if min(before["of"], during["of"]) < 8 or F(during["smooth"], during["of"]) < F(before["smooth"], before["of"]):
                continue
            found = {"id": f"keep/{t['step']}/{t['child']}/{t['first']}", "what": "keep", "step": t["step"], "child": t["child"],
                     "count": during["smooth"], "of": during["of"], "before": before["smooth"], "before_of": before["of"]}
            size = self.size(*key)
            if t["change"] == "size" and (size is None or size == t["value"]):
                continue
            yield {**found, **({"from": size, "to": t["value"]} if t["change"] == "size" else {"rungs": t["tried"].split(" · ")})}

    def few(self):
        return not any(len(times) >= 5 for times in self.changes().values())
