"""The manual: every page is sound, every reference leads somewhere, and every command is in it."""
import glob
import os
import re
import shutil
import subprocess
import unittest

import interface_page
from bed import HAVENCTL, REPO

PAGES = sorted(glob.glob(os.path.join(REPO, "docs", "man", "*.[1-8]")))
# Pages of other packages that ours may send a reader to.
ELSEWHERE = {"systemd(1)", "editor(1)", "nc(1)", "jq(1)", "strftime(3)"}


def text(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def name(path):
    stem, section = os.path.basename(path).rsplit(".", 1)
    return f"{stem}({section})"


def commands():
    """What `havenctl help` lists; it lists all of them."""
    said = subprocess.run([HAVENCTL, "help"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^  (\S+(?: \S+)?)  +\S", said, re.M)


class Pages(unittest.TestCase):
    def test_there_are_pages(self):
        self.assertGreater(len(PAGES), 10)

    def test_man_shows_every_page_without_a_warning(self):
        if not shutil.which("groff") or not shutil.which("man"):
            self.skipTest("no groff and man-db")
        for path in PAGES:
            with self.subTest(name(path)):
                for command in (["man", "--warnings", "-l", path], ["groff", "-mandoc", "-Tutf8", "-ww", path]):
                    shown = subprocess.run(command, capture_output=True, text=True,
                                           env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
                    self.assertEqual((shown.returncode, shown.stderr), (0, ""))
                    self.assertGreater(len(shown.stdout), 1000)

    def test_mandoc_finds_nothing_to_warn_of(self):
        if not shutil.which("mandoc"):
            self.skipTest("no mandoc")
        for path in PAGES:
            with self.subTest(name(path)):
                lint = subprocess.run(["mandoc", "-Tlint", "-W", "warning", path], capture_output=True, text=True)
                self.assertEqual(lint.stdout + lint.stderr, "")

    def test_a_page_is_called_what_its_file_is(self):
        for path in PAGES:
            with self.subTest(name(path)):
                stem, section = os.path.basename(path).rsplit(".", 1)
                page = text(path)
                self.assertIn(f"\n.Dt {stem.upper()} {section}\n", page)
                # The first word of NAME is what whatis(1) finds it by.
                self.assertRegex(page, rf"\.Sh NAME\n\.Nm {re.escape(stem)}\n\.Nd \S")

    def test_a_reference_leads_to_a_page_that_there_is(self):
        ours = {name(path) for path in PAGES}
        for path in PAGES:
            with self.subTest(name(path)):
                page = text(path)
                found = {f"{stem}({section})" for stem, section in re.findall(r"^\.Xr (\S+) (\d)", page, re.M)}
                found |= set(re.findall(r"\b(haven[\w.-]*\(\d\))", page))
                self.assertEqual(found - ours - ELSEWHERE, set())
                self.assertTrue(".Sh SEE ALSO" in page)

    def test_each_file_that_a_page_names_is_there(self):
        for path in PAGES:
            with self.subTest(name(path)):
                for file in re.findall(r"^\.Pa (?:/usr/share/doc/haven/)?(docs/\S+)", text(path), re.M):
                    self.assertTrue(os.path.exists(os.path.join(REPO, file)), file)


class Commands(unittest.TestCase):
    def test_every_command_is_in_the_synopsis_and_the_description_of_a_page(self):
        synopses, rest = "", ""
        for path in PAGES:
            if not os.path.basename(path).startswith("havenctl-"):
                continue
            page = text(path)
            before, after = page.split(".Sh DESCRIPTION", 1)
            synopses, rest = synopses + before, rest + after
        found = commands()
        self.assertGreater(len(found), 60)
        for command in found:
            with self.subTest(command):
                words = re.escape(command)
                first, *more = command.split(" ")
                # `.Cm fed | drank | moved` and `.Nm havenctl export` are three of them, and one.
                line = rf"^\.(Cm|Nm havenctl)( |.* )({words}|{re.escape(first)} Cm {re.escape(' '.join(more))})( |$)"
                self.assertRegex(synopses, re.compile(line, re.M))
                self.assertRegex(rest, re.compile(rf"^\.It .*\b{words}\b|^\.It .*Cm {re.escape(first)} Cm", re.M))

    def test_the_overview_names_every_command_and_every_page(self):
        overview = text(os.path.join(REPO, "docs", "man", "havenctl.1"))
        for command in commands():
            self.assertRegex(overview, rf"(?m)^\.Cm .*(?<![\w-]){re.escape(command.split(' ')[0])}(?![\w-])")
        for path in PAGES:
            if name(path) != "havenctl(1)":
                stem, section = os.path.basename(path).rsplit(".", 1)
                self.assertRegex(overview, rf"(?m)^\.Xr {re.escape(stem)} {section}\b")

    def test_every_option_of_havend_is_in_its_page(self):
        page = text(os.path.join(REPO, "docs", "man", "havend.1"))
        said = subprocess.run([HAVENCTL.removesuffix("ctl") + "d", "--help"], capture_output=True, text=True).stdout
        for option in re.findall(r"^  --(\w+)", said, re.M):
            self.assertRegex(page, rf"(?m)^\.It .*Fl .*-?{option}\b")


class Interface(unittest.TestCase):
    def test_the_interface_page_has_every_method_and_error(self):
        page = interface_page.read()
        self.assertTrue(interface_page.page(page) == page,
                        "write it anew: Tests/Package/interface_page.py --write")
        self.assertGreater(page.count("\n.It Ic "), 60)


if __name__ == "__main__":
    unittest.main()
