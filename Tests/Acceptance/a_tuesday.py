#!/usr/bin/python3
"""Keeps docs/a-tuesday.md true: its blocks are what Haven shows, and to whom, when the day in its last block is played.

    Tests/Acceptance/a_tuesday.py [--havenctl P] [--write]

Each block between `<!-- 17:00-18:00 -->` and `<!-- end -->` has the notifications of that stretch and the commands that were
typed in it. --write renders them anew; read the page before you commit it. Otherwise the first difference is shown, and the last line
is `N passed, N failed`.
"""
import argparse
import difflib
import json
import os
import re
import subprocess
import sys

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAGE = os.path.join(REPO, "docs/a-tuesday.md")
DATE = "2026-03-10"
BLOCK = re.compile(r"(<!-- (\d\d:\d\d)-(\d\d:\d\d) -->\n```\n)(.*?)(```\n<!-- end -->)", re.S)


def script(page):
    """The commands of the day, as `simulate --script` takes them."""
    return re.search(r"```script\n(.*?)```", page, re.S)[1]


def shown(havenctl, text):
    """(time, whom, lines) of everything that is typed and shown, in order."""
    r = subprocess.run(
        [havenctl, "simulate", "--json", "--config", os.path.join(REPO, "etc/examples/harbour"), "--from", DATE, "--to", DATE,
         "--script", "-"], input=text, capture_output=True, text=True, timeout=60, env={"LANG": "en_GB.UTF-8", "PATH": os.environ["PATH"]})
    if r.returncode:
        sys.exit(f"a_tuesday: {r.stderr.strip()}")
    rows = []
    for line in text.splitlines():
        at, words = line.split(" ", 1)
        who = re.search(r" --as (\w+)", words)
        rows.append((at[11:], 0, who[1].capitalize() if who else "Ros", ["$ havenctl " + re.sub(r" --as \w+", "", words)]))
    for line in map(json.loads, r.stdout.splitlines()):
        rows.append((line["at"][11:16], 1, line["to"].capitalize(), [line["title"], *filter(None, line["body"].split("\n"))]))
    return sorted(rows, key=lambda row: row[:2])


def block(rows, first, last):
    out = []
    for at, _, who, lines in rows:
        if first <= at < last:
            out += [f"{at}  {who:6} {lines[0]}", *(f"{'':15}{line}" for line in lines[1:])]
    return "".join(line + "\n" for line in out)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--havenctl", default=os.path.join(REPO, ".build/release/havenctl"), help="the program (the release build)")
    p.add_argument("--write", action="store_true", help="render the page anew")
    a = p.parse_args()
    with open(PAGE, encoding="utf-8") as file:
        page = file.read()
    rows = shown(a.havenctl, script(page))
    blocks = 0

    def render(match):
        nonlocal blocks
        blocks += 1
        return match[1] + block(rows, match[2], match[3]) + match[5]
    now = BLOCK.sub(render, page)
    if a.write:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(now)
        return 0
    if now != page:
        print("FAIL  docs/a-tuesday.md is not what is shown; render it with Tests/Acceptance/a_tuesday.py --write")
        print("\n".join(list(difflib.unified_diff(page.splitlines(), now.splitlines(), "the page", "the day", n=1, lineterm=""))[:20]))
    print(f"{blocks if now == page else 0} passed, {int(now != page or not blocks)} failed")
    return int(now != page or not blocks)


if __name__ == "__main__":
    sys.exit(main())
