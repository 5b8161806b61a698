#!/usr/bin/python3
"""The methods and errors of io.haven.Daemon(7), made from etc/io.haven.Daemon.varlink.

    Tests/Package/interface_page.py --write      writes them into docs/man/io.haven.Daemon.7 anew
"""
import os
import re
import sys

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
INTERFACE = os.path.join(REPO, "etc", "io.haven.Daemon.varlink")
PAGE = os.path.join(REPO, "docs", "man", "io.haven.Daemon.7")
MEMBER = re.compile(r"((?:^# .*\n)*)^(method|error) (\w+) ?\(([^)]*)\)(?: -> \(([^)]*)\))?", re.M)


def prose(text):
    """A line a sentence, with nothing that mdoc(7) would read as its own."""
    text = text.replace("\\", "\\e").replace("~", "\\(ti").replace("^", "\\(ha")
    text = re.sub(r"`([^`]*)`", r"\\fB\1\\fR", text)
    lines = re.sub(r"(?<=[.:]) (?=[A-Z])", "\n", text).split("\n")
    return "".join(("\\&" if line[:1] in ".'" else "") + line + "\n" for line in lines)


def fields(text):
    return ", ".join(part.strip() for part in text.split(","))


def item(remarks, name, given, answer):
    text = f".It Ic {name} Ns Pq \\&{fields(given)}\n" if given.strip() else f".It Ic {name}\n"
    if remarks:
        text += prose(" ".join(line[2:] for line in remarks.splitlines()))
    if answer is None or fields(answer) == "act: Act":
        return text
    names = [part.split(":")[0].strip() for part in answer.split(",")]
    names = [name for name in names if name not in ("version", "kind")]
    return text + (f"Replies with {', '.join(names)}.\n" if names else "")


def parts():
    """What stands between the page's comments, by the first word of each."""
    with open(INTERFACE, encoding="utf-8") as file:
        found = MEMBER.findall(file.read())
    made = {}
    for kind in ("method", "error"):
        items = [item(remarks, name, given, answer if kind == "method" else None)
                 for remarks, what, name, given, answer in found if what == kind]
        made[f"the {kind}s"] = ".Bl -tag -width Ds\n" + "".join(items) + ".El\n"
    return made


def page(text):
    """The page with those parts in it."""
    for name, part in parts().items():
        begin, end = f'.\\" {name}, from the interface\n', f'.\\" end of {name}\n'
        before, rest = text.split(begin)
        text = before + begin + part + end + rest.split(end)[1]
    return text


def read():
    with open(PAGE, encoding="utf-8") as file:
        return file.read()


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit(__doc__)
    new = page(read())
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(new)
