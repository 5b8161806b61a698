#!/usr/bin/python3
"""Reads a month of every family, at every text level, locked and not, in every mode and every language, and finds nothing.

    Tests/Acceptance/audit_words.py [--havenctl P] [--random N] [--only TEXT] [-v]

The rules of docs/wording.md are written here a second time, from what a reader sees and from the family's config, and
know nothing of the program's own lists. First each rule is shown a line that breaks it: a rule that cannot fail proves
nothing. Then families are planted with every word that no screen says: `check` has to name each, and no line may say it.
Python 3.11, standard library only. The last line is `N passed, N failed`; the exit status is 1 if any failed.
"""
import argparse
import collections
import concurrent.futures
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
REPO = os.path.dirname(os.path.dirname(HERE))
FAMILIES = ["first", "harbour", "mill-street"]
LEVELS = ["generic", "public", "full"]
LANGUAGES = {"en": "en_GB.UTF-8", "de": "de_DE.UTF-8"}
MODES = ["ordinary", "low-demand", "regression", "sick"]
FIRST, LAST = datetime.date(2026, 3, 1), datetime.date(2026, 3, 31)
CHILDS = {"cue", "catch_up", "moved", "fuel", "tell"}      # lines that a child may read along with
RUNGS = {"cue", "catch_up", "moved"}

# ---------------------------------------------------------------- what no line says (domain: what a family hides)

NEVER = {
    "threat": ["last chance", "or else", "final warning"],
    "verdict": ["bad", "naughty", "good boy", "good girl", "lazy", "spoilt"],
    "pressure": ["streak", "overdue", "fail", "failed", "failure", "should", "deserve", "missed", "haven't", "only one"],
    "behaviour": ["tantrum", "meltdown", "defiant", "manipulative", "attention seeking", "misbehaving", "aggressive", "at risk"],
    "situation": ["contact", "contact visit", "contacts", "family time", "court", "courtroom", "social worker", "respite",
                  "placement", "foster", "custody", "birth mum", "birth family", "bio dad", "adoption", "anniversary", "supervised visit"],
    "health": ["diagnosis", "adhd", "autism", "fasd", "ptsd", "trauma", "therapy", "therapist", "psychologist", "camhs",
               "medication", "medicine", "meds", "melatonin", "pills", "anxiety", "epilepsy"],
    "private": ["toilet", "potty", "nappy", "nappies", "bedwetting", "wet bed", "soiling"],
    "food worries": ["hoarding", "overeating", "binge", "calories", "hiding food", "diet"],
    "harm": ["self-harm", "suicide", "violence", "violent", "hitting", "biting", "abuse", "neglect", "helpline", "hotline",
             "samaritans", "childline", "0800 1111", "116 123", "999"],
    "carer": ["capacity", "burnout", "counselling", "counsellor"],
}
NEVER_GERMAN = {
    "Druck": ["letzte Chance", "schlecht", "böse", "frech", "faul", "überfällig", "versagt", "solltest"],
    "Verhalten": ["Wutanfall", "trotzig", "Risiko", "aggressiv"],
    "Lage": ["Kontakt", "Umgang", "Umgangstermin", "Jugendamt", "Gericht", "Gerichtstermin", "Pflegefamilie", "leibliche Mutter",
             "Kurzzeitpflege", "Jahrestag", "Vormund"],
    "Gesundheit": ["Diagnose", "Therapie", "Medikamente", "Tabletten", "ADHS", "Trauma", "Klinik"],
    "Privates": ["Windel", "Toilette", "Einnässen", "Gewalt", "Selbstverletzung", "Notruf", "Beratungsstelle"],
}
# Of Haven's own words only: a family may say good night.
MANNER = r"\bgood\b|\bnow\b|\bred\b|hurry|\bquick|come on|\bmust\b|have to|\bshall we\b|\bok(ay)?\b|would you|can you|\bjetzt\b|schnell|beeil|\bmuss"
COUNTING = r"\bonly\b|\bjust \d|\d+ (of|out of|von) \d+|haven't|have not|missed|didn't|skipped|behind|\bnur noch\b|verpasst|nicht geschafft"
EASY_NO = r"(not today|if you like|or not|heute nicht|wenn du magst|oder nicht)\W*$"
NEUTRAL = {"next step", "what comes next", "the next thing", "nächster schritt", "was dann kommt", "das nächste"}
# The generic level speaks the session's language alone, so the other one's small words have no place there.
OTHERS = {"de": r"\b(next|step|soon|your|the|or|not|for|you|something|planned|today)\b",
          "en": r"\b(nächster|schritt|bald|dein|der|die|das|oder|nicht|für|etwas|heute|kommt)\b"}


