"""Two carers, a login each: one day, two desktops, and what each keeps for herself."""
import json
import os
import pwd
import shutil
import stat
import subprocess
import unittest

from bed import HAVENCTL, HAVEND
from bed.case import Case
from bed.home import Home
from bed.household import nothing_due
from bed.waiting import wait_until

# Two users whom every Debian has; nobody runs anything as them here.
ROS, IMANI = "games", "news"
GROUP = 4290

CARERS = f"""
[[carer]]
id = "imani"
name = "Imani"
login = "{IMANI}"
quiet = []
"""


def words_as(login):
    user = pwd.getpwnam(login)
    return ("setpriv", "--reuid", str(user.pw_uid), "--regid", str(user.pw_gid), "--groups", str(GROUP))


@unittest.skipUnless(os.geteuid() == 0, "to be two users takes root")
class TwoLogins(Case):
    def setUp(self):
        super().setUp()
        os.chmod(self.folder, 0o755)
        for program in (HAVEND, HAVENCTL):
            shutil.copy(program, self.folder)
        # As docs/two-carers.md has it.
        self.household = self.path("srv")
        self.shared = os.path.join(self.household, "shared")
        subprocess.run(["install", "-d", "-o", ROS, "-g", str(GROUP), "-m", "2750", self.household], check=True)
        subprocess.run(["install", "-d", "-o", "root", "-g", str(GROUP), "-m", "3770", self.shared], check=True)
        config = nothing_due().toml().replace('name = "Ros"', f'name = "Ros"\nlogin = "{ROS}"') + CARERS
        with open(os.path.join(self.household, "haven.toml"), "w", encoding="utf-8") as file:
            file.write(config)
        os.chown(file.name, pwd.getpwnam(ROS).pw_uid, GROUP)
        os.chmod(file.name, 0o640)
        self.ros, self.imani = self.home(ROS), self.home(IMANI)

    def home(self, login):
        folder = self.path(login)
        os.mkdir(folder)
        home = Home(folder, programs=self.folder)
        self.addCleanup(home.stop)
        os.rmdir(home.config)
        os.symlink(self.household, home.config)
        user = pwd.getpwnam(login)
        for path, _, _ in os.walk(folder):
            os.chown(path, user.pw_uid, user.pw_gid)
        os.chmod(folder, 0o700)
        home.login = login
        return home

    def start(self, *homes):
        for home in homes:
            home.start_havend("--notifier", "terminal", before=words_as(home.login), umask=0o077)
            # The socket takes connections before the files are read; it answers after.
            self.ask(home, "status")

    def ask(self, home, *words):
        answer = home.havenctl(*words, before=words_as(home.login))
        self.assertIn(answer.returncode, (0, 1), answer.stderr)
        return answer.stdout

    def said(self, home):
        """What its desktop was given, here a terminal."""
        return "\n".join(havend.said for havend in home.started)

    def events(self, home):
        lines = self.ask(home, "events", "--json").splitlines()
        return [json.loads(line) for line in lines]

    def test_a_tag_out_rings_on_the_other_login_and_the_answer_comes_back(self):
        self.start(self.ros, self.imani)
        self.assertIn("asked Imani", self.ask(self.ros, "tag", "out"))
        wait_until("the swap on Imani's desktop", lambda: "Swap, please" in self.said(self.imani), 5)
        self.assertNotIn("Swap, please", self.said(self.ros))
        taken = self.ask(self.imani, "tag", "answer", "yes")
        self.assertIn("you have them", taken)
        self.assertIn("promises", taken)
        wait_until("the answer on Ros's desktop", lambda: "They have it" in self.said(self.ros), 5)
        self.assertNotIn("They have it", self.said(self.imani))
        for home in (self.ros, self.imani):
            self.assertIn("Imani", self.ask(home, "duty"))

    def test_what_one_does_bends_the_day_for_both_and_undo_does_too(self):
        self.start(self.ros, self.imani)
        self.ask(self.ros, "skip", "tea")
        wait_until("tea to be out of Imani's day", lambda: "no steps" in self.ask(self.imani, "day"), 5)
        self.ask(self.ros, "undo")
        wait_until("tea to be in Imani's day again", lambda: "no steps" not in self.ask(self.imani, "day"), 5)
        # Hers to take back it never was.
        answer = self.imani.havenctl("undo", before=words_as(IMANI))
        self.assertEqual(answer.returncode, 1, answer.stdout)

    def test_a_restart_reads_the_others_acts_again_and_one_that_was_off_catches_up(self):
        self.start(self.ros)
        self.ask(self.ros, "skip", "tea")
        self.start(self.imani)
        wait_until("tea to be out of Imani's day", lambda: "no steps" in self.ask(self.imani, "day"), 5)
        self.imani.stop()
        self.start(self.imani)
        self.assertIn("no steps", self.ask(self.imani, "day"))

    def test_what_a_carer_keeps_for_herself_stays_in_her_login(self):
        self.start(self.ros, self.imani)
        self.ask(self.ros, "capacity", "2")
        self.ask(self.ros, "night", "up")
        self.ask(self.ros, "noticed")
        with open(os.path.join(self.shared, f"{ROS}.acts"), encoding="utf-8") as file:
            commands = [next(iter(json.loads(line)["command"])) for line in file]
        self.assertEqual(commands, ["noticed"])
        self.assertEqual(stat.S_IMODE(os.stat(self.ros.database).st_mode), 0o600)

    def test_the_files_can_be_read_by_the_group_and_written_by_their_owner_alone(self):
        self.start(self.ros, self.imani)
        for login in (ROS, IMANI):
            status = os.stat(os.path.join(self.shared, f"{login}.acts"))
            self.assertEqual((status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)),
                             (pwd.getpwnam(login).pw_uid, GROUP, 0o640))

    def test_rubbish_in_the_others_file_is_passed_over_and_told(self):
        self.start(self.ros, self.imani)
        path = os.path.join(self.shared, f"{IMANI}.acts")
        with open(path, "ab") as file:
            file.write(b"not a line\n" + b"x" * 9000 + b"\n" + b'{"version":1,"at":9e99,"id":1}\n')
            forged = {"version": 1, "id": 77, "at": 1, "date": "2026-03-10", "by": "ros", "command": {"noticed": {}}}
            file.write(json.dumps(forged).encode() + b"\n" + b'{"half')
        wait_until("status to tell of it", lambda: "cannot be read" in self.ask(self.ros, "status"), 5)
        self.assertIn("tea", self.ask(self.ros, "day"))

    def test_a_file_of_somebody_else_is_not_read(self):
        self.start(self.ros)
        path = os.path.join(self.shared, f"{IMANI}.acts")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"version":1,"id":1,"at":1,"date":"2026-03-10","by":"imani","command":{"noticed":{}}}\n')
        os.chown(path, pwd.getpwnam(ROS).pw_uid, GROUP)
        wait_until("status to tell of it", lambda: "not a file of the login" in self.ask(self.ros, "status"), 5)

    def test_status_tells_whose_haven_is_there(self):
        self.start(self.ros)
        self.assertIn(f"{IMANI} is not here", self.ask(self.ros, "status"))
        self.start(self.imani)
        self.assertIn(f"{IMANI} is here", self.ask(self.ros, "status"))

    def test_nobody_acts_for_a_carer_who_has_a_login_of_her_own(self):
        self.start(self.ros)
        answer = self.ros.havenctl("fed", "otter", "--as", "imani", before=words_as(ROS))
        self.assertEqual(answer.returncode, 77, answer.stdout)
        self.assertIn(IMANI, answer.stderr)
