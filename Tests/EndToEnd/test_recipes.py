"""The recipes of docs/recipes.md, copied from the page and run: on the real service, the real players and senders."""
import json
import os
import shutil
import subprocess
import unittest

from bed import BIN, TEST_FOLDER, recipes
from bed.case import Case
from bed.home import Home
from bed.household import Household, first_cue_within_a_minute
from bed.process import Running
from bed.screen import Screen
from bed.user_manager import HOME, UID
from bed.waiting import wait_until
from bed.web import Web
from test_service import DROP_IN, Service

# Speaks into a file: nobody has to hear it.
SPEECHD = f"""LogLevel 1
AudioOutputMethod "libao"
AddModule "bed" "sd_generic" "{HOME}/.config/speech-dispatcher/bed.conf"
DefaultModule bed
"""
SPEECHD_MODULE = f"""GenericExecuteSynth "echo \\'$DATA\\' >> {HOME}/spoken"
AddVoice "en" "MALE1" "en"
"""
# One that does not know that a hook has no network.
HASTY = """
[[hook]]
on = "cue"
run = ["curl", "--silent", "--show-error", "--max-time", "5", "http://127.0.0.1:{port}/hasty"]
"""


class Hooks(Service):
    def install(self):
        super().install()
        recipes.copy(self.manager.home, *(name for name in recipes.files() if name.startswith(("bin/", ".config/haven/"))))
        shutil.copy(os.path.join(TEST_FOLDER, "bed", "media_player.py"), self.manager.home)
        self.web = Web()
        self.addCleanup(self.web.stop)
        self.put(".config/haven/conf.d/hasty.toml", HASTY.format(port=self.web.port))
        self.put(".config/haven-phone", f"json://127.0.0.1:{self.web.port}/phone\n")
        self.put(".config/speech-dispatcher/speechd.conf", SPEECHD)
        self.put(".config/speech-dispatcher/bed.conf", SPEECHD_MODULE)

    def read(self, name):
        try:
            with open(os.path.join(self.manager.home, name), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def hooks(self):
        return {hook["name"]: hook for hook in json.loads(self.havenctl("status", "--json").stdout)["hooks"]}

    def test_music_lamp_voice_and_phone_hear_of_a_real_cue_from_inside_the_real_service(self):
        start = "ExecStart=\nExecStart=%h/.local/bin/havend --notifier terminal\nStandardOutput=null\n"
        self.put(".config/systemd/user/havend.service.d/bed.conf", DROP_IN + start)
        self.manager.systemctl("set-environment", f"HAVEN_LAMP=127.0.0.1:{self.web.port}", check=True)
        player = Running(
            self.manager.command("/usr/bin/python3", f"{HOME}/media_player.py", f"{HOME}/player"), self.path("player.log"))
        self.addCleanup(player.stop)
        household = first_cue_within_a_minute()
        self.put(".config/haven/haven.toml", household.toml())
        for name in (".config/haven/haven.toml", ".config/systemd/user/havend.service.d/bed.conf"):
            os.chown(os.path.join(self.manager.home, name), UID, UID)
        self.enable()
        self.assertEqual(self.havenctl("check").returncode, 0)
        wait_until("the music to be paused", lambda: self.read("player") == "paused\n", 75)
        wait_until("the lamp", lambda: self.web.bodies("/json/state"))
        lamp = json.loads(self.web.bodies("/json/state")[0])
        self.assertEqual(lamp, {"on": True, "seg": [{"col": [[255, 160, 0]]}]})
        wait_until("the voice", lambda: self.read("spoken").strip())
        self.assertIn("Otter", self.read("spoken"))
        wait_until("the phone", lambda: self.web.bodies("/phone"))
        message = json.loads(self.web.bodies("/phone")[0])
        self.assertEqual(message["title"], "Haven")
        for word in ("otter", "shoes"):
            self.assertNotIn(word, message["message"].lower())
        self.assertTrue(message["message"].strip())
        # What went well says so, and what is kept from the network says why.
        hooks = wait_until("all to be over", lambda: (found := self.hooks()) and all(
            hook["ran"] == 1 and hook["running"] == 0 for hook in found.values()) and found)
        self.assertEqual([name for name, hook in hooks.items() if hook.get("failure")], ["curl"])
        self.assertFalse(self.web.bodies("/hasty"))
        self.assertIn("curl", hooks["curl"]["said"])


class Tmux(Case):
    def test_the_status_line_says_what_is_next_and_follows_a_delay(self):
        home = Home(self.folder)
        self.addCleanup(home.stop)
        recipes.copy(self.folder, ".tmux.conf", "bin/tmux-haven")
        household = Household().step(5, "tea #[fg=red]for #(us)", id='"tea"')
        household.children = []
        home.write_config(household.toml())
        home.start_havend("--notifier", "terminal")
        env = {**home.env, "TERM": "xterm", "PATH": f"{BIN}:{home.env['PATH']}", "TMUX_TMPDIR": self.folder}
        screen = Screen(["/usr/bin/tmux", "-u", "-f", self.path(".tmux.conf"), "new-session", "/bin/cat"], env,
                        columns=100, rows=10)
        self.addCleanup(subprocess.run, ["tmux", "kill-server"], env=env, capture_output=True)
        self.addCleanup(screen.stop)

        def shown():
            """What tmux has drawn, without the terminal's own marks."""
            return screen.written.decode(errors="replace")
        wait_until("the step in the corner", lambda: "tea #[fg=red]for #(us) · " in shown(), 30)
        home.havenctl("delay", "tea", "20m")
        wait_until("the new time", lambda: "for #(us) · 2" in shown(), 30)


if __name__ == "__main__":
    unittest.main()