def spread(word):
    """A pattern for a word or phrase, whatever stands between its parts."""
    return r"(?<!\w)" + r"[\W_]+".join(map(re.escape, re.split(r"[\s-]+", word))) + r"(?!\w)"


FORBIDDEN = re.compile("|".join(spread(word) for words in [*NEVER.values(), *NEVER_GERMAN.values()] for word in words
                                if word != "Bad"), re.I)
HARMLESS = re.compile(r"contact lens(es)?|tennis court|kontaktlinsen?", re.I)


def forbidden(text):
    return FORBIDDEN.search(HARMLESS.sub("", text))


# ---------------------------------------------------------------- what is known of a family

class Family:
    def __init__(self, config, conf_d=""):
        data = tomllib.loads(config + "\n" + conf_d)
        self.children = {c["id"]: c for c in data.get("child", [])}
        self.carers = [c.get("name", "") for c in data.get("carer", [])]
        self.private = data.get("household", {}).get("private", True)
        self.goals = {g.get("id") or slug(g["name"]): g for g in data.get("goal", [])}
        self.steps = collections.defaultdict(list)
        for routine in data.get("routine", []):
            for step in routine.get("step", []):
                self.steps[step.get("id") or slug(step["name"])].append(step.get("event-label") or step["name"])
            for step in routine.get("steps", []):
                name = re.sub(r",\s*(easy|normal|hard|very-hard)$", "", step.split(" ", 1)[1])
                self.steps[slug(name)].append(name)
        texts = [t for names in self.steps.values() for t in names] + [g["name"] for g in self.goals.values()]
        self.secrets = {w for t in texts for w in re.findall(r"[^\W\d_]{4,}", t.lower())} | set(self.children)
        self.secrets -= {"next", "step", "steps", "away", "little", "true", "time", "today", "soon", "plan", "breath", "breaths",
                         "slow", "water", "that", "appointment", "something", "week", "have", "they", "when", "with", "whenever",
                         "what", "ready", "close", "their", "your", "first", "went", "snack", "drink", "wiggle", "tomorrow", "long",
                         "planned", "safe", "promise", "home", "nothing", "else", "nine", "seven", "five", "four", "half", "past", "quarter", "minutes"}

    def age(self, child, mode):
        """The age that a child runs at; None where none is set."""
        age = self.children.get(child, {}).get("working-age")
        if age is None or mode not in ("regression", "sick"):
            return age
        bands = [0, 3, 5, 8, 12]
        band = max(i for i, low in enumerate(bands) if low <= age)
        return bands[band - 1] if band else age


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


# ---------------------------------------------------------------- the rules

class Seen:
    """A line, and all that a rule may ask about it."""

    def __init__(self, line, family, language, mode_of, locked=None):
        self.line, self.family, self.language = line, family, language
        self.kind, self.level = line["kind"], line["level"]
        self.title, self.body = line.get("title", ""), line.get("body", "")
        self.text = f"{self.title}\n{self.body}"
        self.items = line.get("items", [])
        self.children = [i["child"] for i in self.items] + line.get("children", []) + ([line["child"]] if "child" in line else [])
        self.modes = {c: mode_of(c) for c in self.children}
        self.locked = locked
        self.said = re.findall(r"[“„](.+?)[”“](?=\n|$)", self.body)    # what is said to the child, whole

    def labels(self, item):
        return self.family.steps.get(item["step"], [])


RULES = {}


def rule(name, broken):
    """A rule: what is wrong with a line, or None. `broken` makes of a good line one that breaks it."""
    def keep(function):
        RULES[name] = (function, broken)
        return function
    return keep


def changed(line, **keys):
    return {**line, **keys}


