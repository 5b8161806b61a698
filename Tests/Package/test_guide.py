"""The guide for a new parent: every line to type is one that Haven takes."""
import os
import re
import shlex
import subprocess

from bed import HAVENCTL, REPO
from bed.case import Case
from bed.home import Home
from bed.household import zone_at

with open(os.path.join(REPO, "docs", "guide.md"), encoding="utf-8") as file:
    GUIDE = file.read()


BEFORE_THE_START = "havenctl: havend is not running; this is the day as it is written\n"
# What these say before anything is written down for them is a truthful no.
NOTHING_YET = ("support", "leave-card")


def blocks(kind):
    """The lines of the fenced blocks of that kind, in order, without what is said behind a '#'."""
    inside = None
    for line in GUIDE.splitlines():
        if line.startswith("```"):
            inside = line[3:] if inside is None else None
        elif inside == kind:
            yield shlex.split(line, comments=True)


class Guide(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        # About noon: the evening that the guide bends has not begun.
        self.home.env["TZ"] = zone_at(12)[0]
        # Somebody who looks, and changes nothing.
        self.home.env["EDITOR"] = "true"

    def typed(self, words):
        """Somebody without a terminal is not waited for, and sees the breaths at once; an editor wants one."""
        if words[-1] != "edit":
            return self.home.havenctl(*words[1:], input="")
        command = shlex.join([HAVENCTL, *words[1:]])
        return subprocess.run(["script", "--quiet", "--return", "--command", command, "/dev/null"], env=self.home.env,
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=20)

    def test_every_line_of_the_guide_does_what_it_says(self):
        tried = 0
        for words in blocks("sh"):
            self.assertEqual(words[0], "havenctl")
            with self.subTest(" ".join(words)):
                if "status" in words:
                    # The guide has started it just before.
                    self.home.start_havend("--notifier", "terminal")
                done = self.typed(words)
                said_so = words[-1] in NOTHING_YET
                self.assertEqual(done.returncode, 1 if said_so else 0, done.stdout + done.stderr)
                self.assertEqual(done.stderr.replace(BEFORE_THE_START, ""), "")
                self.assertTrue(done.stdout.strip())
                tried += 1
        self.assertGreater(tried, 25)

    def test_what_the_guide_asks_of_other_programs_is_what_the_readme_does(self):
        others = [" ".join(words) for words in blocks("")]
        self.assertIn("havend --demo", others)
        self.assertIn("systemctl --user enable --now havend", others)
        self.assertEqual([line for line in others if line.startswith("havenctl")], [])

    def test_a_command_in_the_middle_of_a_sentence_is_one_too(self):
        for line in re.findall(r"`havenctl ([^`]+)`", GUIDE):
            with self.subTest(line):
                done = self.home.havenctl(*shlex.split(line)[:1], "--help")
                self.assertEqual(done.returncode, 0, done.stderr)
