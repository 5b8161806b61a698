"""A real `systemd --user` with a family's login in it: for the unit files, which nothing else can vouch for."""
import os
import shutil
import subprocess
import uuid

from . import TEST_FOLDER

UID = 4200
HOME = "/home/family"
RUNTIME = f"/run/user/{UID}"


def why_not():
    """Why this machine cannot have one, None if it can."""
    if os.geteuid() != 0:
        return "a user manager of our own needs root (namespaces and control groups)"
    for program in ("/usr/lib/systemd/systemd", "/usr/bin/unshare", "/usr/bin/nsenter", "/usr/bin/setpriv"):
        if not os.path.exists(program):
            return f"no {program}"
    probe = subprocess.run(
        ["unshare", "--mount", "--pid", "--fork", "--cgroup", "--uts", "--ipc", "sh", "-c",
         "mount -t tmpfs none /run && umount -R /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup"],
        capture_output=True, text=True, timeout=20)
    return None if probe.returncode == 0 else f"no namespaces here: {probe.stderr.strip()}"


class UserManager:
    """`home` is the folder outside that is /home/family inside; what is put there is there for the manager."""

    def __init__(self, folder):
        self.home = os.path.join(folder, "home")
        self.log = os.path.join(folder, "manager.log")
        self.group = f"haven-bed-{uuid.uuid4().hex[:12]}"
        self.keeper = None

    def start(self):
        self.keep("user-manager.sh")
        with open(f"/proc/{self.keeper.pid}/task/{self.keeper.pid}/children", encoding="ascii") as file:
            self.leader = file.read().split()[0]

    def keep(self, script, **more):
        """Runs one of the bed's scripts in namespaces of its own, until it says that it is ready."""
        # The keeper lives as long as its standard input; with it goes everything in its namespaces.
        self.keeper = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child", "--mount-proc",
             "--cgroup", "--uts", "--ipc", "bash", os.path.join(TEST_FOLDER, "bed", script)],
            env={**os.environ, "BED_HOME": self.home, "BED_LOG": self.log, "BED_CGROUP": self.group, **more},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        said = self.keeper.stdout.readline().strip()
        if said != "ready":
            raise AssertionError(f"{said}\n{self.keeper.stdout.read()}\n{self.said}")

    @property
    def said(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def command(self, *arguments, uid=UID):
        """The words that run `arguments` inside, as the family unless told otherwise."""
        return ["nsenter", "-t", self.leader, "--mount", "--pid", "--uts", "--ipc", "--cgroup", "--",
                "setpriv", "--reuid", str(uid), "--regid", str(uid), "--clear-groups", "env", "-i", f"--chdir={HOME}",
                f"PATH={HOME}/.local/bin:/usr/local/bin:/usr/bin:/bin", f"HOME={HOME}", "USER=family", "LANG=C.UTF-8",
                f"XDG_RUNTIME_DIR={RUNTIME}", f"DBUS_SESSION_BUS_ADDRESS=unix:path={RUNTIME}/bus", *arguments]

    def run(self, *arguments, uid=UID, seconds=30, check=False, **more):
        result = subprocess.run(self.command(*arguments, uid=uid), capture_output=True, text=True, timeout=seconds,
                                **more)
        if check and result.returncode:
            raise AssertionError(f"{' '.join(arguments)}: {result.returncode}\n{result.stdout}{result.stderr}{self.said[-3000:]}")
        return result

    def systemctl(self, *arguments, **more):
        return self.run("systemctl", "--user", "--no-pager", *arguments, **more)

    def show(self, unit, *properties):
        """The unit's properties, a dictionary."""
        lines = self.systemctl("show", unit, f"--property={','.join(properties)}", check=True).stdout.splitlines()
        return dict(line.split("=", 1) for line in lines)

    def inside(self, path):
        """A path inside, as it is reached from outside."""
        return f"/proc/{self.leader}/root{path}"

    def stop(self):
        if self.keeper:
            self.keeper.stdin.close()
            self.keeper.wait(timeout=20)
            self.keeper.stdout.close()
        for root in ("/sys/fs/cgroup/unified", "/sys/fs/cgroup"):
            group = os.path.join(root, self.group)
            if os.path.isdir(group):
                for folder, _, _ in os.walk(group, topdown=False):
                    try:
                        os.rmdir(folder)
                    except OSError:
                        pass  # a process on its way out; an empty group costs nothing
        shutil.rmtree(self.home, ignore_errors=True)