@rule("a title is one line of 1 to 60 characters", lambda l: changed(l, title=l["title"] + "x" * 61))
def title_length(s):
    if not 1 <= len(s.title) <= 60 or re.search(r"[\n\r\u2028\u2029]", s.title) or not s.title.strip():
        return f"a title of {len(s.title)}"


@rule("sentence case, no exclamation marks, no capitals", lambda l: changed(l, body="NOW please"))
def loud(s):
    if hit := re.search(r"[!¡‼❗！]", s.text):
        return f"'{hit[0]}'"
    if hit := re.search(r"\b(?!TV\b|OK\b)[A-ZÄÖÜ]{3,}\b", s.text):
        return f"capitals '{hit[0]}'"
    for line in s.text.split("\n"):
        if line[:1].islower() and line[:8] != "havenctl":
            return f"begins small: '{line}'"


@rule("nothing that no screen says", lambda l: changed(l, body="Con\u00adtact-visit at four."))
def never(s):
    plain = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", s.text)
    if hit := forbidden(plain):
        return f"'{hit[0]}'"


@rule("no digits where a child under six reads along, and none on a soft day", lambda l: changed(l, body="5 more minutes."))
def digits(s):
    if s.kind not in CHILDS:
        return None
    young = [c for c in s.children if (s.family.age(c, s.modes[c]) or 99) < 6 or s.kind in RUNGS and s.modes[c] == "low-demand"]
    if young and (hit := re.search(r"\d|[¼-¾①-⓿]", s.text)):
        return f"'{hit[0]}' beside {young[0]}"


@rule("nothing of a child's words to avoid", lambda l: changed(l, body="Hurrying along."))
def avoided(s):
    for child in s.children:
        for word in s.family.children.get(child, {}).get("avoid", []):
            tail = r"\b" if len(word) <= 3 else ""
            if hit := re.search(rf"\b{re.escape(word)}{tail}", s.text, re.I):
                return f"'{hit[0]}' about {child}"


@rule("manner: no good and bad, no now, no hurry, no question that only has one answer", lambda l: changed(l, body="Shall we go?"))
def manner(s):
    own = " ".join(t for i in s.items for t in s.labels(i))
    if (hit := re.search(MANNER, s.text, re.I)) and hit[0].lower() not in own.lower():
        return f"'{hit[0]}'"


@rule("names what comes next, not only what stops", lambda l: changed(l, title="Stop", body="Stop."))
def names_next(s):
    if s.kind not in RUNGS or s.level == "generic":
        return None
    for item in s.items:
        wanted = {label for label in s.labels(item)}
        starts = {re.split(r"[,;:(–—]", w)[0].strip().lower()[:7] for w in wanted}
        lower = s.text.lower()
        if wanted and not any(start in lower for start in starts) and not any(n in lower for n in NEUTRAL) and "→" not in lower:
            return f"'{sorted(wanted)[0]}' is not named"


@rule("at most twelve words at a time to the child", lambda l: changed(l, level="full", body="“" + "word " * 13 + "”"))
def short(s):
    for said in s.said:
        for sentence in re.split(r"[.?;:]", said):
            if len(sentence.split()) > 12:
                return f"{len(sentence.split())} words: '{sentence.strip()}'"


@rule("no question to the child", lambda l: changed(l, level="full", body="“Will you come?”"))
def questions(s):
    for said in s.said:
        if "?" in said:
            return f"asks '{said}'"


@rule("a fact for teens and for those who feel a request as a demand: no name, nothing aimed at them",
      lambda l: changed(l, title=l["items"][0]["child"].capitalize() + ": come and eat"))
def declarative(s):
    if s.kind not in RUNGS or len(s.items) != 1:
        return None
    child = s.children[0]
    known = s.family.children.get(child, {})
    if known.get("style") != "declarative" and (known.get("working-age") or 0) < 12:
        return None
    if re.search(rf"\b{re.escape(child)}\b", s.text, re.I):
        return f"names {child}"
    if s.modes[child] == "ordinary" and (hit := re.search(r"\b(please|come|go|get|put|your|bitte|komm|geh|hol|dein\w*)\b", s.title, re.I)):
        own = " ".join(t for i in s.items for t in s.labels(i))
        if hit[0].lower() not in own.lower():
            return f"'{hit[0]}'"


