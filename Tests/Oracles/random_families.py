"""Random households and scripts, each from its seed: `make(seed, area)` gives a Case.

A family is a dict shaped like its TOML, so that a failing case can be made smaller key by key; `toml(family)` writes it.
"""
import random
from datetime import date as Date, timedelta

PLACES = [                                                   # a zone, and dates worth living through in it
    ("Europe/London", ["2026-03-27", "2026-10-23", "2026-03-10"]), ("America/Chicago", ["2026-03-06", "2026-10-30", "2026-05-04"]),
    ("Australia/Lord_Howe", ["2026-04-03", "2026-10-02"]), ("Europe/Dublin", ["2026-03-27", "2026-10-23"]),
    ("Africa/Cairo", ["2026-04-23", "2026-10-28"]), ("Asia/Beirut", ["2026-03-27"]), ("Asia/Kolkata", ["2026-06-01"]),
    ("Pacific/Apia", ["2011-12-28", "2011-12-22"]), ("Africa/Casablanca", ["2026-02-13", "2026-03-20"]),
    ("Pacific/Chatham", ["2026-04-03", "2026-09-25"]), ("America/Sao_Paulo", ["2018-11-02", "2018-02-16"]),
    ("America/St_Johns", ["2026-03-06"]), ("America/Nuuk", ["2026-03-27"]), ("Etc/UTC", ["2026-03-10"]),
    ("Antarctica/Troll", ["2026-03-27", "2026-10-23"]),
]
ANIMALS = ["otter", "wren", "finch", "badger", "sparrow"]
PEOPLE = ["ros", "imani", "marta", "ines"]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
TAGS = ["structure", "nurture", "food", "water", "move", "landing", "play", "special", "liked", "core", "core", "optional",
        "retreat", "sleep", "nap", "food", "water"]
WORDS = ["tea", "bath", "story", "shoes", "breakfast", "lunch", "garden", "film", "boats", "drums", "walk", "teeth", "hair",
         "table", "bus", "swim", "park", "lights", "music", "cards", "den", "toast", "puzzle", "kite", "porch", "stairs"]
LADDERS = ["none", "event", "short", "standard", "classic", "long", "runway", "info"]
SIZES = ["easy", "normal", "hard", "very-hard"]
DOMAINS = ["body", "mind", "heart", "people", "meaning", "fun", "rest", "help", "practice"]
AREAS = ["day", "quiet", "bend", "mode", "duty", "gaps", "fuel", "care", "respite", "clock", "all"]


class Case:
    """One question: a family, a script (empty for a day), and the dates to ask about."""

    def __init__(self, area, family, first, last, script):
        self.area, self.family, self.first, self.last, self.script = area, family, first, last, script

    def with_(self, **changed):
        return Case(**{**{k: getattr(self, k) for k in ("area", "family", "first", "last", "script")}, **changed})


# ---------------------------------------------------------------- TOML

def value(v):
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, (int, float)):
        return str(v)
    if isinstance(v, list):
        return "[" + ", ".join(map(value, v)) + "]"
    if isinstance(v, dict):
        return "{ " + ", ".join(f"{k} = {value(x)}" for k, x in v.items()) + " }"
    return '"' + v.replace("\\", "\\\\").replace('"', '\\"') + '"'


def table(head, body):
    inner = [(k, v) for k, v in body.items() if k != "step"]
    return "\n".join([head, *(f"{k} = {value(v)}" for k, v in inner)]) + "\n"


def toml(family):
    out = []
    for name, body in family.items():
        if name == "mode":
            out += [table(f"[mode.{k}]", v) for k, v in body.items()]
        elif isinstance(body, dict):
            out.append(table(f"[{name}]", body))
        else:
            for one in body:
                out.append(table(f"[[{name}]]", one))
                out += [table(f"[[{name}.step]]", s) for s in one.get("step", [])]
    return "\n".join(out)


# ---------------------------------------------------------------- a family

