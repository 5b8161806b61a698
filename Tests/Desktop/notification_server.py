#!/usr/bin/python3
"""A notification server that does what real ones do on a bad day, as it is told on standard input.

    notification_server.py [--capabilities a,b] [--first ID] [--name NAME] [--vendor NAME] [--paused] [--inhibited]
                           [--modes a,b] [--dnd] [--old]

Says on standard output, a JSON object a line, what it was asked: {"call": "Notify", …}. Commands, a line each:

    answer ID ACTION         emits ActionInvoked
    close ID REASON          emits NotificationClosed
    fail NAME [TIMES]        Notify answers with this error, TIMES times or for ever
    silent | answering       Notify does not answer | answers again, the unanswered ones too
    id ID                    the next new notification gets this id
    close-at-once REASON     every Notify emits NotificationClosed before it returns
    answer-at-once ACTION    every Notify emits ActionInvoked before it returns
    answer-when-asked ID ACTION   the next GetCapabilities emits ActionInvoked before it returns
    die-on-notify            Notify ends the server
    inhibited true|false     KDE's property, with its signal
    paused true|false        dunst's property, with its signal
    modes a,b|none           mako's property, with its signal
    dnd true|false           SwayNotificationCenter's do-not-disturb, with its signals
    held true|false          the same of its inhibitors, that an application holds
    leave | join             gives the name up | takes it again
"""
import argparse
import json
import os
import sys
import time

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
DUNST = "org.dunstproject.cmd0"
MAKO = "fr.emersion.Mako"
SWAYNC = "org.erikreider.swaync.cc"


