#!/usr/bin/env python3
"""Random recurrence rules and the dates that python-dateutil gives for them.

    recurrence.py [--rules N] [--seed S] > Vectors/recurrence.txt
    recurrence.py --moments [--rules N] [--seed S] > Vectors/moments.txt

Each line: the start, the rule, and the dates as days since the one before (the first: since the start); '.' after
the last one there is, within 30 years. Needs python3-dateutil, on Debian.

With --moments the rules start at a wall time in a zone, often one at which clocks change, and the answers are instants:
zone, start, rule, seconds since 1970 of the first, then the seconds between one and the next. Their UNTIL is in UTC.

dateutil counts a rule out from its start, so one that seldom comes takes it long: --years and --patience say how far and
how many seconds it may look before the rule is passed over. 10,000 rules take a minute with --years 8 --patience 0.02.

The rules are those that RFC 5545 allows. Where dateutil departs from the RFC, the rule is not asked:

* BYDAY=MO,1TU: dateutil wants a date to be both a Monday and the first Tuesday; the RFC's list is one of either.
* FREQ=WEEKLY with BYSETPOS and a start inside a week: dateutil's first set begins at the start, the RFC's with the
  week. Such rules start on the first day of a week here.
* BYWEEKNO=-52 and -53: dateutil forgets that the days of the next year's week 1 and of last year's last week have
  a negative number too ("TODO: Check -numweeks for next year" in its source).
* BYWEEKNO=52 and 53: it takes the number of the last week of last year from the length of this one.
  Both are compared with Python's own isocalendar() below, week by week, in place of dateutil.
* UNTIL as a date where the start has a time: for dateutil it is midnight, for Haven the whole date.
* A date that a zone skipped: dateutil has an occurrence on it, at a time that its own tz.datetime_exists() denies.
  Such occurrences are left out of the answers here.
"""
import argparse
import datetime
import random
import signal
import warnings
import zoneinfo

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def some(pool, most):
    return sorted(random.sample(pool, random.randint(1, most)))


def signed(limit):
    return [n for n in range(-limit, limit + 1) if n]


def listed(name, values):
    return f"{name}={','.join(map(str, values))}"


def random_rule():
    frequency = random.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"])
    parts = [f"FREQ={frequency}"]
    start = datetime.date(1995, 1, 1) + datetime.timedelta(days=random.randrange(50 * 365))
    week_start = 0
    by = []
    if random.random() < 0.5:
        parts.append(f"INTERVAL={random.choice([2, 2, 2, 3, 4, 5, 7, 12, 13])}")
    if random.random() < 0.4:
        by.append(listed("BYMONTH", some(range(1, 13), 4)))
    counted = frequency in ("MONTHLY", "YEARLY")
    if frequency == "YEARLY" and random.random() < 0.25:
        by.append(listed("BYWEEKNO", some([n for n in signed(51)], 3)))
        counted = False
    if frequency == "YEARLY" and random.random() < 0.25:
        by.append(listed("BYYEARDAY", some(signed(366), 5)))
    if frequency != "WEEKLY" and random.random() < 0.35:
        by.append(listed("BYMONTHDAY", some(signed(31), 5)))
    if random.random() < 0.6:
        days = random.sample(DAYS, random.randint(1, 5))
        if counted and random.random() < 0.5:
            limit = 53 if frequency == "YEARLY" and not any(p.startswith("BYMONTH=") for p in by) else 5
            days = [f"{random.choice(signed(limit))}{day}" for day in days]
        by.append(listed("BYDAY", days))
    if random.random() < 0.4:
        week_start = random.randrange(7)
        parts.append(f"WKST={DAYS[week_start]}")
    if by and random.random() < 0.25:
        limit = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 12, "YEARLY": 40}[frequency]
        by.append(listed("BYSETPOS", some(signed(limit), min(3, 2 * limit))))
        if frequency == "WEEKLY":
            start -= datetime.timedelta(days=(start.weekday() - week_start) % 7)
    parts += by
    if random.random() < 0.2:
        parts.append(f"COUNT={random.randint(1, 12)}")
    elif random.random() < 0.25:
        parts.append(f"UNTIL={start + datetime.timedelta(days=random.randrange(3000)):%Y%m%d}")
    random.shuffle(parts)
    return start, ";".join(parts)


class TooLong(BaseException):
    """Nobody catches it on the way, whatever dateutil is in the middle of."""


def give_up(*_):
    raise TooLong


