"""The page that the figures stand on: what is between `<!-- bench NAME -->` and `<!-- end -->` is written by a run."""
import re

from .report import MARKS

MARKS_PLACE = "<!-- bench marks -->"
PLACE = "<!-- bench {name} -->\n{text}\n<!-- end -->"


def write(path, texts):
    """Puts each text into its place; a place that no benchmark fills this time stays as it is."""
    with open(path, encoding="utf-8") as file:
        page = file.read()
    for name, text in texts.items():
        place = re.compile(rf"<!-- bench {re.escape(name)} -->\n.*?<!-- end -->", re.S)
        if not place.search(page):
            raise SystemExit(f"bench: '{path}' has no place for '{name}'")
        page = place.sub(lambda _: PLACE.format(name=name, text=text.strip()), page)
    # Every mark of the page once more, at its head; those of a benchmark that did not run this time are its last ones.
    head, tail = page.split(MARKS_PLACE, 1)
    old, rest = tail.split("<!-- end -->", 1)
    rows = [line for line in rest.splitlines() if line.endswith(("| met |", "| **missed** |"))]
    marks = "\n".join([f"| {' | '.join(MARKS)} |", "|" + "---|" * len(MARKS), *rows])
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{head}{MARKS_PLACE}\n{marks}\n<!-- end -->{rest}")
