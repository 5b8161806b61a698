"""Every command that `havenctl help` names, typed for two families: no answer blames, shouts, counts what was not done, or
says what is not its business; and with --discreet no child's name and no step's words are on the screen."""
import os
import re
import shutil
import tomllib

from bed import REPO
from bed.case import Case
from bed.home import Home
from bed.household import zone_at

# Those that draw on a terminal, wait, write files, or end the run.
NOT_TYPED = {"watch", "wait", "edit", "init", "help", "simulate", "breathe", "import-ics", "backup", "completions", "purge",
             "ui", "demo"}
NEVER = (r"\bstreak|overdue|\bfail(ed|s|ure)?\b|\bbad\b|naughty|\bshould\b|last chance|or else|tantrum|meltdown|\bat risk\b|"
         r"\blazy\b|you forgot|you did not|you didn't|you haven't|\bonly \d|\d+ (not done|missed|skipped|ignored|late)\b|"
         r"\bcourt\b|social worker|placement|diagnos|medicat|anniversar|\bkilled\b|\babort|illegal|invalid option")
# What a command is about, it may name.
OWN = {"help-now": ".*", "support": ".*", "card": "bad", "doctor": "bad|fail", "care-card": "last chance",
       # A promise that was not kept is counted beside those that were, and as one to mend.
       "review": r"\d+ missed", "quarter": r"\d+ missed"}
# Made to be read by a child or a sitter: the words are the page, and only the names stay out.
PAGES = {"first-then", "care-card", "leave-card", "card", "board"}
CHOICES = {"STEP": "step", "CHILD": "otter", "DURATION": "10m", "CARER": "imani", "GOAL": "walk", "NAME": "hands", "ID": "den-light",
           "WHEN": "18:30", "DUE": "18:30", "LANE": "solo:ros", "FROM/TO": "2031-03-15T10:00/2031-03-15T13:00", "SPAN":
           "2031-03-15T10:00/2031-03-15T13:00", "FROM": "2031-03-15T10:00", "C": "otter", "H": "trampoline", "T": "hungry", "MIN": "10",
           "1-3": "2", "1-5": "3", "N": "3", "DATE": "2031-03-11", "TOPIC": "repair", "W": "2026-W11", "FILE": "page.html", "LEVEL": "3",
           "TIME": "18:30", "MODE": "low-demand"}


SECRET = "xylophone"


class Family(Case):
    """A family of the examples at five in the afternoon, with havend on a terminal."""

    name = "harbour"

    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        source = os.path.join(REPO, "etc/examples", self.name)
        for file in os.listdir(source):
            if file != "haven.toml":
                shutil.copy(os.path.join(source, file), self.home.config)
        with open(os.path.join(source, "haven.toml"), encoding="utf-8") as file:
            text = re.sub(r'(?m)^timezone.*$', f'timezone = "{zone_at(17)[0]}"', file.read())
        text = self.written(text)
        self.config = tomllib.loads(text)
        self.home.write_config(text)
        self.home.start_havend("--notifier", "terminal")
        day = self.home.havenctl_json("day")[0]
        self.steps = [step["step"] for step in day["steps"]]
        self.carers = [carer["id"] for carer in self.config["carer"]]
        self.children = [child["id"] for child in self.config["child"]]

    def written(self, text):
        return text

    def commands(self):
        """The names in the overview, in its order."""
        overview = self.home.havenctl("help").stdout
        names = [re.split(r"\s{2,}", line.strip())[0] for line in overview.splitlines() if re.match(r"  \S.*\s{2,}\S", line)]
        self.assertGreater(len(names), 40)
        return [name for name in names if name.split()[0] not in NOT_TYPED]

    def value(self, placeholder, page):
        """A word for an argument: one of the values that its help lists, or the family's own."""
        row = re.search(rf"(?ms)^  (?:--\S+ )?<{re.escape(placeholder)}>.*?(?=^  \S|\Z)", page)
        listed = re.search(r"\(values: ([^;)]*)", " ".join(row[0].split()) if row else "")
        if listed:
            return [value.strip() for value in listed[1].split(",")]
        key = placeholder.upper()
        if key == "STEP":
            return self.steps[-2:] + self.steps[:1]
        if key == "CUE":
            return [cue["id"] for cue in self.home.havenctl_json("day")[0]["cues"]][-1:] or ["none"]
        known = {"CHILD": self.children, "C": self.children[:1], "CARER": self.carers[-1:],
                 "GOAL": [goal.get("id", "walk") for goal in self.config.get("goal", [])][:2],
                 "NAME": [boundary["name"] for boundary in self.config.get("boundary", [])][:1]}
        return known.get(key) or [CHOICES.get(key, "tea")]

    def lines_of(self, name):
        """Command lines for a command: its arguments alone, then each option with them."""
        page = self.home.havenctl("help", *name.split()).stdout
        usage = re.search(r"USAGE: havenctl (.*)", page)
        if not usage:
            return [name.split()]
        words = usage[1].split(" [--json]")[0]
        words = words[len(name):].strip() if words.startswith(name) else words
        optional = re.findall(r"\[(--[a-z-]+)(?: <([^>]+)>)?[^\]]*\]", words)
        rest = re.sub(r"\[--[^\]]*\]", "", words)
        required = re.findall(r"(--[a-z-]+) <([^>]+)>", rest)
        places = re.findall(r"\[?<([^>]+)>", re.sub(r"--[a-z-]+ <[^>]+>", "", rest))
        fixed = [word for option, value in required for word in (option, self.value(value, page)[0])]
        choices = [self.value(place, page) for place in places]
        lines = []
        for turn in range(max([1, *map(len, choices)])):
            lines.append([*name.split(), *(choice[turn % len(choice)] for choice in choices), *fixed])
        if "[<" in rest:
            lines.insert(0, [*name.split(), *fixed])
        for option, value in optional:
            if option not in ("--follow", "--wait"):
                lines.append(lines[-1] + [option, *([self.value(value, page)[0]] if value else [])])
        return lines

    def every_answer(self, *more):
        for name in self.commands():
            for words in self.lines_of(name):
                answer = self.home.havenctl(*words, *more, "--as", self.carers[0], input="A small true thing.\n", seconds=30,
                                            cwd=self.home.env["HOME"])
                yield name, " ".join(words), answer


