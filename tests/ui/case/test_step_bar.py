"""The bar of the pages names all seven on the smallest screen, however much is open and whatever the language."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from loket_app.i18n import LANGUAGES, pgettext, set_language
from loket_app.ui.case.plan import PAGES, STEPS
from loket_app.ui.case.step_bar import StepBar, _tab
from loket_app.ui.style import current

SMALLEST = 1366
MOST = dict.fromkeys([step.name for step in STEPS[:-1]], 12) | {"handover": 38}


def bar_of(qtbot: QtBot, lang: str, room: int) -> list[str]:
    """What stands on the buttons, from the left."""
    set_language(lang)
    bar = StepBar()
    qtbot.addWidget(bar)
    bar.show_step("intake")
    bar.show_open(MOST)
    bar.fit(room)
    assert bar.sizeHint().width() <= room
    return [button.text() for button in bar.findChildren(QPushButton)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_has_its_name_at_1366(qtbot: QtBot, lang: str) -> None:
    size = current().size
    told = bar_of(qtbot, lang, SMALLEST - size.rail - size.panel - size.grid * 6)
    names = [pgettext(*_tab(page)) for page in PAGES]
    assert [name in text for name, text in zip(names, told, strict=True)] == [True] * len(PAGES)


def test_where_no_name_fits_the_numbers_stay(qtbot: QtBot) -> None:
    told = bar_of(qtbot, "en", 480)
    assert told == ["1 Intake 12?", "2 12?", "3 12?", "4 12?", "5 38?", "6", "7"]
