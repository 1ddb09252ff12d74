"""Every window in every language: it opens, it fits, and every part of it has a name and a key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from loket_app.i18n import LANGUAGES, PSEUDO_LANGUAGES, set_language
from loket_app.services import entrance_problems as problems
from loket_app.services.entrance_problems import EntranceProblem
from loket_app.ui import style
from loket_app.ui.entrance.first_run.assistant import FirstRunAssistant
from loket_app.ui.entrance.problem_window import ProblemWindow
from loket_app.ui.entrance.unlock_window import UnlockWindow
from tests.ui.entrance.conftest import show
from tests.ui.entrance.shut_doors import PROBLEMS

HALF_SCREEN = (683, 384)
"""1366×768 at 200 %."""


def views(place: Path) -> Iterator[QWidget]:
    """Every face of every window."""
    unlock = UnlockWindow(place, ["AV", "bert"])
    yield unlock
    unlock.unlock.lost.emit()
    yield unlock
    assistant = FirstRunAssistant(place)
    for number in range(len(assistant.pages)):
        assistant._place = number
        assistant._show()
        yield assistant
    for kind in PROBLEMS:
        yield problem_window(kind, place)


def problem_window(kind: type[EntranceProblem], place: Path) -> ProblemWindow:
    return ProblemWindow(kind(place / "keys.json", place="slots/0/salt", backup="loket.db.v1", reason="Input error"))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", [*LANGUAGES, *PSEUDO_LANGUAGES])
def test_it_fits_and_everything_has_a_name(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, lang: str, theme: Literal["light", "dark"]
) -> None:
    set_language(lang)
    style.apply(qapp, theme)
    for view in views(tmp_path):
        qtbot.addWidget(view)
        view.show()
        view.resize(*HALF_SCREEN)
        qapp.processEvents()
        assert view.width() == HALF_SCREEN[0]
        assert view.windowTitle()
        assert [type(part) for part in focusable(view) if not (part.accessibleName() or words_of(part))] == []
        for area in view.findChildren(QScrollArea):
            page = area.widget()
            assert page is not None
            assert page.width() <= area.viewport().width()
            assert [label.text() for label in page.findChildren(QLabel) if cut(label, page)] == []
        view.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_parts_of_a_window_share_a_key(qtbot: QtBot, tmp_path: Path, lang: str) -> None:
    set_language(lang)
    for view in views(tmp_path):
        qtbot.addWidget(view)
        view.show()
        keys = [key for part in view.findChildren(QWidget) if part.isVisible() for key in mnemonic(part)]
        assert len(keys) == len(set(keys)), (view.windowTitle(), keys)
        view.close()


@pytest.mark.parametrize("kind", PROBLEMS)
def test_a_problem_says_three_things_and_where(qtbot: QtBot, tmp_path: Path, kind: type[EntranceProblem]) -> None:
    window = problem_window(kind, tmp_path)
    show(qtbot, window)
    said = " ".join(label.text() for label in window.findChildren(QLabel))
    problem = window.problem
    for words in (problem.title, problem.what, problem.safe, problem.remedy, str(tmp_path)):
        assert words in said
    assert problem.title in window.windowTitle()
    assert window.focusWidget() is window.again_button
    QTest.keyClick(window, Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(window.isHidden)
    set_language("nl")
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert problem.title in window.windowTitle()
    assert window.close_button.text() == "&Sluiten"


class Opener(QObject):
    """Takes the folders that would be opened."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.asked.append(url)


def test_the_folder_can_be_opened(qtbot: QtBot, tmp_path: Path) -> None:
    window = problem_window(problems.DamagedKeys, tmp_path)
    qtbot.addWidget(window)
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]  # the stub asks for bytes, which Qt refuses
    try:
        window.folder_button.click()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(url.toLocalFile()) for url in opener.asked] == [tmp_path]


def focusable(view: QWidget) -> list[QWidget]:
    parts = [part for part in view.findChildren(QWidget) if part.isVisible()]
    return [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.focusProxy()]


def words_of(part: QWidget) -> str:
    return part.text() if isinstance(part, QAbstractButton | QLabel) else ""


def mnemonic(part: QWidget) -> list[str]:
    text = words_of(part)
    acts = isinstance(part, QAbstractButton) or (isinstance(part, QLabel) and part.buddy() is not None)
    return [key.lower() for key in re.findall(r"&(\w)", text.replace("&&", ""))] if acts else []


def cut(label: QLabel, page: QWidget) -> bool:
    """Whether words stand beyond the page or are higher than their place."""
    if not label.isVisible():
        return False
    right = label.mapTo(page, label.rect().topRight()).x()
    high = label.heightForWidth(label.width()) if label.wordWrap() else label.minimumSizeHint().height()
    wide = 0 if label.wordWrap() else label.minimumSizeHint().width()
    return right > page.width() or high > label.height() or wide > label.width()
