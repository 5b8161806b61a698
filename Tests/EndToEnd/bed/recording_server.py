"""A notification server that only remembers: what it was given, and when, to the microsecond of the wall clock.

    python3 -m bed.recording_server BUS-ADDRESS FILE

One JSON object a line in FILE. It tells real servers' timing from Haven's own: dunst draws before anybody can see when
it was called.
"""
import json
import sys
import time

import dbus
import dbus.bus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

NAME = "org.freedesktop.Notifications"


class Server(dbus.service.Object):
    def __init__(self, connection, file):
        super().__init__(connection, "/org/freedesktop/Notifications")
        self.file = file
        self.last = 0

    @dbus.service.method(NAME, in_signature="susssasa{sv}i", out_signature="u")
    def Notify(self, _app, replaces, _icon, title, body, _actions, _hints, _timeout):
        at = time.time()
        self.last = int(replaces) or self.last + 1
        self.file.write(json.dumps({"at": at, "id": self.last, "title": str(title), "body": str(body)}) + "\n")
        self.file.flush()
        return dbus.UInt32(self.last)

    @dbus.service.method(NAME, in_signature="u")
    def CloseNotification(self, _id):
        pass

    @dbus.service.method(NAME, out_signature="as")
    def GetCapabilities(self):
        return ["body", "actions", "persistence", "body-markup"]

    @dbus.service.method(NAME, out_signature="ssss")
    def GetServerInformation(self):
        return ("recording", "Haven", "1", "1.2")


def main():
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    connection = dbus.bus.BusConnection(sys.argv[1])
    with open(sys.argv[2], "a", encoding="utf-8") as file:
        server = Server(connection, file)
        connection.request_name(NAME)
        GLib.MainLoop().run()
        server.remove_from_connection()


if __name__ == "__main__":
    main()
