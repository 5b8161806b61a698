"""Clients that mean no good, from a process of their own, so that the test's own clock and patience are not theirs.

    python3 -m bed.flood SOCKET SECONDS

Until the time is over, or it is asked to end, it keeps the socket's every place taken and its reader busy: connections that ask without end and
never read, that watch and never read, that send half a request and wait, that send noise, that pass descriptors, that
knock and leave. Prints, as JSON, what it did.
"""
import array
import errno
import json
import os
import random
import select
import signal
import socket
import sys
import time

ASK = b'{"method":"io.haven.Daemon.%s"}\0'
WATCH = b'{"method":"io.haven.Daemon.Monitor","more":true}\0'
# What a family never does, and what costs a daemon most: long answers, and acts that are written to the disk.
BUSY = [ASK % name for name in (b"Quarter", b"Review", b"Day", b"Status", b"Events")] + [
    b'{"method":"io.haven.Daemon.Fed","parameters":{"child":"otter"}}\0', b'{"method":"io.haven.Daemon.Undo"}\0']


class Flood:
    def __init__(self, path):
        self.path = path
        self.random = random.Random(1)
        self.did = dict.fromkeys(("connections", "bytes", "requests", "refused", "cut"), 0)
        self.held = []
        self.is_over = False
        signal.signal(signal.SIGTERM, self.finish)

    def finish(self, *_):
        self.is_over = True

    def connect(self):
        peer = socket.socket(socket.AF_UNIX)
        peer.setblocking(False)
        try:
            peer.connect(self.path)
        except OSError as fault:
            peer.close()
            # A full queue is an answer too.
            self.did["refused"] += fault.errno in (errno.EAGAIN, errno.ECONNREFUSED)
            return None
        self.did["connections"] += 1
        return peer

    def send(self, peer, text):
        """What the socket takes at once; False where the connection is over."""
        try:
            self.did["bytes"] += peer.send(text)
            self.did["requests"] += text.count(b"\0")
        except BlockingIOError:
            pass
        except OSError:
            self.did["cut"] += 1
            return False
        return True

    # One client each: what it does in its turn, False when it is done for.

    def asks_and_never_reads(self, peer):
        return self.send(peer, self.random.choice(BUSY) * 200)

    def watches_and_never_reads(self, peer):
        return self.send(peer, WATCH if not self.random.randrange(50) else BUSY[-2])

    def begins_and_waits(self, peer):
        return self.send(peer, b'{"method":"io.haven' if not self.random.randrange(100) else b"")

    def sends_noise(self, peer):
        kinds = (os.urandom(4096), b"[" * 4096, b'{"method":' + b'"x' * 2000, b"\0\n" * 2048, b'{"a":{}}\n' * 500)
        return self.send(peer, self.random.choice(kinds))

    def passes_descriptors(self, peer):
        try:
            peer.sendmsg([ASK % b"Now"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0] * 100))])
        except BlockingIOError:
            pass
        except OSError:
            return False
        return True

    def reads_and_asks(self, peer):
        try:
            while peer.recv(65536):
                pass
            return False
        except BlockingIOError:
            return self.send(peer, BUSY[0])
        except OSError:
            return False

    def knocks_and_leaves(self, peer):
        return False

    def run(self, seconds):
        kinds = [self.asks_and_never_reads, self.watches_and_never_reads, self.begins_and_waits, self.sends_noise,
                 self.passes_descriptors, self.reads_and_asks, self.knocks_and_leaves]
        end = time.monotonic() + seconds
        turn = 0
        while time.monotonic() < end and not self.is_over:
            while len(self.held) < 80 and (peer := self.connect()):
                self.held.append((peer, kinds[turn % len(kinds)]))
                turn += 1
            kept = []
            for peer, act in self.held:
                if act(peer):
                    kept.append((peer, act))
                else:
                    peer.close()
            self.held = kept
            # Nothing to write anywhere: the daemon's turn.
            select.select([], [peer for peer, _ in self.held], [], 0.01)
        for peer, _ in self.held:
            peer.close()
        return self.did


if __name__ == "__main__":
    print("begun", flush=True)
    print(json.dumps(Flood(sys.argv[1]).run(float(sys.argv[2]))))
