"""The screen of the system is locked or the machine goes to sleep: Loket locks too. Said on a real bus of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from pytestqt.qtbot import QtBot

from loket_app.services.demo import demo_cases
from loket_app.ui.shell.system_lock import SystemLock
from tests.at_work import settle, until
from tests.ui.conftest import ShowWindow
from tests.ui.hands import new_case, type_text

if not sys.platform.startswith("linux") or shutil.which("dbus-daemon") is None:
    pytest.skip("a bus needs dbus-daemon", allow_module_level=True)

from PySide6.QtDBus import QDBusConnection, QDBusMessage

LOCK = ("org.freedesktop.login1.Session", "Lock", None)
SLEEP = ("org.freedesktop.login1.Manager", "PrepareForSleep", True)
WAKE = ("org.freedesktop.login1.Manager", "PrepareForSleep", False)
SAVER = ("org.gnome.ScreenSaver", "ActiveChanged", True)

Say: TypeAlias = Callable[[str, str, bool | None], None]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a bus listens that nobody else is on."""
    program = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture(scope="module")
def buses(address: str) -> Iterator[tuple[QDBusConnection, QDBusConnection]]:
    """What Loket listens on, and what the system speaks through.

    Both before anybody listens: connecting waits for the thread of the buses, and that one waits for Python while it hands
    a signal to a listener.
    """
    names = ("loket-test", "loket-test-system")
    listening, speaking = (QDBusConnection.connectToBus(address, name) for name in names)
    yield listening, speaking
    for name in names:
        QDBusConnection.disconnectFromBus(name)


@pytest.fixture
def bus(buses: tuple[QDBusConnection, QDBusConnection]) -> QDBusConnection:
    """What Loket listens on."""
    return buses[0]


@pytest.fixture
def say(buses: tuple[QDBusConnection, QDBusConnection]) -> Say:
    """Says something on the bus, as the system does."""

    def said(interface: str, name: str, begins: bool | None) -> None:
        signal = QDBusMessage.createSignal("/org/freedesktop", interface, name)
        if begins is not None:
            signal.setArguments([begins])
        assert buses[1].send(signal)

    return said


@pytest.mark.parametrize("said", [LOCK, SLEEP, SAVER], ids=lambda said: said[1])
def test_it_hears_the_system(say: Say, bus: QDBusConnection, qtbot: QtBot, said: tuple[str, str, bool | None]) -> None:
    lock = SystemLock()
    lock.listen(bus)
    with qtbot.waitSignal(lock.locked):
        say(*said)


def test_waking_up_is_no_lock(say: Say, bus: QDBusConnection, qtbot: QtBot) -> None:
    lock = SystemLock()
    heard: list[int] = []
    lock.locked.connect(lambda: heard.append(1))
    lock.listen(bus)
    say(*WAKE)
    with qtbot.waitSignal(lock.locked):  # signals of a bus come in order
        say(*SAVER)
    assert heard == [1]


def test_the_window_locks_and_keeps_what_was_half_typed(
    say: Say, bus: QDBusConnection, show_window: ShowWindow
) -> None:
    window = show_window(*demo_cases())
    window.system_lock.listen(bus)
    page = new_case(window)
    type_text("Mifta")
    say(*SLEEP)
    until(lambda: window.lock_screen.locked)
    settle(window)
    assert page.editor.case.household[0].family_name == "Mifta"
    assert not page.isVisible()


def test_a_bus_that_is_not_there_is_passed_by() -> None:
    bus = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", "loket-test-none")
    assert not bus.isConnected()
    SystemLock().listen(bus)
    QDBusConnection.disconnectFromBus("loket-test-none")