def expand(start, rule, limits, most=9):
    """The first moments from a start, and whether there are no more within the horizon; None where dateutil takes too
    long."""
    found = []
    expansion = rrulestr(rule, dtstart=start)
    signal.setitimer(signal.ITIMER_VIRTUAL, limits.patience)
    try:
        for moment in expansion:
            if moment.replace(tzinfo=None) - start.replace(tzinfo=None) > limits.horizon:
                break
            if len(found) == most:
                return found, False
            found.append(moment)
        return found, True
    except TooLong:
        return None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def week_rules(count, horizon):
    """Rules by week number, Monday first, checked against isocalendar()."""
    for _ in range(count):
        start = datetime.date(1995, 1, 1) + datetime.timedelta(days=random.randrange(50 * 365))
        weeks = some(random.choice([[52, 53], [-53, -52, -1], signed(53)]), 2)
        found = []
        day = start
        while len(found) < 9 and day - start <= horizon:
            year, week, _ = day.isocalendar()
            last = datetime.date(year, 12, 28).isocalendar()[1]
            if week in weeks or week - last - 1 in weeks:
                found.append(day)
            day += datetime.timedelta(days=1)
        yield start, f"FREQ=YEARLY;{listed('BYWEEKNO', weeks)}", found, len(found) < 9


# Zones whose clocks change by an hour, by half an hour, by two, at midnight, the other way round, or never.
ZONES = ["Europe/London", "Europe/Dublin", "Europe/Berlin", "America/New_York", "America/St_Johns", "America/Havana",
         "America/Santiago", "Asia/Beirut", "Asia/Kolkata", "Australia/Lord_Howe", "Australia/Adelaide",
         "Pacific/Auckland", "Pacific/Apia", "Africa/Casablanca", "Antarctica/Troll", "UTC"]
TIMES = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:15", "02:30", "03:00", "09:00", "12:00", "17:30", "23:30"]


def moments(limits):
    """A rule from a wall time in a zone, and the instants that dateutil and zoneinfo give; None where it takes too
    long."""
    date, rule = random_rule()
    date = datetime.date(1995 + date.year % 29, date.month, min(date.day, 28))  # years whose clock changes are known
    zone = zoneinfo.ZoneInfo(random.choice(ZONES))
    hour, minute = map(int, random.choice(TIMES).split(":"))
    start = datetime.datetime(date.year, date.month, date.day, hour, minute, tzinfo=zone)
    utc = datetime.timezone.utc
    if start.astimezone(utc).astimezone(zone).replace(tzinfo=None) != start.replace(tzinfo=None):
        return None  # a start that does not exist
    if "FREQ=WEEKLY" in rule and "BYSETPOS" in rule:
        return None  # see above: the first day of a week is not kept here
    parts = [part for part in rule.split(";") if not part.startswith("UNTIL=")]
    if len(parts) < len(rule.split(";")):
        until = start + datetime.timedelta(days=random.randrange(600), minutes=random.choice([0, 0, -1, 1, 60]))
        parts.append(f"UNTIL={until.astimezone(utc):%Y%m%dT%H%M%SZ}")
    rule = ";".join(parts)
    expanded = expand(start, rule, limits, most=7)
    if expanded is None:
        return None
    found, ends = expanded
    real = [moment for moment in found if moment.astimezone(utc).astimezone(zone).date() == moment.date()]
    seconds = [int(moment.timestamp()) for moment in real]
    deltas = [str(b - a) for a, b in zip([0] + seconds, seconds)]
    return " ".join([zone.key, f"{start:%Y-%m-%dT%H:%M}", rule, *deltas, *(["."] if ends else [])])


def line(start, rule, found, ends):
    deltas = [(b - a).days for a, b in zip([start] + found, found)]
    return " ".join([str(start), rule] + [str(delta) for delta in deltas] + (["."] if ends else []))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rules", type=int, default=2200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--moments", action="store_true", help="from wall times in zones")
    parser.add_argument("--years", type=int, default=30, help="how far dateutil looks")
    parser.add_argument("--patience", type=float, default=0.5, help="seconds that it has for a rule")
    arguments = parser.parse_args()
    arguments.horizon = datetime.timedelta(days=arguments.years * 366)
    random.seed(arguments.seed)
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGVTALRM, give_up)
    if arguments.years != 30:
        print("years", arguments.years)
    made = 0
    while made < arguments.rules:
        if arguments.moments:
            answer = moments(arguments)
            if answer is not None:
                print(answer)
                made += 1
            continue
        start, rule = random_rule()
        expanded = expand(datetime.datetime.combine(start, datetime.time()), rule, arguments)
        if expanded is not None:
            found, ends = expanded
            # Without an end of its own a rule is asked for as far as dateutil looked.
            print(line(start, rule, [moment.date() for moment in found], ends))
            made += 1
    if not arguments.moments:
        for start, rule, found, ends in week_rules(arguments.rules // 25, arguments.horizon):
            print(line(start, rule, found, ends))


main()
