"""When a nudge may be, written a second time: see audit_nudges.py. The program's own rules are in `why`'s words and its engine.

A rule is a function that lists what is wrong with a quarter, beside one that breaks a good quarter (None where it has
nothing to break). Times that are compared with a window are the household's own; spans are elapsed.
"""
import collections
import copy
import datetime
import re

MINUTE, HOUR = datetime.timedelta(minutes=1), datetime.timedelta(hours=1)
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def moment(text):
    return datetime.datetime.fromisoformat(text)


def local(at):
    return at.replace(tzinfo=None)


def weekdays(text):
    out = set()
    for part in text.split(","):
        ends = [WEEKDAYS.index(word) for word in part.strip().split("-")]
        out |= set(range(ends[0], ends[-1] + 1)) if ends[0] <= ends[-1] else set(range(ends[0], 7)) | set(range(ends[-1] + 1))
    return out


def is_in(windows, at):
    """Whether an instant of the household's clock lies in one of a carer's or a goal's windows."""
    at = local(at)
    for window in [windows] if isinstance(windows, str) else windows or []:
        if "/" in window:
            a, b = (datetime.datetime.fromisoformat(end) for end in window.split("/"))
            if a <= at < b:
                return True
            continue
        *days, span = re.match(r"(?:(.*) )?(\d\d:\d\d-\d\d:\d\d)$", window).groups()
        days = weekdays(days[0]) if days[0] else set(range(7))
        a, b = (datetime.time.fromisoformat(end) for end in span.split("-"))
        for back in (0, 1):                              # a window past midnight belongs to the day on which it begins
            date = at.date() - datetime.timedelta(days=back)
            begin = datetime.datetime.combine(date, a)
            end = datetime.datetime.combine(date if b > a else date + datetime.timedelta(days=1), b)
            if date.weekday() in days and begin <= at < end:
                return True
    return False


def span(text):
    amounts = re.findall(r"(\d+)(h|m|d)", text)
    return sum((int(n) * {"h": HOUR, "m": MINUTE, "d": 24 * HOUR}[unit] for n, unit in amounts), datetime.timedelta())


class Quarter:
    def __init__(self, family, lines, script, days):
        self.family, self.lines, self.days = family, lines, {d["date"]: d for d in days}
        self.script = sorted(script, key=lambda entry: entry[0])
        self.goals = {g.get("id") or slug(g["name"]): g for g in family.get("goal", [])}
        self.carers = {c.get("id") or slug(c["name"]): c for c in family["carer"]}

    @property
    def nudges(self):
        return [line for line in self.lines if line["kind"] == "nudge"]

    def by_carer(self):
        out = collections.defaultdict(list)
        for line in self.nudges:
            out[line["to"]].append(line)
        return out

    def typed(self, word):
        """Moments of the household's clock at which a command was typed, with its words and who typed it."""
        first = next(iter(self.carers))
        for at, what in self.script:
            words = what.split()
            if words[0] == word:
                yield datetime.datetime.fromisoformat(at), words, words[words.index("--as") + 1] if "--as" in words else first

    def soft(self, at):
        for since, words, _ in self.typed("mode"):
            if words[1] != "ordinary" and since <= local(at) < datetime.datetime.fromisoformat(words[words.index("--until") + 1]):
                return True
        return False

    def answers(self):
        """For each goal and date: what was said of it."""
        out = collections.defaultdict(list)
        for at, words, _ in self.typed("goal"):
            out[words[2]].append((at, words[1]))
        return out

    def changed(self, change, where=lambda line: line["kind"] == "nudge"):
        """A copy in which the first line that fits is changed, or followed by what `change` returns."""
        other = copy.copy(self)
        other.lines = [dict(line) for line in self.lines]
        for number, line in enumerate(other.lines):
            if where(line):
                more = change(line)
                if more:
                    other.lines[number + 1:number + 1] = more
                    other.lines.sort(key=lambda line: moment(line["at"]))
                return other
        return None


RULES = {}


def rule(name, breaks):
    def keep(function):
        RULES[name] = (function, breaks)
        return function
    return keep


def told(line):
    return f"{line['at']} {line['to']} {line['goal']}"


