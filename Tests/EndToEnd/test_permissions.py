"""Who may come in: the owner of the login, and nobody else."""
import os
import shutil
import stat
import subprocess
import unittest

from bed import HAVENCTL, HAVEND
from bed.case import Case
from bed.home import Home
from bed.household import nothing_due

OWNER, STRANGER = 4201, 4202


def words_as(uid):
    return ("setpriv", "--reuid", str(uid), "--regid", str(uid), "--clear-groups")


def found(folder):
    """Everything below a folder: its path from there, and its mode."""
    for place, folders, files in os.walk(folder):
        for name in folders + files:
            path = os.path.join(place, name)
            yield os.path.relpath(path, folder), stat.S_IMODE(os.lstat(path).st_mode)


class Files(Case):
    def everything_that_haven_writes(self, umask):
        """Each thing that it or havenctl ever makes, by its path from the test's folder, with its mode."""
        home = Home(self.folder)
        self.addCleanup(home.stop)
        home.write_config(nothing_due().toml())
        given = {path for path, _ in found(self.folder)}
        old = os.umask(umask)
        try:
            home.start_havend("--notifier", "terminal")
            for words in (["delay", "tea", "10m"], ["handover", "--line", "-"], ["duty", "ros"], ["journal"],
                          ["export", "--output", self.path("export.txt")],
                          ["export", "--json", "--output", self.path("export.json")],
                          ["backup", self.path("copy.db")], ["board", "--html", self.path("board.html")],
                          ["board", "--force", "--html", self.path("board.html")],
                          ["init", "--config", self.path("new/config")]):
                said = home.havenctl(*words, input="a good hour\n")
                self.assertEqual(said.returncode, 0, f"{words}: {said.stderr}")
        finally:
            os.umask(old)
        return {path: mode for path, mode in found(self.folder) if path not in given and not path.endswith(".log")}

    def test_nothing_it_writes_is_open_to_others_whatever_the_umask(self):
        for umask in (0, 0o077):
            with self.subTest(umask=oct(umask)):
                folder, self.folder = self.folder, self.path(f"umask-{umask:o}")
                os.mkdir(self.folder)
                made = self.everything_that_haven_writes(umask)
                self.folder = folder
                names = {os.path.basename(path) for path in made}
                self.assertLessEqual(
                    {"haven.db", "haven.db-wal", "haven.lock", "haven.handover", "haven.sock", "private", "journal.txt",
                     "export.txt", "export.json", "copy.db", "board.html", "haven.toml"}, names)
                open_to_others = {path: oct(mode) for path, mode in made.items() if mode & 0o077}
                self.assertEqual(open_to_others, {})

    def test_a_link_in_the_way_is_refused_by_name_and_what_it_leads_to_is_left(self):
        home = Home(self.folder)
        self.addCleanup(home.stop)
        home.write_config(nothing_due().toml())
        os.mkdir(home.state, 0o700)
        elsewhere = self.path("elsewhere")
        for name in ("haven.lock", "haven.db", "haven.db-wal"):
            with self.subTest(name=name):
                with open(elsewhere, "w", encoding="ascii") as file:
                    file.write("somebody's")
                os.chmod(elsewhere, 0o644)
                os.symlink(elsewhere, os.path.join(home.state, name))
                end = home.run_havend("--notifier", "terminal")
                os.unlink(os.path.join(home.state, name))
                self.assertEqual(end.returncode, 77, end.stderr)
                self.assertIn(name, end.stderr)
                with open(elsewhere, encoding="ascii") as file:
                    self.assertEqual(file.read(), "somebody's")
                self.assertEqual(stat.S_IMODE(os.stat(elsewhere).st_mode), 0o644)

    def test_what_is_written_for_a_person_never_goes_through_a_link(self):
        home = Home(self.folder)
        self.addCleanup(home.stop)
        home.write_config(nothing_due().toml())
        home.start_havend("--notifier", "terminal")
        elsewhere, link = self.path("elsewhere"), self.path("link")
        with open(elsewhere, "w", encoding="ascii") as file:
            file.write("somebody's")
        os.symlink(elsewhere, link)
        for words in (["export", "--output", link], ["backup", link], ["board", "--html", link],
                      ["board", "--force", "--html", link]):
            home.havenctl(*words)
            with open(elsewhere, encoding="ascii") as file:
                self.assertEqual(file.read(), "somebody's", words)

    def test_state_and_socket_are_the_owners_alone(self):
        home = Home(self.folder)
        self.addCleanup(home.stop)
        home.write_config(nothing_due().toml())
        old = os.umask(0)
        try:
            home.start_havend("--notifier", "terminal")
        finally:
            os.umask(old)
        modes = {os.path.relpath(path, self.folder): stat.S_IMODE(os.stat(path).st_mode)
                 for path in (home.state, home.database, os.path.dirname(home.socket), home.socket)}
        self.assertEqual(modes, {"state/haven": 0o700, "state/haven/haven.db": 0o600, "run/haven": 0o700,
                                 "run/haven/haven.sock": 0o600})
        for name in os.listdir(home.state):
            self.assertEqual(stat.S_IMODE(os.stat(os.path.join(home.state, name)).st_mode) & 0o077, 0, name)


