"""Completions in the real shells: what bash, zsh and fish offer when somebody presses the tab key."""
import os
import shutil
import subprocess
import time
import unittest

from bed import BIN, HAVENCTL
from bed.case import Case
from bed.home import Home
from bed.household import Household
from bed.screen import Screen
from bed.waiting import wait_until


class Completions(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        house = Household()
        house.step(30, "tea", id='"tea"').step(60, "tablet ends", id='"tablet-ends"')
        self.home.write_config(house.toml() + '\n[[goal]]\nname = "a walk"\ndomain = "body"\nminutes = 20\n')
        self.home.start_havend("--notifier", "terminal")
        self.env = {**self.home.env, "PATH": f"{BIN}:{self.home.env['PATH']}", "TERM": "dumb"}

    def script(self, shell, name):
        text = subprocess.run([HAVENCTL, "completions", shell], capture_output=True, text=True, check=True).stdout
        path = self.path(name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def offered(self, line):
        """The words that the shell offers behind that line."""
        raise NotImplementedError

    def look(self):
        self.assertEqual(self.offered("havenctl del"), ["delay"])
        self.assertEqual(self.offered("havenctl done t"), ["tablet-ends", "tea"])
        self.assertEqual(self.offered("havenctl tag answer "), ["later", "no", "yes"])
        self.assertEqual(self.offered("havenctl hard --child "), ["otter"])
        self.assertEqual(self.offered("havenctl goal done a"), ["a-walk"])
        self.assertEqual(self.offered("havenctl now --js"), ["--json"])


@unittest.skipUnless(shutil.which("bash"), "no bash")
class Bash(Completions):
    def offered(self, line):
        script = self.script("bash", "havenctl.bash")
        # What bash does at a tab: the line and its words, then the function, then its answer.
        driver = (f'source {script}; complete -p havenctl >/dev/null || exit 9; COMP_LINE="$1"; COMP_POINT=${{#1}}; '
                  '_havenctl; printf "%s\\n" "${COMPREPLY[@]}"')
        said = subprocess.run(["bash", "--norc", "-c", driver, "bash", line], env=self.env, capture_output=True,
                              text=True, timeout=20)
        self.assertEqual((said.returncode, said.stderr), (0, ""))
        return sorted(word for word in said.stdout.splitlines() if word)

    def test_a_tab_offers_what_may_come(self):
        self.look()

    def test_what_stands_before_a_colon_or_an_equals_sign_is_not_put_in_twice(self):
        self.assertEqual(self.offered("havenctl respite book solo:"), ["ros"])
        self.assertEqual(self.offered("havenctl hard --child="), ["otter"])

    def test_in_an_interactive_bash_a_tab_writes_the_word(self):
        with open(self.path("bashrc"), "w", encoding="utf-8") as file:
            file.write(f'PS1="> "\n. {self.script("bash", "havenctl.bash")}\n')
        screen = Screen([shutil.which("bash"), "--noprofile", "--rcfile", self.path("bashrc"), "-i"], self.env)
        self.addCleanup(screen.stop)
        wait_until("a prompt", lambda: b"> " in screen.written)
        for typed, written in (("havenctl done tab\t", b"havenctl done tablet-ends "),
                               ("\x15X=1 havenctl respite book sol\t", b"X=1 havenctl respite book solo:ros ")):
            screen.type(typed)
            wait_until(str(written), lambda: written in screen.written)

    def test_files_are_offered_where_a_file_may_stand(self):
        config = os.path.join(self.home.config, "haven.t")
        self.assertEqual(self.offered(f"havenctl check {config}"), [config + "oml"])

    def test_with_havend_down_it_is_silent_and_quick(self):
        self.home.stop()
        self.assertEqual(self.offered("havenctl done "), [])
        self.assertEqual(self.offered("havenctl de"), ["delay"])

    def test_a_havend_that_does_not_answer_is_not_waited_for(self):
        havend = self.home.started[0]
        havend.signal(19)
        try:
            began = time.monotonic()
            said = subprocess.run([HAVENCTL, "__complete", "done", ""], env=self.env, capture_output=True, timeout=20)
            self.assertLess(time.monotonic() - began, 2)
        finally:
            havend.signal(18)
        self.assertEqual((said.returncode, said.stdout, said.stderr), (0, b"", b""))


@unittest.skipUnless(shutil.which("zsh"), "no zsh")
class Zsh(Completions):
    def offered(self, line):
        # In a terminal of zsh's own (zpty); the list of what compadd was given is printed by a wrapper around it.
        self.script("zsh", "_havenctl")
        driver = r'''
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w shell 'function shown { compadd () { local -a found; builtin compadd -O found "$@"; print -r -- "<""${(j: :)found}"">"; }; _main_complete; compstate[insert]=; compstate[list]=; }'
zpty -w shell 'zle -C shown complete-word shown; bindkey "^I" shown; print rea""dy'
zpty -r shell out '*ready*'
zpty -w -n shell "$2"$'\t'
zpty -r shell out '*<*>*'
print -r -- "$out"
zpty -d shell
'''
        said = subprocess.run(["zsh", "-f", "-c", driver, "zsh", self.folder, line], env=self.env, capture_output=True,
                              text=True, timeout=30)
        text = said.stdout
        self.assertIn("<", text, said.stderr)
        return sorted(text[text.rindex("<") + 1:text.rindex(">")].split())

    def test_a_tab_offers_what_may_come(self):
        self.look()


@unittest.skipUnless(shutil.which("fish"), "no fish")
class Fish(Completions):
    def offered(self, line):
        script = self.script("fish", "havenctl.fish")
        said = subprocess.run(["fish", "--no-config", "-c", f"source {script}; complete -C $argv[1]", line],
                              env=self.env, capture_output=True, text=True, timeout=30)
        self.assertEqual(said.returncode, 0, said.stderr)
        return sorted(row.split("\t")[0] for row in said.stdout.splitlines() if row)

    def test_a_tab_offers_what_may_come(self):
        self.look()
