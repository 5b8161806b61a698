#!/usr/bin/env python3
"""Run the acceptance cases against Haven.  Python 3.11, standard library only.  See README.md.

    run_cases.py [--havenctl PROGRAM] [--required-tags FILE] [--tag TAG] [--only TEXT] [-v]
                 [--simulate TEMPLATE] [--day TEMPLATE] [--figures TEMPLATE]
"""
import argparse, glob, json, os, re, shlex, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta as TD

HERE = os.path.dirname(os.path.abspath(__file__))
REPO = os.path.dirname(os.path.dirname(HERE))
HAVENCTL = os.path.join(REPO, ".build", "release", "havenctl")
SIMULATE = "{havenctl} simulate --json --config {config} --from {from} --to {to} --script {script}"
DAY = "{havenctl} day {from} --json --config {config}"
FIGURES = "{havenctl} review --records {records} --json"

# What no notification may say, at any level, in any family.
NEVER = (r"streak|overdue|\bfail(ed|ure)?\b|\bbad\b|\bshould\b|!|last chance|or else|tantrum|meltdown|\brisk\b|"
         r"\bcontact\b|family time|\bcourt\b|social worker|respite|placement|diagnos|medicat|therapy|capacity|anniversar")


class Differs(Exception):
    pass


class NotChecked(Exception):
    pass


def call(template, values):
    argv = [a.format(**values) for a in shlex.split(template)]
    return subprocess.run(argv, capture_output=True, text=True, timeout=300)


def family(name):
    return os.path.join(REPO, "etc", "examples", name)


def prepare(case, folder):
    """A copy of the family's config with the case's edits, and its script."""
    home = os.path.join(folder, "config")
    shutil.copytree(family(case["family"]), home)
    path = os.path.join(home, "haven.toml")
    text = open(path, encoding="utf-8").read()
    for old, new in case.get("edits", []):
        if text.count(old) != 1:
            raise Differs(f"the case is out of date: its edit matches {text.count(old)} times: {old!r}")
        text = text.replace(old, new)
    open(path, "w", encoding="utf-8").write(text)
    for name, more in case.get("conf.d", {}).items():
        os.makedirs(os.path.join(home, "conf.d"), exist_ok=True)
        open(os.path.join(home, "conf.d", name), "w", encoding="utf-8").write(more)
    script = os.path.join(folder, "script")
    open(script, "w", encoding="utf-8").write("".join(line + "\n" for line in case.get("script", [])))
    return {"config": home, "from": case["from"], "to": case.get("to", case["from"]), "script": script}


# ---------------------------------------------------------------- matching

def flat(line):
    """One output line (or one cue of a day) as the record that `expect` is matched against."""
    out = {k: v for k, v in line.items() if k not in ("items", "version")}
    items = line.get("items", [line] if "seconds_left" in line else [])
    if items:
        pairs = sorted((i["id"].split("/", 1)[1], i["seconds_left"]) for i in items)
        out["ids"], out["left"] = [p[0] for p in pairs], [p[1] for p in pairs]
    return out


def wants(entry):
    if "ids" in entry and "left" in entry:
        pairs = sorted(zip(entry["ids"], entry["left"]))
        return {**entry, "ids": [p[0] for p in pairs], "left": [p[1] for p in pairs]}
    return {**entry, "ids": sorted(entry["ids"])} if "ids" in entry else entry


def agrees(got, want):
    for key, value in want.items():
        if key in ("at", "moved_to", "until") and isinstance(value, str):       # as exact as the case writes it
            if not str(got.get(key)).startswith(value):
                return False
        elif got.get(key) != value:
            return False
    return True


def words(entry):
    """An entry for a reader."""
    head = [entry[k] for k in ("at", "kind", "to") if k in entry]
    head[:1] = [head[0][:19]] if "at" in entry else head[:1]
    ids = [f"{i} ({n // 60}:{n % 60:02} left)" if n is not None else i
           for i, n in zip(entry.get("ids", []), entry.get("left") or [None] * 99)]
    rest = [f"{k}={json.dumps(entry[k])}" for k in ("level", "goal", "dose", "children", "moved_to", "lead", "promise", "leave_card") if k in entry]
    return "  ".join(map(str, head + ids + rest))


def match(got, want):
    """One for one and in order; within one instant the order is free."""
    rest, before = list(map(flat, got)), ""
    for w in map(wants, want):
        hit = next((g for g in rest if g["at"] == rest[0]["at"] and agrees(g, w)), None)
        if hit is None:
            there = words(rest[0]) if rest else "nothing more"
            raise Differs(f"\n{before}      expected  {words(w)}\n      got       {there}")
        rest.remove(hit)
        before = f"      after     {words(hit)}\n"
    if rest:
        raise Differs(f"\n{before}      expected  nothing more\n      got       {words(rest[0])}")


