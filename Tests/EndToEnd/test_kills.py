"""kill -9 at the worst moments, hundreds of times: nothing is lost, and nothing is said twice but in the one named case.

Some homes live at once, each with a bus, a recording notification server and its own havend. At every minute on which a warning
is due, havend is killed within milliseconds of it, and then again and again while somebody uses it. In the end each ledger is
compared with what the server was asked to show.
"""
import collections
import os
import random
import signal
import sqlite3
import threading
import time

from bed.case import Case
from bed.desktop import Bus
from bed.home import Home
from bed.household import Household
from bed.servers import Recorder
from bed.waiting import wait_until

HOMES = int(os.environ.get("HAVEN_KILL_HOMES", "24"))
MINUTES = 4
KILLS_A_MINUTE = 6
SEED = int(os.environ.get("HAVEN_SEED") or random.SystemRandom().randrange(1 << 32))
# What no cue stays in for ever once its time has come.
OPEN = {"claimed", "held"}


class Life:
    """One home, whose havend never lives for long."""

    def __init__(self, folder, seed, cleanup):
        self.random = random.Random(seed)
        os.mkdir(folder)
        self.home = Home(folder)
        cleanup(self.home.stop)
        self.bus = Bus(self.home)
        cleanup(self.bus.stop)
        self.recorder = Recorder(self.home, self.bus)
        cleanup(self.recorder.stop)
        self.answered, self.sent, self.kills, self.trouble = 0, 0, 0, []

    def begin(self, household):
        self.home.write_config(household.toml())
        self.havend = self.home.start_havend()

    def live(self, household):
        try:
            for minute in range(1, MINUTES + 1):
                self.pass_minute(household.at(minute).timestamp())
        except Exception as error:                       # the test's own thread tells it
            self.trouble.append(f"{type(error).__name__}: {error}")

    def pass_minute(self, due):
        # The clock is the test's subject: there is no state to await at an instant.
        time.sleep(max(0, due - time.time() + self.random.uniform(-0.002, 0.02)))
        for _ in range(KILLS_A_MINUTE):
            self.havend.signal(signal.SIGKILL)
            self.havend.wait()
            self.kills += 1
            self.havend = self.home.start_havend(wait=False)
            until = time.time() + self.random.uniform(0, 0.12)
            while time.time() < until:
                self.use()

    def use(self):
        """Somebody says something, and may not live to hear the answer."""
        try:
            self.sent += 1
            if "parameters" in self.home.call("io.haven.Daemon.Fed", {"child": "otter"}, seconds=1):
                self.answered += 1
        except (OSError, ValueError):
            pass

    def end(self):
        """The one that is left to live. (The kernel has ended the last one with the thread that started it.)"""
        self.havend.stop()
        self.havend = self.home.start_havend()

    def rows(self):
        with sqlite3.connect(f"file:{self.home.database}?mode=ro", uri=True) as database:
            integrity = database.execute("PRAGMA integrity_check").fetchone()[0]
            stories = collections.defaultdict(list)
            for id, state in database.execute("SELECT id, state FROM entry WHERE kind IN ('cue', 'catch_up') ORDER BY seq"):
                stories[id].append(state)
            acts = database.execute("SELECT count(*) FROM act WHERE kind = 'fed'").fetchone()[0]
        return integrity, stories, acts


def two_ladders():
    """Two children whose warnings are due in turn, one at each minute, and none within 90 s of another of the same change."""
    household = Household()
    household.step(10, "alder", id='"alder"', who='["otter"]', ladder='["9", "7"]')
    household.step(11, "birch", id='"birch"', who='["wren"]', ladder='["9", "7"]')
    return household


class Kills(Case):
    def test_nothing_is_lost_and_doubles_are_of_the_one_named_kind(self):
        lives = [Life(self.path(f"home-{n}"), f"{SEED} {n}", self.addCleanup) for n in range(HOMES)]
        household = two_ladders()
        household.children = ["otter", "wren"]
        for life in lives:
            life.begin(household)
        threads = [threading.Thread(target=life.live, args=[household]) for life in lives]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        wanted = {f"{household.date}/{step}/{child}/{rung}" for step, child in (("alder", "otter"), ("birch", "wren"))
                  for rung in ("9", "7")}
        doubled = shown = caught = 0
        for life in lives:
            self.assertEqual(life.trouble, [])
            life.end()
            for cue in wanted:
                wait_until(f"{cue} to be settled", lambda: life.home.states(cue)[-1:] not in ([], ["claimed"], ["held"]), 20)
            life.havend.stop()
            integrity, stories, acts = life.rows()
            where = f"seed {SEED}, {life.home.folder}"
            self.assertEqual(integrity, "ok", where)
            self.assertTrue(life.answered <= acts <= life.sent, f"{life.answered} answered, {acts} kept: {where}")
            self.assertEqual(set(stories) & wanted, wanted, where)
            notified = life.recorder.notified()
            for cue in wanted:
                story = stories[cue]
                self.assertNotIn(story[-1], OPEN, f"{cue} {story}: {where}")
                # A second claim is made only where the first was not known to be shown.
                for before, state in zip(story, story[1:]):
                    self.assertFalse(state == "claimed" and before not in OPEN, f"{cue} {story}: {where}")
                doubled += max(0, story.count("claimed") - 1)
                shown += "shown" in story
            # What was asked for on the screen: no more often than it was claimed, no less than it is said to have been shown.
            for step in ("alder", "birch"):
                asked = sum(step in (call["title"] + call["body"]).split("next")[0] for call in notified)
                claims = sum(stories[cue].count("claimed") for cue in wanted if f"/{step}/" in cue)
                seen = sum(stories[cue].count("shown") for cue in wanted if f"/{step}/" in cue)
                self.assertTrue(seen <= asked <= claims, f"{step}: {seen} shown, {asked} asked, {claims} claimed: {where}")
                caught += asked
        kills = sum(life.kills for life in lives)
        print(f"{kills} kills, {len(lives) * len(wanted)} warnings due, {shown} shown, {doubled} claimed once more after a kill "
              f"between claim and record, {caught} asked of the screen, {sum(life.answered for life in lives)} answers kept; seed {SEED}")
        self.assertGreaterEqual(kills, HOMES * MINUTES * KILLS_A_MINUTE)
