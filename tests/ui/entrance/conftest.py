"""A store to come in to, and a screen to do it on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loket_app.domain.case import Desk
from loket_app.i18n import set_language
from loket_app.services.entrance import Opened, SetUp, create_store
from loket_app.services.recovery import new_recovery_code
from loket_app.ui import style

PASSPHRASE = "zeven fietsen op zolder"
OTHER = "acht paarden in de gang"
CODE = new_recovery_code()


@pytest.fixture(autouse=True)
def screen(qapp: QApplication) -> Iterator[None]:
    """Every test begins in English, in the light theme, and without the windows of the last one."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    set_language("en")
    if style.current().theme != "light" or not qapp.styleSheet():
        style.apply(qapp, "light")
    yield
    set_language("en")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The profile of AV, closed. For copying."""
    profile = tmp_path_factory.mktemp("made") / "profile"
    create_store(profile, SetUp("AV", PASSPHRASE, Desk.GHENT, "An Vos", "en", CODE)).close()
    return profile


@pytest.fixture
def profile(made: Path, tmp_path: Path) -> Path:
    """A profile of one's own."""
    return Path(shutil.copytree(made, tmp_path / "profile"))


def show(qtbot: QtBot, window: QWidget) -> None:
    """Show a window, in front: only there do the Alt keys work."""
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


class Caught(QObject):
    """Keeps what a signal carried; closes the stores among it at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[object] = []

    def __call__(self, *carried: object) -> None:
        self.all += carried

    @property
    def opened(self) -> Opened:
        """The store that was opened."""
        [opened] = [each for each in self.all if isinstance(each, Opened)]
        return opened


@pytest.fixture
def caught() -> Iterator[Caught]:
    keeper = Caught()
    yield keeper
    for each in keeper.all:
        if isinstance(each, Opened):
            each.close()
