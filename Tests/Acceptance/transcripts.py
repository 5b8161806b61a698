#!/usr/bin/python3
"""Keeps docs/a-week.md and docs/first-hour.md true: both programs live through the script of each page, on a clock that is moved.

    Tests/Acceptance/transcripts.py [--rehearsal P] [--write] [PAGE ...]

A page has `<!-- rehearsal FAMILY FROM TO -->` (FAMILY is a folder of etc/examples, or `nobody`), a block of `script`, and blocks between
`<!-- 2026-03-10 17:00-18:00 -->` and `<!-- end -->`: what was typed, answered and shown in that stretch. --write renders them anew; read the
page before you commit it. Otherwise the first difference is shown, and the last line is `N passed, N failed`.
"""
import argparse
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAGES = ["docs/a-week.md", "docs/first-hour.md"]
STAGE = re.compile(r"<!-- rehearsal (\S+) (\S+) (\S+) -->")
BLOCK = re.compile(r"(<!-- (\d{4}-\d\d-\d\d) (\d\d:\d\d)-(\d\d:\d\d) -->\n```\n)(.*?)(```\n<!-- end -->)", re.S)
# So that a bus or a home of whoever runs it is never found.
ENVIRONMENT = {"LANG": "en_GB.UTF-8", "TZ": "Europe/London", "PATH": os.environ["PATH"], "SWIFT_BACKTRACE": "enable=no"}


def rows(rehearsal, page):
    """(moment, lines) of all that is typed, answered and shown, in order."""
    family, first, last = STAGE.search(page).groups()
    script = re.search(r"```script\n(.*?)```", page, re.S)[1]
    with tempfile.TemporaryDirectory() as home:
        os.mkdir(os.path.join(home, "run"), 0o700)
        if family != "nobody":
            shutil.copytree(os.path.join(REPO, "etc/examples", family), os.path.join(home, ".config/haven"))
        r = subprocess.run([rehearsal, home, first, last], input=script, capture_output=True, text=True, timeout=120,
                           env={**ENVIRONMENT, "HOME": home})
    if r.returncode:
        sys.exit(f"transcripts: {r.stdout.splitlines()[-1:]} {r.stderr.strip()}")
    return [(row["at"], told(row)) for row in map(json.loads, r.stdout.splitlines())]


def told(row):
    """One row as the page has it; somebody who is alone has no name in it."""
    who = "" if row["who"] == "me" else f"{row['who'].capitalize():6} "
    lines = row["lines"]
    head = f"{row['at'][11:16]}  {who}"
    if typed := row.get("typed"):
        words, _, said = typed.partition("<<<")
        piped = f"echo '{said.strip()}' | " if said else ""
        return [f"{head}$ {piped}havenctl {words.strip()}", *(f"       {line}".rstrip() for line in lines)]
    return [f"{head}{lines[0]}", *(" " * len(head) + line for line in lines[1:])]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--rehearsal", default=os.path.join(REPO, ".build/release/rehearsal"), help="the program (the release build)")
    p.add_argument("--write", action="store_true", help="render the pages anew")
    p.add_argument("pages", nargs="*", default=PAGES)
    a = p.parse_args()
    passed = failed = 0
    for name in a.pages:
        path = os.path.join(REPO, name)
        with open(path, encoding="utf-8") as file:
            page = file.read()
        lived = rows(a.rehearsal, page)

        def render(match):
            first, last = (f"{match[2]}T{time}" for time in match.group(3, 4))
            lines = [line for at, lines in lived if first <= at[:16] < last for line in lines]
            return match[1] + "".join(line + "\n" for line in lines) + match[6]
        now = BLOCK.sub(render, page)
        if a.write:
            with open(path, "w", encoding="utf-8") as file:
                file.write(now)
        elif now != page or not BLOCK.search(page):
            failed += 1
            print(f"FAIL  {name} is not what is lived; render it with Tests/Acceptance/transcripts.py --write")
            print("\n".join(list(difflib.unified_diff(page.splitlines(), now.splitlines(), "the page", "lived", n=1, lineterm=""))[:20]))
        else:
            passed += 1
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
