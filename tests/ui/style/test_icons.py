"""Icons: drawn where there is room; where there is none yet, nothing is drawn and Qt has nothing to warn of."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from pytestqt.qtbot import QtBot

from loket_app.ui.style import icon


def test_an_icon_without_room_is_empty_and_one_with_room_is_not(qtbot: QtBot) -> None:  # noqa: ARG001  pictures need Qt
    shown = icon("save")
    assert shown.pixmap(QSize(0, 16), QIcon.Mode.Normal).isNull()
    assert not shown.pixmap(QSize(16, 16), QIcon.Mode.Normal).isNull()
