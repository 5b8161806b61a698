#!/usr/bin/python3
"""What Haven costs, each figure beside a named peer's of the same run; prints tables, and writes them into docs/performance.md.

    Tests/Benchmarks/run.py [NAME ...] [--quick] [--write]        idle commands starting lateness growing planning ledger sizes

Run as root after `make build`, on a machine that has nothing else to do; HAVEN_BIN is another build. It installs nothing: peers that are
not there are named and left out (`Tools/install-dependencies peers`). `--quick` is a minute of it, to see that it works.
"""
import argparse
import concurrent.futures
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
import time

from bench import REPO, commands, growing, idle, lateness, ledger, machine, page, planning, plot, sizes, starting
from bench.report import Section

PAGE = os.path.join(REPO, "docs", "performance.md")
PLOT = os.path.join(REPO, "docs", "images", "growth.svg")

# By name: what is measured, and how much of it: a whole run's, and a quick one's.
BENCHES = {
    "commands": (lambda folder, runs: [commands.measure(folder, runs)], (200,), (20,)),
    "starting": (lambda folder, runs: [starting.measure(folder, runs)], (20,), (3,)),
    "planning": (planning.measure, (15,), (3, [100, 1000])),
    "ledger": (lambda folder, *much: [ledger.measure(folder, *much)], (12, 60, 1000), (0.5, 10, 100)),
    "growing": (lambda folder, *much: [growing.measure(folder, *much)], (100_000, 2000), (1000, 30)),
    "sizes": (lambda folder: [sizes.measure()], (), ()),
    "idle": (lambda folder, *much: [idle.measure(folder, *much)], (300,), (5, 3)),
    "lateness": (lambda folder, *much: [lateness.measure(folder, *much)], (1000,), (40, 1, 3)),
}


def run(name, options):
    """Sections; of planning, how it grew as well."""
    measure, whole, quick = BENCHES[name]
    much = quick if options.quick else whole
    if name == "idle" and options.idle_seconds:
        much = (options.idle_seconds,)
    # Not in /tmp: while a bus is away, whoever waits for it hears each file that is made on the way to it.
    folder = tempfile.mkdtemp(prefix="hv-", dir="/run")
    try:
        return measure(folder, *much)
    except (AssertionError, OSError, subprocess.SubprocessError) as fault:
        # The others are worth having all the same.
        return [Section(name, [], notes=[f"Not measured: {str(fault).splitlines()[0]}"])]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def told(found, options):
    """Prints them; of planning, the drawing is kept."""
    if isinstance(found, tuple):
        section, grown = found
        found = [section]
        if options.write:
            with open(PLOT, "w", encoding="utf-8") as file:
                file.write(plot.growth(grown))
    for section in found:
        print(f"## {section.name}\n\n{section.text}\n", flush=True)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[*BENCHES, []], metavar="NAME")
    parser.add_argument("--quick", action="store_true", help="a little of everything, in about a minute")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/performance.md")
    parser.add_argument("--idle-seconds", type=int, help="how long the idle ones are watched")
    options = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("bench: a daemon that lets nobody look into its memory is measured as root")
    if machine.missing():
        print(f"Not installed, and left out: {', '.join(machine.missing())}. See Tools/install-dependencies peers.\n")
    sections, began = [], time.monotonic()
    names = options.names or list(BENCHES)
    # Those that lie still and those that are waited for: neither keeps the other from what it does.
    together = ["idle", "lateness"] if {"idle", "lateness"} <= set(names) else []
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for name in [name for name in names if name not in together]:
            sections += told(run(name, options), options)
        for found in [pool.submit(run, name, options) for name in together]:
            sections += told(found.result(), options)
    print(f"{time.monotonic() - began:.0f} s")
    if options.write:
        texts = {section.name: section.text for section in sections}
        revision = subprocess.run(["git", "-C", REPO, "describe", "--always", "--dirty"], capture_output=True,
                                  text=True).stdout.strip()
        texts["machine"] = machine.described(revision, datetime.date.today().isoformat())
        page.write(PAGE, texts)


if __name__ == "__main__":
    main()
