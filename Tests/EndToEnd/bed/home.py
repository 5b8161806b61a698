"""A person's home: config, state and runtime folders of their own, and Haven run in them."""
import json
import os
import socket
import subprocess

from . import BIN
from .process import Running
from .waiting import wait_until


class Home:
    def __init__(self, folder, programs=BIN):
        self.folder = folder
        self.programs = programs
        self.config = os.path.join(folder, "config", "haven")
        self.state = os.path.join(folder, "state", "haven")
        self.runtime = os.path.join(folder, "run")
        self.socket = os.path.join(self.runtime, "haven", "haven.sock")
        self.database = os.path.join(self.state, "haven.db")
        for path in (self.config, os.path.dirname(self.state)):
            os.makedirs(path)
        os.mkdir(self.runtime, 0o700)
        self.env = {
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "LANG": "C.UTF-8", "TZ": "UTC",
            "XDG_CONFIG_HOME": os.path.join(folder, "config"), "XDG_STATE_HOME": os.path.join(folder, "state"),
            "XDG_RUNTIME_DIR": self.runtime, "SWIFT_BACKTRACE": "enable=no",
            # A bus that is not there, so that no test ever finds the one of whoever runs it.
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.runtime}/bus",
        }
        self.started = []

    def write_config(self, text, name="haven.toml"):
        """Swapped in whole, as an editor saves."""
        path = os.path.join(self.config, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path + ".new", "w", encoding="utf-8") as file:
            file.write(text)
        os.rename(path + ".new", path)
        return path

    def start_havend(self, *arguments, wait=True, before=(), **more):
        """`before` are words in front of the command, such as setpriv's."""
        log = os.path.join(self.folder, f"havend-{len(self.started)}.log")
        havend = Running([*before, os.path.join(self.programs, "havend"), *arguments], log, env=self.env, **more)
        self.started.append(havend)
        if wait:
            wait_until(f"havend to listen on {self.socket}", lambda: self.listens() or not havend.is_running)
            if not havend.is_running:
                raise AssertionError(f"havend ended with {havend.process.returncode}:\n{havend.said}")
        return havend

    def run_havend(self, *arguments, seconds=10, before=(), **more):
        """For the runs that are to end by themselves."""
        return subprocess.run(
            [*before, os.path.join(self.programs, "havend"), *arguments], env=self.env, capture_output=True, text=True,
            timeout=seconds, **more)

    def havenctl(self, *arguments, seconds=10, before=(), **more):
        return subprocess.run(
            [*before, os.path.join(self.programs, "havenctl"), *arguments], env=self.env, capture_output=True, text=True,
            timeout=seconds, **more)

    def havenctl_json(self, *arguments):
        """Every object that the command prints with --json."""
        result = self.havenctl(*arguments, "--json")
        if result.returncode not in (0, 1):
            raise AssertionError(f"havenctl {' '.join(arguments)}: {result.returncode}\n{result.stderr}")
        return [json.loads(line) for line in result.stdout.splitlines() if line.strip()]

    def events(self):
        """What happened since midnight, oldest first."""
        return [event for view in self.havenctl_json("events") for event in view.get("events", [view])]

    def states(self, cue):
        """The states that one cue went through, in order."""
        return [event["state"] for event in self.events() if event.get("what") == "state" and event["id"] == cue]

    def rungs(self, step):
        """The state of each rung of a step, the planned ones too, by cue."""
        why = self.havenctl_json("why", step)[0]
        return {rung["id"]: rung["state"] for ladder in why["ladders"] for rung in ladder["rungs"]}

    def wait_for_state(self, cue, state, seconds=10):
        """Waits until the cue's latest state is that one; gives back all of them."""
        return wait_until(
            f"{cue} to be {state}", lambda: (states := self.states(cue))[-1:] == [state] and states, seconds, every=0.2)

    def listens(self):
        """Whether somebody takes connections, be it from us or from another user only."""
        try:
            with socket.socket(socket.AF_UNIX) as peer:
                peer.connect(self.socket)
                return True
        except OSError:
            return False

    def answers(self):
        try:
            return "parameters" in self.call("org.varlink.service.GetInfo")
        except (OSError, ValueError):
            return False

    def call(self, method, parameters=None, seconds=5):
        """One Varlink call, by hand."""
        with socket.socket(socket.AF_UNIX) as peer:
            peer.settimeout(seconds)
            peer.connect(self.socket)
            request = {"method": method, **({"parameters": parameters} if parameters else {})}
            peer.sendall(json.dumps(request).encode() + b"\0")
            reply = b""
            while not reply.endswith(b"\0"):
                more = peer.recv(65536)
                if not more:
                    raise OSError(f"closed after {reply!r}")
                reply += more
            return json.loads(reply[:-1])

    def stop(self):
        for havend in reversed(self.started):
            havend.stop()
