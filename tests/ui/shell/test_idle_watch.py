"""The wait for a touch begins anew with each key and each move of the mouse, in a dialog too, and with nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from loket_app.ui.shell.finder import Finder
from tests.at_work import settle, until
from tests.ui.conftest import ShowWindow
from tests.ui.hands import CTRL, focused, press


@pytest.mark.parametrize(
    "touch",
    [
        lambda: press(Qt.Key.Key_Shift),
        lambda: QTest.mouseMove(focused(), QPoint(11, 12)),
        lambda: QTest.mouseClick(focused(), Qt.MouseButton.RightButton, pos=QPoint(3, 3)),
    ],
    ids=["key", "move", "click"],
)
def test_a_touch_begins_the_wait_anew(show_window: ShowWindow, touch: Callable[[], None]) -> None:
    window = show_window()
    wait = window._idle._timer
    wait.stop()
    window.show_place("cases")
    settle(window)
    assert not wait.isActive()
    touch()
    until(wait.isActive)
    assert wait.isActive()


def test_a_key_in_a_dialog_is_a_touch_and_can_blank_the_screen(show_window: ShowWindow) -> None:
    window = show_window()
    press(Qt.Key.Key_K, CTRL)
    until(lambda: isinstance(focused().window(), Finder))
    window._idle._timer.stop()
    for covered in (True, False):
        press(Qt.Key.Key_F12)
        assert window._cover.isVisible() is covered
    assert window._idle._timer.isActive()
    press(Qt.Key.Key_Escape)
