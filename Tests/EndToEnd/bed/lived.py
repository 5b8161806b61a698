"""A family of etc/examples, moved to UTC, with made-up weeks in its ledger."""
import datetime as dt
import os
import re
import shutil

from . import REPO
from .case import Case
from .home import Home


class LivedFamily(Case):
    def years(self, home, seed):
        """Writes them into its ledger, which havend has begun."""
        raise NotImplementedError

    def family(self, name, seed, more=""):
        """`more` is config of the test's own, after the family's."""
        home = Home(os.path.join(self.folder, name))
        self.addCleanup(home.stop)
        example = os.path.join(REPO, "etc", "examples", name)
        with open(os.path.join(example, "haven.toml"), encoding="utf-8") as file:
            text = re.sub(r'(?m)^(timezone|retention) .*$', "", file.read())
        # Nobody's logins: this machine has none of them.
        text = re.sub(r'(?m)^login .*$', "", text)
        if "[household]" not in text:
            text = "[household]\n" + text
        self.text = text.replace("[household]", '[household]\ntimezone = "UTC"\nretention = "off"', 1) + more
        for path, _, names in os.walk(example):
            for one in names:
                target = os.path.join(home.config, os.path.relpath(os.path.join(path, one), example))
                os.makedirs(os.path.dirname(target), exist_ok=True)
                shutil.copy(os.path.join(path, one), target)
        home.write_config(self.text)
        home.start_havend("--notifier", "terminal").stop()
        self.now = dt.datetime.now(dt.UTC)
        self.years(home, seed)
        shutil.copy(home.database, home.database + ".copy")
        return home
