"""A ledger of a million entries: what a notification writes and what a review reads, beside the same statements in sqlite3."""
import datetime as dt
import json
import os
import re
import shutil
import socket
import subprocess
import time

from bed import BIN
from bed.cost import cpu_nanoseconds

from . import haven
from .looking_back import Shell, household, statements
from .report import Mark, Section, median, ms

ENTRY = "INSERT INTO entry (id, kind, state, reason, due_at, at, carer, until, subject) VALUES ('2026-03-10/step-{n}/otter/5', " \
        "'cue', '{state}', NULL, {at}, {at}, 'ros', NULL, NULL);"
META = "UPDATE meta SET alive_at = {at}, transactions = transactions + 1, last_act = max(last_act, 0);"


def claims(database, count):
    """Seconds for a claim and a record, each a durable transaction, by the shell; its start is taken off."""
    begin = int(time.time())
    lines = ["PRAGMA synchronous=FULL;"]
    for n in range(count):
        for state in ("claimed", "shown"):
            lines += ["BEGIN IMMEDIATE;", ENTRY.format(n=n, state=state, at=begin + n), META.format(at=begin + n), "COMMIT;"]
    shell = Shell(database)
    shell.ask(["PRAGMA journal_mode=WAL;", "SELECT count(*) FROM meta;"])
    taken = shell.ask(lines) / 1000
    shell.stop()
    return taken / count


def own_claims(state, count):
    said = subprocess.run([haven.PROGRAMS["bench-probe"], "claims", state, str(count)], capture_output=True, text=True,
                          check=True).stdout
    return int(re.match(r"nanoseconds (\d+)", said)[1]) / 1e9 / count


def ask(connection, method):
    """Milliseconds from the question to the whole answer."""
    began = time.perf_counter()
    connection.sendall(json.dumps({"method": f"io.haven.Daemon.{method}"}).encode() + b"\0")
    answer = b""
    while not answer.endswith(b"\0"):
        answer += connection.recv(1 << 20)
    return (time.perf_counter() - began) * 1000


def measure(folder, years, runs, count):
    place = os.path.join(folder, "ledger")
    os.makedirs(place)
    home, entries = household(place, years, 1, BIN)
    copies = [shutil.copytree(home.state, os.path.join(place, f"copy-{number}")) for number in range(3)]
    write_own, write_raw = [], []
    for _ in range(3):
        write_own.append(own_claims(copies[0], count))
        write_raw.append(claims(os.path.join(copies[1], "haven.db"), count))
    shell = Shell(os.path.join(copies[2], "haven.db"), "-readonly")
    havend = home.start_havend("--notifier", "terminal")
    try:
        today = dt.datetime.now(dt.UTC).date()
        lines = statements("Review", today)
        read_own, read_raw = [], []
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(home.socket)
            ask(connection, "Review"), shell.ask(lines)
            spent = [cpu_nanoseconds(havend.pid), cpu_nanoseconds(shell.pid)]
            for _ in range(runs):
                read_own.append(ask(connection, "Review"))
                read_raw.append(shell.ask(lines))
            spent = [(cpu_nanoseconds(pid) - before) / runs / 1e9 for pid, before in zip((havend.pid, shell.pid), spent)]
    finally:
        havend.stop()
        shell.stop()
    return section(entries, count, runs, min(write_own), min(write_raw), median(read_own) / 1000, median(read_raw) / 1000,
                   spent)


def section(entries, count, runs, own_write, raw_write, own_read, raw_read, spent):
    told = Section("ledger", ["ledger", "Haven", "sqlite3", "ratio", "processor time, Haven", "sqlite3"])
    told.rows = [
        ["claim and record", ms(own_write), ms(raw_write), f"× {own_write / raw_write:.2f}", "", ""],
        ["`Review`, a week", ms(own_read), ms(raw_read), f"× {own_read / raw_read:.2f}", ms(spent[0]), ms(spent[1])],
    ]
    told.notes = [f"{entries:,} entries. {count:,} cues are claimed and recorded, two durable transactions each, by the store and "
                  f"by the shell; `Review` is the median of {runs} answers over one connection, the shell's the same rows in the "
                  "same order, asked over a pipe and printed. Haven's also decodes each act, plans the days of hard moments, and works "
                  "out and writes the figures."]
    for what, own, raw in (("claim and record", own_write, raw_write), ("`Review`", own_read, raw_read)):
        told.marks.append(Mark(f"{what}, {entries / 1e6:.1f} million entries", ms(own), f"sqlite3 {ms(raw)}", own / raw,
                               "within 1.5 times", own / raw <= 1.5))
    return told