@rule("a nudge ends with an easy no", lambda l: changed(l, kind="nudge", title="Walk", body="Go on."))
def easy_no(s):
    if s.kind == "nudge" and not re.search(EASY_NO, s.text, re.I):
        return "no easy no at its end"


@rule("a nudge never counts what did not happen", lambda l: changed(l, kind="nudge", body="Only 1 of 3 walks. Or not today."))
def counting(s):
    if s.kind == "nudge" and (hit := re.search(COUNTING, s.text, re.I)):
        return f"'{hit[0]}'"


@rule("generic text says nothing of a family", lambda l: changed(l, level="generic", title="Otter soon"))
def generic(s):
    if s.level != "generic":
        return None
    words = set(re.findall(r"[^\W\d_]{3,}", s.text.lower()))
    told = words & s.family.secrets | words & {c.lower() for c in s.family.carers}
    if told and s.language == "en" or told & set(s.family.children):
        return f"tells '{sorted(told)[0]}'"
    if hit := re.search(OTHERS[s.language], s.text, re.I):
        return f"speaks another language: '{hit[0]}'"


@rule("public text has no script and no feelings", lambda l: changed(l, level="public", body="“Hard to leave.”"))
def public(s):
    if s.level != "full" and re.search(r"[“„”]", s.body):
        return "a script"
    if s.level != "full" and (hit := re.search(r"\b(sad|angry|scared|upset|furious|afraid|ashamed|traurig|wütend|ängstlich)\b", s.text, re.I)):
        return f"'{hit[0]}'"


@rule("a locked screen has generic text, and a shared login never has the script", lambda l: changed(l, level="full"))
def level(s):
    if s.locked and s.level != "generic":
        return f"level {s.level} on a locked screen"
    if not s.family.private and s.level == "full":
        return "level full where nothing is private"


@rule("urgency is normal for rungs and low for care, never critical", lambda l: changed(l, urgency="critical"))
def urgency(s):
    wanted = {"normal"} if s.kind in RUNGS else {"low", "normal"} if s.kind in ("swap", "promise", "appointment") else {"low"}
    if s.line["urgency"] not in wanted:
        return f"urgency {s.line['urgency']}"


@rule("no ragged text", lambda l: changed(l, body="Two  spaces ."))
def ragged(s):
    if hit := re.search(r"^\s|\s$|  | [.,;:?]|[.,;:?]{2}|,\s*$|\(\)|\{|\}|\bnil\b|Optional|^\W*$", s.text.strip("\n"), re.M):
        if not (s.title in ("→", "·") or hit[0] == ""):
            return f"'{hit[0]}'"


@rule("a private goal is never named", lambda l: changed(l, kind="nudge", goal="secret", title="Watercolours? Or not today."))
def private_goal(s):
    goal = s.family.goals.get(s.line.get("goal", ""), {})
    if goal.get("private") and goal["name"].lower() in s.text.lower():
        return f"'{goal['name']}'"


@rule("an overnight, a day to tell, a heavy date and a swap give no reason and no name",
      lambda l: changed(l, kind="swap", title="Swap, please: otter"))
def no_reason(s):
    names = [*s.family.carers, *([] if s.kind == "tell" else s.family.children)]
    if s.kind in ("swap", "marked", "respite", "tell") and (hit := re.search(
            rf"\b({'|'.join(map(re.escape, filter(None, names))) or 'nobody'}|overnight|übernacht\w*)\b", s.text, re.I)):
        return f"'{hit[0]}'"


# ---------------------------------------------------------------- playing it

class Broken(Exception):
    pass


def call(havenctl, folder, language, *words, stdin=None):
    environment = {"PATH": os.environ["PATH"], "HOME": folder, "LANG": LANGUAGES[language]}
    return subprocess.run([havenctl, *words], capture_output=True, text=True, timeout=120, env=environment, input=stdin)


