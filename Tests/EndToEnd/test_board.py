"""The board on paper: a real browser prints the page, and it is one sheet of A4."""
import datetime as dt
import os
import re
import shutil
import stat
import subprocess
import sys
import unittest

from bed import REPO
from bed.case import Case
from bed.home import Home
from bed.household import Household

sys.path.append(os.path.join(REPO, "Tests", "Oracles"))

from history.generate import Years  # noqa: E402

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PDFINFO, PDFTOTEXT = shutil.which("pdfinfo"), shutil.which("pdftotext")


@unittest.skipUnless(CHROMIUM and PDFINFO and PDFTOTEXT, "needs chromium, pdfinfo and pdftotext")
class Paper(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        household = Household()
        # A long day of long words: the sheet stays one all the same.
        for index in range(30):
            household.step(-200 + 10 * index, f"step {index} with <b>words</b> that go on and on past any column's end",
                           id=f'"step-{index}"', transition='"normal"', tags='["food", "nurture"]')
        self.home.write_config(household.toml() + "".join(
            f'\n[[respite]]\nlane = "{lane}"\nfor = "{who}"\ntarget = "3h per week"\n'
            for lane, who in [("solo", "ros"), ("sibling", "otter")]))
        self.start()
        self.page = os.path.join(self.folder, "board.html")

    def start(self):
        self.home.start_havend("--notifier", "terminal", stdout=subprocess.DEVNULL)

    def print_page(self):
        """What pdfinfo says of the printed page."""
        pdf = os.path.join(self.folder, "board.pdf")
        subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             f"--user-data-dir={self.folder}/chromium", "--no-pdf-header-footer", f"--print-to-pdf={pdf}",
             f"file://{self.page}"],
            check=True, capture_output=True, timeout=60, env={**os.environ, "HOME": self.folder})
        self.pdf = pdf
        return subprocess.run([PDFINFO, pdf], check=True, capture_output=True, text=True, timeout=20).stdout

    def assert_nothing_is_cut_off(self):
        """No line of the week reaches into the thirteen weeks below it, where it would be hidden."""
        said = subprocess.run([PDFTOTEXT, "-bbox", self.pdf, "-"], check=True, capture_output=True, text=True, timeout=20).stdout
        words = [(float(top), float(bottom), word) for top, bottom, word
                 in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)<', said)]
        below = [top for top, _, word in words if word == "Thirteen"]
        if below:
            for top, bottom, word in words:
                self.assertFalse(top < below[0] < bottom + 12, f"'{word}' is cut off")

    def test_it_is_one_sheet_of_a4_however_long_the_day(self):
        for more in ([], ["--private"]):
            answer = self.home.havenctl("board", "--html", self.page, "--force", *more)
            self.assertEqual(answer.returncode, 0, answer.stderr)
            self.assertEqual(stat.S_IMODE(os.stat(self.page).st_mode), 0o600)
            said = self.print_page()
            self.assertEqual(re.search(r"^Pages: +(\d+)", said, re.M)[1], "1", said)
            self.assertRegex(said, r"Page size: .*\(A4\)")
            self.assert_nothing_is_cut_off()
            with open(self.page, encoding="utf-8") as file:
                self.assertNotIn("<b>", file.read())


class FullPaper(Paper):
    """With half a year behind it: every part of the page has something to say."""

    def start(self):
        self.home.start_havend("--notifier", "terminal", stdout=subprocess.DEVNULL).stop()
        Years(self.home.database, dt.datetime.now(dt.UTC).date(), 280, 1, said=1).write()
        super().start()
