#!/usr/bin/python3
"""Ask the program and a second reading of the figures' rules for the same random records, and show where they differ.

    figures.py [--seeds N] [--start SEED] [--havenctl PATH]

Written from Tests/Acceptance/README.md, with fractions and calendars of Python's own; nothing is shared with the program.
"""
import argparse
import calendar
import datetime as dt
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from fractions import Fraction as F

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DAY = dt.timedelta(days=1)


def half_up(x):
    return (x + F(1, 2)).__floor__()


def percent(part, whole):
    return half_up(F(100 * part, whole)) if whole else None


def quarter(date):
    first = 3 * ((date.month - 1) // 3) + 1
    return (dt.date(date.year, first, 1),
            dt.date(date.year, first + 2, calendar.monthrange(date.year, first + 2)[1]))


def day(text):
    return dt.date.fromisoformat(text)


def of(records, kind):
    return [r for r in records if r["type"] == kind]


def lane_figures(lane, records, today):
    """One lane, and the share of its target that it is owed."""
    name = lane["lane"]
    forgiven = [day(r["date"]) for r in of(records, "forgive") if r["lane"] == name and day(r["date"]) <= today]
    start = max([today - 27 * DAY, quarter(today)[0]] + [date + DAY for date in forgiven])
    dates = (today - start).days + 1
    target = F(str(lane["hours"])) * dates / 28
    inside = [r for r in of(records, "respite")
              if r["lane"] == name and start <= day(r["date"]) <= today and r["state"] != "cancelled"]
    actual = sum((F(str(r["hours"])) for r in inside if r.get("counts", True)), F(0))
    beside = sum((F(str(r["hours"])) for r in inside if not r.get("counts", True)), F(0))
    owed = max(F(0), min(target - actual, target))
    return {"lane": name, "target": target, "actual": actual, "beside": beside, "owed": owed,
            "percent": percent(owed, target) or 0, "share": owed / target if target else F(0)}


def respite(records, today):
    lanes = [lane_figures(lane, records, today) for lane in of(records, "lane")]
    ranks = ["solo", "couple", "sibling"]
    line = sorted((x for x in lanes if x["owed"]), key=lambda x: (-x["share"], ranks.index(x["lane"].split(":")[0])))
    return {"lanes": lanes, "next_in_line": [x["lane"] for x in line]}


def overnight(records, today):
    allowed = of(records, "allowance")
    if not allowed:
        return None
    first, last = quarter(today)
    if allowed[-1]["per"] == "year":
        first, last = dt.date(today.year, 1, 1), dt.date(today.year, 12, 31)
    nights = [r["state"] for r in of(records, "night-away") if first <= day(r["date"]) <= last]
    figures = {"allowance": allowed[-1]["nights"], "used": nights.count("used"), "booked": nights.count("booked")}
    if allowed[-1]["per"] == "year":
        figures["pace"] = F(allowed[-1]["nights"] * today.timetuple().tm_yday, 365)
    else:
        figures["days_left"] = (last - today).days
    return figures


def week(records, monday):
    own = [r for r in of(records, "occurrence") if monday <= day(r["date"]) < monday + 7 * DAY
           and r.get("mode", "ordinary") == "ordinary" and r.get("place", "home") == "home"]
    steps, groups, bins = [], {}, {}
    for r in own:
        groups.setdefault((r["step"], r["child"]), []).append(r)
        if r["hard"]:
            hour = int(r["at"][:2]) // 2 * 2
            bins[f"{hour:02}-{hour + 2:02}"] = bins.get(f"{hour:02}-{hour + 2:02}", 0) + 1
    for (step, child), times in groups.items():
        if len(times) < 5:
            steps.append({"step": step, "child": child, "few": True})
            continue
        hard = [r for r in times if r["hard"]]
        settled = [r["settle"] for r in hard if r.get("settle") is not None]
        steps.append({"step": step, "child": child, "hard": len(hard), "times": len(times),
                      "percent": percent(len(hard), len(times)),
                      "settle_median": statistics.median(settled) if settled else None})
    smooth = sum(not r["hard"] for r in own)
    return {"smooth": smooth, "of": len(own), "percent": percent(smooth, len(own)), "steps": steps, "bins": bins}


def balance(records, monday):
    answers = [r["answer"] for r in of(records, "balance") if monday <= day(r["date"]) < monday + 7 * DAY]
    if len(answers) < 3:
        return None
    lean = F(answers.count("nurture") - answers.count("structure"), len(answers))
    words = "leaned structure" if lean <= F(-1, 4) else "leaned nurture" if lean >= F(1, 4) else "about even"
    return {**{k: answers.count(k) for k in ("structure", "even", "nurture")}, "lean": half_up(lean * 100) / 100,
            "words": words}


def promises(records):
    states = [r["state"] for r in of(records, "promise")]
    figures = {k: states.count(k) for k in ("kept", "moved-in-time", "missed-repaired", "missed", "open")}
    figures["closed"] = len(states) - figures["open"]
    held = figures["kept"] + figures["moved-in-time"]
    figures["percent"] = percent(held, figures["closed"]) if figures["closed"] >= 5 else None
    return figures


def answer(file):
    today, records = day(file["today"]), file["records"]
    monday = day(file["week"])
    monday -= monday.weekday() * DAY
    return {"respite": respite(records, today), "overnight": overnight(records, today), "week": week(records, monday),
            "balance": balance(records, monday), "promises": promises(records)}


# ---------------------------------------------------------------- random records

def records(rng, today, monday):
    """Dates lie around the edges: quarters, windows, weeks."""
    names = ["solo:ros", "solo:imani", "couple", "sibling:finch", "sibling:otter"]
    lanes = rng.sample(names, rng.randint(0, 5))
    edges = [today, today - 27 * DAY, today - 28 * DAY, quarter(today)[0], quarter(today)[0] - DAY, today + DAY]
    def near():
        return str(rng.choice(edges) + rng.randint(-2, 2) * DAY if rng.random() < 0.5 else today - rng.randint(0, 40) * DAY)
    def this_week():
        return str(monday + rng.randint(-2, 8) * DAY)
    def hours():
        return rng.choice([0, 0.25, 0.75, 1, 1.5, 2, 3, 0.1, 2.35, 0.333, 4.125, 9])
    out = [{"type": "lane", "lane": lane, "hours": rng.choice([0, 2, 3, 6, 8, 12, 7.5])} for lane in lanes]
    for _ in range(rng.randint(0, 25)):
        r = {"type": "respite", "lane": rng.choice(names), "date": near(), "hours": hours(),
             "state": rng.choice(["happened", "happened", "shortened", "cancelled"])}
        if rng.random() < 0.2:
            r["counts"] = rng.random() < 0.3
        out.append(r)
    out += [{"type": "forgive", "lane": rng.choice(names), "date": near()} for _ in range(rng.choice([0, 0, 1, 2]))]
    if rng.random() < 0.7:
        out.append({"type": "allowance", "nights": rng.choice([0, 2, 14, 24, 28]), "per": rng.choice(["year", "quarter"])})
    for _ in range(rng.randint(0, 12)):
        out.append({"type": "night-away", "date": str(today + rng.randint(-200, 200) * DAY), "state": rng.choice(["used", "booked"])})
    for _ in range(rng.choice([0, 3, 30, 60])):
        out.append({"type": "occurrence", "date": this_week(), "at": f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}",
                    "step": rng.choice("abc"), "child": rng.choice(["otter", "wren"]), "hard": rng.choice([0, 0, 0, 1, 2, 3]),
                    "settle": rng.choice([None, 0, 5, 10, 15, 45]), "mode": rng.choice(["ordinary"] * 5 + ["low-demand", "sick"]),
                    "place": rng.choice(["home"] * 5 + ["away"]), "note": "a key that nobody knows"})
    for _ in range(rng.randint(0, 9)):
        out.append({"type": "balance", "date": this_week(), "answer": rng.choice(["structure", "even", "nurture"])})
    states = ["kept", "moved-in-time", "missed-repaired", "missed", "open"]
    out += [{"type": "promise", "id": f"p{n}", "state": rng.choice(states)} for n in range(rng.randint(0, 9))]
    rng.shuffle(out)
    return out


