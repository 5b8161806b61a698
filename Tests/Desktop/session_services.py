#!/usr/bin/python3
"""logind, timedated and a screen saver on one private bus, as far as Haven listens to them, driven by standard input.

    session_services.py [--locked] [--display SESSION] [--no-saver]

Says what it was asked: {"inhibit": "take"} when a delay lock is handed out, {"inhibit": "release"} when its holder
lets go. Commands, a line each:

    sleep true|false         emits PrepareForSleep
    locked true|false        LockedHint of the session there is
    idle true|false          IdleHint of it
    display SESSION|none     another graphical session of the user, or none
    saver true|false         the screen saver's ActiveChanged
    timezone NAME            timedated's Timezone
    leave | join             logind gives its name up | takes it again
"""
import argparse
import json
import os
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

LOGIN = "org.freedesktop.login1"
MANAGER, USER, SESSION = f"{LOGIN}.Manager", f"{LOGIN}.User", f"{LOGIN}.Session"
ROOT = "/org/freedesktop/login1"
TIMEDATE = "org.freedesktop.timedate1"


def say(**what):
    print(json.dumps(what), flush=True)


class Properties(dbus.service.Object):
    """An object with properties of one interface."""

    def __init__(self, bus, path, interface, values):
        super().__init__(bus, path)
        self.interface, self.values = interface, values

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.values[name]

    @dbus.service.signal(dbus.PROPERTIES_IFACE, signature="sa{sv}as")
    def PropertiesChanged(self, interface, changed, invalidated):
        pass

    def set(self, name, value):
        self.values[name] = value
        self.PropertiesChanged(self.interface, {name: value}, [])


class Manager(dbus.service.Object):
    @dbus.service.method(MANAGER, in_signature="ssss", out_signature="h")
    def Inhibit(self, what, who, why, mode):
        ours, theirs = os.pipe()
        say(inhibit="take", what=str(what), who=str(who), why=str(why), mode=str(mode))

        def released(source, condition):
            os.close(source)
            say(inhibit="release")
            return False

        GLib.io_add_watch(ours, GLib.PRIORITY_DEFAULT, GLib.IO_HUP, released)
        descriptor = dbus.types.UnixFd(theirs)
        os.close(theirs)
        return descriptor

    @dbus.service.method(MANAGER, in_signature="u", out_signature="o")
    def GetUser(self, uid):
        return dbus.ObjectPath(f"{ROOT}/user/_{uid}")

    @dbus.service.signal(MANAGER, signature="b")
    def PrepareForSleep(self, start):
        pass

    @dbus.service.signal(MANAGER, signature="so")
    def SessionNew(self, session, path):
        pass


class Saver(dbus.service.Object):
    """Its interface is its name, which decorators need to know: the one of KDE and the specification."""

    NAME = "org.freedesktop.ScreenSaver"
    is_active = False

    @dbus.service.method(NAME, out_signature="b")
    def GetActive(self):
        return self.is_active

    @dbus.service.signal(NAME, signature="b")
    def ActiveChanged(self, is_active):
        pass


def display(session):
    if session == "none":
        return dbus.Struct(("", dbus.ObjectPath("/")), signature="so")
    return dbus.Struct((session, dbus.ObjectPath(f"{ROOT}/session/{session}")), signature="so")


class World:
    def __init__(self, bus, arguments):
        self.bus = bus
        self.manager = Manager(bus, ROOT)
        self.user = Properties(bus, f"{ROOT}/user/_{os.getuid()}", USER, {"Display": display(arguments.display)})
        self.sessions = {}
        self.current = arguments.display
        self.session().values["LockedHint"] = dbus.Boolean(arguments.locked)
        self.timedate = Properties(bus, "/org/freedesktop/timedate1", TIMEDATE, {})
        self.saver = Saver(bus, "/org/freedesktop/ScreenSaver")

    def session(self):
        if self.current not in self.sessions:
            values = {"LockedHint": dbus.Boolean(False), "IdleHint": dbus.Boolean(False)}
            self.sessions[self.current] = Properties(self.bus, f"{ROOT}/session/{self.current}", SESSION, values)
        return self.sessions[self.current]

    def obey(self, words):
        match words:
            case ["sleep", word]:
                self.manager.PrepareForSleep(word == "true")
            case ["locked", word]:
                self.session().set("LockedHint", dbus.Boolean(word == "true"))
            case ["idle", word]:
                self.session().set("IdleHint", dbus.Boolean(word == "true"))
            case ["display", session]:
                self.current = session
                self.session()
                self.user.values["Display"] = display(session)
                self.manager.SessionNew(session, f"{ROOT}/session/{session}")
            case ["saver", word]:
                self.saver.is_active = word == "true"
                self.saver.ActiveChanged(self.saver.is_active)
            case ["timezone", name]:
                self.timedate.set("Timezone", name)
            case ["leave"]:
                self.bus.release_name(LOGIN)
            case ["join"]:
                self.bus.request_name(LOGIN)
            case _:
                sys.exit(f"not a command: {words}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--locked", action="store_true")
    parser.add_argument("--display", default="c1")
    parser.add_argument("--no-saver", action="store_true")
    arguments = parser.parse_args()
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    world = World(bus, arguments)
    bus.request_name(TIMEDATE)
    if not arguments.no_saver:
        bus.request_name(Saver.NAME)
    bus.request_name(LOGIN)
    loop = GLib.MainLoop()

    def read(source, condition):
        # Not readline: what it keeps for the next call wakes nobody.
        lines = os.read(source.fileno(), 65536).decode().splitlines()
        for line in lines:
            world.obey(line.split())
            say(did=line.split()[0])
        if not lines:
            loop.quit()  # the test has gone, however it ended
        return bool(lines)

    # The end of a pipe is no input: without asking for it the loop would spin there.
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, read)
    say(ready=True)
    loop.run()


main()
