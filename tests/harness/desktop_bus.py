"""What a desktop offers its programs on the session bus: notices, and a place beside the clock.

Usage: desktop_bus.py serve              owns both and says, a JSON object a line, what programs hand in
       desktop_bus.py entries OWNER PATH the words of the menu of the icon that lies there
       desktop_bus.py press OWNER PATH WORDS   presses the entry with these words
"""

import json
import sys

from gi.repository import Gio, GLib

NOTICES = """<node><interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
</interface></node>"""

WATCHER = """<node><interface name="org.kde.StatusNotifierWatcher">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
</interface></node>"""


def say(**what):
    print(json.dumps(what, ensure_ascii=False), flush=True)


def answer(_bus, sender, _path, _interface, method, given, call):
    given = given.unpack()
    if method == "Notify":
        say(notice={"title": given[3], "body": given[4]})
        call.return_value(GLib.Variant("(u)", (1,)))
    elif method == "GetCapabilities":
        call.return_value(GLib.Variant("(as)", (["body"],)))
    elif method == "GetServerInformation":
        call.return_value(GLib.Variant("(ssss)", ("test", "shopdesk", "1", "1.2")))
    else:
        call.return_value(None)
        if method == "RegisterStatusNotifierItem":
            path = given[0] if given[0].startswith("/") else "/StatusNotifierItem"
            say(icon={"owner": sender, "path": path})


def tell(_bus, _sender, _path, _interface, name):
    return {
        "RegisteredStatusNotifierItems": GLib.Variant("as", []),
        "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
        "ProtocolVersion": GLib.Variant("i", 0),
    }[name]


def serve(bus):
    owned = []

    def own(name, path, xml):
        (interface,) = Gio.DBusNodeInfo.new_for_xml(xml).interfaces
        bus.register_object(path, interface, answer, tell, None)

        def got(*_):
            owned.append(name)
            if len(owned) == 2:
                say(ready=True)

        Gio.bus_own_name_on_connection(bus, name, Gio.BusNameOwnerFlags.NONE, got, None)

    own("org.freedesktop.Notifications", "/org/freedesktop/Notifications", NOTICES)
    own("org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", WATCHER)
    GLib.MainLoop().run()


def menu_of(bus, owner, path):
    """The object of the icon's menu, and its entries' numbers by their words."""
    ask = GLib.Variant("(ss)", ("org.kde.StatusNotifierItem", "Menu"))
    (menu,) = call(bus, owner, path, "org.freedesktop.DBus.Properties", "Get", ask)
    ask = GLib.Variant("(iias)", (0, -1, []))
    _, (_, _, entries) = call(bus, owner, menu, "com.canonical.dbusmenu", "GetLayout", ask)
    return menu, {about.get("label", ""): number for number, about, _ in entries}


def call(bus, owner, path, interface, method, given):
    return bus.call_sync(owner, path, interface, method, given, None, 0, 5000, None).unpack()


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
if sys.argv[1] == "serve":
    serve(bus)
else:
    menu, entries = menu_of(bus, sys.argv[2], sys.argv[3])
    if sys.argv[1] == "press":
        pressed = GLib.Variant("(isvu)", (entries[sys.argv[4]], "clicked", GLib.Variant("s", ""), 0))
        call(bus, sys.argv[2], menu, "com.canonical.dbusmenu", "Event", pressed)
    print(json.dumps(list(entries), ensure_ascii=False))
