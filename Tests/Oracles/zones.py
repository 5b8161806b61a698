#!/usr/bin/env python3
"""Time zones, and what Python's zoneinfo makes of them.

    zones.py [--zones N] [--instants N] [--seed S] > Vectors/zones.txt

Needs zic and tzdata.zi (Debian: libc-bin, tzdata). Each zone is compiled to its smallest form and travels with its
vectors, so that they hold whatever tzdata the machine has that runs the tests. A zone is four lines: its name, its
file in base64, instants and wall times, with the offset of each. They are seconds since the one before (the first:
since 1970), and `/offset` where it is another than before. A wall time has the offset that PEP 495 gives it: in a gap
that before the gap, in a fold that of the first pass, the same as in RFC 5545.
"""
import argparse
import base64
import datetime
import io
import pathlib
import random
import subprocess
import tempfile
import zoneinfo

SOURCE = "/usr/share/zoneinfo/tzdata.zi"
EPOCH = datetime.datetime(1970, 1, 1)
UTC = datetime.timezone.utc
# What a family must not be let down by, and the oddest there are.
ALWAYS = """Europe/London Europe/Dublin Europe/Berlin Europe/Lisbon Europe/Moscow Europe/Istanbul America/New_York
America/Sao_Paulo America/St_Johns America/Nuuk America/Scoresbysund America/Santiago America/Asuncion America/Juneau
America/Havana Africa/Casablanca Africa/El_Aaiun Africa/Cairo Africa/Monrovia Africa/Johannesburg Asia/Beirut Asia/Gaza
Asia/Jerusalem Asia/Kathmandu Asia/Kolkata Asia/Manila Asia/Tehran Asia/Tokyo Australia/Lord_Howe Australia/Sydney
Australia/Adelaide Antarctica/Troll Antarctica/Casey Pacific/Apia Pacific/Kwajalein Pacific/Chatham Pacific/Kiritimati
Pacific/Auckland Pacific/Easter Etc/UTC Etc/GMT+5""".split()


def names():
    for line in pathlib.Path(SOURCE).read_text().splitlines():
        if line.startswith("Z "):
            yield line.split()[1]


def seconds(moment):
    return (moment - EPOCH) // datetime.timedelta(seconds=1)


def offset(zone, instant):
    moment = (EPOCH + datetime.timedelta(seconds=instant)).replace(tzinfo=UTC)
    return seconds(moment.astimezone(zone).replace(tzinfo=None)) - instant


def changes(zone):
    """Instants at which the offset changes, to the second, from 1850 to 2120."""
    step = 86400 * 5
    low = seconds(datetime.datetime(1850, 1, 1))
    before = offset(zone, low)
    while low < seconds(datetime.datetime(2120, 1, 1)):
        after = offset(zone, low + step)
        if after != before:
            left, right = low, low + step
            while right - left > 1:
                middle = (left + right) // 2
                if offset(zone, middle) == before:
                    left = middle
                else:
                    right = middle
            yield right
            before = after
        low += step


def vectors(zone, count):
    edges = list(changes(zone))
    near = random.sample(edges, min(len(edges), count // 4))
    instants = [edge + shift for edge in near for shift in (-1, 0)]
    while len(instants) < count:
        instants.append(random.randrange(seconds(datetime.datetime(1850, 1, 1)), seconds(datetime.datetime(2600, 1, 1))))
    walls = []
    for edge in random.sample(edges, min(len(edges), count // 8)):
        walls += [edge + offset(zone, edge - 1) + random.randrange(-5400, 5400),
                  edge + offset(zone, edge) + random.randrange(-5400, 5400)]
    walls.append(random.randrange(seconds(datetime.datetime(2000, 1, 1)), seconds(datetime.datetime(2600, 1, 1))))
    return sorted(instants), sorted(walls)


def instant_of(zone, wall):
    local = (EPOCH + datetime.timedelta(seconds=wall)).replace(tzinfo=zone, fold=0)
    return seconds(local.astimezone(UTC).replace(tzinfo=None))


def written(pairs):
    words = []
    time_before, offset_before = 0, None
    for time, offset_now in pairs:
        words.append(str(time - time_before) + ("" if offset_now == offset_before else f"/{offset_now}"))
        time_before, offset_before = time, offset_now
    return " ".join(words)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--zones", type=int, default=100)
    parser.add_argument("--instants", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    known = sorted(names())
    always = [name for name in ALWAYS if name in known][:arguments.zones]
    others = [name for name in known if name not in always]
    chosen = always + random.sample(others, min(len(others), arguments.zones - len(always)))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["zic", "-b", "slim", "-d", folder, SOURCE], check=True)
        for name in sorted(chosen):
            compiled = (pathlib.Path(folder) / name).read_bytes()
            zone = zoneinfo.ZoneInfo.from_file(io.BytesIO(compiled), key=name)
            instants, walls = vectors(zone, arguments.instants)
            print(name)
            print(base64.b64encode(compiled).decode())
            print(written((instant, offset(zone, instant)) for instant in instants))
            print(written((wall, wall - instant_of(zone, wall)) for wall in walls))


main()