def later(line, by, **keys):
    return {**line, "at": (moment(line["at"]) + by).isoformat(), **keys}


def moved_to(quarter, at, **keys):
    """The first nudge, at another moment of the household's clock, in the offset that it has."""
    return quarter.changed(lambda line: line.update(at=at.isoformat() + line["at"][19:], **keys))


@rule("two a day for a carer, three hours apart", lambda q: q.changed(lambda line: [later(line, 20 * MINUTE)]))
def few_a_day(q):
    out = []
    for lines in q.by_carer().values():
        for a, b in zip(lines, lines[1:]):
            if moment(b["at"]) - moment(a["at"]) < 3 * HOUR:
                out.append(f"{told(b)} is too soon after {told(a)}")
        for date, count in collections.Counter(line["at"][:10] for line in lines).items():
            if count > 2:
                out.append(f"{count} on {date}")
    return out


@rule("eight a week for a carer", lambda q: q.changed(lambda line: [dict(line) for _ in range(8)]))
def few_a_week(q):
    return [f"{count} in week {week} to {carer}" for carer, lines in q.by_carer().items()
            for week, count in collections.Counter(moment(line["at"]).isocalendar()[:2] for line in lines).items() if count > 8]


@rule("never more in a week than a goal asks for", lambda q: q.changed(lambda line: [dict(line) for _ in range(7)]))
def no_more_than_wanted(q):
    out = []
    for goal, settings in q.goals.items():
        wanted = settings.get("target", "")
        if not (figures := re.match(r"(?:(\d+)\s*[-–]\s*)?(\d+) per week", wanted)):
            continue
        most = int(figures[2])
        weeks = collections.Counter(moment(line["at"]).isocalendar()[:2] for line in q.nudges if line["goal"] == goal)
        out += [f"{goal}: {count} nudges in week {week}, wanted {wanted}" for week, count in weeks.items() if count > most]
        for line in q.nudges:
            week = moment(line["at"]).isocalendar()[:2]
            done = [at for at, does in q.answers()[goal] if does == "done" and at.isocalendar()[:2] == week and at < local(moment(line["at"]))]
            if line["goal"] == goal and len(done) >= most:
                out.append(f"{told(line)} was done {len(done)} times already")
    return out


@rule("a goal once a date", lambda q: q.changed(lambda line: [later(line, 4 * HOUR)]))
def once_a_date(q):
    return [f"{goal} {count} times on {date}" for (goal, date), count
            in collections.Counter((line["goal"], line["at"][:10]) for line in q.nudges).items() if count > 1]


def ignored_for_long(q):
    line = q.nudges[0]
    dates = [line["at"][:10]]
    def change(line):
        return [later(line, datetime.timedelta(days=n)) for n in range(1, 5)]
    other = q.changed(change)
    other.script = [entry for entry in q.script if not entry[1].startswith("goal ")]
    return other if dates else None


@rule("three left unanswered in a row, and the goal sleeps", ignored_for_long)
def sleeps(q):
    out = []
    for goal in q.goals:
        said, row = q.answers()[goal], 0
        shown = [line for line in q.nudges if line["goal"] == goal]
        for number, line in enumerate(shown):
            at = local(moment(line["at"]))
            since = local(moment(shown[number - 1]["at"])) if number else datetime.datetime.min
            if any(since <= when < at for when, _ in said):
                row = 0                                  # anything said of it wakes it
            if row >= 3:
                out.append(f"{told(line)} came after {row} left unanswered")
            answered = any(at <= when < datetime.datetime.combine(at.date() + datetime.timedelta(days=1), datetime.time()) for when, _ in said)
            row = 0 if answered else row + 1
    return out


@rule("a quarter of an hour between a warning and a nudge",
      lambda q: q.changed(lambda line: [later(line, 10 * MINUTE, kind="cue", items=[{"rung": "L5"}])]))
def clear_of_warnings(q):
    out = []
    for carer, lines in q.by_carer().items():
        rungs = [moment(line["at"]) for line in q.lines if line["to"] == carer and line["kind"] == "cue" and line["items"]]
        for line in lines:
            at = moment(line["at"])
            out += [f"{told(line)} is {near} from a warning" for near in (at - r for r in rungs) if -15 * MINUTE < near < 15 * MINUTE]
    return out


