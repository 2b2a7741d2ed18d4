"""A small window that offers files, as a file manager does when one drags them out of it.

Usage: drag_source.py FILE...   Says "ready" when it can be dragged from, and "dropped" or
"refused" when a drag has ended.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

files = [pathlib.Path(name).resolve().as_uri() for name in sys.argv[1:]]


def say(word):
    print(word, flush=True)


def offer(_widget, _context, selection, _info, _time):
    selection.set_uris(files)


def end(_widget, context):
    say("dropped" if context.get_selected_action() else "refused")


# Without a frame and out of the window manager's hands, so that it stands where it says.
window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.set_title("drag source")
window.set_default_size(120, 80)
handle = Gtk.EventBox()
handle.add(Gtk.Label(label=f"{len(files)} files"))
handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
handle.drag_source_add_uri_targets()
handle.connect("drag-data-get", offer)
handle.connect("drag-end", end)
window.add(handle)
window.connect("map-event", lambda *_: say("ready"))
window.show_all()
window.move(8, 8)
Gtk.main()
