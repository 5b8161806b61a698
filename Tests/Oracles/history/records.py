"""Records of a week, straight from a ledger's tables by SQL, for figures.py: nothing is shared with the program.

It knows only what `generate.py` writes, and UTC.
"""
import datetime as dt
import json
import sqlite3
import tomllib

DAY = dt.timedelta(days=1)


def lane_name(lane):
    kind, value = next(iter(lane.items()))
    return f"{kind}:{value['_0']}" if value else kind


def acts(db, kind, first="0000", last="9999"):
    rows = db.execute("SELECT at, date, carer, command FROM act WHERE kind = ? AND date BETWEEN ? AND ? "
                      "AND undone_at IS NULL ORDER BY id", (kind, str(first), str(last)))
    return [(at, date, carer, json.loads(command)[kind]) for at, date, carer, command in rows]


def lived(db, first, last):
    """Each change of these dates with how it went."""
    moments = [(date, moment["_0"]) for _, date, _, moment in acts(db, "hard", first, last)]
    for row in db.execute("SELECT date, at, step, child, mode, place FROM occurrence WHERE date BETWEEN ? AND ? "
                          "ORDER BY date, at, step, child", (str(first), str(last))):
        date, at, step, child, mode, place = row
        own = [m for on, m in moments if on == date and m.get("step") == step and m.get("child") in (None, child)]
        settled = [m["settle"] for m in own if "settle" in m]
        yield {"type": "occurrence", "date": date, "at": f"{at // 60:02}:{at % 60:02}", "step": step, "child": child,
               "hard": max((m["size"] for m in own), default=0), "settle": max(settled, default=None), "mode": mode,
               "place": place}


def took(db):
    """What was said to be taken; of the couple's, what the one said who said more of a date."""
    said = [(carer, lane_name(a["lane"]), a["date"], a["minutes"], a["counts"]) for _, _, carer, a in acts(db, "respiteTook")]
    longest = {}
    for carer, lane, date, minutes, _ in said:
        if lane == "couple":
            sums = longest.setdefault(date, {})
            sums[carer] = sums.get(carer, 0) + minutes
    for carer, lane, date, minutes, counts in said:
        if lane != "couple" or carer == min(longest[date], key=lambda c: (-longest[date][c], c)):
            yield {"type": "respite", "lane": lane, "date": date, "hours": minutes / 60, "state": "happened", "counts": counts}


def bookings(db):
    """(lane, from, to) of what was booked and not called off."""
    booked = {}
    changes = [(at, 0, a) for at, _, _, a in acts(db, "respiteBook")] + [(at, 1, a) for at, _, _, a in acts(db, "respiteCancel")]
    for _, is_cancel, a in sorted(changes, key=lambda change: change[:2]):
        booked.pop((lane_name(a["lane"]), a["from"]), None)
        if not is_cancel:
            booked[lane_name(a["lane"]), a["from"]] = a["to"]
    return [(lane, start, end) for (lane, start), end in booked.items()]


def planned(db, config, told, first, today, now):
    """Bookings and the config's weekly windows that are over, minute by minute, where nothing else was said."""
    minutes = {}

    def add(lane, date, start, end):
        if (lane, str(date)) in told or end > now:
            return
        begun = minutes.setdefault(lane, {})
        while start < end:
            begun[start] = min(date, begun.get(start, date))
            start += dt.timedelta(minutes=1)

    for lane, start, end in bookings(db):
        if lane != "overnight":
            start, end = (dt.datetime.fromisoformat(t).replace(tzinfo=dt.UTC) for t in (start, end))
            add(lane, start.date(), start, end)
    for lane in config.get("respite", []):
        name = lane["lane"] + (f":{lane['for']}" if "for" in lane else "")
        for window in lane.get("weekly", []):
            days, _, times = window.rpartition(" ")
            start, end = (dt.timedelta(hours=int(t[:2]), minutes=int(t[3:])) for t in times.split("-"))
            for n in range((today - first).days + 1):
                date = first + DAY * n
                midnight = dt.datetime.combine(date, dt.time(), dt.UTC)
                if days in (str(date), f"{date:%a}"):
                    add(name, date, midnight + start, midnight + end)
    for lane, begun in minutes.items():
        for date in sorted(set(begun.values())):
            yield {"type": "respite", "lane": lane, "date": str(date), "state": "happened",
                   "hours": sum(d == date for d in begun.values()) / 60}


