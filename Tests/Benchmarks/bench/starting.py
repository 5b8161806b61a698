"""From the start of the process to the moment at which it serves, with a year behind it."""
import datetime as dt
import os
import socket
import subprocess
import time

from bed.waiting import wait_until
from history.generate import Years

from . import haven, peers
from .peers import Desk
from .report import Mark, Section, median, ms, percentile


class Ready:
    """The socket that a service manager listens on (sd_notify(3))."""

    def __init__(self, folder):
        self.path = os.path.join(folder, "notify")
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        self.socket.settimeout(20)

    def wait(self):
        while b"READY=1" not in self.socket.recv(4096):
            pass


def havend(home, ready):
    """(seconds to READY, processor seconds until then)"""
    env = {**home.env, "NOTIFY_SOCKET": ready.path}
    began = time.perf_counter()
    process = subprocess.Popen([haven.PROGRAMS["havend"]], env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    ready.wait()
    taken = time.perf_counter() - began
    process.terminate()
    process.wait(10)
    return taken


def dunst(desk):
    began = time.perf_counter()
    process = subprocess.Popen(["dunst"], env=desk.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    wait_until("dunst", desk.bus.has_owner, every=0.0003)
    taken = time.perf_counter() - began
    process.terminate()
    process.wait(10)
    wait_until("dunst to go", lambda: not desk.bus.has_owner())
    return taken


def calcurse(desk, number):
    began = time.perf_counter()
    peers.calcurse(desk, number)
    return time.perf_counter() - began


def measure(folder, runs):
    desk = Desk(os.path.join(folder, "starting"))
    try:
        desk.add_display()
        haven.settle_in(desk.home)
        desk.home.start_havend("--notifier", "terminal").stop()
        entries = Years(desk.home.database, dt.datetime.now(dt.UTC).date(), 365, 1).write()
        ready = Ready(desk.home.folder)
        taken = {"havend": [], "dunst": [], "calcurse --daemon": []}
        for number in range(runs):
            taken["havend"].append(havend(desk.home, ready))
            taken["dunst"].append(dunst(desk))
            taken["calcurse --daemon"].append(calcurse(desk, number))
    finally:
        desk.stop()
    told = Section("starting", ["start", "median", "95 %", "fastest"])
    for name, times in taken.items():
        told.rows.append([name, ms(median(times)), ms(percentile(times, 0.95)), ms(min(times))])
    told.notes = [f"{runs} starts in turns. havend has the harbour household and a year of {entries:,} entries; it is timed to "
                  "its `READY=1`, dunst to its name on the bus, calcurse to the number its daemon writes down."]
    least = min(("dunst", "calcurse --daemon"), key=lambda name: median(taken[name]))
    told.marks.append(Mark("start to READY, a year's ledger", ms(median(taken["havend"])),
                           f"{least} {ms(median(taken[least]))}", median(taken["havend"]) / median(taken[least]),
                           "under 30 ms", median(taken["havend"]) < 0.03))
    return told
