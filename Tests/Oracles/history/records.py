"""Records of a week, straight from a ledger's tables by SQL, for figures.py: nothing is shared with the program.

It knows only what `generate.py` writes: UTC, and no booking but nights away.
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


def standing(config, took, first, today, now):
    """The config's weekly windows, where nothing else was said."""
    for lane in config["respite"]:
        name = lane["lane"] + (f":{lane['for']}" if "for" in lane else "")
        for window in lane.get("weekly", []):
            days, _, times = window.rpartition(" ")
            start, end = (dt.timedelta(hours=int(t[:2]), minutes=int(t[3:])) for t in times.split("-"))
            for n in range((today - first).days + 1):
                date = first + DAY * n
                over = dt.datetime.combine(date, dt.time(), dt.UTC) + end
                if days in (str(date), f"{date:%a}") and (name, str(date)) not in took and over <= now:
                    took.add((name, str(date)))
                    yield {"type": "respite", "lane": name, "date": str(date), "state": "happened",
                           "hours": (end - start).total_seconds() / 3600}


def promises(db, monday, now):
    due, states = {}, {}
    for kind in ("promiseAdd", "promiseMoved", "promiseKept", "promiseRepaired"):
        for _, _, _, p in acts(db, kind):
            states.setdefault(p["id"], []).append(kind)
            due[p["id"]] = p.get("dueAt", due.get(p["id"]))
    for name, kinds in states.items():
        date = dt.datetime.fromtimestamp(due[name], dt.UTC).date()
        ahead = due[name] > now.timestamp()
        is_open = not {"promiseKept", "promiseRepaired"} & set(kinds)
        if not monday <= date < monday + 7 * DAY and not (is_open and ahead and date >= monday):
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
    for lane in config["respite"]:
        hours, _, period = lane["target"].partition("h per ")
        assert period == "28d", lane
        out.append({"type": "lane", "lane": lane["lane"] + (f":{lane['for']}" if "for" in lane else ""), "hours": int(hours)})
    took = [{"type": "respite", "lane": lane_name(a["lane"]), "date": a["date"], "hours": a["minutes"] / 60,
             "state": "happened", "counts": a["counts"]} for _, _, _, a in acts(db, "respiteTook")]
    out += took
    first = max(today - 28 * DAY, dt.date.fromisoformat(db.execute("SELECT min(date) FROM occurrence").fetchone()[0]))
    out += standing(config, {(r["lane"], r["date"]) for r in took}, first, today, now)
    out += lived(db, monday, monday + 6 * DAY)
    answers = {(date, carer): a["_0"] for _, date, carer, a in acts(db, "balance", monday, monday + 6 * DAY)}
    out += [{"type": "balance", "date": date, "answer": answer} for (date, _), answer in answers.items()]
    out += promises(db, monday, now)
    db.close()
    return out
