"""Clients that mean no good cannot hold up a cue, double one, or make havend grow."""
import json
import os
import unittest

from bed.case import Case
from bed.cost import memory, threads
from bed.desktop import Bus
from bed.home import Home
from bed.household import Household
from bed.recorded import Recorded, flooding
from bed.waiting import wait_until

# What 64 connections may make havend keep, by its limits: half a request read, one waiting, 64 KiB of answers not taken
# and one more answer, or 256 KiB of a stream; and what the allocator keeps of it for the next time.
MOST_KB = 64 * 512


@unittest.skipUnless(os.geteuid() == 0, "to look into havend's memory takes root")
class Flooded(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.bus = Bus(self.home)
        self.addCleanup(self.bus.stop)
        self.server = Recorded(self.home, self.bus)
        self.addCleanup(self.server.stop)
        self.household = Household().step(3, "shoes on", id='"shoes"', ladder='["2", "1", "0"]', tags='["core"]')
        self.home.write_config(self.household.toml())
        self.havend = self.home.start_havend()
        wait_until("the server", lambda: self.home.havenctl_json("status")[0]["notifier"]["state"] == "ready")

    def test_in_a_flood_every_cue_is_shown_once_on_its_minute_and_memory_is_bounded(self):
        cues = [f"{self.household.date}/shoes/otter/{rung}" for rung in (2, 1, 0)]
        before = memory(self.havend.pid)["Private_Dirty"]
        with flooding(self.home) as flood:
            wait_until("the first two cues", lambda: len(self.server.shown()) == 2, 150)
            during = memory(self.havend.pid)["Private_Dirty"]
            self.assertEqual(len(threads(self.havend.pid)), 1)
        did = json.loads(flood.said.splitlines()[-1])
        self.assertGreater(did["requests"], 1000, did)
        self.assertGreater(did["connections"], 64, did)
        self.assertTrue(self.home.answers(), "there is room again once they are gone")
        wait_until("the last cue", lambda: len(self.server.shown()) == 3, 80)
        minutes = [self.household.at(minute).timestamp() for minute in (1, 2, 3)]
        for shown, minute in zip(self.server.shown(), minutes):
            self.assertTrue(minute <= shown["at"] < minute + 60, f"{shown}: due at {minute}")
        for cue in cues:
            self.home.wait_for_state(cue, "shown")
            self.assertEqual(self.home.states(cue).count("shown"), 1, self.home.states(cue))
        after = memory(self.havend.pid)["Private_Dirty"]
        self.assertLess(during, before + MOST_KB)
        self.assertLess(after, before + MOST_KB)
        self.assertEqual(len(self.home.started), 1)
        self.assertTrue(self.havend.is_running)
