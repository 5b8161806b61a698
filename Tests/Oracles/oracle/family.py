"""A family's files, read into plain records. Only what changes a day or what is said of it is kept."""
import glob
import os
import re
import tomllib
import unicodedata
from datetime import date as Date, datetime
from types import SimpleNamespace as Record

from dateutil.rrule import rrulestr

from .civil import Fault, Periods, Zone, days_after, duration, wall, weekdays, windows

SIZES = ["none", "easy", "normal", "hard", "very-hard"]
PRESETS = {
    "none": [], "event": ["L2", "0"], "short": ["5", "0"], "standard": ["10", "5", "L2", "0"],
    "classic": ["10", "5", "2", "1"], "long": ["20", "10", "5", "L2", "0"],
    "runway": ["P30", "20", "10", "5", "L2", "0"], "info": ["20"],
}


def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def as_list(value):
    return [value] if isinstance(value, str) else list(value)


def load(folder):
    """haven.toml, then conf.d/*.toml in name order: tables append, a key of a single table set twice is refused."""
    whole = {}
    paths = [os.path.join(folder, "haven.toml"), *sorted(glob.glob(os.path.join(folder, "conf.d", "*.toml")))]
    for path in paths:
        with open(path, "rb") as file:
            append(whole, tomllib.load(file), "")
    return family(whole, folder)


def append(whole, more, where):
    for key, value in more.items():
        if isinstance(value, dict):
            append(whole.setdefault(key, {}), value, f"{where}{key}.")
        elif isinstance(value, list) and where == "":
            whole.setdefault(key, []).extend(value)
        elif key in whole:
            raise Fault(f"'{where}{key}' is set twice")
        else:
            whole[key] = value


