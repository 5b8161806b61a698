"""A server that remembers what it was given and when, and a flood of hostile clients: for test_flood and Tools/bench-flood."""
import contextlib
import json
import os

from . import TEST_FOLDER
from .process import Running
from .waiting import wait_until

PYTHON = "/usr/bin/python3"


def part(name, *arguments, log, env):
    """A file of the bed, as a program."""
    return Running([PYTHON, "-m", f"bed.{name}", *arguments], log, env={**env, "PYTHONPATH": TEST_FOLDER})


class Recorded:
    def __init__(self, home, bus):
        self.file = os.path.join(home.folder, "notified")
        self.server = part("recording_server", bus.address, self.file, log=os.path.join(home.folder, "server.log"),
                           env=home.env)
        wait_until("the recording server on the bus", bus.has_owner)

    def shown(self):
        """What was given, oldest first."""
        with open(self.file, encoding="utf-8") as file:
            return [json.loads(line) for line in file if line.endswith("\n")]

    def stop(self):
        self.server.stop()


@contextlib.contextmanager
def flooding(home, seconds=600):
    """Hostile clients for as long as the block lasts; what they did is the last line that they said."""
    flood = part("flood", home.socket, str(seconds), log=os.path.join(home.folder, "flood.log"), env=home.env)
    try:
        wait_until("the flood", lambda: "begun" in flood.said)
        yield flood
    finally:
        flood.stop()
