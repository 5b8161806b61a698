"""How long a person waits for a command: each beside others', in turns."""
import os
import subprocess

from bed.waiting import wait_until

from . import haven
from .peers import Desk, dunst
from .report import Mark, Section, median, ms, percentile
from .spawning import Timed, in_turns

ASKED = ("version", "now", "next", "status")
MPD = """music_directory "{folder}"
playlist_directory "{folder}"
db_file "{folder}/mpd.db"
bind_to_address "{folder}/mpd.sock"
audio_output {{
  type "null"
  name "nowhere"
}}
"""
KHAL = """[calendars]
[[home]]
path = {folder}/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = home
"""


def furnish(desk):
    """What each peer needs to have something to answer; the commands, and those of them that take long."""
    folder = desk.home.folder
    with open(f"{folder}/mpd.conf", "w", encoding="utf-8") as file:
        file.write(MPD.format(folder=folder))
    desk.run("mpd", "--no-daemon", f"{folder}/mpd.conf", log="mpd.log")
    wait_until("mpd", lambda: os.path.exists(f"{folder}/mpd.sock"), 15)
    desk.add_display()
    dunst(desk)
    wait_until("dunst", desk.bus.has_owner)
    os.makedirs(f"{folder}/calendar")
    with open(f"{folder}/khal.conf", "w", encoding="utf-8") as file:
        file.write(KHAL.format(folder=folder))
    with open(f"{folder}/taskrc", "w", encoding="utf-8") as file:
        file.write(f"data.location={folder}/tasks\nconfirmation=off\n")
    env = {**desk.env, "MPD_HOST": f"{folder}/mpd.sock", "TASKRC": f"{folder}/taskrc", "TIMEWARRIORDB": f"{folder}/timew"}
    os.makedirs(f"{folder}/timew/data")
    subprocess.run(["timew", ":yes", "start", "tea"], env=env, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    subprocess.run(["task", "add", "tea"], env=env, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    words = {"/bin/true": ["/bin/true"], "mpc status": ["mpc", "status"], "dunstctl is-paused": ["dunstctl", "is-paused"],
             "timew": ["timew"], "task next": ["task", "next"],
             "khal list": ["khal", "-c", f"{folder}/khal.conf", "list"]}
    return [Timed(name, line, env) for name, line in words.items()]


def measure(folder, runs):
    desk = Desk(os.path.join(folder, "commands"))
    try:
        peers = furnish(desk)
        # Its own notification server is the peer's dunst.
        haven.settle_in(desk.home, hour=12)
        desk.parts.append(haven.start(desk.home))
        own = [Timed(f"havenctl {word}", [haven.PROGRAMS["havenctl"], word], desk.home.env) for word in ASKED]
        in_turns([*peers, *own], runs, seldom=("khal list", "dunstctl is-paused"))
        return section(peers, own, runs)
    finally:
        desk.stop()


def section(peers, own, runs):
    told = Section("commands", ["command", "median", "95 %", "fastest", "processor time", "beside mpc status"])
    mpc = next(peer for peer in peers if peer.name == "mpc status")
    for each in [*peers, *own]:
        told.rows.append([each.name, ms(median(each.wall)), ms(percentile(each.wall, 0.95)), ms(min(each.wall)),
                          ms(median(each.spent)), f"× {median(each.wall) / median(mpc.wall):.2f}"])
    told.notes = [f"{runs} runs in turns, `dunstctl` and `khal` every tenth turn; `mpc` and `havenctl` each ask by a socket "
                  "of the file system. Each run is one process, spawned, and waited for."]
    for each in own[1:]:
        ratio = median(each.wall) / median(mpc.wall)
        told.marks.append(Mark(f"`{each.name}`", ms(median(each.wall)), f"mpc status {ms(median(mpc.wall))}", ratio,
                               "at most twice", ratio <= 2))
    return told