def simulate(havenctl, folder, language, first, last, script=""):
    r = call(havenctl, folder, language, "simulate", "--json", "--config", folder, "--from", str(first), "--to", str(last),
             "--script", "-", stdin=script)
    if r.returncode:
        raise Broken(f"exit {r.returncode}: {r.stderr.strip()[:400]}")
    return [json.loads(line) for line in r.stdout.splitlines()]


def with_level(text, level):
    """The config with its text level set."""
    text = re.sub(r'(?m)^text\s*= "(generic|public|full)".*$', "", text)
    return text.replace("[household]", f'[household]\ntext = "{level}"', 1) if "[household]" in text else f'[household]\ntext = "{level}"\n' + text


EXTRA = """
[[goal]]
id = "secret"
carer = "%s"
domain = "heart"
name = "watercolours"
private = true
smallest = "one brush"
window = "11:00-12:00"
appointment = "2026-03-19T19:00"
[[marked-date]]
date = "2026-03-20"
"""


def copy(name, folder, level):
    shutil.copytree(os.path.join(REPO, "etc/examples", name), folder, dirs_exist_ok=True)
    path = os.path.join(folder, "haven.toml")
    text = with_level(open(path, encoding="utf-8").read(), level)
    first = tomllib.loads(text)["carer"][0]
    extra = EXTRA % (first.get("id") or slug(first["name"]))
    open(path, "w", encoding="utf-8").write(text)
    os.makedirs(os.path.join(folder, "conf.d"), exist_ok=True)
    open(os.path.join(folder, "conf.d/90-audit.toml"), "w", encoding="utf-8").write(extra)
    return Family(text, extra)


