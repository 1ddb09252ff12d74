"""The small pieces that screens share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loket_app import i18n
from loket_app.i18n.labels import field_label
from loket_app.ui import style
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.card import Card
from loket_app.ui.kit.chip import Chip
from loket_app.ui.kit.empty_state import EmptyState
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.kit.status_pill import StatusPill
from loket_app.ui.kit.tones import LOOKS, Tone

TONES: tuple[Tone, ...] = ("reading", "ok", "info", "warn", "error")


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    i18n.set_language("en")
    style.apply(qapp, "light")
    yield
    i18n.set_language("en")


def speak(widget: QWidget, lang: str) -> None:
    i18n.set_language(lang)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))


def name() -> str:
    return field_label("household/family_name")


def colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("tone", TONES)
def test_a_tone_never_speaks_by_colour_alone(tone: Tone) -> None:
    assert LOOKS[tone].sign or tone == "reading"


def test_a_button_follows_the_language_and_enter_presses_it(qtbot: QtBot) -> None:
    button = Button(name, "primary", "check")
    qtbot.addWidget(button)
    button.show()
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    speak(button, "nl")
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (button.text(), len(pressed)) == ("Familienaam", 2)


def test_a_chip_shows_names_as_they_are_and_says_what_a_click_does(qtbot: QtBot) -> None:
    chip = Chip("O & M <Trading>")
    qtbot.addWidget(chip)
    assert chip.text() == "O && M <Trading>"
    assert chip.accessibleName() == "Remove O & M <Trading>"
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("tone", TONES)
def test_a_note_has_words_a_colour_and_a_sign(qtbot: QtBot, tone: Tone) -> None:
    note = NoteLine()
    qtbot.addWidget(note)
    note.say(tone, "<b>word</b>")
    note.show()
    colour = getattr(style.current().colour, LOOKS[tone].role)
    assert note.textFormat() == Qt.TextFormat.PlainText
    assert colour in colours(note) or tone == "info"
    note.say(tone, "")
    assert bool(LOOKS[tone].sign) is (len(colours(note)) > 1)


def test_a_pill_is_as_wide_as_its_word(qtbot: QtBot) -> None:
    pill = StatusPill()
    qtbot.addWidget(pill)
    pill.show_status("Intake")
    narrow = pill.sizeHint().width()
    pill.show_status("Waits for a paper", "warn")
    assert pill.sizeHint().width() > narrow
    assert pill.accessibleName() == "Waits for a paper"
    pill.resize(pill.sizeHint())
    assert style.current().colour.text in colours(pill)


def test_an_empty_page_says_what_to_do(qtbot: QtBot) -> None:
    empty = EmptyState("cases", name, lambda: "A case starts with an intake.")
    qtbot.addWidget(empty)
    words = [label.text() for label in empty.findChildren(QLabel)]
    assert words == ["Family name", "A case starts with an intake."]


def test_a_message_may_offer_one_thing_to_do(qtbot: QtBot) -> None:
    message = InlineMessage()
    qtbot.addWidget(message)
    assert message.isHidden()
    message.say("warn", name, lambda: "Make a copy")
    assert not message.isHidden()
    buttons = message.findChildren(QPushButton)
    with qtbot.waitSignal(message.acted):
        buttons[0].click()
    speak(message, "nl")
    assert message.findChildren(NoteLine)[0].text() == "Familienaam"
    message.resize(400, 60)
    assert style.current().colour.warn in colours(message)
    message.say("ok", name)
    qtbot.waitUntil(lambda: not message.findChildren(QPushButton))


def test_a_card_holds_what_belongs_together(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.body.addWidget(QLabel("inside"))
    card.resize(200, 100)
    assert {style.current().colour.surface, style.current().colour.hairline} <= colours(card)


def filled(box: FlowBox, widths: tuple[int, ...]) -> list[QWidget]:
    items = [QWidget() for _ in widths]
    for item, width in zip(items, widths, strict=True):
        item.setFixedSize(width, 20)
        box.add(item)
    return items


def test_children_stand_in_lines(qtbot: QtBot) -> None:
    box = FlowBox(gap=10)
    qtbot.addWidget(box)
    items = filled(box, (100, 100, 100))
    box.resize(215, 100)
    box.show()
    assert [(item.x(), item.y()) for item in items] == [(0, 0), (110, 0), (0, 30)]
    assert (box.heightForWidth(215), box.heightForWidth(320), box.heightForWidth(50)) == (50, 20, 80)
    assert (box.sizeHint().width(), box.minimumSizeHint().width()) == (320, 100)


def test_hidden_children_leave_no_hole_and_removed_ones_go(qtbot: QtBot) -> None:
    box = FlowBox(gap=10)
    qtbot.addWidget(box)
    first, second, third = filled(box, (100, 100, 100))
    box.resize(400, 40)
    box.show()
    second.hide()
    qtbot.waitUntil(lambda: third.x() == 110)
    box.remove(first)
    assert (third.x(), box.items()) == (0, (second, third))


def test_lines_start_at_the_right_where_the_language_does(qtbot: QtBot) -> None:
    box = FlowBox(gap=10, margin=4, end=20, last_grows=True)
    qtbot.addWidget(box)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, last = filled(box, (100, 50))
    last.setMaximumWidth(500)
    box.resize(300, 40)
    box.show()
    assert first.geometry().right() == 300 - 4 - 1
    assert last.geometry().left() == 24


@pytest.mark.parametrize("width", [300, 480, 900])
def test_a_message_in_a_narrow_column_shows_its_last_line(qtbot: QtBot, width: int) -> None:
    window = QWidget()
    column, message = QWidget(window), InlineMessage()
    layout = QVBoxLayout(column)
    layout.addWidget(message)
    layout.addStretch(1)
    qtbot.addWidget(window)
    column.resize(width, 600)
    window.show()
    message.say("warn", lambda: "These words take some lines in a column that is narrow. " * 3, lambda: "Do it now")
    for room in (width, width + 300):
        column.resize(room, 600)
        qtbot.waitUntil(lambda room=room: room - 50 < message.width() <= room)  # type: ignore[misc]  # the room of now
        QApplication.processEvents()
        assert message.height() == message.heightForWidth(message.width())
