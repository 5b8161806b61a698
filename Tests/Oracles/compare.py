#!/usr/bin/python3
"""Ask the program and the reference the same random questions, and show the smallest family on which they differ.

    compare.py [--area AREA] [--seeds N] [--start SEED] [--havenctl PATH] [--stop N]
"""
import argparse
import collections
import copy
import json
import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from datetime import date as Date

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import random_families
import reference
from oracle.civil import Fault
from oracle.family import load

DAY = "{havenctl} day {from} --json --config {config}"
SIMULATE = "{havenctl} simulate --json --config {config} --from {from} --to {to} --script {script}"


def ask_program(case, folder, a):
    values = {"havenctl": a.havenctl, "config": folder, "from": case.first, "to": case.last, "script": f"{folder}/script"}
    argv = [w.format(**values) for w in (a.day if case.area == "day" else a.simulate).split()]
    try:
        run = subprocess.run(argv, capture_output=True, text=True, timeout=a.patience)
    except subprocess.TimeoutExpired:
        return None, f"no answer in {a.patience} s"
    if run.returncode:
        return None, f"exit {run.returncode}: {run.stderr.strip()[-600:]}"
    return [json.loads(line) for line in run.stdout.splitlines()], ""


def ask_reference(case, folder):
    try:
        family = load(folder)
        if case.area == "day":
            return [reference.day(family, case.first)], ""
        return reference.simulate(family, str(case.first), str(case.last), "\n".join(case.script)), ""
    except Fault as fault:
        return None, str(fault)


# ---------------------------------------------------------------- what is compared

FIELDS = {"nudge": ["goal", "dose"], "fuel": ["children"], "promise": ["promise", "lead"]}


def flat(lines):
    """Lines as comparable texts, in order of time; how cues are merged is a line of its own."""
    out, counts = [], collections.Counter()
    for x in lines:
        if x["kind"] == "day":
            return flat_day(x)
        head = (x["at"], x["kind"], x["to"])
        if x["kind"] in ("cue", "catch_up", "moved"):
            counts[head] += 1
            for i in x["items"]:
                out.append((*head, f"{i['id']} left={i['seconds_left']} {x['level']}" + (f" to {x['moved_to']}" if "moved_to" in x else "")))
        else:
            more = [f"{k}={sorted(x[k]) if isinstance(x[k], list) else x[k]}" for k in FIELDS.get(x["kind"], [])]
            out.append((*head, " ".join([x["level"], *more])))
    out += [(*head, f"({n} notifications)") for head, n in counts.items() if n > 1]
    return sorted(out)


def flat_day(day):
    out = [("", "day", day["day"], "")]
    for s in day["steps"]:
        sizes = sorted(f"{t['child']}:{t['size']}" for t in s["transitions"])
        out.append((s["at"], "step", s["step"], f"until={s['until']} {sorted(s['children'])} {s['tags']} {s['anchor']} {sizes} away={s['away']}"))
    for c in day["cues"]:
        out.append((c["at"], "cue", c["id"], f"left={c['seconds_left']} to={c['to']} card={c['leave_card']}"))
    return sorted(out)


def differ(case, a):
    """'' where both say the same, else what to show."""
    folder = tempfile.mkdtemp(prefix="haven-oracle-")
    try:
        with open(f"{folder}/haven.toml", "w", encoding="utf-8") as file:
            file.write(random_families.toml(case.family))
        with open(f"{folder}/script", "w", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in case.script))
        got, refused = ask_program(case, folder, a)
        want, fault = ask_reference(case, folder)
    finally:
        shutil.rmtree(folder)
    if got is None or want is None:
        if got is None and want is None:
            return ""
        return f"  program: {refused or 'accepts'}\n  reference: {fault or 'accepts'}\n"
    got, want = flat(got), flat(want)
    if got == want:
        return ""
    extra = list((collections.Counter(got) - collections.Counter(want)).elements())
    missing = list((collections.Counter(want) - collections.Counter(got)).elements())
    at = min(x[0] for x in extra + missing)
    both = sorted((x[0], x[1], " ".join(x[2:]), mark) for mark, xs in (("+ only the program", extra), ("- only the reference", missing))
                  for x in xs)[:8]
    near = [f"      {' '.join(x)}" for x in want if x in got and x[0] <= at][-4:]
    return "\n".join([*near, *(f"      {x[0]} {x[1]} {x[2]}   {x[3]}" for x in both)]) + "\n"


# ---------------------------------------------------------------- making a failing case smaller

def smaller(case):
    """Cases with one thing less."""
    for n in range(len(case.script)):
        yield case.with_(script=case.script[:n] + case.script[n + 1:])
    family = case.family
    for path in list(paths(family, ())):
        less = copy.deepcopy(family)
        at = less
        for key in path[:-1]:
            at = at[key]
        del at[path[-1]]
        yield case.with_(family=less)


def paths(node, path):
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else []
    for key, inner in list(items):
        if key in ("id", "timezone", "at", "lane", "name") or (len(path) and path[-1] in ("rungs", "heads-up")):
            continue
        yield (*path, key)
        yield from paths(inner, (*path, key))


def kind_of(text):
    """What sort of difference: a refusal, or the kinds of the first differing lines."""
    return text[:20] if text.startswith("  program:") else "lines"


def shrink(case, a, text):
    changed, asked = True, 0
    while changed and asked < 1500:
        changed = False
        for less in smaller(case):
            asked += 1
            try:
                found = differ(less, a)
            except Exception:
                continue
            if found and kind_of(found) == kind_of(text):
                case, text, changed = less, found, True
                break
    return case, text


def try_seed(seed, a):
    try:
        case = random_families.make(seed, a.area)
        text = differ(case, a)
    except Exception as error:
        import traceback
        return seed, "crashed", traceback.format_exc()
    if not text:
        return seed, "", ""
    if not a.whole and "no answer" not in text:
        case, text = shrink(case, a, text)
    dates = f"{case.first}" + (f" to {case.last}" if case.last != case.first else "")
    return seed, "differs", "\n".join([
        f"=== {a.area} seed {seed}, {dates}", random_families.toml(case.family), *(f"    {s}" for s in case.script), text])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--area", default="all", choices=random_families.AREAS)
    p.add_argument("--seeds", type=int, default=100)
    p.add_argument("--start", type=int, default=0)
    p.add_argument("--stop", type=int, default=5, help="after this many differences")
    p.add_argument("--patience", type=float, default=20, help="seconds to wait for an answer")
    p.add_argument("--whole", action="store_true", help="do not make failing cases smaller")
    p.add_argument("--havenctl", default=os.path.join(os.path.dirname(__file__), "../../.build/release/havenctl"))
    p.add_argument("--day", default=DAY)
    p.add_argument("--simulate", default=SIMULATE)
    a = p.parse_args()
    failed = same = 0
    with ProcessPoolExecutor(2) as pool:
        for n in range(a.start, a.start + a.seeds, 8):
            seeds = range(n, min(n + 8, a.start + a.seeds))
            for seed, verdict, text in pool.map(try_seed, seeds, [a] * len(seeds)):
                failed += bool(verdict)
                same += not verdict
                if verdict:
                    print(text if verdict == "differs" else f"=== seed {seed} {verdict}\n{text}", flush=True)
            if failed >= a.stop:
                break
    print(f"{same} agree, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
