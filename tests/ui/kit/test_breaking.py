"""Endless words: one may not push the rest of a page out of sight, and what is copied is what was typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from loket_app.ui.kit.breaking import breakable, unbroken

ENDLESS = "x" * 500


def test_an_endless_word_fits_a_narrow_page(qtbot: QtBot) -> None:
    widths = []
    for text in (ENDLESS, breakable(ENDLESS)):
        label = QLabel(text)
        label.setWordWrap(True)
        qtbot.addWidget(label)
        widths.append(label.minimumSizeHint().width())
    assert widths[1] < 300 < widths[0]


def test_what_breaks_by_itself_stays_as_it_is() -> None:
    plain = "https://www.agii.be/nieuws/aanpassingen-criteria-en-steun-bij-vrijwillige-terugkeer"
    assert breakable(plain) == plain
    assert breakable("Re-integratiesteun bij terugkeer") == "Re-integratiesteun bij terugkeer"


def test_the_text_comes_back_as_it_was() -> None:
    text = f"Mail {ENDLESS} of the cell"
    assert breakable(text) != text
    assert unbroken(breakable(text)) == text