def keeps(line, only):
    steps = [i["step"] for i in line.get("items", [line] if "step" in line else [])]
    return (line.get("kind") in only.get("kinds", [line.get("kind")])
            and ("steps" not in only or any(s in only["steps"] for s in steps))
            and ("goals" not in only or line.get("goal") in only["goals"])
            and ("to" not in only or only["to"] == line["to"]))


# ---------------------------------------------------------------- audits

def instant(line):
    return datetime.fromisoformat(line["at"])


def audit(lines, rules):
    shown = [x for x in lines if x["kind"] in ("cue", "catch_up")]
    if "cues" in rules and sum(len(x["items"]) for x in shown) != rules["cues"]:
        raise Differs(f"{sum(len(x['items']) for x in shown)} cues, not {rules['cues']}")
    if "notifications" in rules and len(shown) != rules["notifications"]:
        raise Differs(f"{len(shown)} notifications, not {rules['notifications']}")
    hours = [(sum(y["to"] == x["to"] and instant(x) <= instant(y) < instant(x) + TD(hours=1) for y in shown), x["at"], x["to"])
             for x in (shown if "busiest" in rules or "max_hour" in rules else [])]
    top = max(hours, default=(0, "", ""))
    if "busiest" in rules and top[0] != rules["busiest"]:
        raise Differs(f"busiest hour has {top[0]}, from {top[1]}, not {rules['busiest']}")
    if top[0] > rules.get("max_hour", 10 ** 6):
        raise Differs(f"{top[0]} notifications to {top[2]} in the hour from {top[1]}")
    if "max_nudges" in rules:
        days = {}
        for x in (x for x in lines if x["kind"] == "nudge"):
            days.setdefault((x["to"], x["at"][:10]), []).append(instant(x))
        for key, ats in days.items():
            if len(ats) > rules["max_nudges"] or any(b - a < TD(hours=3) for a, b in zip(ats, ats[1:])):
                raise Differs(f"nudges to {key[0]} on {key[1]}: {', '.join(f'{a:%H:%M}' for a in ats)}")
    for who, a, b in rules.get("silent", []):                                    # [carer, "21:45", "06:30"]
        for x in lines:
            t = x["at"][11:16]
            if x["to"] == who and (a <= t or t < b if b <= a else a <= t < b):
                raise Differs(f"{who} hears a {x['kind']} at {x['at']}, in {a}-{b}")
    for x in shown:
        for i in x["items"]:
            if i["seconds_left"] < -120:
                raise Differs(f"said after the change: {i['id']} at {x['at']}")
    if "words" in rules:
        audit_words(lines, rules["words"])


def audit_words(lines, rules):
    if not any("title" in x for x in lines):
        raise NotChecked("no titles in the output")
    for x in lines:
        title, body = x.get("title", ""), x.get("body", "")
        where = f"in {x['kind']} at {x['at']}: {title!r} {body!r}"
        if not title or len(title) > 60:
            raise Differs(f"a title of {len(title)} characters (1 to 60) {where}")
        for pattern in [NEVER, *rules.get("forbid", [])]:
            if hit := re.search(pattern, f"{title}\n{body}", re.I):
                raise Differs(f"'{hit[0]}' {where}")
        if re.search(r"\b(?!TV\b|OK\b)[A-Z]{3,}\b", title + body):
            raise Differs(f"capitals {where}")
        for word in rules.get("generic_forbid", []) if x["level"] == "generic" else []:
            if re.search(rf"\b{word}\b", f"{title}\n{body}", re.I):
                raise Differs(f"'{word}' at level generic {where}")


# ---------------------------------------------------------------- one case

def subset(got, want, path=""):
    if isinstance(want, dict) and isinstance(got, dict):
        for key, value in want.items():
            subset(got.get(key), value, f"{path}.{key}".lstrip("."))
    elif isinstance(want, list) and want and isinstance(want[0], dict) and isinstance(got, list) and len(got) == len(want):
        for n, value in enumerate(want):
            subset(got[n], value, f"{path}[{n}]")
    elif isinstance(want, float) and isinstance(got, (int, float)):
        if abs(got - want) > 0.005:
            raise Differs(f"\n      {path}\n      expected  {want}\n      got       {got}")
    elif got != want:
        raise Differs(f"\n      {path}\n      expected  {json.dumps(want)}\n      got       {json.dumps(got)}")


