"""What the machine must offer before Qt is loaded: Qt itself ends the program, without a word that helps, when it is not there."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterable

from loket_app.i18n import _

_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
_FOR_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
"""Shared libraries that Qt's Linux builds load, with the Debian and Ubuntu package of each."""


def has_display() -> bool:
    """Whether a window can be shown. A platform chosen by hand (`QT_QPA_PLATFORM`) counts as one."""
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in wanted)


def missing_libraries() -> list[str]:
    """The shared libraries that Qt needs on this machine and that are not there; none outside Linux."""
    if sys.platform != "linux":
        return []
    needed = [*_ALWAYS, *(_FOR_X11 if _shows_on_x11() else ())]
    return [name for name in needed if not _loads(name)]


def apt_command(libraries: Iterable[str]) -> str:
    """The one command that brings these libraries on Debian and Ubuntu."""
    return " ".join(["sudo apt-get install", *((_ALWAYS | _FOR_X11)[name] for name in libraries)])


def complaint() -> str | None:
    """What to tell the person when libraries are missing; None when Qt can start."""
    missing = missing_libraries()
    if not missing:
        return None
    text = _(
        "Loket can't open its window: this computer lacks {libraries}.\n"
        "Nothing was opened or changed. On Debian and Ubuntu, type this and start Loket again:\n"
        "    {command}"
    )
    return text.format(libraries=", ".join(missing), command=apt_command(missing))


def _shows_on_x11() -> bool:
    """Qt takes the platform it is told; else Wayland in a Wayland session, with X11 behind it."""
    chosen = os.environ.get("QT_QPA_PLATFORM")
    if chosen:
        return chosen.split(":")[0].split(";")[0] == "xcb"
    return bool(os.environ.get("DISPLAY")) and os.environ.get("XDG_SESSION_TYPE") != "wayland"


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
