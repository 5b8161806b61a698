"""The machine of a run, and the packages that its peers are."""
import os
import platform
import subprocess

# What each peer is called in Debian. `Tools/install-dependencies peers` installs them.
PACKAGES = ["dunst", "remind", "calcurse", "kalarm", "evolution", "safeeyes", "workrave", "mpc", "mpd", "timewarrior",
            "taskwarrior", "khal", "sqlite3", "python3-dateutil", "systemd"]


def version(package):
    """Nil where it is not installed."""
    found = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status} ${Version}", package], capture_output=True,
                           text=True)
    status, _, number = found.stdout.partition(" ")
    return number if status == "installed" else None


def missing():
    return [package for package in PACKAGES if not version(package)]


def installed_size(package):
    """In kB, as dpkg counts it; None where it is not installed."""
    found = subprocess.run(["dpkg-query", "-W", "-f", "${Installed-Size}", package], capture_output=True, text=True)
    return int(found.stdout) if found.stdout.isdigit() else None


def described(revision, when):
    with open("/proc/cpuinfo", encoding="ascii") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "a processor")
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES if version(package))
    absent = f" Not installed, and so not measured: {', '.join(missing())}." if missing() else ""
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    nice = f", all at nice {os.nice(0)}" if os.nice(0) else ""
    return (f"{when}, revision {revision}: {os.cpu_count()} cores of {model}, Linux {platform.release()}, Debian "
            f"{debian()}, a load of {load} at the end{nice}. Peers: {versions}.{absent}")


def debian():
    with open("/etc/debian_version", encoding="ascii") as file:
        return file.read().strip()