def check(case, a):
    with tempfile.TemporaryDirectory() as folder:
        if "figures" in case:
            path = os.path.join(folder, "records.json")
            json.dump({**case["figures"], "records": case["records"]}, open(path, "w", encoding="utf-8"))
            r = call(a.figures, {"havenctl": a.havenctl, "records": path, **case["figures"]})
            if r.returncode:
                raise Differs(f"exit {r.returncode}: {r.stderr.strip()}")
            return subset(json.loads(r.stdout), case["expect"])
        values = {"havenctl": a.havenctl, **prepare(case, folder)}
        r = call(a.day if case.get("day") else a.simulate, values)
        if "fails" in case:
            if not r.returncode or case["fails"] not in r.stderr:
                raise Differs(f"expected a refusal that names '{case['fails']}', got exit {r.returncode}: {r.stderr.strip() or 'silence'}")
            return
        if r.returncode:
            raise Differs(f"exit {r.returncode}: {r.stderr.strip()}")
        lines = [json.loads(x) for x in r.stdout.splitlines() if x.strip()]
        only = case.get("only", {})
        if case.get("day"):
            day = lines[0]
            subset({k: day.get(k) for k in case.get("head", {})}, case.get("head", {}))
            for want in case.get("steps", []):
                got = next((s for s in day["steps"] if s["step"] == want["step"]), None)
                if (got is None) != want.get("absent", False):
                    raise Differs(f"step '{want['step']}' is {'not ' if got is None else ''}in the day")
                if got and not agrees(got, {k: v for k, v in want.items() if k != "absent"}):
                    raise Differs(f"\n      expected  {json.dumps(want)}\n      got       {json.dumps(got)}")
            if "order" in case:
                subset([s["step"] for s in day["steps"] if s["step"] in case["order"]], case["order"], "order of steps")
            if "expect" in case:
                match([c for c in day["cues"] if keeps(c, only)], case["expect"])
            return
        if "expect" in case:
            match([x for x in lines if keeps(x, only)], case["expect"])
        audit(lines, case.get("audit", {}))


def attempt(case, a):
    try:
        check(case, a)
        return "ok", ""
    except NotChecked as e:
        return "not checked", str(e)
    except Differs as e:
        return "FAIL", str(e)
    except Exception as e:
        return "FAIL", f"{type(e).__name__}: {e}"


def is_required(case, tags):
    """A case with any of these tags must pass; None: every case must."""
    return tags is None or not tags.isdisjoint(case["tags"])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--havenctl", default=HAVENCTL, help="the program under test (the release build)")
    p.add_argument("--simulate", default=SIMULATE)
    p.add_argument("--day", default=DAY)
    p.add_argument("--figures", default=FIGURES)
    p.add_argument("--required-tags", default="", help="a file of tags: cases with none of them may fail for now")
    p.add_argument("--tag", default="")
    p.add_argument("--only", default="", help="cases whose family or name has this text")
    p.add_argument("-v", action="store_true", help="name the cases that pass as well")
    a = p.parse_args()
    cases = []
    for path in sorted(glob.glob(os.path.join(HERE, "cases", "*.json"))):
        cases += json.load(open(path, encoding="utf-8"))
    cases = [c for c in cases if (not a.tag or a.tag in c["tags"]) and a.only.lower() in f"{c['family']}: {c['name']}".lower()]
    required = None
    if a.required_tags:
        lines = open(a.required_tags, encoding="utf-8").read().splitlines()
        required = {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    counts = {"ok": 0, "FAIL": 0, "later": 0, "not checked": 0}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for case, (verdict, text) in zip(cases, pool.map(lambda c: attempt(c, a), cases)):
            if verdict == "FAIL" and not is_required(case, required):
                verdict = "later"
            counts[verdict] += 1
            if verdict in ("FAIL", "later") or a.v:
                print(f"{verdict:5} {case['family']}: {case['name']}")
            if verdict == "FAIL" or verdict == "later" and a.v:
                print(f"      {case['why']}" if case.get("why") else "", end="\n" if case.get("why") else "")
                print(text.lstrip("\n") if text.startswith("\n") else f"      {text}")
            elif verdict == "not checked" and a.v:
                print(f"      {text}")
    if counts["not checked"]:
        print(f"{counts['not checked']} not checked (words need titles)")
    if counts["later"]:
        print(f"{counts['later']} do not pass yet and are not required yet")
    print(f"{counts['ok']} passed, {counts['FAIL']} failed, {counts['later'] + counts['not checked']} skipped")
    return 1 if counts["FAIL"] or not counts["ok"] else 0


if __name__ == "__main__":
    sys.exit(main())