def differences(got, want, path=""):
    if isinstance(want, dict):
        for key, value in want.items():
            if key != "share":
                yield from differences(got.get(key) if isinstance(got, dict) else None, value, f"{path}.{key}")
    elif isinstance(want, list) and want and isinstance(want[0], dict):
        if not isinstance(got, list) or len(got) != len(want):
            yield f"{path}: {len(want)} wanted, got {got}"
            return
        for n, value in enumerate(want):
            yield from differences(got[n], value, f"{path}[{n}]")
    elif isinstance(want, (F, float)):
        if not isinstance(got, (int, float)) or abs(F(got) - F(want)) > F(6, 10000):
            yield f"{path}: {float(want)} wanted, got {got}"
    elif got != want:
        yield f"{path}: {want!r} wanted, got {got!r}"


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--seeds", type=int, default=300)
    p.add_argument("--start", type=int, default=1)
    p.add_argument("--havenctl", default=os.path.join(REPO, ".build", "release", "havenctl"))
    a = p.parse_args()
    for seed in range(a.start, a.start + a.seeds):
        rng = random.Random(seed)
        today = dt.date(rng.choice([2023, 2024, 2025, 2026, 2028]), 1, 1) + rng.randint(0, 365) * DAY
        monday = today - (today.weekday() + rng.choice([0, 0, 7])) * DAY
        file = {"today": str(today), "week": str(monday + rng.choice([0, 0, 0, 2, 6]) * DAY),
                "records": records(rng, today, monday)}
        with tempfile.NamedTemporaryFile("w", suffix=".json") as f:
            json.dump(file, f)
            f.flush()
            run = subprocess.run([a.havenctl, "review", "--records", f.name, "--json"], capture_output=True, text=True, timeout=60)
        found = list(differences(json.loads(run.stdout), answer(file))) if not run.returncode else [run.stderr]
        if found:
            print(f"seed {seed}:\n" + "\n".join(f"  {line}" for line in found))
            return 1
    print(f"{a.seeds} files of records, no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main())
