"""The first window of every day, by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from loket_app.services import entrance
from loket_app.services import entrance_problems as problems
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.services.recovery import new_recovery_code
from loket_app.ui.entrance.unlock_form import UnlockForm
from loket_app.ui.entrance.unlock_window import UnlockWindow
from tests.ui.entrance.conftest import CODE, OTHER, PASSPHRASE, Caught, show


@pytest.fixture
def window(qtbot: QtBot, profile: Path, caught: Caught) -> UnlockWindow:
    made = UnlockWindow(profile, ["AV"])
    made.opened.connect(caught)
    made.stuck.connect(caught)
    show(qtbot, made)
    return made


def type_in(line: QLineEdit, text: str) -> None:
    line.clear()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_the_right_passphrase_opens(qtbot: QtBot, window: UnlockWindow, caught: Caught) -> None:
    assert window.focusWidget() is window.unlock.passphrase.line
    with qtbot.waitSignal(window.opened):
        type_in(window.unlock.passphrase.line, PASSPHRASE)
    assert caught.opened.login == "AV"
    assert caught.opened.database.submit(lambda store: store.path.name).result() == "loket.db"
    assert window.unlock.passphrase.text() == ""


def test_a_wrong_passphrase_is_said_on_the_page(qtbot: QtBot, window: UnlockWindow, caught: Caught) -> None:
    form = window.unlock
    type_in(form.passphrase.line, OTHER)
    qtbot.waitUntil(form.problem.isVisible)
    assert "not the passphrase of AV" in form.problem.text()
    assert form.passphrase.line.hasSelectedText()
    assert window.focusWidget() is form.passphrase.line
    window.language.choose("nl")
    assert "niet de wachtzin van AV" in form.problem.text()
    assert caught.all == []


def test_an_empty_passphrase_is_not_tried(window: UnlockWindow) -> None:
    QTest.keyClick(window.unlock.passphrase.line, Qt.Key.Key_Return)
    assert not window.unlock.busy
    assert window.unlock.problem.isHidden()


def test_what_typing_cannot_mend_gets_its_own_window(
    qtbot: QtBot, window: UnlockWindow, profile: Path, caught: Caught
) -> None:
    (profile / "loket.db").write_bytes(b"\0" * 8192)
    with qtbot.waitSignal(window.stuck):
        type_in(window.unlock.passphrase.line, PASSPHRASE)
    assert [type(each) for each in caught.all] == [problems.DamagedStore]
    assert window.unlock.passphrase.isEnabled()


def test_the_recovery_sheet_gives_a_new_passphrase(
    qtbot: QtBot, window: UnlockWindow, profile: Path, caught: Caught
) -> None:
    window.unlock.lost_button.click()
    form = window.recovery
    assert window.focusWidget() is form.code
    QTest.keyClicks(form.code, CODE.lower().replace("-", " "))
    QTest.keyClicks(form.passphrase.first.line, OTHER)
    with qtbot.waitSignal(window.opened):
        type_in(form.passphrase.second.line, OTHER)
    caught.opened.close()
    entrance.open_store(profile, "AV", OTHER).close()
    assert form.code.text() == form.passphrase.text() == ""


@pytest.mark.parametrize(
    ("code", "words"),
    [("AAAAA" * 8, "Group 1"), ("", "eight groups"), ("22222-" + CODE, "Group"), (None, "not the code")],
    ids=["strange", "empty", "too long", "of another store"],
)
def test_a_wrong_code_is_said_under_it(
    qtbot: QtBot, window: UnlockWindow, caught: Caught, code: str | None, words: str
) -> None:
    window.unlock.lost_button.click()
    form = window.recovery
    form.code.setText(new_recovery_code() if code is None else code)
    form.passphrase.fill(OTHER, OTHER)
    form.button.click()
    qtbot.waitUntil(lambda: not form.busy)
    assert words in form.code.accessibleDescription()
    assert window.focusWidget() is form.code
    form.back_button.click()
    assert window.unlock.isVisible()
    assert window.focusWidget() is window.unlock.passphrase.line
    assert caught.all == []


@pytest.mark.parametrize(("first", "second", "where"), [("kort", "kort", "first"), (OTHER, OTHER + "!", "second")])
def test_a_new_passphrase_is_checked_before_the_code(window: UnlockWindow, first: str, second: str, where: str) -> None:
    window.unlock.lost_button.click()
    form = window.recovery
    form.code.setText(CODE)
    form.passphrase.fill(first, second)
    form.button.click()
    assert not form.busy
    assert window.focusWidget() is getattr(form.passphrase, where).line


def test_two_people_choose_who_they_are(qtbot: QtBot, caught: Caught) -> None:
    form = UnlockForm(["AV", "bert"], lambda login, secret: f"{login}/{secret}")
    qtbot.addWidget(form)
    form.unlocked.connect(caught)
    form.show()
    assert form.login.isVisible()
    QTest.keyClicks(form.login, "b")
    with qtbot.waitSignal(form.unlocked):
        type_in(form.passphrase.line, "x")
    assert caught.all == ["bert/x"]


@pytest.fixture
def slow() -> Iterator[tuple[Event, Event]]:
    """A door that takes its time: it says that it began, and waits to be let go."""
    began, go = Event(), Event()
    yield began, go
    go.set()


def test_while_it_unlocks_nothing_is_asked_twice_and_the_window_stays(
    qtbot: QtBot, window: UnlockWindow, slow: tuple[Event, Event], caught: Caught
) -> None:
    began, go = slow
    calls = []

    def unlock(login: str, _secret: str) -> object:
        calls.append(login)
        began.set()
        go.wait(10)
        return "in"

    form = window.unlock
    form._unlock = unlock
    type_in(form.passphrase.line, PASSPHRASE)
    assert began.wait(10)
    assert form.button.text() == "Unlocking…"
    assert not form.passphrase.isEnabled()
    form.try_unlock()
    window.language.choose("nl")
    assert "Unlock" not in form.button.text()
    assert not window.close()
    with qtbot.waitSignal(form.unlocked):
        go.set()
    assert calls == ["AV"]
    assert caught.all == ["in"]
    assert window.close()


def test_a_fault_of_ours_is_said_and_raised(qtbot: QtBot) -> None:
    def broken(_login: str, _secret: str) -> object:
        raise ZeroDivisionError

    form = UnlockForm(["AV"], broken)
    qtbot.addWidget(form)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(form.stuck) as said:
        type_in(form.passphrase.line, "x")
    assert said.args is not None
    assert isinstance(said.args[0], problems.OurFault)
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]
    assert not form.busy


def test_a_window_that_is_gone_hears_nothing(qtbot: QtBot, slow: tuple[Event, Event]) -> None:
    began, go = slow

    def unlock(_login: str, _secret: str) -> object:
        began.set()
        go.wait(10)
        raise EntranceProblem

    form = UnlockForm(["AV"], unlock)
    pool = form._work._pool
    type_in(form.passphrase.line, "x")
    assert began.wait(10)
    with qtbot.waitSignal(form.destroyed):
        form.deleteLater()
    go.set()
    pool.shutdown(wait=True)
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: True)
    assert raised == []


def test_the_passphrase_is_shown_on_demand_and_never_stays_so(window: UnlockWindow) -> None:
    field = window.unlock.passphrase
    assert field.line.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(field.line, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert field.line.echoMode() is QLineEdit.EchoMode.Normal
    field.hide()
    field.show()
    assert field.line.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("letter", "shift", "said"),
    [
        ("a", False, False),
        ("A", False, True),
        ("A", True, False),
        ("a", True, True),
        ("É", False, True),
        ("7", False, False),
    ],
)
def test_caps_lock_shows_by_what_it_does(window: UnlockWindow, letter: str, *, shift: bool, said: bool) -> None:
    field = window.unlock.passphrase
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(field.line, QKeyEvent(QEvent.Type.KeyPress, 0, held, letter))
    assert field._caps.isVisible() is said
    QCoreApplication.sendEvent(
        field.line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_CapsLock, Qt.KeyboardModifier.NoModifier)
    )
    assert not field._caps.isVisible()


def test_the_language_is_kept_for_tomorrow(window: UnlockWindow, profile: Path) -> None:
    window.language.choose("fr")
    assert entrance.screen_language(profile) == "fr"
    assert "déverrouiller" in window.unlock.button.text().lower().replace("&", "")


def test_a_profile_that_vanished_is_said(qtbot: QtBot, window: UnlockWindow, profile: Path, caught: Caught) -> None:
    shutil.rmtree(profile)
    with qtbot.waitSignal(window.stuck):
        type_in(window.unlock.passphrase.line, PASSPHRASE)
    assert [type(each) for each in caught.all] == [problems.NoStore]