class Harbour(Family):
    def test_no_answer_blames_shouts_or_counts_what_was_not_done(self):
        said = 0
        for name, typed, answer in self.every_answer():
            with self.subTest(typed=typed):
                self.assertIn(answer.returncode, (0, 1, 64, 77, 78 if name == "check" else 0), answer.stderr)
                text = answer.stdout + answer.stderr
                said += len(text.splitlines())
                self.assertNotIn("!", text)
                hit = re.search(NEVER, text, re.I)
                self.assertFalse(hit and not re.fullmatch(OWN.get(name, "-"), hit[0], re.I | re.S), f"{hit} in\n{text}")
                if answer.stderr:
                    self.assertRegex(answer.stderr, r"^(havenctl: \S|hint: |warning: |  |[^:\n]+:\d+:\d+: )")
        self.assertGreater(said, 100)


class MillStreet(Harbour):
    name = "mill-street"


class Discreet(Family):
    """Every command that looks, with --discreet: the first groups of `help`, and whatever takes no arguments."""

    def written(self, text):
        """Every word of the family's own begins with one that no program says by itself."""
        out, table = [], ""
        for line in text.splitlines():
            table = line.strip("[] ") if line.startswith("[") else table
            if table not in ("carer", "support", "household"):
                line = re.sub(r'^((?:name|say|bridge|natural-stop|why|event-label|text|feeling|limit|smallest)\s*= ")', rf"\1{SECRET} ", line)
            out.append(line)
        return "\n".join(out)

    def looks(self):
        overview = self.home.havenctl("help").stdout
        group, names = "", []
        for line in overview.splitlines():
            if re.match(r"\S", line):
                group = line
            elif re.match(r"  \S.*\s{2,}\S", line) and re.match("See|Cards|Look|Look ahead", group):
                names.append(re.split(r"\s{2,}", line.strip())[0])
        also = {"mode", "duty", "goals", "promise list", "respite", "handover", "review", "quarter", "suggestions", "bar",
                "balance", "capacity", "note list", "try"}
        known = set(self.commands())
        return [name for name in names if name in known] + sorted(also & known)

    def test_no_childs_name_and_no_steps_words(self):
        secrets = {SECRET, *self.children}
        # Something to tell of.
        for words in (["delay", self.steps[-2], "5m"], ["fed", self.children[0]], ["mode", "low-demand", self.children[0]],
                      ["promise", "add", "den-light", "--due", "23:30"]):
            self.home.havenctl(*words)
        looked = 0
        for name in self.looks():
            for words in self.lines_of(name):
                answer = self.home.havenctl("--discreet", *words, seconds=30, input="",  # no editor is opened
                                            cwd=self.home.env["HOME"])
                if answer.returncode not in (0, 1):
                    continue                            # what it refuses, it names as it was typed
                looked += 1
                with self.subTest(typed=" ".join(words)):
                    hidden = set(self.children) if name in PAGES else secrets
                    told = set(re.findall(r"[^\W\d_]{4,}", answer.stdout.lower())) & hidden
                    self.assertEqual(told - set(re.findall(r"[^\W\d_]+", " ".join(words).lower())), set(), answer.stdout)
        self.assertGreater(looked, 6)


class DiscreetMillStreet(Discreet):
    name = "mill-street"
