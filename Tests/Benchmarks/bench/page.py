"""The page that the figures stand on: what is between `<!-- bench NAME -->` and `<!-- end -->` is written by a run."""
import re

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
    with open(path, "w", encoding="utf-8") as file:
        file.write(page)
