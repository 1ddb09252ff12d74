"""The screen of the system is locked or the machine goes to sleep: Loket locks too. Said on a real bus of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

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


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a bus listens that nobody else is on."""
    program = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def bus(address: str) -> Iterator[QDBusConnection]:
    """What Loket listens on."""
    yield QDBusConnection.connectToBus(address, "loket-test")
    QDBusConnection.disconnectFromBus("loket-test")


def say(address: str, interface: str, name: str, begins: bool | None) -> None:
    """Say something on the bus, as the system does."""
    signal = QDBusMessage.createSignal("/org/freedesktop", interface, name)
    if begins is not None:
        signal.setArguments([begins])
    assert QDBusConnection.connectToBus(address, "loket-test-system").send(signal)
    QDBusConnection.disconnectFromBus("loket-test-system")


@pytest.mark.parametrize("said", [LOCK, SLEEP, SAVER], ids=lambda said: said[1])
def test_it_hears_the_system(
    address: str, bus: QDBusConnection, qtbot: QtBot, said: tuple[str, str, bool | None]
) -> None:
    lock = SystemLock()
    lock.listen(bus)
    with qtbot.waitSignal(lock.locked):
        say(address, *said)


def test_waking_up_is_no_lock(address: str, bus: QDBusConnection, qtbot: QtBot) -> None:
    lock = SystemLock()
    heard: list[int] = []
    lock.locked.connect(lambda: heard.append(1))
    lock.listen(bus)
    say(address, *WAKE)
    with qtbot.waitSignal(lock.locked):  # signals of a bus come in order
        say(address, *SAVER)
    assert heard == [1]


def test_the_window_locks_and_keeps_what_was_half_typed(
    address: str, bus: QDBusConnection, show_window: ShowWindow
) -> None:
    window = show_window(*demo_cases())
    window.system_lock.listen(bus)
    page = new_case(window)
    type_text("Mifta")
    say(address, *SLEEP)
    until(lambda: window.lock_screen.locked)
    settle(window)
    assert page.editor.case.household[0].family_name == "Mifta"
    assert not page.isVisible()


def test_a_bus_that_is_not_there_is_passed_by() -> None:
    bus = QDBusConnection.connectToBus("unix:path=/nonexistent/bus", "loket-test-none")
    assert not bus.isConnected()
    SystemLock().listen(bus)
    QDBusConnection.disconnectFromBus("loket-test-none")
