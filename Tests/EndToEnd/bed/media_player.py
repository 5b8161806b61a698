#!/usr/bin/python3
"""A media player without music: the MPRIS interface on the session bus, and a file with what it was told."""
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = {
    "org.mpris.MediaPlayer2": {"Identity": "bed", "CanQuit": False, "CanRaise": False, "HasTrackList": False},
    PLAYER: {"PlaybackStatus": "Playing", "CanPause": True, "CanPlay": True, "CanControl": True,
             "Metadata": dbus.Dictionary({}, signature="sv")},
}


class Player(dbus.service.Object):
    def __init__(self, bus, log):
        super().__init__(bus, "/org/mpris/MediaPlayer2")
        self.log = log

    @dbus.service.method(PLAYER)
    def Pause(self):
        with open(self.log, "a", encoding="utf-8") as file:
            file.write("paused\n")

    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return PROPERTIES[interface][name]

    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return PROPERTIES.get(interface, {})


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
bus = dbus.SessionBus()
name = dbus.service.BusName("org.mpris.MediaPlayer2.bed", bus)
player = Player(bus, sys.argv[1])
GLib.MainLoop().run()
