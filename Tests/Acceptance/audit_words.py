#!/usr/bin/python3
"""Reads a month of every family, at every text level, locked and not, in every mode and every language, and finds nothing.

    Tests/Acceptance/audit_words.py [--havenctl P] [--random N] [--only TEXT] [-v]

The rules of docs/wording.md are written here a second time, from what a reader sees and from the family's config, and
know nothing of the program's own lists. First each rule is shown a line that breaks it: a rule that cannot fail proves
nothing. Then families are planted with every word that no screen says: `check` has to name each, and no line may say it.
Python 3.11, standard library only. The last line is `N passed, N failed`; the exit status is 1 if any failed.
"""
import argparse
import collections
import concurrent.futures
import datetime
import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

from wording_rules import NEVER, NEVER_GERMAN, RULES, Family, Seen, forbidden, slug

HERE = os.path.dirname(os.path.abspath(__file__))
REPO = os.path.dirname(os.path.dirname(HERE))
FAMILIES = ["first", "harbour", "mill-street"]
LEVELS = ["generic", "public", "full"]
LANGUAGES = {"en": "en_GB.UTF-8", "de": "de_DE.UTF-8"}
MODES = ["ordinary", "low-demand", "regression", "sick"]
FIRST, LAST = datetime.date(2026, 3, 1), datetime.date(2026, 3, 31)

# ---------------------------------------------------------------- playing it

class Broken(Exception):
    pass


def call(havenctl, folder, language, *words, stdin=None):
    environment = {"PATH": os.environ["PATH"], "HOME": folder, "LANG": LANGUAGES[language]}
    return subprocess.run([havenctl, *words], capture_output=True, text=True, timeout=120, env=environment, input=stdin)


def simulate(havenctl, folder, language, first, last, script=""):
    r = call(havenctl, folder, language, "simulate", "--json", "--config", folder, "--from", str(first), "--to", str(last),
             "--script", "-", stdin=script)
    if r.returncode:
        raise Broken(f"exit {r.returncode}: {r.stderr.strip()[:400]}")
    return [json.loads(line) for line in r.stdout.splitlines()]


def with_level(text, level):
    """The config with its text level set."""
    text = re.sub(r'(?m)^text\s*= "(generic|public|full)".*$', "", text)
    return text.replace("[household]", f'[household]\ntext = "{level}"', 1) if "[household]" in text else f'[household]\ntext = "{level}"\n' + text


EXTRA = """
[[goal]]
id = "secret"
carer = "%s"
domain = "heart"
name = "watercolours"
private = true
smallest = "one brush"
window = "11:00-12:00"
appointment = "2026-03-19T19:00"
[[marked-date]]
date = "2026-03-20"
"""


def copy(name, folder, level):
    shutil.copytree(os.path.join(REPO, "etc/examples", name), folder, dirs_exist_ok=True)
    path = os.path.join(folder, "haven.toml")
    text = with_level(open(path, encoding="utf-8").read(), level)
    first = tomllib.loads(text)["carer"][0]
    extra = EXTRA % (first.get("id") or slug(first["name"]))
    open(path, "w", encoding="utf-8").write(text)
    os.makedirs(os.path.join(folder, "conf.d"), exist_ok=True)
    open(os.path.join(folder, "conf.d/90-audit.toml"), "w", encoding="utf-8").write(extra)
    return Family(text, extra)