def nights(db, now):
    known = {}
    said = [(dt.date.fromisoformat(a["date"]), a) for _, _, _, a in acts(db, "respiteTook") if lane_name(a["lane"]) == "overnight"]
    for date, a in said:
        for n in range((a["minutes"] + 720) // 1440 if a["counts"] else 0):
            known[date + DAY * n] = True
    for lane, start, end in bookings(db):
        if lane == "overnight" and dt.date.fromisoformat(start[:10]) not in {date for date, _ in said}:
            date, last = dt.date.fromisoformat(start[:10]), dt.date.fromisoformat(end[:10])
            over = dt.datetime.fromisoformat(end).replace(tzinfo=dt.UTC) <= now
            for n in range(max(1, (last - date).days)):
                known[date + DAY * n] = known.get(date + DAY * n, False) or over
    return [{"type": "night-away", "date": str(date), "state": "used" if used else "booked"} for date, used in known.items()]


def respite(db, config, first, today, now):
    said = list(took(db))
    oldest = db.execute("SELECT min(date) FROM occurrence").fetchone()[0]
    first = max(first, dt.date.fromisoformat(oldest)) if oldest else first
    return said + list(planned(db, config, {(r["lane"], r["date"]) for r in said}, first, today, now))


def promises(db, monday, now, last=None):
    """Those that were due in a week, or to a last date, and what is open and ahead."""
    last = last or monday + 6 * DAY
    due, states = {}, {}
    for kind in ("promiseAdd", "promiseMoved", "promiseKept", "promiseRepaired"):
        for _, _, _, p in acts(db, kind):
            states.setdefault(p["id"], []).append(kind)
            due[p["id"]] = p.get("dueAt", due.get(p["id"]))
    for name, kinds in states.items():
        date = dt.datetime.fromtimestamp(due[name], dt.UTC).date()
        ahead = due[name] > now.timestamp()
        is_open = not {"promiseKept", "promiseRepaired"} & set(kinds)
        if not monday <= date <= last and not (is_open and ahead and date >= monday):
            continue
        state = "missed-repaired" if "promiseRepaired" in kinds else "open" if is_open and ahead else "missed"
        if "promiseKept" in kinds:
            state = "moved-in-time" if "promiseMoved" in kinds else "kept"
        yield {"type": "promise", "id": name, "state": state}


def records(database, config_file, today, monday, now):
    db = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    with open(config_file, "rb") as file:
        config = tomllib.load(file)
    out = []
    for lane in config.get("respite", []):
        name = lane["lane"] + (f":{lane['for']}" if "for" in lane else "")
        if lane["lane"] == "overnight":
            number, _, period = lane["target"].replace(" nights", "").partition(" per ")
            out.append({"type": "allowance", "nights": int(number.split("-")[-1]), "per": period})
            continue
        hours, _, period = lane.get("target", "").partition("h per ")
        if hours:
            assert period == "28d", lane
            out.append({"type": "lane", "lane": name, "hours": int(hours)})
    out += respite(db, config, today - 28 * DAY, today, now) + nights(db, now)
    out += lived(db, monday, monday + 6 * DAY)
    answers = {(date, carer): a["_0"] for _, date, carer, a in acts(db, "balance", monday, monday + 6 * DAY)}
    out += [{"type": "balance", "date": date, "answer": answer} for (date, _), answer in answers.items()]
    out += promises(db, monday, now)
    db.close()
    return out
