"""The first minutes: init asks and writes, edit changes nothing until it is whole; in a real terminal, and without one."""
import os
import re
import stat
import subprocess

from bed import HAVENCTL
from bed.case import Case
from bed.home import Home
from bed.screen import Screen
from bed.waiting import wait_until

SOUND = '[[child]]\nid = "otter"\nworking-age = 5\n[[routine]]\nname = "evening"\nsteps = ["18:45 bath, normal"]\n'


class Terminal(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.main = os.path.join(self.home.config, "haven.toml")

    def in_terminal(self, *words, **env):
        screen = Screen([HAVENCTL, *words], {**self.home.env, "TERM": "xterm", **env})
        self.addCleanup(screen.stop)
        return screen

    def said(self, screen):
        return screen.written.decode().replace("\r\n", "\n")

    def wait_for(self, screen, text, times=1):
        try:
            wait_until(f"'{text}'", lambda: self.said(screen).count(text) >= times)
        except AssertionError:
            raise AssertionError(f"no '{text}' in:\n{self.said(screen)}") from None

    def end(self, screen):
        return os.waitstatus_to_exitcode(screen.wait_for_end())

    def config(self):
        with open(self.main, encoding="utf-8") as file:
            return file.read()


class Init(Terminal):
    def test_it_asks_little_and_writes_what_was_answered(self):
        screen = self.in_terminal("init")
        for question, answer in (("called here", "Ros"), ("aliases", "wren:9 otter"), ("lights out", "17:30 - 19:00 19:30")):
            self.wait_for(screen, question)
            screen.type(answer + "\n")
        self.assertEqual(self.end(screen), 0, self.said(screen))
        self.assertLessEqual(self.said(screen).count("? ["), 5)
        for line in ('name  = "Ros"', 'id          = "wren"', "working-age = 9", '"17:30 tea", "19:00 story"', '"19:30"'):
            self.assertIn(line, self.config())
        self.wait_for(screen, "the next cue is")
        self.assertEqual(stat.S_IMODE(os.stat(self.main).st_mode), 0o600)
        self.assertEqual(self.home.havenctl("check").returncode, 0)

    def test_an_answer_that_is_none_is_asked_for_again(self):
        screen = self.in_terminal("init", "--carer", "Ros")
        self.wait_for(screen, "aliases")
        screen.type("otter:five\n")
        self.wait_for(screen, "'five' is not an age")
        self.wait_for(screen, "aliases", times=2)
        screen.type("\n")
        self.wait_for(screen, "lights out")
        screen.type("\n")
        self.assertEqual(self.end(screen), 0)
        self.assertIn('id          = "otter"', self.config())

    def test_without_a_terminal_nothing_is_asked(self):
        said = self.home.havenctl("init", "--carer", "Ros", "--child", "wren:9", "--child", "otter", "--evening",
                                  "17:30", "18:30", "--yes", "--json", stdin=subprocess.DEVNULL)
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn('"kind":"init"', said.stdout)
        self.assertIn('"17:30 tea", "18:30 bath, normal"', self.config())
        again = self.home.havenctl("init", "--yes", stdin=subprocess.DEVNULL)
        self.assertEqual(again.returncode, 1)
        self.assertIn("is there already", again.stderr)

    def test_a_havend_that_waits_for_a_config_has_it_at_once(self):
        self.home.start_havend("--notifier", "terminal")
        said = self.home.havenctl("init", "--yes", stdin=subprocess.DEVNULL)
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn("havend has read it", said.stdout)
        self.assertEqual(self.home.havenctl("day").returncode, 0)

    def test_a_flag_that_means_nothing_writes_nothing(self):
        said = self.home.havenctl("init", "--evening", "19:00", "18:00", stdin=subprocess.DEVNULL)
        self.assertEqual(said.returncode, 64, said.stderr)
        self.assertFalse(os.path.exists(self.main))


class Edit(Terminal):
    def setUp(self):
        super().setUp()
        self.home.write_config(SOUND)
        os.chmod(self.main, 0o640)

    def editor(self, *scripts):
        """An editor that does one thing the first time it is opened, the next the second time."""
        path = self.path("editor")
        turns = "".join(f"  {number}) {script} ;;\n" for number, script in enumerate(scripts))
        with open(path, "w", encoding="utf-8") as file:
            file.write(f'#!/bin/sh\nturn=$(cat {self.folder}/turn 2>/dev/null || echo 0)\n'
                       f'echo $((turn + 1)) >{self.folder}/turn\necho "$1" >{self.folder}/opened\n'
                       f'case $turn in\n{turns}esac\n')
        os.chmod(path, 0o755)
        return path

    def edit(self, *scripts, words=()):
        return self.in_terminal("edit", *words, EDITOR=self.editor(*scripts))

    def left(self):
        return [name for name in os.listdir(self.home.config) if name.startswith(".")]

    def test_a_whole_change_is_swapped_in_and_havend_has_it(self):
        self.home.start_havend("--notifier", "terminal")
        screen = self.edit("sed -i s/otter/wren/ \"$1\"")
        self.assertEqual(self.end(screen), 0, self.said(screen))
        self.assertIn("wren", self.config())
        self.wait_for(screen, "havend has read it")
        self.wait_for(screen, "the next cue is")
        self.assertEqual(stat.S_IMODE(os.stat(self.main).st_mode), 0o640)
        self.assertEqual(self.left(), [])
        steps = self.home.havenctl_json("day")[0]["steps"]
        self.assertEqual(steps[0]["children"], ["wren"])

    def test_a_fault_is_told_with_its_place_and_edited_again(self):
        screen = self.edit('echo "nonsense = 1" >>"$1"', 'sed -i "/nonsense/d; s/otter/wren/" "$1"')
        self.wait_for(screen, "edit again (e), keep the old one (q)? ")
        self.assertRegex(self.said(screen), re.escape(self.main) + r":7:1: error: .*nonsense")
        self.assertEqual(self.config(), SOUND)
        screen.type("e\n")
        self.assertEqual(self.end(screen), 0, self.said(screen))
        self.assertIn("wren", self.config())
        self.wait_for(screen, "reads it when it starts")

    def test_the_old_one_can_be_kept(self):
        screen = self.edit('echo "nonsense = 1" >>"$1"')
        self.wait_for(screen, "keep the old one (q)? ")
        screen.type("q\n")
        self.assertEqual(self.end(screen), 78)
        self.assertEqual(self.config(), SOUND)
        self.assertEqual(self.left(), [])

    def test_nothing_changed_is_nothing_done(self):
        screen = self.edit("true")
        self.assertEqual(self.end(screen), 0)
        self.wait_for(screen, "nothing was changed")

    def test_an_editor_that_fails_changes_nothing(self):
        screen = self.edit('echo "nonsense = 1" >>"$1"; exit 3')
        self.assertEqual(self.end(screen), 1)
        self.assertEqual(self.config(), SOUND)
        self.assertEqual(self.left(), [])

    def test_two_at_once_are_one_too_many(self):
        first = self.edit(f"while [ ! -e {self.folder}/go ]; do sleep 0.1; done")
        wait_until("the editor", lambda: os.path.exists(self.path("opened")))
        second = self.in_terminal("edit", EDITOR="true")
        self.assertEqual(self.end(second), 1)
        self.wait_for(second, "somebody edits this config already")
        open(self.path("go"), "w", encoding="utf-8").close()
        self.assertEqual(self.end(first), 0)

    def test_a_file_of_conf_d_is_opened_by_its_name(self):
        added = self.home.write_config('[[child]]\nid = "wren"\n', "conf.d/20-cake.toml")
        screen = self.edit("sed -i s/wren/finch/ \"$1\"", words=["20-cake"])
        self.assertEqual(self.end(screen), 0, self.said(screen))
        with open(added, encoding="utf-8") as file:
            self.assertIn("finch", file.read())
        other = self.in_terminal("edit", "30-pie", EDITOR="true")
        self.assertEqual(self.end(other), 64)
        self.wait_for(other, "conf.d/20-cake.toml")

    def test_without_a_terminal_it_says_what_to_do_instead(self):
        said = self.home.havenctl("edit", stdin=subprocess.DEVNULL)
        self.assertEqual(said.returncode, 64)
        self.assertIn("havenctl check", said.stderr)

    def test_an_editor_that_is_not_there_is_told(self):
        screen = self.in_terminal("edit", EDITOR="no-such-editor")
        self.assertEqual(self.end(screen), 69)
        self.wait_for(screen, "no editor 'no-such-editor'")
        self.assertEqual(self.left(), [])