def dates():
    return [FIRST + datetime.timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def mode_on(date, turn):
    return MODES[((date - FIRST).days + turn) % len(MODES)]


def is_locked(date):
    return (date - FIRST).days % 5 == 4


def month(family, turn, shown):
    """A script for the month: every mode in turn, a locked day in five, and all that makes another kind of line."""
    carers = [slug(c) for c in family.carers]
    out = []
    for date in dates():
        out.append((f"{date}T00:01", f"mode {mode_on(date, turn)}"))
        out.append((f"{date}T00:02", "!lock" if is_locked(date) else "!unlock"))
    out.append(("2026-03-02T09:00", "promise add den-light --due 2026-03-05T17:00"))
    out.append(("2026-03-02T09:01", f"respite book solo:{carers[0]} 2026-03-14T10:00/2026-03-14T13:00"))
    out.append(("2026-03-02T09:02", "respite book couple 2026-03-20T19:00/2026-03-20T22:00"))
    out.append(("2026-03-02T09:03", "respite book overnight 2026-03-27T15:00/2026-03-28T15:00"))
    out.append(("2026-03-02T09:04", f"respite book sibling:{list(family.children)[0]} 2026-03-16T15:00/2026-03-16T16:00"))
    for day, answer in ((4, "yes"), (11, "no"), (18, None), (25, "later")):
        out.append((f"2026-03-{day:02}T18:51", f"tag out --for 15m --as {carers[0]}"))
        if answer and len(carers) > 1:
            out.append((f"2026-03-{day:02}T18:52", f"tag answer {answer} --as {carers[1]}"))
    # What was shown tells where there is something to move, and something to come back for.
    by_date = collections.defaultdict(list)
    for line in shown:
        if line["kind"] == "cue" and len(line["items"]) == 1 and line["items"][0]["seconds_left"] >= 300:
            by_date[line["at"][:10]].append(line)
    for number, (date, lines) in enumerate(sorted(by_date.items())):
        line = lines[number % len(lines)]
        at = datetime.datetime.fromisoformat(line["at"]).replace(tzinfo=None)
        if number % 2 and not line["items"][0]["rung"].startswith("P"):
            out.append((f"{(at + datetime.timedelta(minutes=1)).isoformat()[:16]}", f"delay {line['items'][0]['step']} 7m"))
        elif not number % 2:
            a, b = at - datetime.timedelta(minutes=2), at + datetime.timedelta(minutes=2)
            if a.date() == b.date():
                out.append((a.isoformat()[:16], f"!suspend {a:%H:%M} {b:%H:%M}"))
    out.sort(key=lambda entry: entry[0])
    return "".join(f"{at} {what}\n" for at, what in out)


def without_gaps(script):
    """A command within a suspend is a fault: those that would be are moved behind it."""
    lines, until, late, out = script.splitlines(), "", [], []
    for line in lines:
        at, what = line.split(" ", 1)
        if until and at >= until:
            out += [f"{until} {w}" for w in late]
            until, late = "", []
        if until and not what.startswith("!"):
            late.append(what)
        elif until:
            late.append(what)
        else:
            out.append(line)
        if what.startswith("!suspend") and not until:
            until = at[:11] + what.split()[2]
    return "\n".join(out + [f"{until} {w}" for w in late]) + "\n"


def faults(lines, family, language, mode_of, locked):
    found = []
    for line in lines:
        seen = Seen(line, family, language, lambda child: mode_of(line, child), locked(line))
        for name, (check, _) in RULES.items():
            if wrong := check(seen):
                found.append(f"{name}: {wrong} in {line['kind']} {line['level']} at {line['at']}: {seen.title!r} {seen.body!r}")
    return found


def read_month(job):
    """One family, level, language and turn of modes."""
    havenctl, name, level, language, turn = job
    with tempfile.TemporaryDirectory() as folder:
        family = copy(name, folder, level)
        shown = simulate(havenctl, folder, language, FIRST, LAST, without_gaps(month(family, turn, [])))
        lines = simulate(havenctl, folder, language, FIRST, LAST, without_gaps(month(family, turn, shown)))

    def date(line):
        return datetime.date.fromisoformat(line["at"][:10])
    found = faults(lines, family, language, lambda line, _: mode_on(date(line), turn), lambda line: is_locked(date(line)))
    # A step keeps the mode of its own instant; a level that is never reached would prove nothing.
    if level != "generic" and not any(line["level"] == ("public" if not family.private else level) for line in lines):
        found.append(f"no line at level {level}")
    return f"{name} {level} {language} {turn}", len(lines), {line["kind"] for line in lines}, found


def read_random(job):
    havenctl, seed, level, language = job
    sys.path.insert(0, os.path.join(REPO, "Tests/Oracles"))
    import random_families
    case = random_families.make(seed, "all")
    text = with_level(random_families.toml(case.family), level)
    with tempfile.TemporaryDirectory() as folder:
        open(os.path.join(folder, "haven.toml"), "w", encoding="utf-8").write(text)
        lines = simulate(havenctl, folder, language, case.first, case.last, "\n".join(case.script) + "\n" if case.script else "")
    # Modes of a random script are not followed: an age that is only lowered keeps every rule of the higher one.
    found = faults(lines, Family(text), language, lambda *_: None, lambda _: None)
    return f"random {seed} {level} {language}", len(lines), {line["kind"] for line in lines}, found


# ---------------------------------------------------------------- it can fail

def prove():
    """Every rule catches the line that is made to break it, and lets the unbroken one pass."""
    family = Family("""
        [[carer]]
        name = "Ros"
        [[child]]
        id = "otter"
        working-age = 4
        avoid = ["hurry"]
        [[child]]
        id = "finch"
        working-age = 13
        style = "declarative"
        [[goal]]
        id = "secret"
        name = "watercolours"
        domain = "heart"
        private = true
        [household]
        private = false
        [[routine]]
        steps = ["17:25 shoes and bags, hard"]
        """.replace("\n        ", "\n"))
    for name, (check, broken) in RULES.items():
        child = "finch" if "teens" in name else "otter"
        good = {"kind": "cue", "level": "public", "urgency": "normal", "at": "2026-03-10T17:05", "to": "ros",
                "title": "Soon: shoes and bags", "body": "Said once, then left alone.",
                "items": [{"step": "shoes-and-bags", "child": child, "rung": "L2"}]}
        def judge(line):
            return check(Seen(line, family, "en", lambda _: "ordinary", False))
        wrong = [] if judge(good) is None else [f"'{name}' finds {judge(good)} in a good line"]
        if judge(broken(good)) is None:
            wrong.append(f"'{name}' does not see what breaks it")
        yield f"the rule can fail: {name}", 2, set(), wrong


def plant(job):
    """A family with every forbidden word in a name, a script, a stop and a bridge: none is said, and `check` names all."""
    havenctl, language, reason, words = job
    found = []
    spelled = [form for word in words for form in (word, word.capitalize(), word.replace(" ", "-"), word[:2] + "\u200b" + word[2:])]
    with tempfile.TemporaryDirectory() as folder:
        steps = "".join(
            f'[[routine.step]]\nid = "s{n}"\nat = "{7 + n // 6:02}:{n % 6 * 10:02}"\nname = "to the {word}, then tea"\n'
            f'transition = "easy"\nbridge = "{word}"\nnatural-stop = "{word}"\nsay = "First {word}."\n'
            for n, word in enumerate(spelled[:96]))
        text = ('[household]\ntext = "full"\n[[carer]]\nname = "Ros"\n[[child]]\nid = "otter"\nworking-age = 9\n'
                f'[[goal]]\nname = "{words[0]}"\ndomain = "fun"\nlines = ["{words[-1]}? Or not today."]\n'
                f'[[routine]]\nid = "r"\n{steps}')
        open(os.path.join(folder, "haven.toml"), "w", encoding="utf-8").write(text)
        lines = simulate(havenctl, folder, language, FIRST, FIRST)
        if len(lines) < len(spelled[:96]):
            found.append(f"only {len(lines)} lines: the words are not on their way to a screen")
        for line in lines:
            if hit := forbidden(re.sub("\u200b", "", f"{line['title']}\n{line['body']}")):
                found.append(f"{reason}: '{hit[0]}' is said: {line['title']!r} {line['body']!r}")
        told = call(havenctl, folder, language, "check", "--config", folder)
        told = (told.stdout + told.stderr).splitlines()
        rows = text.split("\n")
        for number, row in enumerate(rows, 1):
            if row.startswith(("name = \"to", "bridge", "natural-stop", "say", "lines")) and not any(
                    t.split(": ")[0].split(":")[-2:-1] == [str(number)] or f":{number}:" in t for t in told):
                found.append(f"{reason}: check says nothing of {row!r}")
    return f"planted: {reason} in {language}", len(lines), set(), found


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--havenctl", default=os.path.join(REPO, ".build/release/havenctl"), help="the program under test (the release build)")
    p.add_argument("--random", type=int, default=40, help="how many random families to read as well")
    p.add_argument("--only", default="", help="the readings whose family, level, language or reason has this text")
    p.add_argument("-v", action="store_true", help="name what passes as well")
    a = p.parse_args()
    jobs = [(read_month, (a.havenctl, name, level, language, turn)) for name in FAMILIES for level in LEVELS
            for language in LANGUAGES for turn in range(len(MODES))]
    jobs += [(read_random, (a.havenctl, seed, LEVELS[seed % 3], list(LANGUAGES)[seed % 2])) for seed in range(a.random)]
    jobs += [(plant, (a.havenctl, "en", reason, words)) for reason, words in NEVER.items() if reason != "pressure"]
    jobs += [(plant, (a.havenctl, "de", reason, words)) for reason, words in NEVER_GERMAN.items()]
    jobs = [job for job in jobs if a.only in " ".join(map(str, job[1][1:]))]
    passed = failed = total = 0
    kinds = set()

    def attempt(job):
        try:
            return job[0](job[1])
        except Exception as error:                       # a program that does not run is a failure, and is named
            return str(job[1][1:]), 0, set(), [f"{type(error).__name__}: {error}"]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, count, seen, found in [*prove(), *pool.map(attempt, jobs)]:
            total, kinds = total + count, kinds | seen
            passed, failed = passed + (not found), failed + bool(found)
            if found or a.v:
                print(f"{'FAIL' if found else 'ok':5} {name}: {count} lines")
            for text in found[:6]:
                print(f"      {text}")
            if len(found) > 6:
                print(f"      and {len(found) - 6} more")
    wanted = {"cue", "catch_up", "moved", "fuel", "nudge", "appointment", "promise", "respite", "tell", "marked", "digest", "review", "swap"}
    if wanted - kinds and not a.only:
        failed += 1
        print(f"FAIL  never seen: {', '.join(sorted(wanted - kinds))}")
    print(f"{total} lines read, of {len(kinds)} kinds, by {len(RULES)} rules")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