def dates():
    return [FIRST + datetime.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def mode_on(date, turn):
    return MODES[((date - FIRST).days + turn) % len(MODES)]


def is_locked(date):
    return (date - FIRST).days % 5 == 4


def month(family, turn, shown):
    """A script for the month: every mode in turn, a locked day in five, and all that makes another kind of line."""
    carers = [slug(c) for c in family.carers]
    out = []
    for date in dates():
        out.append((f"{date}T00:01", f"mode {mode_on(date, turn)}"))
        out.append((f"{date}T00:02", "!lock" if is_locked(date) else "!unlock"))
    out.append(("2026-03-02T09:00", "promise add den-light --due 2026-03-05T17:00"))
    out.append(("2026-03-02T09:01", f"respite book solo:{carers[0]} 2026-03-14T10:00/2026-03-14T13:00"))
    out.append(("2026-03-02T09:02", "respite book couple 2026-03-20T19:00/2026-03-20T22:00"))
    out.append(("2026-03-02T09:03", "respite book overnight 2026-03-27T15:00/2026-03-28T15:00"))
    out.append(("2026-03-02T09:04", f"respite book sibling:{list(family.children)[0]} 2026-03-16T15:00/2026-03-16T16:00"))
    for day, answer in ((4, "yes"), (11, "no"), (18, None), (25, "later")):
        out.append((f"2026-03-{day:02}T18:51", f"tag out --for 15m --as {carers[0]}"))
        if answer and len(carers) > 1:
            out.append((f"2026-03-{day:02}T18:52", f"tag answer {answer} --as {carers[1]}"))
    # What was shown tells where there is something to move, and something to come back for.
    by_date = collections.defaultdict(list)
    for line in shown:
        if line["kind"] == "cue" and len(line["items"]) == 1 and line["items"][0]["seconds_left"] >= 300:
            by_date[line["at"][:10]].append(line)
    for number, (date, lines) in enumerate(sorted(by_date.items())):
        line = lines[number % len(lines)]
        at = datetime.datetime.fromisoformat(line["at"]).replace(tzinfo=None)
        if number % 2 and not line["items"][0]["rung"].startswith("P"):
            out.append((f"{(at + datetime.timedelta(minutes=1)).isoformat()[:16]}", f"delay {line['items'][0]['step']} 7m"))
        elif not number % 2:
            a, b = at - datetime.timedelta(minutes=2), at + datetime.timedelta(minutes=2)
            if a.date() == b.date():
                out.append((a.isoformat()[:16], f"!suspend {a:%H:%M} {b:%H:%M}"))
    out.sort(key=lambda entry: entry[0])
    return "".join(f"{at} {what}\n" for at, what in out)


def without_gaps(script):
    """A command within a suspend is a fault: those that would be are moved behind it."""
    lines, until, late, out = script.splitlines(), "", [], []
    for line in lines:
        at, what = line.split(" ", 1)
        if until and at >= until:
            out += [f"{until} {w}" for w in late]
            until, late = "", []
        if until and not what.startswith("!"):
            late.append(what)
        elif until:
            late.append(what)
        else:
            out.append(line)
        if what.startswith("!suspend") and not until:
            until = at[:11] + what.split()[2]
    return "\n".join(out + [f"{until} {w}" for w in late]) + "\n"


def faults(lines, family, language, mode_of, locked):
    found = []
    for line in lines:
        seen = Seen(line, family, language, lambda child: mode_of(line, child), locked(line))
        for name, (check, _) in RULES.items():
            if wrong := check(seen):
                found.append(f"{name}: {wrong} in {line['kind']} {line['level']} at {line['at']}: {seen.title!r} {seen.body!r}")
    return found


@functools.cache
def first_reading(havenctl, name, turn):
    """What an undisturbed month shows: when it does is the same at every level and in every language."""
    with tempfile.TemporaryDirectory() as folder:
        family = copy(name, folder, "public")
        return simulate(havenctl, folder, "en", FIRST, LAST, without_gaps(month(family, turn, [])))


def read_month(job):
    """One family, level, language and turn of modes."""
    havenctl, name, level, language, turn = job
    with tempfile.TemporaryDirectory() as folder:
        family = copy(name, folder, level)
        shown = first_reading(havenctl, name, turn)
        lines = simulate(havenctl, folder, language, FIRST, LAST, without_gaps(month(family, turn, shown)))

    def date(line):
        return datetime.date.fromisoformat(line["at"][:10])
    found = faults(lines, family, language, lambda line, _: mode_on(date(line), turn), lambda line: is_locked(date(line)))
    # A step keeps the mode of its own instant; a level that is never reached would prove nothing.
    if level != "generic" and not any(line["level"] == ("public" if not family.private else level) for line in lines):
        found.append(f"no line at level {level}")
    return f"{name} {level} {language} {turn}", len(lines), {line["kind"] for line in lines}, found


def read_random(job):
    havenctl, seed, level, language = job
    sys.path.insert(0, os.path.join(REPO, "Tests/Oracles"))
    import random_families
    case = random_families.make(seed, "all")
    text = with_level(random_families.toml(case.family), level)
    with tempfile.TemporaryDirectory() as folder:
        open(os.path.join(folder, "haven.toml"), "w", encoding="utf-8").write(text)
        lines = simulate(havenctl, folder, language, case.first, case.last, "\n".join(case.script) + "\n" if case.script else "")
    # Modes of a random script are not followed: an age that is only lowered keeps every rule of the higher one.
    found = faults(lines, Family(text), language, lambda *_: None, lambda _: None)
    return f"random {seed} {level} {language}", len(lines), {line["kind"] for line in lines}, found


# ---------------------------------------------------------------- it can fail

def prove():
    """Every rule catches the line that is made to break it, and lets the unbroken one pass."""
    family = Family("""
        [[carer]]
        name = "Ros"
        [[child]]
        id = "otter"
        working-age = 4
        avoid = ["hurry"]
        [[child]]
        id = "finch"
        working-age = 13
        style = "declarative"
        [[goal]]
        id = "secret"
        name = "watercolours"
        domain = "heart"
        private = true
        [household]
        private = false
        [[routine]]
        steps = ["17:25 shoes and bags, hard"]
        """.replace("\n        ", "\n"))
    for name, (check, broken) in RULES.items():
        child = "finch" if "teens" in name else "otter"
        good = {"kind": "cue", "level": "public", "urgency": "normal", "at": "2026-03-10T17:05", "to": "ros",
                "title": "Soon: shoes and bags", "body": "Said once, then left alone.",
                "items": [{"step": "shoes-and-bags", "child": child, "rung": "L2"}]}
        def judge(line):
            return check(Seen(line, family, "en", lambda _: "ordinary", False))
        wrong = [] if judge(good) is None else [f"'{name}' finds {judge(good)} in a good line"]
        if judge(broken(good)) is None:
            wrong.append(f"'{name}' does not see what breaks it")
        yield f"the rule can fail: {name}", 2, set(), wrong


def plant(job):
    """A family with every forbidden word in a name, a script, a stop and a bridge: none is said, and `check` names all."""
    havenctl, language, reason, words = job
    found = []
    spelled = [form for word in words for form in (word, word.capitalize(), word.replace(" ", "-"), word[:2] + "\u200b" + word[2:])]
    with tempfile.TemporaryDirectory() as folder:
        steps = "".join(
            f'[[routine.step]]\nid = "s{n}"\nat = "{7 + n // 6:02}:{n % 6 * 10:02}"\nname = "to the {word}, then tea"\n'
            f'transition = "easy"\nbridge = "{word}"\nnatural-stop = "{word}"\nsay = "First {word}."\n'
            for n, word in enumerate(spelled[:96]))
        text = ('[household]\ntext = "full"\n[[carer]]\nname = "Ros"\n[[child]]\nid = "otter"\nworking-age = 9\n'
                f'[[goal]]\nname = "{words[0]}"\ndomain = "fun"\nlines = ["{words[-1]}? Or not today."]\n'
                f'[[routine]]\nid = "r"\n{steps}')
        open(os.path.join(folder, "haven.toml"), "w", encoding="utf-8").write(text)
        lines = simulate(havenctl, folder, language, FIRST, FIRST)
        if len(lines) < len(spelled[:96]):
            found.append(f"only {len(lines)} lines: the words are not on their way to a screen")
        for line in lines:
            if hit := forbidden(re.sub("\u200b", "", f"{line['title']}\n{line['body']}")):
                found.append(f"{reason}: '{hit[0]}' is said: {line['title']!r} {line['body']!r}")
        told = call(havenctl, folder, language, "check", "--config", folder)
        told = (told.stdout + told.stderr).splitlines()
        rows = text.split("\n")
        for number, row in enumerate(rows, 1):
            if row.startswith(("name = \"to", "bridge", "natural-stop", "say", "lines")) and not any(
                    t.split(": ")[0].split(":")[-2:-1] == [str(number)] or f":{number}:" in t for t in told):
                found.append(f"{reason}: check says nothing of {row!r}")
    return f"planted: {reason} in {language}", len(lines), set(), found


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--havenctl", default=os.path.join(REPO, ".build/release/havenctl"), help="the program under test (the release build)")
    p.add_argument("--random", type=int, default=40, help="how many random families to read as well")
    p.add_argument("--only", default="", help="the readings whose family, level, language or reason has this text")
    p.add_argument("-v", action="store_true", help="name what passes as well")
    a = p.parse_args()
    jobs = [(read_month, (a.havenctl, name, level, language, turn)) for name in FAMILIES for level in LEVELS
            for language in LANGUAGES for turn in range(len(MODES))]
    jobs += [(read_random, (a.havenctl, seed, LEVELS[seed % 3], list(LANGUAGES)[seed % 2])) for seed in range(a.random)]
    jobs += [(plant, (a.havenctl, "en", reason, words)) for reason, words in NEVER.items() if reason != "pressure"]
    jobs += [(plant, (a.havenctl, "de", reason, words)) for reason, words in NEVER_GERMAN.items()]
    jobs = [job for job in jobs if a.only in " ".join(map(str, job[1][1:]))]
    passed = failed = total = 0
    kinds = set()

    def attempt(job):
        try:
            return job[0](job[1])
        except Exception as error:                       # a program that does not run is a failure, and is named
            return str(job[1][1:]), 0, set(), [f"{type(error).__name__}: {error}"]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda key: first_reading(*key), {(j[0], j[1], j[4]) for f, j in jobs if f is read_month}))
        for name, count, seen, found in [*prove(), *pool.map(attempt, jobs)]:
            total, kinds = total + count, kinds | seen
            passed, failed = passed + (not found), failed + bool(found)
            if found or a.v:
                print(f"{'FAIL' if found else 'ok':5} {name}: {count} lines")
            for text in found[:6]:
                print(f"      {text}")
            if len(found) > 6:
                print(f"      and {len(found) - 6} more")
    wanted = {"cue", "catch_up", "moved", "fuel", "nudge", "appointment", "promise", "respite", "tell", "marked", "digest", "review", "swap"}
    if wanted - kinds and not a.only:
        failed += 1
        print(f"FAIL  never seen: {', '.join(sorted(wanted - kinds))}")
    print(f"{total} lines read, of {len(kinds)} kinds, by {len(RULES)} rules")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
