"""Who may come in: the owner of the login, and nobody else."""
import os
import shutil
import stat
import unittest

from bed import HAVENCTL, HAVEND
from bed.case import Case
from bed.home import Home
from bed.household import nothing_due

OWNER, STRANGER = 4201, 4202


def words_as(uid):
    return ("setpriv", "--reuid", str(uid), "--regid", str(uid), "--clear-groups")


class Files(Case):
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
