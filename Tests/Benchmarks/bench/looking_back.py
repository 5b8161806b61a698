"""What a review and a quarter read, as statements for the sqlite3 shell, and a household with years behind it."""
import datetime as dt
import os
import re
import shutil
import subprocess
import time

from bed.home import Home
from history.generate import Years

from . import HARBOUR

DAY = dt.timedelta(days=1)
# A test of the store says that each is a range of an index.
ACTS = """SELECT id, at, date, carer, command FROM act INDEXED BY act_kind
WHERE kind = '{kind}' AND at >= {start} AND at < {end} AND undone_at IS NULL;"""
# Haven reads them by the table's key, and puts each date in order of time itself.
LIVED = """SELECT date, at, step, child, size, ladder, mode, place FROM occurrence
WHERE date BETWEEN '{first}' AND '{last}' ORDER BY date, at, step, child;"""
RESPITE = ("respiteBook", "respiteCancel", "respiteTook", "respiteForgive")
PROMISES = ("promiseAdd", "promiseMoved", "promiseKept", "promiseRepaired")
SIDES = ("boundaryHeld", "handover", "nurture", "noticed", "repair", "goal", "balance", "delay", "skip", "swap", "swapped", "ranLate")


class Shell:
    """The sqlite3 shell on a ledger, asked over a pipe."""

    def __init__(self, database, *options):
        self.process = subprocess.Popen(["sqlite3", *options, database], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    @property
    def pid(self):
        return self.process.pid

    def ask(self, statements):
        """Milliseconds until the last row is here."""
        began = time.perf_counter()
        self.process.stdin.write(("\n".join(statements) + "\n.print that-is-all\n").encode())
        self.process.stdin.flush()
        while self.process.stdout.readline() != b"that-is-all\n":
            pass
        return (time.perf_counter() - began) * 1000

    def stop(self):
        self.process.communicate(b"")


def statements(method, today):
    monday = today - today.weekday() * DAY
    at = lambda date: int(dt.datetime.combine(date, dt.time(), dt.UTC).timestamp())
    acts = lambda kinds, first, last: [ACTS.format(kind=kind, start=at(first), end=at(last + DAY)) for kind in kinds]
    if method == "Review":
        first = monday - 84 * DAY
        return [*acts(["hard"], first, today), LIVED.format(first=first, last=today),
                *acts(RESPITE + PROMISES, today - 394 * DAY, today), *acts(SIDES, monday, today)]
    first = monday - 182 * DAY
    return [*acts(["hard"], first, monday), LIVED.format(first=first, last=monday),
            *acts(RESPITE, first - 366 * DAY, today), *acts(["nurture", "night"], first, monday)]


def household(folder, years, seed, programs):
    """A home whose ledger has so many years, and how many entries they are."""
    home = Home(folder, programs=programs)
    with open(os.path.join(HARBOUR, "haven.toml"), encoding="utf-8") as file:
        text = file.read().replace('"Europe/London"', '"UTC"')
    # Details stay, so that every week can be worked out again.
    text = re.sub(r'(?m)^retention .*$', 'retention = "off"', text)
    home.write_config(re.sub(r'(?m)^login .*$', "", text))
    for name in os.listdir(HARBOUR):
        if name.endswith(".ics"):
            shutil.copy(os.path.join(HARBOUR, name), home.config)
    home.start_havend("--notifier", "terminal").stop()
    today = dt.datetime.now(dt.UTC).date()
    if not years:
        return home, 0
    return home, Years(home.database, today, int(years * 365.25), seed).write()
