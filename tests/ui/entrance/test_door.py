"""Which window somebody meets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from loket_app.security.instance import InstanceLock
from loket_app.services import entrance_problems as problems
from loket_app.ui.entrance.door import Door
from loket_app.ui.entrance.first_run.assistant import FirstRunAssistant
from loket_app.ui.entrance.problem_window import ProblemWindow
from loket_app.ui.entrance.unlock_window import UnlockWindow
from tests.ui.entrance.conftest import PASSPHRASE, Caught


@pytest.fixture
def door(profile: Path, caught: Caught) -> Door:
    made = Door(profile)
    made.opened.connect(caught)
    return made


def test_nothing_there_yet(qtbot: QtBot, tmp_path: Path) -> None:
    door = Door(tmp_path / "new")
    door.show()
    assert isinstance(door.window, FirstRunAssistant)
    qtbot.addWidget(door.window)


def test_unlocking_hands_the_cases_over(qtbot: QtBot, door: Door, caught: Caught) -> None:
    door.show()
    window = door.window
    assert isinstance(window, UnlockWindow)
    with qtbot.waitSignal(door.opened):
        QTest.keyClicks(window.unlock.passphrase.line, PASSPHRASE)
        QTest.keyClick(window.unlock.passphrase.line, Qt.Key.Key_Return)
    assert caught.opened.login == "AV"
    assert caught.all[1] is False
    assert window.isVisible()
    with qtbot.waitSignal(window.destroyed):
        door.done()
    assert door.window is None


def test_a_second_instance_tries_again(qtbot: QtBot, door: Door, profile: Path) -> None:
    with InstanceLock(profile):
        door.show()
        first = door.window
        assert isinstance(first, ProblemWindow)
        assert isinstance(first.problem, problems.SecondInstance)
        with qtbot.waitSignal(first.destroyed):
            first.again_button.click()
        assert isinstance(door.window, ProblemWindow)
    second = door.window
    with qtbot.waitSignal(second.destroyed):
        second.again_button.click()
    assert isinstance(door.window, UnlockWindow)
    qtbot.addWidget(door.window)


def test_a_problem_after_the_passphrase_gets_its_window(qtbot: QtBot, door: Door, profile: Path) -> None:
    door.show()
    window = door.window
    assert isinstance(window, UnlockWindow)
    (profile / "loket.db").write_bytes(b"\0" * 8192)
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClicks(window.unlock.passphrase.line, PASSPHRASE)
        QTest.keyClick(window.unlock.passphrase.line, Qt.Key.Key_Return)
    assert isinstance(door.window, ProblemWindow)
    assert isinstance(door.window.problem, problems.DamagedStore)
    qtbot.addWidget(door.window)
