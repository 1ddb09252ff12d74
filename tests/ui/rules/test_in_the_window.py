"""Rates and rules in the window of the desk: one key leads there, the rail stays whole on a low screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from loket_app.i18n import LANGUAGES, set_language
from loket_app.ui.rules.rules_page import RulesPage
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.shell.rail import PLACES, Rail
from tests.at_work import make_profile, open_window, settle, until


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(make_profile(tmp_path))
    made.show()
    made.activateWindow()
    with qtbot.waitActive(made):
        pass
    yield made
    settle(made)
    made.close()


def test_one_key_leads_there(window: MainWindow) -> None:
    assert window.findChild(RulesPage) is None  # nobody waits for it in the morning
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    until(lambda: window.findChild(RulesPage) is not None)
    page = window.findChild(RulesPage)
    assert page is not None
    assert page.isVisible()
    assert page.head.finder.hasFocus()
    assert page.list.current_id


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rail_is_whole_at_200_percent(qtbot: QtBot, lang: str) -> None:
    set_language(lang)
    rail = Rail(str)
    qtbot.addWidget(rail)
    rail.set_narrow(narrow=True)
    rail.resize(rail.width(), 384)
    rail.show()
    buttons = [button for button in rail.findChildren(QToolButton) if button.isVisible()]
    assert len(buttons) == len(PLACES) + 1
    assert rail.minimumSizeHint().height() <= 384
    for button in buttons:
        words = button.text().splitlines()
        assert max(map(button.fontMetrics().horizontalAdvance, words)) < button.width(), words