@rule("not in a carer's quiet, away or sleeping hours",
      lambda q: q.changed(lambda line: line.update(at=line["at"][:11] + "23:10:00" + line["at"][19:]), lambda line: line["kind"] == "nudge" and line["to"] in ("ros", "marta")))
def awake_and_home(q):
    return [f"{told(line)} is in their {key} hours" for line in q.nudges for key in ("quiet", "away", "asleep")
            if is_in(q.carers[line["to"]].get(key), moment(line["at"]))]


@rule("in the goal's own hours, or in the hour that follows what it is anchored to",
      lambda q: q.changed(lambda line: line.update(at=line["at"][:11] + "14:41:00" + line["at"][19:]), lambda line: line["kind"] == "nudge" and line["goal"] in ("walk", "stretches", "friend", "run")))
def in_its_hours(q):
    out = []
    for line in q.nudges:
        goal, at = q.goals[line["goal"]], moment(line["at"])
        if "window" in goal and not is_in(goal["window"], at):
            out.append(f"{told(line)} is outside {goal['window']}")
        if "after" in goal:
            anchors = [moment(s["at"]) for s in q.days[line["at"][:10]]["steps"] if s["step"] == goal["after"]]
            since = span(goal.get("delay", "0m"))
            if not any(a + since <= at <= a + since + HOUR for a in anchors) and not q.soft(at):
                out.append(f"{told(line)} does not follow {goal['after']}")
    return out


def after_typing(word, line_of):
    def breaks(q):
        typed = next(iter(q.typed(word)), None)
        return typed and line_of(q, *typed)
    return breaks


@rule("not in the hour after a hard moment", after_typing("hard", lambda q, at, *_: moved_to(q, at + 40 * MINUTE)))
def not_after_hard(q):
    hard = [at for at, *_ in q.typed("hard")]
    return [f"{told(line)} follows a hard moment" for line in q.nudges
            if any(datetime.timedelta() <= local(moment(line["at"])) - at < HOUR for at in hard)]


@rule("not on a day when a carer has nothing left",
      after_typing("capacity", lambda q, at, _, who: moved_to(q, at + 40 * MINUTE, to=who)))
def not_when_spent(q):
    spent = {(at.date(), who): at for at, words, who in q.typed("capacity") if words[1] == "1"}
    return [f"{told(line)} came on a day with nothing left" for line in q.nudges
            if (since := spent.get((local(moment(line["at"])).date(), line["to"]))) and local(moment(line["at"])) >= since]


@rule("while another carer is tagged out, none; nor to the one who is",
      after_typing("tag", lambda q, at, *_: moved_to(q, at + 10 * MINUTE)))
def not_in_a_swap(q):
    out = [(at, at + 30 * MINUTE) for at, words, _ in q.typed("tag") if words[1] == "out"]
    return [f"{told(line)} is in a swap" for line in q.nudges if any(a < local(moment(line["at"])) < b for a, b in out)]


@rule("on a soft day, rest and nothing else",
      after_typing("mode", lambda q, at, *_: moved_to(q, at + 10 * MINUTE, goal=next(g for g, s in q.goals.items() if s["domain"] != "rest"))))
def rest_when_soft(q):
    return [f"{told(line)} is no rest, on a soft day" for line in q.nudges
            if q.soft(moment(line["at"])) and q.goals[line["goal"]]["domain"] != "rest"]


def broken_nights(q):
    """The carers and mornings after a night in which they were up twice."""
    ups = collections.Counter()
    for at, words, who in q.typed("night"):
        if words[1] == "up":
            ups[(at - 12 * HOUR).date() + datetime.timedelta(days=1), who] += 1
    return {key for key, count in ups.items() if count >= 2}


def after_a_night(q):
    if not (nights := sorted(broken_nights(q))):
        return None
    date, who = nights[0]
    return moved_to(q, datetime.datetime.combine(date, datetime.time(9, 10)), to=who)


