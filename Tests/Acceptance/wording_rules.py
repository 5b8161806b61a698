"""The rules of docs/wording.md, written a second time: what a line may say, and to whom. See audit_words.py.

A rule is a function that tells what is wrong with a line, or None, beside a line that breaks it.
"""
import collections
import re
import tomllib

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
                         "planned", "safe", "promise", "home", "nothing", "else", "nine", "seven", "five", "four", "half", "past", "quarter", "minutes",
                         "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

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
