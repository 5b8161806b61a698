"""A new config, on save, by SIGHUP and by havenctl reload: all of it or none of it."""
import os
import signal

from bed.case import Case
from bed.home import Home
from bed.household import nothing_due
from bed.waiting import wait_until


class Reload(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.household = nothing_due()
        self.home.write_config(self.household.toml())
        self.havend = self.home.start_havend("--notifier", "terminal")

    def steps(self):
        return {step["step"] for step in self.home.havenctl_json("day")[0]["steps"]}

    def test_a_saved_file_is_read_without_a_word(self):
        self.home.write_config(self.household.step(200, "bath", id='"bath"').toml())
        wait_until("the bath in the day", lambda: self.steps() == {"tea", "bath"})

    def test_a_file_written_in_place_is_read_when_it_is_closed(self):
        with open(os.path.join(self.home.config, "haven.toml"), "w", encoding="utf-8") as file:
            file.write(self.household.step(200, "bath", id='"bath"').toml())
        wait_until("the bath in the day", lambda: "bath" in self.steps())

    def test_a_file_in_a_new_conf_d_is_read(self):
        self.home.write_config('[[routine]]\nid = "more"\nname = "more"\nsteps = ["13:37 den"]\n', "conf.d/50-more.toml")
        wait_until("the den in the day", lambda: self.steps() == {"tea", "den"})

    def test_a_bad_save_keeps_the_old_config_running_and_says_so(self):
        path = self.home.write_config("[household\n")
        wait_until("the fault in status",
                   lambda: self.home.havenctl_json("status")[0]["config"]["state"] == "faulty")
        self.assertEqual(self.steps(), {"tea"})
        status = self.home.havenctl("status").stdout
        self.assertIn(f"{path}:1:", status)
        self.home.write_config(self.household.step(200, "bath", id='"bath"').toml())
        wait_until("the mended config", lambda: self.steps() == {"tea", "bath"})
        self.assertEqual(self.home.havenctl_json("status")[0]["config"]["state"], "ok")

    def test_havenctl_reload_answers_with_the_faults_and_78(self):
        path = self.home.write_config('[household]\ntimezne = "Europe/London"\n')
        answer = self.home.havenctl("reload")
        self.assertEqual(answer.returncode, 78)
        self.assertIn(f"{path}:2:1: error:", answer.stderr)
        self.assertEqual(self.steps(), {"tea"})

    def test_havenctl_reload_says_what_it_read(self):
        answer = self.home.havenctl("reload")
        self.assertEqual(answer.returncode, 0, answer.stderr)

    def test_sighup_reads_again(self):
        before = self.home.havenctl_json("status")[0]["config"]["loaded_at"]
        wait_until("the next second", lambda: self.home.havenctl_json("status")[0]["at"] > before)
        self.havend.signal(signal.SIGHUP)
        wait_until("a later reading", lambda: self.home.havenctl_json("status")[0]["config"]["loaded_at"] > before)
        self.assertTrue(self.havend.is_running)

    def test_a_deleted_config_keeps_the_old_one_running(self):
        os.unlink(os.path.join(self.home.config, "haven.toml"))
        self.havend.signal(signal.SIGHUP)
        wait_until("the fault in status",
                   lambda: self.home.havenctl_json("status")[0]["config"]["state"] != "ok")
        self.assertEqual(self.steps(), {"tea"})
