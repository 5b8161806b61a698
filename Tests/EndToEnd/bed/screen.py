"""A terminal of a given size with a program in it: what stands on its screen, and what it was left like."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import threading

from .process import end_with_parent
from .waiting import wait_until

ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
HIDE_CURSOR, SHOW_CURSOR = b"\x1b[?25l", b"\x1b[?25h"


class Screen:
    """Reads all the time, so that the program is never held up."""

    def __init__(self, arguments, env, columns=80, rows=24):
        self.written = b""
        self.master, slave = pty.openpty()
        self.slave = slave  # kept open, so that what the program left can be looked at after its end
        self.resize(columns, rows, tell=False)
        self.before = termios.tcgetattr(slave)
        self.pid = os.fork()
        if self.pid == 0:
            end_with_parent()
            self._take(slave)
            os.execve(arguments[0], arguments, env)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    @staticmethod
    def _take(slave):
        """Makes the terminal this process's own, as login does."""
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for descriptor in (0, 1, 2):
            os.dup2(slave, descriptor)

    def _read(self):
        while True:
            try:
                if select.select([self.master], [], [], 0.5)[0]:
                    self.written += os.read(self.master, 65536)
            except OSError:
                return

    def resize(self, columns, rows, tell=True):
        self.columns, self.rows = columns, rows
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if tell:
            os.kill(self.pid, signal.SIGWINCH)

    def type(self, keys):
        os.write(self.master, keys.encode())

    def signal(self, number):
        os.kill(self.pid, number)

    @property
    def lines(self):
        """The lines of the last whole frame, without colours."""
        frames = re.findall(rb"\x1b\[H(.*?)\x1b\[J", self.written, re.S)
        if not frames:
            return []
        text = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", frames[-1])
        return [line.rstrip("\r") for line in text.decode().split("\n")]

    @property
    def text(self):
        return "\n".join(self.lines)

    def wait_for(self, what, seconds=10):
        try:
            return wait_until(f"'{what}' on the screen", lambda: what in self.text, seconds)
        except AssertionError as never:
            raise AssertionError(f"{never}; the screen has:\n{self.text}") from None

    def wait_for_end(self, seconds=10):
        """The status as waitpid gives it."""
        ended = []

        def look():
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            ended[:] = [status] if pid else []
            return pid
        wait_until("the program to end", look, seconds)
        return ended[0]

    def wait_for_stop(self, seconds=10):
        def look():
            pid, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            return pid and os.WIFSTOPPED(status)
        wait_until("the program to stop", look, seconds)

    @property
    def is_as_before(self):
        """Settings, screen and cursor are those of before."""
        return (termios.tcgetattr(self.slave) == self.before
                and self.written.rfind(LEAVE) >= self.written.rfind(ENTER)
                and self.written.rfind(SHOW_CURSOR) >= self.written.rfind(HIDE_CURSOR))

    def stop(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.slave)
        os.close(self.master)
