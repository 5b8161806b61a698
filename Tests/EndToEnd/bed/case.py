"""What every test case starts from: a folder of its own, and parts that are stopped in reverse order."""
import os
import shutil
import tempfile
import unittest

from . import BIN, HAVENCTL, HAVEND, artifacts


class Case(unittest.TestCase):
    maxDiff = None
    # Where the test's folder is made; None for the usual place.
    place = None

    def setUp(self):
        for program in (HAVEND, HAVENCTL):
            if not os.access(program, os.X_OK):
                self.fail(f"no '{program}': run `make build`, or set HAVEN_BIN (it is '{BIN}')")
        # Short, because a socket's path has 107 bytes at most.
        self.folder = tempfile.mkdtemp(prefix="hv-", dir=self.place)
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.addCleanup(self.keep_logs)

    def path(self, name):
        return os.path.join(self.folder, name)

    def keep_logs(self):
        """After a failure the logs go to the artifacts, named for the test."""
        outcome = getattr(self._outcome, "result", None)
        troubles = getattr(outcome, "failures", []) + getattr(outcome, "errors", [])
        if any(test is self for test, _ in troubles):
            for folder, _, names in os.walk(self.folder):
                for name in sorted(names):
                    if name.endswith(".log"):
                        within = os.path.relpath(os.path.join(folder, name), self.folder).replace(os.sep, ".")
                        shutil.copy(os.path.join(folder, name), os.path.join(artifacts(), f"{self.id()}.{within}"))
