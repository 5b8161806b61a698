"""The socket, as those use it who are not havenctl: netcat, a Varlink client from PyPI, and people who mean no good."""
import array
import json
import os
import socket
import subprocess
import sys
import threading
import time

from bed.case import Case
from bed.cost import watch_idle
from bed.home import Home
from bed.household import nothing_due
from bed.waiting import wait_until

A_CLIENT = """
import json, sys, varlink
client = varlink.Client.new_with_address("unix:" + sys.argv[1])
with client.open("org.varlink.service") as service:
    said = {"info": service.GetInfo()}
with client.open("io.haven.Daemon") as haven:
    said["now"] = haven.Now()
    monitor = haven.Monitor(_more=True)
    said["monitor"] = next(iter(monitor))
print(json.dumps(said, default=str))
"""


class Socket(Case):
    def setUp(self):
        super().setUp()
        self.home = Home(self.folder)
        self.addCleanup(self.home.stop)
        self.home.write_config(nothing_due().toml())
        self.havend = self.home.start_havend("--notifier", "terminal")

    def connect(self):
        peer = socket.socket(socket.AF_UNIX)
        self.addCleanup(peer.close)
        peer.settimeout(15)
        peer.connect(self.home.socket)
        return peer

    def assert_still_well(self):
        self.assertIn("parameters", self.home.call("io.haven.Daemon.Now"))


class Clients(Socket):
    def test_netcat_asks_in_one_line_and_is_answered_in_one(self):
        answer = subprocess.run(
            ["nc", "-N", "-U", self.home.socket], input='{"method":"io.haven.Daemon.Now"}\n', capture_output=True,
            text=True, timeout=10)
        self.assertEqual(answer.stdout.count("\n"), 1, answer.stdout)
        self.assertNotIn("\0", answer.stdout)
        self.assertEqual(json.loads(answer.stdout)["parameters"]["kind"], "now")

    def test_a_varlink_client_from_pypi_works_unchanged(self):
        packages = self.path("packages")
        pip = subprocess.run(
            ["/usr/bin/python3", "-m", "pip", "install", "--quiet", "--target", packages, "varlink==31.0.0"],
            capture_output=True, text=True, timeout=120)
        if pip.returncode:
            self.skipTest(f"PyPI could not be reached: {pip.stderr.strip().splitlines()[-1:]}")
        client = subprocess.run(
            [sys.executable, "-c", A_CLIENT, self.home.socket], env={**os.environ, "PYTHONPATH": packages},
            capture_output=True, text=True, timeout=20)
        self.assertEqual(client.returncode, 0, client.stderr)
        said = json.loads(client.stdout)
        self.assertIn("io.haven.Daemon", said["info"]["interfaces"])
        self.assertEqual(said["now"]["kind"], "now")
        self.assertEqual(said["monitor"]["kind"], "monitor")
        self.assertIn("state", said["monitor"])

    def test_monitor_sends_the_state_and_then_each_change_with_its_number(self):
        peer = self.connect()
        peer.sendall(b'{"method":"io.haven.Daemon.Monitor","more":true}\0')
        replies = read_replies(peer)
        first = next(replies)
        self.assertTrue(first["continues"])
        self.assertIn("state", first["parameters"])
        self.assertEqual(self.home.havenctl("delay", "tea", "10m").returncode, 0)
        second = next(replies)
        self.assertTrue(second["continues"])
        self.assertGreater(second["parameters"]["sequence"], first["parameters"]["sequence"])

    def test_several_calls_on_one_connection_are_answered_in_order(self):
        peer = self.connect()
        for method in ("Now", "Status", "Next", "Now"):
            peer.sendall(b'{"method":"io.haven.Daemon.%s"}\0' % method.encode())
        replies = read_replies(peer)
        self.assertEqual([next(replies)["parameters"]["kind"] for _ in range(4)], ["now", "status", "next", "now"])

    def test_a_method_that_is_not_there_is_a_typed_error(self):
        self.assertEqual(
            self.home.call("io.haven.Daemon.Nothing"),
            {"error": "org.varlink.service.MethodNotFound", "parameters": {"method": "io.haven.Daemon.Nothing"}})


