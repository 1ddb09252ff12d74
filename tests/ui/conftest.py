"""Windows on a desk's store, for every area of the screen: made once, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket_app.domain.case import Case
from loket_app.i18n import set_language
from loket_app.services.desk import Desk
from loket_app.services.store import add_cases
from loket_app.ui import style
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import make_profile, settle, still_clock, unlock

ShowWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def empty_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile without cases. For copying: a key takes its time."""
    return make_profile(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def profile(empty_profile: Path, tmp_path: Path) -> Path:
    """The profile of this test."""
    return Path(shutil.copytree(empty_profile, tmp_path / "profile"))


@pytest.fixture
def show_window(profile: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[ShowWindow]:
    """Shows the main window on a store with these cases, in English at 1366×768. Made anew it finds what was kept."""
    style.apply(qapp, "light")
    shown: list[MainWindow] = []

    def show(*cases: Case, desk: Callable[..., Desk] = Desk) -> MainWindow:
        opened = unlock(profile)
        add_cases(opened, {case.number: case for case in cases}, clock=still_clock())
        set_language("en")
        window = MainWindow(desk(opened, clock=still_clock()))
        shown.append(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        settle(window)
        return window

    yield show
    for window in shown:
        window.close()
        window.deleteLater()
    set_language("en")
