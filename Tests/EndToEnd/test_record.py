"""The record is the child's: to have, to take to a meeting, to erase; and each carer's own is their own."""
import json
import os
import re
import stat
import subprocess

from bed.case import Case
from bed.home import Home
from bed.household import nothing_due
from bed.waiting import wait_until

OTHERS = """
[[carer]]
id = "imani"
name = "Imani"
quiet = []
{login}

[[child]]
id = "wren"

[[goal]]
id = "swim"
carer = "imani"
domain = "body"
name = "swim"
minutes = 40
"""


class Record(Case):
    login = ""

    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.config = self.home.write_config(nothing_due().toml() + OTHERS.format(login=self.login))
        # What it shows goes to the terminal; its log is what is left.
        self.havend = self.home.start_havend("--notifier", "terminal", stdout=subprocess.DEVNULL)

    def do(self, *words, code=0):
        answer = self.home.havenctl(*words)
        self.assertEqual(answer.returncode, code, f"{words}\n{answer.stdout}{answer.stderr}")
        return answer

    def note(self, child, text):
        """A hard moment with words, which go over the socket and never over the command line."""
        reply = self.home.call("io.haven.Daemon.Hard", {"child": child, "tags": ["tired"], "note": text})
        self.assertNotIn("error", reply)

    def files(self):
        return [os.path.join(folder, name) for folder, _, names in os.walk(self.home.state) for name in names]

    def holding(self, text):
        """The files of the state directory that hold these bytes."""
        return [path for path in self.files() if text.encode() in open(path, "rb").read()]


class Export(Record):
    def test_a_childs_record_has_their_moments_and_nobody_elses(self):
        self.note("otter", "shouted, left the room")
        self.note("wren", "wren only")
        self.do("nurture", "otter")
        text = self.do("export", "--child", "otter").stdout
        self.assertIn("shouted, left the room", text)
        self.assertIn("not your official log", text)
        self.assertIn("nurture offered", text)
        self.assertNotIn("wren", text)

    def test_a_meeting_hears_no_carers_name_and_no_other_childs(self):
        self.note("otter", "Ros and Wren were out")
        text = self.do("export", "--meeting", "otter").stdout
        self.assertIn("a carer and another child were out", text)
        self.assertNotIn("Ros", text)

    def test_a_long_record_comes_whole(self):
        for _ in range(450):
            self.home.call("io.haven.Daemon.Nurture", {"child": "otter"})
        lines = self.do("export", "--json").stdout.splitlines()
        self.assertEqual(sum(json.loads(line)["what"] == "nurture" for line in lines), 450)

    def test_a_file_is_the_owners_alone_and_never_overwritten(self):
        self.do("nurture", "otter")
        path = os.path.join(self.folder, "otter.txt")
        self.do("export", "--child", "otter", "--output", path)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.do("export", "--child", "otter", "--output", path, code=1)


class Purge(Record):
    def test_of_an_erased_child_no_byte_is_left_and_haven_goes_on_without_them(self):
        self.note("otter", "a quiet secret")
        self.note("wren", "wren stays")
        self.do("promise", "add", "otter-swim", "--due", "tomorrow 17:00")
        copy = os.path.join(self.folder, "copy.db")
        self.do("backup", copy)
        self.assertTrue(self.holding("a quiet secret"))
        answer = self.home.havenctl("purge", "--child", "otter", input="otter\n")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertIn("hard moments: 1", answer.stdout)
        self.assertIn(f"{self.config}:", answer.stdout)
        self.assertEqual(self.holding("otter"), [])
        self.assertEqual(self.holding("a quiet secret"), [])
        self.assertEqual(self.holding("wren stays"), [self.home.database])
        self.assertFalse(os.path.exists(copy))
        with open(self.config, encoding="utf-8") as file:
            self.assertNotIn("otter", file.read())
        now = self.home.havenctl_json("now")[0]
        self.assertEqual([child["child"] for child in now["children"]], ["wren"])
        self.assertNotIn("otter", json.dumps(now))
        self.havend.stop()
        self.assertEqual(self.holding("otter"), [])

    def test_with_another_word_typed_nothing_is_erased(self):
        self.note("otter", "a quiet secret")
        answer = self.home.havenctl("purge", "--child", "otter", input="no\n")
        self.assertEqual(answer.returncode, 1)
        self.assertTrue(self.holding("a quiet secret"))


class Backup(Record):
    def test_a_copy_is_a_ledger_by_itself(self):
        self.do("nurture", "otter")
        other = os.path.join(self.folder, "other")
        os.mkdir(other, 0o700)
        path = os.path.join(other, "haven.db")
        self.do("backup", path)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.assertEqual(sorted(os.listdir(self.home.state)), ["haven.db", "haven.db-wal", "haven.lock"])
        self.do("backup", path, code=1)


class SharedLogin(Record):
    def test_each_carer_sees_their_own_and_as_says_who_they_are(self):
        self.do("capacity", "2", "--as", "imani")
        self.do("fed", "otter", "--as", "imani")
        self.assertEqual([event["command"] for event in self.home.events() if event["what"] == "act"], ["fed otter"])
        seen = self.do("events", "--as", "imani").stdout
        self.assertIn("capacity 2", seen)


class OtherLogin(Record):
    login = 'login = "somebody-else"'

    def test_a_carers_own_is_refused_from_another_login(self):
        for words in (["capacity", "2"], ["goal", "done", "swim"]):
            answer = self.do(*words, "--as", "imani", code=77)
            self.assertEqual(answer.stderr, "havenctl: that is Imani's own\n")

    def test_what_is_the_households_may_be_done_for_them(self):
        self.do("fed", "otter", "--as", "imani")


class Log(Record):
    def test_a_busy_day_leaves_no_alias_no_name_and_no_words_in_the_log(self):
        self.note("otter", "a quiet secret")
        for words in (["fed", "otter"], ["nurture", "wren"], ["capacity", "2"], ["mode", "sick", "otter"],
                      ["promise", "add", "otter-swim", "--due", "tomorrow 17:00"], ["tag", "out"], ["tag", "in"],
                      ["undo"], ["events"], ["export"], ["export", "--child", "otter"]):
            self.do(*words)
        self.home.havenctl("fed", "nobody")
        self.home.write_config("[[child]]\nid = 3\n")
        wait_until("the fault to be logged", lambda: "faults" in self.havend.said)
        self.home.write_config(nothing_due().toml() + OTHERS.format(login=""))
        wait_until("the config to be read again", lambda: "read again" in self.havend.said)
        self.do("purge", "--child", "otter", "--yes")
        self.havend.stop()
        for word in ("otter", "wren", "imani", "ros", "quiet secret", "tired", "swim"):
            self.assertIsNone(re.search(rf"\b{word}\b", self.havend.said, re.IGNORECASE), self.havend.said)


class Whereabouts(Record):
    def test_status_warns_where_the_record_is_in_a_repository(self):
        self.assertNotIn("repository", self.do("status").stdout)
        os.mkdir(os.path.join(self.home.state, ".git"))
        self.assertIn("a git repository", self.do("status").stdout)
