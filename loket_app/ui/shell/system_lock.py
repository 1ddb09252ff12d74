"""Hears when the system locks its screen or goes to sleep, so that Loket locks in the same moment.

On Linux these are signals on D-Bus: of logind, and of the screen savers of GNOME and of freedesktop.org. Elsewhere
nothing is heard, and the lock of idle minutes remains.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_LOCKS = ("org.freedesktop.login1.Session", "Lock")
_ABOUT_TO = (
    ("org.freedesktop.login1.Manager", "PrepareForSleep"),
    ("org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("org.gnome.ScreenSaver", "ActiveChanged"),
)
"""Signals that carry whether it begins or ends."""


class SystemLock(QObject):
    """Emits `locked`. One may listen to several buses; one that is not there is passed by."""

    locked = Signal()

    def listen_to_system(self) -> None:
        """Listen on the bus of the machine and that of this session, where there are any."""
        if not sys.platform.startswith("linux"):
            return
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  late: no other system has it

        # Both before listening: to connect is to wait for the thread of the buses, which may wait for Python by then.
        for bus in (QDBusConnection.systemBus(), QDBusConnection.sessionBus()):
            self.listen(bus)

    def listen(self, bus: QDBusConnection) -> None:
        """Hear of locks on a bus from now on."""
        if not bus.isConnected():
            return
        bus.connect("", "", *_LOCKS, self, SLOT("hear()"))  # type: ignore[call-overload]  # the stub asks for bytes, Qt for a string
        for interface, name in _ABOUT_TO:
            bus.connect("", "", interface, name, self, SLOT("hear_begin(bool)"))  # type: ignore[call-overload]  # the same

    @Slot()
    def hear(self) -> None:
        """The session is locked."""
        self.locked.emit()

    @Slot(bool)
    def hear_begin(self, begins: bool) -> None:
        """The machine goes to sleep, or the screen saver begins; the end of either unlocks nothing."""
        if begins:
            self.locked.emit()
