"""A desk with one case that has everything, opened on its page; every test begins in English."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loket_app import i18n
from loket_app.domain.case import Case
from loket_app.ui import style
from loket_app.ui.case.case_page import CasePage
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import make_profile, open_window, settle, unlock
from tests.documents.cases import FAMILY
from tests.ui.case.support import store_cases

Opening = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def screen(qapp: QApplication) -> Iterator[None]:
    i18n.set_language("en")
    style.apply(qapp, "light")
    yield
    i18n.set_language("en")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed profile without cases. For copying: a key takes its time."""
    return make_profile(tmp_path_factory.mktemp("made"))


@pytest.fixture
def opening(made: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Opening]:
    """Open the main window on a store with these cases."""
    windows: list[MainWindow] = []

    def opened(*cases: Case) -> MainWindow:
        profile = Path(shutil.copytree(made, tmp_path / "profile"))
        store_cases(unlock(profile), cases)
        window = open_window(profile)
        i18n.set_language("en")
        windows.append(window)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            pass
        settle(window)
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(opening: Opening) -> MainWindow:
    """The window with the family's case."""
    return opening(FAMILY)


@pytest.fixture
def page(window: MainWindow) -> CasePage:
    """The page of the family's case."""
    window.open_case(FAMILY.id)
    settle(window)
    assert window.case_page is not None
    return window.case_page
