"""A new desk without cases, its window opened in Dutch at the size of a small office screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket_app.i18n import set_language
from loket_app.ui import style
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import make_profile, open_window, settle


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return make_profile(tmp_path)


@pytest.fixture
def window(profile: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    style.apply(qapp, "light")
    opened = open_window(profile)
    set_language("nl")
    opened.resize(1366, 768)
    opened.show()
    opened.activateWindow()
    with qtbot.waitActive(opened):
        pass
    settle(opened)
    yield opened
    opened.close()
    opened.deleteLater()
    set_language("en")
