#!/usr/bin/python3
"""How many instructions what must not get slower takes, held against Tests/Benchmarks/instruction-bounds; closes with a sum.

    Tests/Benchmarks/instructions.py [NAME ...]

Callgrind counts them, so that a busy machine changes nothing. A count over its bound fails; the commit that needs more raises the bound and
says why beside it, and the one that needs less lowers it.
"""
import os
import re
import subprocess
import sys
import tempfile

from bench import HARBOUR, REPO, haven
from bed.home import Home

BOUNDS = os.path.join(REPO, "Tests", "Benchmarks", "instruction-bounds")
COLLECTED = re.compile(r"Collected : (\d+)")


def bounds():
    """By name: the most instructions."""
    with open(BOUNDS, encoding="utf-8") as file:
        rows = [line.split(maxsplit=2) for line in file if line.strip() and not line.startswith("#")]
    return {name: int(most.replace("_", "")) for name, most, _ in rows}


def commands(home):
    """By name: the words. The household is asked at noon of its own zone, whenever this runs."""
    havenctl, week = haven.PROGRAMS["havenctl"], ["--config", HARBOUR, "--from", "2026-03-09", "--to", "2026-03-15"]
    return {
        "version": [havenctl, "version"],
        "now": [havenctl, "now"], "next": [havenctl, "next"], "status": [havenctl, "status"],
        "day": [havenctl, "day", "2026-03-10", "--config", HARBOUR],
        "simulate-a-week": [havenctl, "simulate", *week],
        "check": [haven.PROGRAMS["havend"], "--check", "--config", HARBOUR],
        "claims": [haven.PROGRAMS["bench-probe"], "claims", os.path.join(home.folder, "claims"), "200"],
    }


def count(words, env):
    """Instructions of one run, from its first to its last; a string instead, where valgrind cannot."""
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *words], env=env,
                         capture_output=True, text=True, timeout=120)
    found = COLLECTED.search(run.stderr)
    if run.returncode not in (0, 1) or not found:
        return (run.stderr.strip().splitlines() or ["it said nothing"])[-1]
    return int(found[1])


def main():
    most = bounds()
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="hv-") as folder:
        home = Home(folder)
        env = {**home.env, "SWIFT_DETERMINISTIC_HASHING": "1"}
        wanted = commands(home)
        names = sys.argv[1:] or list(wanted)
        if set(most) != set(wanted):
            sys.exit(f"instructions: bounds and commands differ: {set(most) ^ set(wanted)}")
        trouble = count(["/bin/true"], env) if os.path.exists("/usr/bin/valgrind") else "there is no valgrind"
        # Valgrind knows the instructions of its own time, and not those of every newer processor.
        if isinstance(trouble, int) and isinstance(count(wanted["version"], env), str):
            trouble = count(wanted["version"], env)
        if isinstance(trouble, str):
            print(f"skip {len(names)} counts of instructions: {trouble}\n0 passed, 0 failed, {len(names)} skipped")
            return 0
        haven.settle_in(home, hour=12)
        havend = home.start_havend("--notifier", "terminal")
        try:
            for name in names:
                taken = count(wanted[name], env)
                if isinstance(taken, str):
                    print(f"FAIL {name}: {taken}")
                    failed += 1
                    continue
                share = taken / most[name]
                is_over = share > 1
                failed, passed = failed + is_over, passed + (not is_over)
                spare = " (lower the bound)" if share < 0.75 else ""
                print(f"{'FAIL' if is_over else 'ok  '} {name}: {taken:,} instructions, {share:.0%} of {most[name]:,}{spare}")
        finally:
            havend.stop()
    print(f"{passed} passed, {failed} failed, 0 skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
