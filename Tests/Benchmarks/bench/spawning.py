"""Times short programs, in turns, so that a busy moment falls on all of them alike."""
import os
import time
from dataclasses import dataclass, field


@dataclass
class Timed:
    name: str
    words: list
    env: dict
    wall: list = field(default_factory=list)
    spent: list = field(default_factory=list)

    def run(self):
        """Spawned without a copy of this large process: that would take longer than what is measured."""
        nothing = os.open("/dev/null", os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, nothing, end) for end in (0, 1, 2)]
        began = time.perf_counter()
        child = os.posix_spawnp(self.words[0], self.words, self.env, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        self.wall.append(time.perf_counter() - began)
        self.spent.append(usage.ru_utime + usage.ru_stime)
        os.close(nothing)
        return os.waitstatus_to_exitcode(status)


def in_turns(commands, runs, seldom=()):
    """`seldom` are the names of those that take long: one run in ten is enough of them."""
    for command in commands:
        command.run()
        command.wall.clear()
        command.spent.clear()
    for turn in range(runs):
        for command in commands:
            if command.name not in seldom or turn % 10 == 0:
                command.run()
