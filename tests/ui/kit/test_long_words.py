"""Words longer than their place: a button takes more lines, a line ends in dots."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loket_app.ui import style
from loket_app.ui.kit.broken_lines import broken
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.one_line import OneLine

WORDS = "Als Nächstes fragen: Bedenken wegen öffentlicher Ordnung oder Sicherheit"
NAME = "AL-SALAMI, Mohammed Abd al-Muin"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    style.apply(qapp, "light")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    QVBoxLayout(shown)
    shown.resize(800, 200)
    shown.show()
    return shown


def put(page: QWidget, part: QWidget) -> None:
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(part)
    layout.addStretch(1)


def lines(button: LongButton) -> list[str]:
    """What Qt paints."""
    return QPushButton.text(button).split("\n")


def test_a_button_takes_the_lines_that_it_needs(page: QWidget, qtbot: QtBot) -> None:
    button = LongButton("link")
    button.setText(WORDS)
    put(page, button)
    qtbot.waitUntil(lambda: button.height() == button.sizeHint().height())
    assert lines(button) == [WORDS]
    one = button.height()
    page.resize(260, 200)
    qtbot.waitUntil(lambda: button.height() > one)
    assert len(lines(button)) > 1
    assert " ".join(lines(button)) == button.text() == WORDS
    widest = max(button.fontMetrics().horizontalAdvance(line) for line in lines(button))
    assert widest <= button.width() <= page.width()
    page.resize(800, 200)
    qtbot.waitUntil(lambda: (lines(button), button.height()) == ([WORDS], one))


def test_a_button_keeps_its_picture_and_its_key(page: QWidget) -> None:
    button = LongButton("row", "add")
    button.setText("O && M, &Trading")
    put(page, button)
    assert not button.icon().isNull()
    assert button.text() == "O && M, &Trading"
    assert button.shortcut().toString() == "Alt+T"


def test_a_word_that_is_too_long_stands_alone() -> None:
    metrics = QFontMetrics(QApplication.font())
    assert broken("a Sozialversicherungsnummer b", metrics, 10) == "a\nSozialversicherungsnummer\nb"
    assert broken("", metrics, 10) == ""


def test_a_line_ends_in_dots_and_says_the_rest_in_its_tooltip(page: QWidget, qtbot: QtBot) -> None:
    line = OneLine("heading")
    line.setText(NAME)
    put(page, line)
    qtbot.waitUntil(lambda: line.width() > line.sizeHint().width())
    line.grab()
    assert line.toolTip() == ""
    page.resize(160, 200)
    qtbot.waitUntil(lambda: line.width() < line.sizeHint().width())
    line.grab()
    assert line.toolTip() == NAME
    assert line.text() == NAME


def test_the_first_words_of_a_line_may_be_kept(page: QWidget) -> None:
    line = OneLine("muted")
    line.setText("GNT-2026-0017 · Irak · 3 personnes")
    least = line.minimumSizeHint().width()
    line.keep("GNT-2026-0017")
    put(page, line)
    room = line.minimumSizeHint().width()
    assert room > least
    assert line.fontMetrics().elidedText(line.text(), Qt.TextElideMode.ElideRight, room).startswith("GNT-2026-0017")


def test_a_line_is_painted_in_its_colour(page: QWidget) -> None:
    """And never as markup."""
    line = OneLine("heading")
    line.setText("<b>█</b>")
    put(page, line)
    picture = line.grab().toImage()
    colours = {picture.pixelColor(QPoint(x, y)).name() for x in range(picture.width()) for y in range(picture.height())}
    assert style.current().colour.text.lower() in colours
