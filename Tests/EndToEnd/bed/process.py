"""A program of ours that runs beside the test: its output in a file, its end certain."""
import ctypes
import os
import signal
import subprocess

LIBC = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1


def end_with_parent():
    """In the child: killed by the kernel when the test is (prctl(2)), so that nothing outlives an interrupted run."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Running:
    """One started process. `log` is a file with all it said."""

    def __init__(self, arguments, log, env=None, **more):
        self.log = log
        with open(log, "ab") as out:
            self.process = subprocess.Popen(
                arguments, env=env, stdin=more.pop("stdin", subprocess.DEVNULL),
                stdout=more.pop("stdout", out), stderr=out, preexec_fn=end_with_parent, **more)

    @property
    def pid(self):
        return self.process.pid

    @property
    def is_running(self):
        return self.process.poll() is None

    @property
    def said(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def wait(self, seconds=10):
        """Its exit status; minus the signal if one ended it."""
        return self.process.wait(timeout=seconds)

    def signal(self, number):
        os.kill(self.pid, number)

    def stop(self, seconds=5):
        """Asks it to end, then makes it."""
        if self.is_running:
            self.signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(timeout=5)
        return self.process.returncode