class Hostile(Socket):
    def test_a_request_over_64_kib_is_refused_and_the_rest_go_on(self):
        peer = self.connect()
        with self.assertRaises(OSError):
            for _ in range(64):
                peer.sendall(b"A" * 65536)
            while peer.recv(65536):
                pass
            raise ConnectionResetError("closed, which is what was asked for")
        self.assert_still_well()

    def test_half_a_request_is_closed_after_ten_seconds(self):
        peer = self.connect()
        began = time.monotonic()
        peer.sendall(b'{"method":"io.haven')
        while peer.recv(4096):
            pass
        self.assertTrue(8 < time.monotonic() - began < 14, f"closed after {time.monotonic() - began:.1f} s")
        self.assert_still_well()

    def test_a_silent_client_is_no_trouble_to_the_next(self):
        self.connect()
        self.assert_still_well()

    def test_one_who_never_reads_is_cut_off_and_the_rest_go_on(self):
        peer = self.connect()
        peer.settimeout(5)
        try:
            for _ in range(20000):
                peer.sendall(b'{"method":"io.haven.Daemon.Status"}\0')
        except OSError:
            pass
        self.assert_still_well()
        self.assertTrue(self.havend.is_running)

    def test_the_sixty_fifth_connection_is_turned_away_and_the_others_live(self):
        peers = []
        for _ in range(64):
            peers.append(self.connect())
            self.assertIn("parameters", call(peers[-1], "Now"))
        late = self.connect()
        try:
            late.sendall(b'{"method":"io.haven.Daemon.Now"}\0')
            refused = late.recv(65536)
        except OSError:
            refused = b""
        self.assertTrue(not refused or b"error" in refused, refused)
        self.assertIn("parameters", call(peers[0], "Now"))
        for peer in peers:
            peer.close()
        wait_until("room for the next", self.home.answers)

    def test_out_of_descriptors_it_waits_for_some_and_the_loop_rests(self):
        self.havend.stop()
        self.havend = self.home.start_havend("--notifier", "terminal", before=("prlimit", "--nofile=40", "--"))
        peers = [self.connect() for _ in range(60)]
        _, nanoseconds = watch_idle(self.havend.pid, 2)
        self.assertLess(nanoseconds, 500_000_000)
        for peer in peers:
            peer.close()
        wait_until("room for the next", self.home.answers)

    def test_calls_without_an_answer_are_done_though_their_client_has_left(self):
        peer = self.connect()
        for minutes in (5, 10, 15):
            peer.sendall(b'{"method":"io.haven.Daemon.Delay","parameters":{"step":"tea","minutes":%d},"oneway":true}\0'
                         % minutes)
        peer.close()
        wait_until("all three", lambda: sum(event.get("what") == "act" for event in self.home.events()) == 3)

    def test_bytes_that_are_no_json_are_answered_or_closed(self):
        for noise in (b"\0", b"\xff\xfe\xc3(\0", b"[]\0", b'{"method":7}\0', b'{"method":"io.haven.Daemon.Now","parameters":3}\0',
                      b"[" * 60000 + b"\0"):
            peer = self.connect()
            peer.sendall(noise)
            peer.shutdown(socket.SHUT_WR)
            answer = read_to_end(peer)
            self.assertTrue(not answer or b'"error"' in answer, f"{noise[:40]}: {answer}")
            self.assert_still_well()

    def test_file_descriptors_sent_along_are_not_kept(self):
        self.assert_still_well()  # it has opened all that it opens by itself
        before = len(os.listdir(f"/proc/{self.havend.pid}/fd"))
        peer = self.connect()
        peer.sendmsg([b'{"method":"io.haven.Daemon.Now"}\0'],
                     [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0] * 200))])
        next(read_replies(peer))
        peer.close()
        wait_until("as few descriptors as before",
                   lambda: len(os.listdir(f"/proc/{self.havend.pid}/fd")) <= before)

    def test_forty_clients_at_once_are_all_answered(self):
        answers = []

        def ask():
            answers.append(self.home.call("io.haven.Daemon.Now", seconds=10))

        threads = [threading.Thread(target=ask) for _ in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=20)
        self.assertEqual(sum("parameters" in answer for answer in answers), 40)


def call(peer, method):
    """The reply to one call on a connection that stays open."""
    peer.sendall(b'{"method":"io.haven.Daemon.%s"}\0' % method.encode())
    return next(read_replies(peer))


def read_to_end(peer):
    """All that is said until the other end closes, politely or not."""
    said = b""
    try:
        while more := peer.recv(65536):
            said += more
    except ConnectionResetError:
        pass
    return said


def read_replies(peer):
    """The replies on a connection, as they come."""
    buffer = b""
    while True:
        while b"\0" not in buffer:
            more = peer.recv(65536)
            if not more:
                return
            buffer += more
        reply, buffer = buffer.split(b"\0", 1)
        yield json.loads(reply)