def plain(value):
    """D-Bus types as JSON has them; a byte says so, for urgency has to be one."""
    if isinstance(value, dbus.Byte):
        return {"byte": int(value)}
    if isinstance(value, (dbus.Boolean, bool)):
        return bool(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return str(value)


def say(**what):
    print(json.dumps(what, ensure_ascii=False, sort_keys=True), flush=True)


class Refusal(dbus.DBusException):
    def __init__(self, name):
        super().__init__("told to")
        self._dbus_error_name = name


class Mako(dbus.service.Object):
    """mako's own object; before 1.9 it had no property, only methods."""

    def __init__(self, bus, arguments):
        super().__init__(bus, "/fr/emersion/Mako")
        self.modes, self.is_old = arguments.modes.split(","), arguments.old

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        if self.is_old:
            raise Refusal("org.freedesktop.DBus.Error.UnknownProperty")
        return dbus.Array(self.modes, signature="s")

    @dbus.service.signal(dbus.PROPERTIES_IFACE, signature="sa{sv}as")
    def PropertiesChanged(self, interface, changed, invalidated):
        pass

    def set(self, word):
        self.modes = [] if word == "none" else word.split(",")
        self.PropertiesChanged(MAKO, {"Modes": dbus.Array(self.modes, signature="s")}, [])


class Swaync(dbus.service.Object):
    """SwayNotificationCenter's own object; before 0.8 it had no inhibitors."""

    def __init__(self, bus, arguments):
        super().__init__(bus, "/org/erikreider/swaync/cc")
        self.dnd, self.held, self.is_old = arguments.dnd, False, arguments.old

    @dbus.service.method(SWAYNC, out_signature="b")
    def GetDnd(self):
        return self.dnd

    @dbus.service.method(SWAYNC, out_signature="b")
    def IsInhibited(self):
        if self.is_old:
            raise Refusal("org.freedesktop.DBus.Error.UnknownMethod")
        return self.held

    @dbus.service.signal(SWAYNC, signature="ubb")
    def Subscribe(self, count, dnd, is_open):
        pass

    @dbus.service.signal(SWAYNC, signature="ubbb")
    def SubscribeV2(self, count, dnd, is_open, held):
        pass

    def tell(self):
        if not self.is_old:
            self.SubscribeV2(0, self.dnd, False, self.held)
        self.Subscribe(0, self.dnd, False)


class Server(dbus.service.Object):
    def __init__(self, bus, arguments):
        super().__init__(bus, PATH)
        self.capabilities = [word for word in arguments.capabilities.split(",") if word]
        self.name = arguments.name
        self.vendor = arguments.vendor
        self.properties = {NAME: {"Inhibited": arguments.inhibited}, DUNST: {"paused": arguments.paused}}
        self.mako = Mako(bus, arguments)
        self.swaync = Swaync(bus, arguments)
        self.next_id = arguments.first
        self.failure, self.failures = None, 0
        self.unanswered = None
        self.close_at_once = self.answer_at_once = None
        self.answer_when_asked = None
        self.dies = False

    @dbus.service.method(NAME, in_signature="", out_signature="as")
    def GetCapabilities(self):
        say(call="GetCapabilities")
        if self.answer_when_asked:
            self.ActionInvoked(*self.answer_when_asked)
            self.answer_when_asked = None
        return dbus.Array(self.capabilities, signature="s")

    @dbus.service.method(NAME, in_signature="", out_signature="ssss")
    def GetServerInformation(self):
        return self.name, self.vendor, "1.0", "1.2"

    @dbus.service.method(NAME, in_signature="u", out_signature="")
    def CloseNotification(self, id):
        say(call="CloseNotification", id=int(id))
        self.NotificationClosed(id, 3)

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u", async_callbacks=("reply", "error"))
    def Notify(self, app, replaces, icon, title, body, actions, hints, timeout, reply, error):
        say(call="Notify", at=time.time(), app=plain(app), replaces=plain(replaces), icon=plain(icon), title=plain(title),
            body=plain(body), actions=plain(actions), hints=plain(hints), timeout=plain(timeout))
        if self.dies:
            os._exit(1)
        if self.failures:
            self.failures -= 1
            return error(Refusal(self.failure))
        id = replaces or self.next_id
        if not replaces and self.next_id:
            self.next_id += 1
        if self.answer_at_once:
            self.ActionInvoked(id, self.answer_at_once)
        if self.close_at_once:
            self.NotificationClosed(id, self.close_at_once)
        if self.unanswered is not None:
            return self.unanswered.append((reply, id))
        reply(dbus.UInt32(id))

    @dbus.service.signal(NAME, signature="us")
    def ActionInvoked(self, id, action):
        pass

    @dbus.service.signal(NAME, signature="uu")
    def NotificationClosed(self, id, reason):
        pass

    @dbus.service.method(dbus.PROPERTIES_IFACE, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return dbus.Boolean(self.properties[interface][name])

    @dbus.service.signal(dbus.PROPERTIES_IFACE, signature="sa{sv}as")
    def PropertiesChanged(self, interface, changed, invalidated):
        pass

    def set(self, interface, name, word):
        self.properties[interface][name] = word == "true"
        self.PropertiesChanged(interface, {name: dbus.Boolean(word == "true")}, [])

    def obey(self, words):
        match words:
            case ["answer", id, action]:
                self.ActionInvoked(int(id), action)
            case ["close", id, reason]:
                self.NotificationClosed(int(id), int(reason))
            case ["fail", name, *times]:
                self.failure, self.failures = name, int(times[0]) if times else 1 << 30
            case ["silent"]:
                self.unanswered = []
            case ["answering"]:
                for reply, id in self.unanswered or []:
                    reply(dbus.UInt32(id))
                self.unanswered, self.failures = None, 0
            case ["id", id]:
                self.next_id = int(id)
            case ["close-at-once", reason]:
                self.close_at_once = int(reason)
            case ["answer-at-once", action]:
                self.answer_at_once = action
            case ["answer-when-asked", id, action]:
                self.answer_when_asked = (dbus.UInt32(int(id)), action)
            case ["die-on-notify"]:
                self.dies = True
            case ["inhibited", word]:
                self.set(NAME, "Inhibited", word)
            case ["paused", word]:
                self.set(DUNST, "paused", word)
            case ["modes", word]:
                self.mako.set(word)
            case ["dnd", word]:
                self.swaync.dnd = word == "true"
                self.swaync.tell()
            case ["held", word]:
                self.swaync.held = word == "true"
                self.swaync.tell()
            case ["leave"]:
                self.connection.release_name(NAME)
            case ["join"]:
                self.connection.request_name(NAME)
            case _:
                sys.exit(f"not a command: {words}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--capabilities", default="body,actions,body-markup")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--name", default="mock")
    parser.add_argument("--vendor", default="Haven's tests")
    parser.add_argument("--modes", default="default")
    parser.add_argument("--dnd", action="store_true")
    parser.add_argument("--old", action="store_true", help="mako before 1.9, SwayNotificationCenter before 0.8")
    parser.add_argument("--paused", action="store_true")
    parser.add_argument("--inhibited", action="store_true")
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    server = Server(bus, parser.parse_args())
    bus.request_name(NAME, dbus.bus.NAME_FLAG_REPLACE_EXISTING | dbus.bus.NAME_FLAG_ALLOW_REPLACEMENT)
    loop = GLib.MainLoop()
    bus.call_on_disconnection(lambda _: loop.quit())

    def read(source, condition):
        if condition & GLib.IO_HUP:                      # whoever gave the commands is gone
            loop.quit()
        # Not readline: what it keeps for the next call wakes nobody.
        lines = os.read(source.fileno(), 65536).decode().splitlines()
        for line in lines:
            server.obey(line.split())
            # Said behind everything that the command has sent.
            say(did=line.split()[0])
        return bool(lines)

    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, read)
    say(call="ready")
    loop.run()


main()
