"""Haven's own side: the harbour household, at an hour at which nothing is due."""
import os
import re
import shutil

from bed import BIN
from bed.household import zone_at
from bed.waiting import wait_until

from . import HARBOUR

PROGRAMS = {name: os.path.join(BIN, name) for name in ("havend", "havenctl", "haven-ics", "bench-probe")}


def settle_in(home, hour=1, retention=None):
    """The harbour household at that hour of its own zone; one login has all its carers."""
    shutil.copytree(HARBOUR, home.config, dirs_exist_ok=True)
    with open(os.path.join(home.config, "haven.toml"), encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r'(?m)^timezone .*$', f'timezone = "{zone_at(hour)[0] if hour is not None else "UTC"}"', text)
    if retention:
        text = re.sub(r'(?m)^retention .*$', f'retention = "{retention}"', text)
    home.write_config(re.sub(r'(?m)^login .*$', "", text))


def start(home, *arguments):
    """A havend that has met its notification server."""
    havend = home.start_havend(*arguments)
    if "terminal" not in arguments:
        wait_until("the notification server", lambda: home.havenctl_json("status")[0]["notifier"]["state"] == "ready")
    return havend
