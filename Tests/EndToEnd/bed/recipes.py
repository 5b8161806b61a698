"""The recipes of docs/recipes.md, as a reader would copy them: each file of the page under its name."""
import os
import re

from . import REPO

PAGE = os.path.join(REPO, "docs", "recipes.md")
# A line that names a file, an empty line, and the file.
FILE = re.compile(r"^`(~/[^`]+)`:\n\n```\w*\n(.*?)^```$", re.M | re.S)


def files():
    """What the page says is in each file, by its path below the home."""
    with open(PAGE, encoding="utf-8") as page:
        return {path.removeprefix("~/"): text for path, text in FILE.findall(page.read())}


def copy(home, *names):
    """Copies those files into a home, and makes the scripts executable."""
    page = files()
    for name in names:
        path = os.path.join(home, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(page[name])
        if name.startswith("bin/"):
            os.chmod(path, 0o755)
