"""Whether memory stays flat over a hundred thousand cues.

They cannot pass in real time. bench-probe lives them on a clock that does not wait, with the daemon's own keeper, words and ledger (on a
disk in memory) and a desktop that takes everything: the harbour household, a bit over ten years of it.
"""
import re
import subprocess
import tempfile

from bed.cost import memory
from bed.home import Home

from . import haven
from .report import Mark, Section, mb


def measure(count):
    # A real disk would spend five minutes on two hundred thousand syncs.
    with tempfile.TemporaryDirectory(prefix="hv-", dir="/dev/shm") as folder:
        return live(Home(folder), count)


def live(home, count):
    haven.settle_in(home, hour=None)
    process = subprocess.Popen(
        [haven.PROGRAMS["bench-probe"], "years", home.config, home.state, "2026-01-01", str(count)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    told = Section("growing", ["cues shown", "private, written to", "resident"])
    dirty = {}
    for line in process.stdout:
        found = re.match(r"shown (\d+)", line)
        if not found:
            raise AssertionError(line)
        used = memory(process.pid)
        dirty[int(found[1])] = used["Private_Dirty"]
        told.rows.append([f"{int(found[1]):,}", mb(used["Private_Dirty"]), mb(used["Rss"])])
        process.stdin.write("\n")
        process.stdin.flush()
    process.stdin.close()
    process.wait(20)
    # A week of what was said and a hundred days of what was done are held: a tenth is more than those.
    shown = sorted(dirty)
    settled, last = dirty[shown[1]], dirty[shown[-1]]
    told.marks.append(Mark(f"memory from {shown[1]:,} to {shown[-1]:,} cues", mb(last), f"itself {mb(settled)}",
                           last / settled, "no growth", last <= settled * 1.02))
    return told