def family(toml, folder="."):
    house = toml.get("household", {})
    zone = Zone(house.get("timezone", "UTC"))
    periods = lambda value, spans=False: Periods(zone, windows(value, spans))
    carers = [Record(id=c.get("id") or slug(c["name"]), quiet=periods(c.get("quiet", "21:30-06:30")),
                     away=periods(c.get("away", []), True), asleep=periods(c.get("asleep", [])))
              for c in toml.get("carer", [{"id": "me"}])]
    presets = {**PRESETS, **{ladder["id"]: ladder["rungs"] for ladder in toml.get("ladder", [])}}
    children = [Record(id=c["id"], age=c.get("working-age"), keys=as_list(c.get("key-carer", [])),
                       ladder=rungs(presets[c["ladder"]]) if "ladder" in c else None,
                       fuel=c.get("fuel", 120)) for c in toml.get("child", [])]
    names = [c.id for c in children]
    routines = [routine(r, n, names, presets) for n, r in enumerate(toml.get("routine", []))]
    return Record(
        zone=zone, carers=carers, children=children, by_id={c.id: c for c in children},
        text=house.get("text", "public"), private=house.get("private", True),
        generic=periods(house.get("generic-when", [])), digest=wall(house.get("digest", "20:30")),
        calendars={c["id"]: calendar(c, folder) for c in toml.get("calendar", [])},
        days=[day(d) for d in toml.get("day", [])], routines=routines,
        goals=[goal(g, zone, carers) for g in toml.get("goal", [])],
        respite=[Record(lane=r["lane"], whose=r.get("for"), weekly=periods(r.get("weekly", [])))
                 for r in toml.get("respite", [])],
        marked=[Record(date=Date.fromisoformat(str(m["date"])), child=m.get("child"),
                       heads_up=[duration(d) // 86400 for d in as_list(m.get("heads-up", ["14d", "3d"]))])
                for m in toml.get("marked-date", [])],
        modes=toml.get("mode", {}))


def rungs(texts):
    """Each rung as (lead in minutes, said to the child, its name), longest lead first."""
    found = []
    for text in texts:
        hit = re.fullmatch(r"([PL]?)(\d+)", text)
        if not hit:
            raise Fault(f"'{text}' is no rung")
        found.append((int(hit[2]), hit[1] != "P", text))
    return sorted(found, key=lambda r: (-r[0], r[1]))


def calendar(c, folder):
    if "ics" in c:
        return ics_dates(os.path.join(folder, c["ics"]))
    dates = {Date.fromisoformat(str(d)) for d in c.get("dates", [])}
    if "from" in c:
        at, last = Date.fromisoformat(str(c["from"])), Date.fromisoformat(str(c["to"]))
        while at <= last:
            dates.add(at)
            at = days_after(at, 1)
    return dates


def ics_dates(path):
    """The dates of all-day events; DTEND is the day after the last."""
    dates, event = set(), {}
    for line in open(path, encoding="utf-8"):
        name, _, value = line.strip().partition(":")
        key = name.split(";")[0].upper()
        if key in ("DTSTART", "DTEND"):
            event[key] = datetime.strptime(value[:8], "%Y%m%d").date()
        elif (key, value) == ("END", "VEVENT"):
            at = event["DTSTART"]
            while at < event.get("DTEND", days_after(event["DTSTART"], 1)):
                dates.add(at)
                at = days_after(at, 1)
            event = {}
    return dates


def day(d):
    starts = Date.fromisoformat(str(d["from"])) if "from" in d else None
    return Record(id=d["id"], on=weekdays(d["on"]) if "on" in d else None,
                  dates={Date.fromisoformat(str(x)) for x in d["dates"]} if "dates" in d else None,
                  rrule=recurrence(d["rrule"], datetime(starts.year, starts.month, starts.day)) if "rrule" in d else None,
                  within=as_list(d["within"]) if "within" in d else None, without=as_list(d.get("not", [])),
                  school=d.get("school", False))


def recurrence(text, start):
    return rrulestr(text, dtstart=start, cache=True)


def routine(r, order, names, presets):
    steps = []
    for n, text in enumerate(r.get("steps", [])):
        hit = re.fullmatch(r"(\d\d:\d\d) (.*?)(?:, *(none|easy|normal|hard|very-hard))?", text)
        steps.append({"at": hit[1], "name": hit[2], **({"transition": hit[3]} if hit[3] else {})})
    steps += r.get("step", [])
    return Record(days=as_list(r["days"]) if "days" in r else None, on=weekdays(r.get("on", "daily")),
                  steps=[step(s, (order, n), names, presets) for n, s in enumerate(steps)])


def step(s, order, names, presets):
    size = s.get("transition", "none")
    ladder = s.get("ladder")
    if isinstance(ladder, str):
        ladder = presets[ladder]
    return Record(id=s.get("id") or slug(s["name"]), name=s["name"], at=wall(s["at"]), order=order,
                  who=[n for n in names if n in as_list(s["who"])] if "who" in s else names,
                  carer=s.get("carer"), tags=s.get("tags", []),
                  minutes=s.get("minutes"), anchor=s.get("anchor", "start"),
                  sizes={n: size if isinstance(size, str) else size.get(n) for n in names}, named="transition" in s,
                  ladder=None if ladder is None else rungs(ladder), causes=as_list(s.get("cause", [])),
                  tune=s.get("tune", False), away=s.get("away", False), new=s.get("new", False))


def goal(g, zone, carers):
    appointment = None
    if "appointment" in g:
        first, _, rule = g["appointment"].partition(" ")
        start = datetime.fromisoformat(first)
        appointment = (start, recurrence(rule, start) if rule else None)
    return Record(id=g.get("id") or slug(g["name"]), carer=g.get("carer", carers[0].id), domain=g["domain"],
                  minutes=g.get("minutes"), smallest=g.get("smallest"), target=target(g.get("target")),
                  after=g.get("after"), delay=duration(g.get("delay", "5m")),
                  window=Periods(zone, windows(g["window"])) if "window" in g else None,
                  days=as_list(g["days"]) if "days" in g else None, appointment=appointment)


def target(text):
    """(the upper figure, how many of, which period)."""
    if not text:
        return None
    hit = re.fullmatch(r"(?:\d+-)?(\d+)(?:h| nights)? per (?:(week)|(\d+) weeks|(\d+)d|(quarter)|(year))", text)
    if not hit:
        raise Fault(f"'{text}' is no target")
    if hit[2] or hit[3]:
        return int(hit[1]), int(hit[3] or 1), "weeks"
    if hit[4]:
        return int(hit[1]), int(hit[4]), "days"
    return int(hit[1]), 1, hit[5] or hit[6]
