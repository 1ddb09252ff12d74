"""What is typed is told when the hands rest, and nothing that the program shows disturbs it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.money import Money
from loket_app.ui.fields.money import MoneyField
from loket_app.ui.fields.text import TextField
from loket_app.ui.fields.typed import TypedField
from tests.ui.fields.support import Page, Told, focused, press, type_text


def line_of(field: TypedField) -> QLineEdit:
    line = field.focusProxy()
    assert isinstance(line, QLineEdit)
    return line


def test_many_keys_are_told_once_when_the_hands_rest(page: Page, qtbot: QtBot) -> None:
    field = page.put(TextField())
    told = Told(field)
    with qtbot.waitSignal(field.edited):
        type_text("Miftari")
        assert told == []
        assert field.answer() == "Miftari"
    assert told == ["Miftari"]


def test_what_is_pasted_with_signs_that_nobody_sees_loses_them(page: Page) -> None:
    field = page.put(TextField())
    told = Told(field)
    type_text("Mif tari")
    line = line_of(field)
    line.setCursorPosition(3)
    line.insert("\x02\x07f\x7f")
    line.textEdited.emit(line.text())
    assert (field.text(), line.cursorPosition()) == ("Miff tari", 4)
    page.leave()
    assert told == ["Miff tari"]


def test_leaving_tells_at_once(page: Page) -> None:
    field = page.put(TextField())
    told = Told(field)
    type_text("Miftari")
    page.leave()
    assert told == ["Miftari"]


def test_enter_tells_at_once_and_is_left_to_the_page(page: Page) -> None:
    field = page.put(TextField())
    told = Told(field)
    type_text("Gent")
    press(Qt.Key.Key_Return)
    assert told == ["Gent"]


def test_flush_tells_once(page: Page) -> None:
    field = page.put(TextField())
    told = Told(field)
    type_text("Gent")
    field.flush()
    field.flush()
    assert told == ["Gent"]


def test_blanks_at_the_ends_are_no_answer(page: Page) -> None:
    field = page.put(TextField())
    told = Told(field)
    type_text("  ")
    page.leave()
    assert (field.answer(), told) == (NOT_ASKED, [])
    field.setFocus()
    type_text("An ")
    page.leave()
    assert told == ["An"]


def test_taking_everything_away_is_told_as_not_asked(page: Page) -> None:
    field = page.put(TextField())
    field.load("An")
    told = Told(field)
    line_of(field).selectAll()
    press(Qt.Key.Key_Delete)
    page.leave()
    assert told == [NOT_ASKED]


def test_the_program_shows_answers_in_silence(page: Page) -> None:
    field = page.put(TextField())
    told = Told(field)
    field.set_answer("Miftari")
    field.set_answer(UNKNOWN)
    page.leave()
    assert (field.text(), field.answer(), told) == ("", UNKNOWN, [])


def test_an_equal_answer_leaves_cursor_and_selection_alone(page: Page) -> None:
    field = page.put(TextField())
    field.load("Miftari")
    line_of(field).setSelection(2, 3)
    field.set_answer("Miftari")
    assert line_of(field).selectedText() == "fta"
    line_of(field).setCursorPosition(1)
    field.set_answer("Miftari")
    assert line_of(field).cursorPosition() == 1


def test_what_is_being_typed_wins_over_what_comes_in(page: Page) -> None:
    field = page.put(TextField())
    told = Told(field)
    type_text("Ann")
    field.set_answer("An")
    assert field.text() == "Ann"
    page.leave()
    assert told == ["Ann"]


def test_another_case_forgets_what_was_being_typed(page: Page) -> None:
    field = page.put(TextField())
    told = Told(field)
    type_text("Ann")
    field.load("Agim")
    page.leave()
    assert (field.text(), field.answer(), told) == ("Agim", "Agim", [])


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("محمد", Qt.LayoutDirection.RightToLeft),
        ("דוד", Qt.LayoutDirection.RightToLeft),
        ("(1) محمد", Qt.LayoutDirection.RightToLeft),
        ("გიორგი", Qt.LayoutDirection.LeftToRight),
        ("Agim محمد", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_a_name_starts_where_its_script_starts(page: Page, text: str, direction: Qt.LayoutDirection) -> None:
    field = page.put(TextField())
    field.load(text)
    assert line_of(field).layoutDirection() == direction
    field.load("")
    assert line_of(field).layoutDirection() == page.layoutDirection()


def test_a_place_that_always_holds_a_value_takes_the_empty_text(page: Page) -> None:
    field = page.put(TextField())
    field.require()
    field.load("x")
    told = Told(field)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    page.leave()
    assert told == [""]
    assert focused() is page.elsewhere


def test_half_of_an_unreadable_text_is_no_answer(page: Page, qtbot: QtBot) -> None:
    field = page.put(MoneyField())
    field.load(Money.of(5))
    told = Told(field)
    line_of(field).selectAll()
    with qtbot.waitSignal(field.edited):
        type_text("12,34")
    type_text("5")
    page.leave()
    assert told == [Money.of("12.34"), Money.of(5)]
    assert (field.answer(), field.text()) == (Money.of(5), "12,345")