@unittest.skipUnless(os.geteuid() == 0, "to be another user takes root")
class Strangers(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder, programs=self.folder)
        self.addCleanup(self.home.stop)
        self.home.write_config(nothing_due().toml())
        # Programs where anybody can run them, wherever the checkout lies.
        for program in (HAVEND, HAVENCTL):
            shutil.copy(program, self.folder)
        for folder, folders, files in os.walk(self.folder):
            for path in [folder, *(os.path.join(folder, name) for name in files)]:
                os.chown(path, OWNER, OWNER)
        os.chmod(self.folder, 0o755)
        self.home.start_havend("--notifier", "terminal", before=words_as(OWNER))

    def ask(self, uid):
        return self.home.havenctl("now", before=words_as(uid))

    def test_the_owner_is_answered(self):
        self.assertEqual(self.ask(OWNER).returncode, 0)

    def test_another_user_cannot_reach_the_socket(self):
        answer = self.ask(STRANGER)
        self.assertIn(answer.returncode, (69, 77), answer.stderr)
        self.assertIn(self.home.socket, answer.stderr)

    def test_another_user_is_refused_even_where_the_file_modes_let_them_in(self):
        os.chmod(self.home.runtime, 0o755)
        os.chmod(os.path.dirname(self.home.socket), 0o755)
        os.chmod(self.home.socket, 0o666)
        answer = self.ask(STRANGER)
        self.assertEqual(answer.returncode, 77, answer.stderr)
        self.assertEqual(answer.stdout, "")
        self.assertEqual(self.ask(OWNER).returncode, 0)

    def test_however_many_strangers_knock_the_owner_is_answered_and_none_is_told_anything(self):
        os.chmod(self.home.runtime, 0o755)
        os.chmod(os.path.dirname(self.home.socket), 0o755)
        os.chmod(self.home.socket, 0o666)
        knock = (
            "import socket\nheld = []\n"
            "for _ in range(200):\n"
            "    peer = socket.socket(socket.AF_UNIX); peer.connect({path!r}); peer.settimeout(5)\n"
            "    try: peer.send(b'{{\"method\":\"io.haven.Daemon.Now\"}}\\0' * 3)\n"
            "    except OSError: pass\n"
            "    held.append(peer)\n"
            "print('knocked', flush=True)\n"
            "said = set()\n"
            "for peer in held:\n"
            "    try: said.add(peer.recv(65536))\n"
            "    except OSError: said.add(b'')\n"
            "print(sorted(said))").format(path=self.home.socket)
        strangers = subprocess.run([*words_as(STRANGER), "/usr/bin/python3", "-c", knock], capture_output=True, text=True,
                                   timeout=60)
        self.assertIn("knocked", strangers.stdout, strangers.stderr)
        self.assertNotIn("tea", strangers.stdout)
        self.assertNotIn("parameters\":{\"version", strangers.stdout)
        self.assertEqual(self.ask(OWNER).returncode, 0)

    def test_no_other_program_looks_into_its_memory(self):
        pid = self.home.started[-1].pid
        look = subprocess.run([*words_as(OWNER), "cat", f"/proc/{pid}/environ"], capture_output=True, timeout=10)
        self.assertNotEqual(look.returncode, 0)
        self.assertEqual(look.stdout, b"")