@rule("after a broken night, rest alone, and nothing before half past nine", after_a_night)
def after_a_broken_night(q):
    out, nights = [], broken_nights(q)
    for line in q.nudges:
        at = local(moment(line["at"]))
        if (at.date(), line["to"]) in nights and at.time() < datetime.time(12):
            if at.time() < datetime.time(9, 30):
                out.append(f"{told(line)} is early, after a broken night")
            elif q.goals[line["goal"]]["domain"] != "rest":
                out.append(f"{told(line)} is no rest, after a broken night")
    return out


def asleep_or_away(q, child, at):
    """Whether a child is in bed or out of the house, by the last step of theirs; the evening before counts."""
    last = None
    for back in (1, 0):
        day = q.days.get(str(local(at).date() - datetime.timedelta(days=back)))
        for step in day["steps"] if day else []:
            if child in step["children"] and moment(step["at"]) <= at:
                nap = "nap" in step["tags"] and step["until"] and at >= moment(step["until"])
                last = last if nap else step
    return last is not None and (last["away"] or bool({"sleep", "nap"} & set(last["tags"])))


@rule("alone with a child awake at home, the small dose", lambda q: q.changed(
    lambda line: line.update(dose="full"), lambda line: line.get("dose") == "micro" and not q.soft(moment(line["at"]))))
def small_when_alone(q):
    out = []
    children = [c["id"] for c in q.family["child"]]
    for line in q.nudges:
        at = moment(line["at"])
        others = [c for name, c in q.carers.items() if name != line["to"] and not is_in(c.get("away"), at) and not is_in(c.get("asleep"), at)]
        if not others and line["dose"] != "micro" and not all(asleep_or_away(q, c, at) for c in children):
            out.append(f"{told(line)} is a {line['dose']} dose, alone with a child awake")
    return out


@rule("not while a child is landing", lambda q: q.changed(lambda line: line.update(at=next(
    s["at"] for d in q.days.values() for s in d["steps"] if "landing" in s["tags"]))))
def not_in_a_landing(q):
    landings = [(moment(s["at"]), moment(s["until"]) if s["until"] else moment(s["at"]) + 20 * MINUTE)
                for d in q.days.values() for s in d["steps"] if "landing" in s["tags"]]
    return [f"{told(line)} is in a landing" for line in q.nudges if not q.soft(moment(line["at"]))
            and any(a <= moment(line["at"]) < b for a, b in landings)]


@rule("one quiet line an evening, and on Sundays the week instead",
      lambda q: q.changed(lambda line: [dict(line)], lambda line: line["kind"] == "digest"))
def one_digest(q):
    evenings = collections.Counter((line["to"], line["at"][:10]) for line in q.lines if line["kind"] in ("digest", "review"))
    wrong = [f"{count} to {carer} on {date}" for (carer, date), count in evenings.items() if count > 1]
    return wrong + [f"{line['kind']} on {line['at'][:10]}" for line in q.lines
                    if line["kind"] in ("digest", "review") and (moment(line["at"]).weekday() == 6) != (line["kind"] == "review")]


@rule("it ends with an easy no, and counts nothing that was not done",
      lambda q: q.changed(lambda line: line.update(title="Only 1 of 3 walks so far")))
def kind_words(q):
    out = []
    for line in q.nudges:
        text = f"{line['title']} {line['body']}"
        own = q.goals[line["goal"]].get("lines", [])
        if re.search(r"\bonly\b|\d+ of \d+|haven't|missed|streak|!|\bdeserve|\bshould\b|days ago|last time", text, re.I):
            out.append(f"{told(line)} presses: {text}")
        if line["title"] not in own and not re.search(r"not today|if you like|or not|if it fits|is on offer|or later|or tea", text, re.I):
            out.append(f"{told(line)} has no easy no: {text}")
    return out


@rule("no goal is offered in the same words for ever", lambda q: always_the_same(q))
def words_in_turn(q):
    said = collections.defaultdict(list)
    for line in q.nudges:
        said[line["goal"], line["dose"]].append(line["title"])
    return [f"{goal}, {dose}: always {titles[0]}" for (goal, dose), titles in said.items()
            if len(titles) >= 6 and len(set(titles)) < 3 and not q.goals[goal].get("private")]


def always_the_same(q):
    other = copy.copy(q)
    other.lines = [{**line, "title": "A walk, if it fits"} if line["kind"] == "nudge" else line for line in q.lines]
    return other
