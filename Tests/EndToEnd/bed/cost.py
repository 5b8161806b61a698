"""What a process costs while nothing happens, as the kernel counts it."""
import os
import time


def threads(pid):
    return sorted(int(name) for name in os.listdir(f"/proc/{pid}/task"))


def switches(pid):
    """Voluntary and involuntary context switches of all threads: the plain status file counts the first one only."""
    total = 0
    for thread in threads(pid):
        with open(f"/proc/{pid}/task/{thread}/status", encoding="ascii") as file:
            total += sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
    return total


def cpu_nanoseconds(pid):
    total = 0
    for thread in threads(pid):
        with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as file:
            total += int(file.read().split()[0])
    return total


def memory(pid):
    """In kB: `Rss`, `Pss` and what is private and written to. Takes root: havend lets nobody look into its memory."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        rows = {line.split(":")[0]: int(line.split()[1]) for line in file if line.rstrip().endswith("kB")}
    return {key: rows[key] for key in ("Rss", "Pss", "Private_Dirty")}


def watch_idle(pid, seconds):
    """What it did in that time: (new context switches, nanoseconds of processor time).

    The one place where a test lets time pass: that nothing happens in a stretch can be seen in no other way.
    """
    before = switches(pid), cpu_nanoseconds(pid)
    time.sleep(seconds)
    return switches(pid) - before[0], cpu_nanoseconds(pid) - before[1]


def wakes(pid, seconds):
    """How often it woke in each of up to three such stretches: the last is 0, or something wakes it again and again.

    A file that somebody else makes on the way to the bus may wake it once; a timer of its own would come again.
    """
    woken = [watch_idle(pid, seconds)[0]]
    while woken[-1] and len(woken) < 3:
        woken.append(watch_idle(pid, seconds)[0])
    return woken
