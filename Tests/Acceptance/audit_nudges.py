#!/usr/bin/python3
"""Lives a quarter of every family, and finds no nudge that the rules for nudges would not have.

    Tests/Acceptance/audit_nudges.py [--havenctl P] [--lives N] [--only TEXT] [--read FAMILY] [-v]

A life is thirteen weeks played week by week: its carers answer most nudges, decline some, leave some, and have hard moments,
broken nights, soft days, tag-outs and evenings with nothing left, by a seed. `nudge_rules.py` has the rules, from what was
shown and from the family's config alone. Each rule is first shown a quarter that breaks it. `--read FAMILY` prints the
nudges of one life, to be read as the family would. Python 3.11, standard library only. The last line is
`N passed, N failed`; the exit status is 1 if any failed.
"""
import argparse
import concurrent.futures
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
import tomllib

from nudge_rules import RULES, Quarter, slug

HERE = os.path.dirname(os.path.abspath(__file__))
REPO = os.path.dirname(os.path.dirname(HERE))
FAMILIES = ["first", "harbour", "mill-street"]
FIRST, WEEKS = datetime.date(2026, 1, 12), 13         # a Monday; both countries change their clocks on the way


def call(havenctl, *words, stdin=None):
    environment = {"PATH": os.environ["PATH"], "HOME": tempfile.gettempdir(), "LANG": "en_GB.UTF-8"}
    r = subprocess.run([havenctl, *words], capture_output=True, text=True, timeout=120, env=environment, input=stdin)
    if r.returncode:
        raise RuntimeError(f"havenctl {words[0]}: exit {r.returncode}: {r.stderr.strip()[:300]}")
    return [json.loads(line) for line in r.stdout.splitlines()]


def simulate(havenctl, config, first, last, script):
    text = "".join(f"{at} {what}\n" for at, what in sorted(script, key=lambda entry: entry[0]))
    return call(havenctl, "simulate", "--json", "--config", config, "--from", str(first), "--to", str(last), "--script", "-", stdin=text)


def troubles(r, family, monday):
    """What a week brings that nobody planned."""
    carers = [c.get("id") or slug(c["name"]) for c in family["carer"]]
    out = []
    for number in range(7):
        date = monday + datetime.timedelta(days=number)
        if r.random() < 0.25:
            out.append((f"{date}T{r.randrange(7, 20):02}:{r.randrange(60):02}", "hard"))
        if r.random() < 0.15:
            for at in ("01:10", "03:40"):
                out.append((f"{date}T{at}", f"night up --as {r.choice(carers)}"))
                out.append((f"{date}T{at[:3]}55", "night down"))
        if r.random() < 0.12:
            out.append((f"{date}T{r.randrange(6, 21):02}:05", f"capacity 1 --as {r.choice(carers)}"))
        if r.random() < 0.12:
            out.append((f"{date}T{r.randrange(6, 12):02}:00", f"mode {r.choice(['low-demand', 'regression', 'sick'])} --until {date}T21:30"))
        if r.random() < 0.12:
            out.append((f"{date}T{r.randrange(9, 21):02}:{r.randrange(60):02}", f"tag out --for 30m --as {r.choice(carers)}"))
    return out


def answers(r, lines):
    """What a carer makes of a week's nudges: most are taken up, some declined, some only seen."""
    out = []
    for line in lines:
        if line["kind"] != "nudge":
            continue
        at = datetime.datetime.fromisoformat(line["at"]).replace(tzinfo=None) + datetime.timedelta(minutes=r.randrange(1, 25))
        does = r.choices(["done", "part", "not-today", None], [3, 2, 2, 3])[0]
        if does:
            out.append((at.isoformat()[:16], f"goal {does} {line['goal']} --as {line['to']}"))
    return out


def live(havenctl, name, seed):
    """A quarter, answered as it comes."""
    r = random.Random(f"{name} {seed}")
    config = os.path.join(REPO, "etc/examples", name)
    with open(os.path.join(config, "haven.toml"), "rb") as file:
        family = tomllib.load(file)
    script, last = [], FIRST
    for week in range(WEEKS):
        monday = FIRST + datetime.timedelta(weeks=week)
        last = monday + datetime.timedelta(days=6)
        script += troubles(r, family, monday)
        # A sleeping goal is asked about, and answered, now and then.
        if week % 4 == 3:
            script += [(f"{monday}T05:0{n % 10}", f"goal keep {g.get('id') or slug(g['name'])}" + (f" --as {g['carer']}" if "carer" in g else ""))
                       for n, g in enumerate(family.get("goal", [])) if "appointment" not in g]
        shown = simulate(havenctl, config, FIRST, last, script)
        script += answers(r, [line for line in shown if line["at"][:10] >= str(monday)])
    lines = simulate(havenctl, config, FIRST, last, script)
    dates = [FIRST + datetime.timedelta(days=n) for n in range(7 * WEEKS)]
    days = [call(havenctl, "day", str(date), "--json", "--config", config)[0] for date in dates]
    return Quarter(family, lines, script, days)


def read(havenctl, name):
    quarter = live(havenctl, name, 0)
    told = {(at, what.split()[2]): what.split()[1] for at, what in quarter.script if what.startswith("goal ")}
    for line in quarter.lines:
        if line["kind"] == "nudge":
            day = line["at"][:10]
            answer = next((does for (at, goal), does in told.items() if at[:10] == day and goal == line["goal"] and at[11:16] >= line["at"][11:16]), "-")
            at = datetime.datetime.fromisoformat(line["at"])
            print(f"{at:%a %d %b %H:%M}  {line['to']:6} {line['dose']:5} {line['title']} {line['body']}  [{answer}]")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--havenctl", default=os.path.join(REPO, ".build/release/havenctl"), help="the program under test (the release build)")
    p.add_argument("--lives", type=int, default=2, help="how many lives of each family")
    p.add_argument("--only", default="", help="families whose name has this text")
    p.add_argument("--read", metavar="FAMILY", help="print the nudges of one life instead")
    p.add_argument("-v", action="store_true", help="name what passes as well")
    a = p.parse_args()
    if a.read:
        return read(a.havenctl, a.read)
    jobs = [(name, seed) for name in FAMILIES if a.only in name for seed in range(a.lives)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        quarters = list(pool.map(lambda job: live(a.havenctl, *job), jobs))
    passed = failed = 0

    def tell(name, wrong):
        nonlocal passed, failed
        passed, failed = passed + (not wrong), failed + bool(wrong)
        if wrong or a.v:
            print(f"{'FAIL' if wrong else 'ok':5} {name}")
        for text in wrong[:5]:
            print(f"      {text}")
    for name, (check, breaks) in RULES.items():
        broken = [other for other in map(breaks, (q for q in quarters if q.nudges)) if other]
        tell(f"the rule can fail: {name}", [] if any(map(check, broken)) else ["it does not see what breaks it"])
        for (family, seed), quarter in zip(jobs, quarters):
            tell(f"{family}, life {seed}: {name}", check(quarter))
    for name in {job[0] for job in jobs} - {"first"}:
        seen = [len(q.nudges) for job, q in zip(jobs, quarters) if job[0] == name]
        tell(f"{name} is nudged at all", [] if min(seen) >= 13 else [f"{min(seen)} nudges in thirteen weeks"])
    print(f"{sum(len(q.nudges) for q in quarters)} nudges of {len(quarters)} quarters, by {len(RULES)} rules")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
