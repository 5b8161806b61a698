#!/usr/bin/env python3
"""Random recurrence rules and the dates that python-dateutil gives for them.

    recurrence.py [--rules N] [--seed S] > Vectors/recurrence.txt

Each line: the start, the rule, and the dates as days since the one before (the first: since the start); '.' after
the last one there is, within 30 years. Needs python3-dateutil, on Debian.

The rules are those that RFC 5545 allows. Where dateutil departs from the RFC, the rule is not asked:

* BYDAY=MO,1TU: dateutil wants a date to be both a Monday and the first Tuesday; the RFC's list is one of either.
* FREQ=WEEKLY with BYSETPOS and a start inside a week: dateutil's first set begins at the start, the RFC's with the
  week. Such rules start on the first day of a week here.
* BYWEEKNO=-52 and -53: dateutil forgets that the days of the next year's week 1 and of last year's last week have
  a negative number too ("TODO: Check -numweeks for next year" in its source).
* BYWEEKNO=52 and 53: it takes the number of the last week of last year from the length of this one.
  Both are compared with Python's own isocalendar() below, week by week, in place of dateutil.
* UNTIL as a date where the start has a time: for dateutil it is midnight, for Haven the whole date.
"""
import argparse
import datetime
import random
import signal
import warnings

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
HORIZON = datetime.timedelta(days=30 * 366)


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


class TooLong(Exception):
    pass


def give_up(*_):
    raise TooLong


def expand(start, rule, most=9):
    """The first dates, and whether there are no more within the horizon; None where dateutil takes too long."""
    midnight = datetime.datetime.combine(start, datetime.time())
    found = []
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        for moment in rrulestr(rule, dtstart=midnight):
            if moment - midnight > HORIZON:
                break
            if len(found) == most:
                return found, False
            found.append(moment.date())
        return found, True
    except TooLong:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def week_rules(count):
    """Rules by week number, Monday first, checked against isocalendar()."""
    for _ in range(count):
        start = datetime.date(1995, 1, 1) + datetime.timedelta(days=random.randrange(50 * 365))
        weeks = some(random.choice([[52, 53], [-53, -52, -1], signed(53)]), 2)
        found = []
        day = start
        while len(found) < 9:
            year, week, _ = day.isocalendar()
            last = datetime.date(year, 12, 28).isocalendar()[1]
            if week in weeks or week - last - 1 in weeks:
                found.append(day)
            day += datetime.timedelta(days=1)
        yield start, f"FREQ=YEARLY;{listed('BYWEEKNO', weeks)}", found, False


def line(start, rule, found, ends):
    deltas = [(b - a).days for a, b in zip([start] + found, found)]
    return " ".join([str(start), rule] + [str(delta) for delta in deltas] + (["."] if ends else []))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rules", type=int, default=2200)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random.seed(arguments.seed)
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, give_up)
    made = 0
    while made < arguments.rules:
        start, rule = random_rule()
        expanded = expand(start, rule)
        if expanded is not None:
            print(line(start, rule, *expanded))
            made += 1
    for start, rule, found, ends in week_rules(arguments.rules // 25):
        print(line(start, rule, found, ends))


main()
