"""What each takes of a disk."""
import os

from . import haven
from .machine import installed_size
from .report import Section, mb



def measure():
    told = Section("sizes", ["program", "installed"])
    for name in ("havend", "havenctl", "haven-ics"):
        told.rows.append([name, mb(os.path.getsize(haven.PROGRAMS[name]) / 1024)])
    for package in ("dunst", "remind", "calcurse", "kalarm", "evolution-data-server", "safeeyes", "workrave", "mpc",
                    "timewarrior", "taskwarrior", "khal"):
        size = installed_size(package)
        if size:
            told.rows.append([f"Debian's `{package}`", mb(size)])
    told.notes = ["Files of ours, whole packages of theirs, without the libraries that those load: Haven's programs hold Swift's "
                  "runtime."]
    return told
