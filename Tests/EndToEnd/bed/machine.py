"""A whole Debian that boots in two seconds, with a real logind and timedated: for sleep, and for another time zone."""
import os
import shutil
import subprocess

from . import TEST_FOLDER
from .user_manager import UserManager
from .waiting import wait_until


def why_not():
    """Why this machine cannot have one, None if it can."""
    if os.geteuid() != 0:
        return "a machine of our own needs root (namespaces and control groups)"
    for program in ("systemd-nspawn", "unshare", "nsenter", "setpriv", "useradd", "pgrep"):
        if not shutil.which(program, path="/usr/bin:/usr/sbin:/bin:/sbin"):
            return f"no {program}"
    probe = subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "--cgroup", "sh", "-c",
         "mount -t tmpfs none /mnt && mkdir /mnt/u /mnt/w /mnt/r"
         " && mount -t overlay none -o lowerdir=/,upperdir=/mnt/u,workdir=/mnt/w /mnt/r"
         " && mount -t tmpfs none /run && umount -R /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup"],
        capture_output=True, text=True, timeout=20)
    return None if probe.returncode == 0 else f"no overlay, or no namespaces, here: {probe.stderr.strip()}"


class Machine(UserManager):
    """As a user manager, with a first process, a system bus and a journal around it; `root` runs what takes rights."""

    def start(self):
        layers = os.path.join(os.path.dirname(self.home), "layers")
        os.mkdir(layers)
        self.keep("machine.sh", BED_LAYERS=layers)
        # The first process of the innermost namespace: the machine's systemd, not the family's.
        inner = [pid for pid in descendants(self.keeper.pid) if name(pid) == "systemd" and numbers(pid)[-1] == "1"]
        self.leader = inner[0]

    def root(self, *arguments, **more):
        return self.run(*arguments, uid=0, check=True, **more)

    def suspend(self):
        """Puts the family's programs to sleep, as logind does it; back once they stand still."""
        self.root("systemctl", "suspend", "--no-block")
        wait_until("the machine to sleep", lambda: os.path.exists(self.inside("/run/asleep")), 20)

    def wake(self):
        self.root("touch", "/run/wake")

    def locks(self):
        """Who holds sleep up, as logind lists them."""
        return self.root("systemd-inhibit", "--list", "--no-legend", "--no-pager").stdout


def descendants(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        children = file.read().split()
    return [*children, *(below for child in children for below in descendants(child))]


def name(pid):
    with open(f"/proc/{pid}/comm", encoding="ascii") as file:
        return file.read().strip()


def numbers(pid):
    """What a process is called in each of its namespaces, outermost first."""
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(line for line in file if line.startswith("NSpid:")).split()[1:]
