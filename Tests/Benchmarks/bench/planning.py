"""A year of a family, and how planning grows with the household."""
import os
import subprocess

from . import HARBOUR, haven
from .report import Mark, Section, median, ms
from .spawning import Timed, in_turns

SIZES = [100, 300, 1000, 3000, 10_000]
DATEUTIL = """import datetime, time
from dateutil.rrule import rrulestr
began = time.perf_counter()
start = datetime.datetime(2026, 1, 1)
entries = []
for number in range(%d):
    rule = rrulestr("FREQ=DAILY", dtstart=start.replace(hour=7 + number // 5, minute=number %% 60))
    entries += rule.between(start, datetime.datetime(2027, 1, 1), inc=True)
print(len(entries))
"""


def family(path, steps):
    """A household whose day has so many steps, of ten children, each with one warning."""
    os.makedirs(path)
    lines = ['[household]\ntimezone = "UTC"\n[[carer]]\nid = "ros"\nquiet = []']
    lines += [f'[[child]]\nid = "child-{number}"\nworking-age = 8\nfuel = false' for number in range(10)]
    lines.append('[[routine]]\nid = "day"\nname = "day"')
    for step in range(steps):
        minute = 5 * 60 + step * 18 * 60 // steps
        lines.append(f'[[routine.step]]\nid = "s{step}"\nname = "step {step}"\nat = "{minute // 60:02}:{minute % 60:02}"\n'
                     f'who = ["child-{step % 10}"]\nladder = ["P5"]')
    with open(os.path.join(path, "haven.toml"), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    return path


def reminders(path, each_day):
    with open(path, "w", encoding="ascii") as file:
        file.writelines(f"REM AT {7 + number // 5:02}:{number % 60:02} MSG entry {number}\n" for number in range(each_day))
    return path


def measure(folder, runs, sizes=SIZES):
    os.makedirs(place := os.path.join(folder, "planning"))
    env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": place, "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no"}
    havenctl = haven.PROGRAMS["havenctl"]
    year = [havenctl, "simulate", "--config", HARBOUR, "--from", "2026-01-01", "--to", "2026-12-31"]
    lines = len(subprocess.run(year, env=env, capture_output=True, text=True, check=True).stdout.splitlines())
    # As many entries as lines, the same number each day.
    each_day = -(-lines // 365)
    file = reminders(os.path.join(place, "year.rem"), each_day)
    script = os.path.join(place, "expand.py")
    with open(script, "w", encoding="ascii") as out:
        out.write(DATEUTIL % each_day)
    commands = {
        "havenctl simulate, a year of harbour": year,
        "havenctl day, harbour": [havenctl, "day", "2026-03-10", "--config", HARBOUR],
        "remind, a year's calendar": ["remind", "-s12", file, "2026-01-01"],
        "python-dateutil, the same": ["/usr/bin/python3", script],
    }
    timed = [Timed(name, words, env) for name, words in commands.items()]
    in_turns(timed, runs)
    grown = []
    for steps in sizes:
        path = family(os.path.join(place, f"steps-{steps}"), steps)
        own = Timed("haven", [havenctl, "simulate", "--config", path, "--from", "2026-03-10"], env)
        peer = Timed("remind", ["remind", "-s1", reminders(f"{path}.rem", steps), "2026-03-01"], env)
        in_turns([own, peer], max(3, runs // 3))
        grown.append((steps, min(own.spent), min(peer.spent)))
    return section(timed, lines, each_day, grown), grown


def section(timed, lines, each_day, grown):
    told = Section("planning", ["what", "median", "fastest", "processor time"])
    for each in timed:
        told.rows.append([each.name, ms(median(each.wall)), ms(min(each.wall)), ms(median(each.spent))])
    own, remind = timed[0], timed[2]
    told.notes = [f"The year is {lines:,} lines, each planned, routed and worded by the engine as it is said; the calendars are "
                  f"{each_day} entries a day, each a time that is known beforehand."]
    told.marks.append(Mark("a year of harbour", ms(median(own.wall)), f"remind {ms(median(remind.wall))}",
                           median(own.wall) / median(remind.wall), "under 300 ms", median(own.wall) < 0.3))
    told.notes.append("| steps a day | " + " | ".join(f"{steps:,}" for steps, _, _ in grown) + " |\n|---|" + "---|" * len(grown)
                      + "\n| a day by `simulate` | " + " | ".join(ms(own) for _, own, _ in grown) + " |"
                      + "\n| a month of `remind` | " + " | ".join(ms(peer) for _, _, peer in grown) + " |")
    told.notes.append("![How a day grows](images/growth.svg)")
    (few, first, _), (many, last, _) = grown[max(0, len(grown) - 3)], grown[-1]
    factor = (last / first) / (many / few)
    told.marks.append(Mark(f"growth, {few:,} to {many:,} steps", f"× {last / first:.1f} for × {many / few:.0f}", "linear", factor,
                           "near linear", factor < 1.5))
    return told