class Family:
    def __init__(self, r, area, zone, first):
        self.r, self.area, self.zone, self.first = r, area, zone, first
        self.care = area in ("care", "all", "gaps", "respite", "clock")
        self.words = r.sample(WORDS, len(WORDS))

    def some(self, chance):
        return self.r.random() < chance

    def time(self, a=5 * 60, b=23 * 60 + 59):
        grain = self.r.choice([1, 5, 5, 5, 10, 15, 30])
        m = self.r.randrange(a, b) // grain * grain
        return f"{m // 60:02}:{m % 60:02}"

    def days(self):
        if self.some(0.2):
            return "daily"
        picked = sorted(self.r.sample(range(7), self.r.randint(1, 3)))
        if self.some(0.3):
            a, b = self.r.randrange(0, 4), self.r.randrange(4, 7)
            return f"{DAYS[a]}-{DAYS[b]}"
        return ", ".join(DAYS[d] for d in picked)

    def window(self, dated=True):
        prefix = self.r.choice(["", "", self.days() + " "])
        if dated and self.some(0.2):
            prefix = str(self.date()) + " "
        return f"{prefix}{self.time(0)}-{self.time(0)}"

    def date(self, a=-3, b=6):
        return self.first + timedelta(days=self.r.randint(a, b))

    def make(self):
        r = self.r
        self.carers = r.sample(PEOPLE, r.choice([1, 1, 2, 2, 2, 3, 4]))
        self.children = r.sample(ANIMALS, r.choice([0, 1, 1, 2, 2, 2, 3, 3, 4, 5]) if self.some(0.3) else r.choice([1, 2, 3]))
        out = {"household": self.household(), "carer": [self.carer(c) for c in self.carers],
               "child": [self.child(c) for c in self.children]}
        out["calendar"], out["day"] = self.calendars(), self.kinds()
        out["ladder"] = [{"id": "ours", "rungs": self.rungs()}]
        out["routine"] = self.routines()
        out["goal"] = [self.goal(n) for n in range(r.randint(0, 5))] if self.care else []
        out["respite"] = self.respite()
        out["marked-date"] = [self.marked() for _ in range(r.randint(0, 2))] if self.care else []
        out["mode"] = {m: {"fuel": r.choice([60, 75, 100, 120])} for m in ("low-demand", "regression", "sick") if self.some(0.15)}
        return {k: v for k, v in out.items() if v}

    def household(self):
        out = {"timezone": self.zone}
        if self.some(0.4):
            out["digest"] = self.time(18 * 60, 21 * 60 + 30) if self.some(0.8) else self.time(0)
        if self.some(0.3):
            out["text"] = self.r.choice(["generic", "public", "full"])
        if self.some(0.2):
            out["private"] = self.some(0.5)
        if self.some(0.2):
            out["generic-when"] = [self.window()]
        return out

    def carer(self, name):
        out = {"id": name, "name": name.title()}
        if self.some(0.6):
            out["quiet"] = self.r.choice([[], ["22:30-05:30"], ["23:00-05:00", self.window()], "00:00-04:00"])
        if self.some(0.4):
            out["away"] = [self.window() for _ in range(self.r.randint(1, 2))]
            if self.some(0.3):
                a = self.date()
                out["away"].append(f"{a}T{self.time(0)}/{a + timedelta(days=self.r.randint(1, 2))}T{self.time(0)}")
        if self.some(0.2):
            out["asleep"] = [self.r.choice(["22:00-05:00", self.window()])]
        return out

    def child(self, name):
        out = {"id": name}
        if self.some(0.85):
            out["working-age"] = self.r.randint(0, 16)
        if self.some(0.6):
            keys = self.r.sample(self.carers, self.r.randint(1, len(self.carers)))
            out["key-carer"] = keys[0] if len(keys) == 1 and self.some(0.5) else keys
        if self.some(0.15):
            out["ladder"] = self.r.choice(LADDERS + ["ours"])
        if self.some(0.4):
            out["fuel"] = self.r.choice([False, 60, 75, 90, 120, 180])
        return out

    def rungs(self):
        leads = sorted(self.r.sample([1, 2, 3, 4, 5, 7, 8, 10, 12, 15, 20, 25, 30, 40, 45], self.r.randint(1, 5)), reverse=True)
        out = [self.r.choice(["", "", "", "L"] if lead < 5 else ["", "", "P"]) + str(lead) for lead in leads]
        return out + (["0"] if self.some(0.7) else [])

    def calendars(self):
        a = self.date(-10, 3)
        out = [{"id": "easter", "from": str(a), "to": str(a + timedelta(days=self.r.randint(0, 9)))}]
        out.append({"id": "inset", "dates": sorted({str(self.date()) for _ in range(3)})})
        return out

    def kinds(self):
        out = []
        for n in range(self.r.randint(1, 4)):
            kind = {"id": f"kind-{'abcdef'[n]}"}
            if self.some(0.5):
                kind["on"] = self.days()
            if self.some(0.2):
                kind["dates"] = sorted({str(self.date()) for _ in range(2)})
            if self.some(0.25):
                start = self.date(-40, 2)
                kind["rrule"] = self.rrule(start)
                kind["from"] = str(start)
            if self.some(0.2):
                kind["within"] = self.r.choice([["easter"], ["inset"], ["easter", "inset"], "inset"])
            if self.some(0.25):
                kind["not"] = self.r.choice([["easter"], ["inset"], ["easter", "inset"]])
            if self.some(0.6):
                kind["school"] = True
            out.append(kind)
        return out

    def rrule(self, start):
        r, day = self.r, DAYS[start.weekday()][:2].upper()
        rule = r.choice([
            f"FREQ=WEEKLY;INTERVAL={r.randint(1, 3)}", f"FREQ=DAILY;INTERVAL={r.randint(1, 5)}",
            f"FREQ=WEEKLY;BYDAY={','.join(sorted({day, 'TU', 'FR'}))}", f"FREQ=WEEKLY;INTERVAL=2;BYDAY={day},MO;WKST=SU",
            f"FREQ=MONTHLY;BYMONTHDAY={start.day}", f"FREQ=MONTHLY;BYDAY={(start.day - 1) // 7 + 1}{day}"])
        if self.some(0.3):
            rule += r.choice([f";COUNT={r.randint(1, 30)}", f";UNTIL={start + timedelta(days=r.randint(5, 60)):%Y%m%d}"])
        return rule

    def routines(self):
        out = []
        kinds = [f"kind-{'abcdef'[n]}" for n in range(6)]
        for n in range(self.r.randint(1, 3)):
            routine = {"id": f"routine-{'abc'[n]}"}
            if n and self.some(0.4):
                routine["days"] = kinds[:1]
            if n and self.some(0.3):
                routine["on"] = self.days()
            routine["step"] = [self.step() for _ in range(self.r.randint(1, 9)) if self.words]
            out.append(routine)
        return out

    def step(self):
        r, name = self.r, self.words.pop()
        out = {"at": self.time(0 if self.some(0.1) else 6 * 60), "id": name, "name": name}
        if self.children and self.some(0.5):
            out["who"] = r.sample(self.children, r.randint(0 if self.some(0.1) else 1, len(self.children)))
        if self.some(0.15):
            out["carer"] = r.choice(self.carers)
        tags = sorted(set(r.sample(TAGS, r.choice([0, 1, 1, 2, 2, 3]))))
        if tags:
            out["tags"] = tags
        if self.some(0.3):
            out["minutes"] = r.choice([5, 10, 15, 30, 45, 90, 120])
        if self.some(0.4):
            out["anchor"] = r.choice(["start", "end", "fixed", "loose"])
        if self.some(0.6):
            out["transition"] = r.choice(SIZES)
            if self.children and self.some(0.25):
                out["transition"] = {c: r.choice(["none", *SIZES]) for c in r.sample(self.children, r.randint(1, len(self.children)))}
        if self.some(0.15):
            out["ladder"] = r.choice([r.choice(LADDERS + ["ours"]), self.rungs()])
        if self.some(0.3):
            out["cause"] = r.sample(["surprise", "leaving-good", "going-to-hard", "separation", "sensory", "body"], r.randint(1, 2))
        for key, chance in (("tune", 0.25), ("away", 0.2), ("new", 0.1)):
            if self.some(chance):
                out[key] = True
        return out

    def steps_of(self, routines):
        return [s["id"] for x in routines for s in x["step"]]

    def goal(self, n):
        r = self.r
        out = {"id": f"goal-{'abcdef'[n]}", "carer": r.choice(self.carers), "domain": r.choice(DOMAINS + ["rest"] * 3),
               "name": "a quiet thing"}
        if self.some(0.8):
            out["minutes"] = r.choice([3, 5, 10, 20, 60])
        if self.some(0.6):
            out["smallest"] = "one breath"
        if self.some(0.5):
            out["target"] = r.choice(["1 per week", "2 per week", "1-3 per week", "4 per week", "2 per 2 weeks", "3 per 10d", "2 per quarter", "9 per year"])
        if self.some(0.4):
            out["after"] = r.choice([w for w in WORDS if w not in self.words] or ["tea"])
            if self.some(0.5):
                out["delay"] = r.choice(["0m", "10m", "35m", "2h"])
        if self.some(0.6):
            out["window"] = [self.window(False) for _ in range(r.randint(1, 2))]
        if self.some(0.1):
            out["days"] = ["kind-a"]
        if self.some(0.2):
            a = self.date(0, 4)
            out["appointment"] = f"{a}T{self.time(0)}"
            if self.some(0.4):
                out["appointment"] += " " + r.choice(["FREQ=DAILY;INTERVAL=2", "FREQ=WEEKLY", "FREQ=DAILY;COUNT=2"])
        return out

    def respite(self):
        out = []
        if self.some(0.3):
            out.append({"lane": "solo", "for": self.r.choice(self.carers), "target": "12h per 28d", "weekly": [self.window()]})
        if self.some(0.15):
            out.append({"lane": "couple", "target": "6h per 28d", "weekly": [self.window()]})
        if self.children and self.some(0.1):
            out.append({"lane": "sibling", "for": self.r.choice(self.children), "target": "3h per 28d", "weekly": self.window()})
        return out

    def marked(self):
        out = {"date": str(self.date(1, 20)), "heads-up": self.r.choice([["14d", "3d"], ["1d"], ["7d", "2d", "1d"]])}
        if self.children and self.some(0.5):
            out["child"] = self.r.choice(self.children)
        return out


def make(seed, area="all"):
    r = random.Random(f"{area} {seed}")
    zone, dates = r.choice(PLACES) if area != "clock" else r.choice([p for p in PLACES if p[0] not in ("Etc/UTC", "Asia/Kolkata")])
    first = Date.fromisoformat(r.choice(dates)) + timedelta(days=r.randint(0, 2) if area != "care" else 0)
    if str(first) == "2011-12-30" and area not in ("day", "quiet"):
        first += timedelta(days=1)
    family = Family(r, area, zone, first).make()
    length = {"day": 0, "quiet": 3, "care": r.choice([2, 4, 9]), "respite": r.choice([3, 9])}.get(area, r.choice([0, 1, 2]))
    case = Case(area, family, first, first + timedelta(days=length), [])
    if area not in ("day", "quiet"):
        from random_scripts import Script
        case.script = Script(r, area, case).make()
    return case
