"""Longer words: the field grows with them, is told when the hands rest, and Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from loket_app.domain.answers import NOT_ASKED
from loket_app.ui.fields.notes import NotesField
from tests.ui.fields.support import Page, Told, editor_of, focused, press, type_text


def box_of(field: NotesField) -> QPlainTextEdit:
    box = field.focusProxy()
    assert isinstance(box, QPlainTextEdit)
    return box


def test_what_is_pasted_with_signs_that_nobody_sees_loses_them(page: Page) -> None:
    field = page.put(NotesField())
    told = Told(field)
    box_of(field).insertPlainText("two\x02\nbags\tand\x07 one")
    assert field.text() == "two\nbags\tand one"
    assert box_of(field).textCursor().position() == len(field.text())
    page.leave()
    assert told == ["two\nbags\tand one"]


def test_told_when_the_hands_rest(page: Page, qtbot: QtBot) -> None:
    field = page.put(NotesField())
    told = Told(field)
    with qtbot.waitSignal(field.edited):
        type_text("One")
        press(Qt.Key.Key_Return)
        type_text("two")
        assert told == []
    assert told == ["One\ntwo"]


def test_it_grows_and_shrinks_with_its_words(page: Page) -> None:
    field = page.put(NotesField())
    low = box_of(field).height()
    field.load("\n".join(str(line) for line in range(8)))
    high = box_of(field).height()
    field.load("\n".join(str(line) for line in range(80)))
    highest = box_of(field).height()
    assert low < high < highest
    assert highest < page.height()
    field.load(NOT_ASKED)
    assert box_of(field).height() == low


def test_it_grows_when_it_becomes_narrower(page: Page, qtbot: QtBot) -> None:
    field = page.put(NotesField())
    field.load("They would like to travel before the school year starts, all five of them. " * 4)
    wide = box_of(field).height()
    page.resize(320, page.height())
    qtbot.waitUntil(lambda: box_of(field).height() > wide and box_of(field).verticalScrollBar().maximum() == 0)


def test_an_equal_answer_leaves_the_cursor_alone(page: Page) -> None:
    field = page.put(NotesField())
    field.load("One\ntwo")
    cursor = box_of(field).textCursor()
    cursor.setPosition(2)
    box_of(field).setTextCursor(cursor)
    field.set_answer("One\ntwo")
    assert box_of(field).textCursor().position() == 2


def test_what_is_being_typed_wins(page: Page) -> None:
    field = page.put(NotesField())
    told = Told(field)
    type_text("Ann")
    field.set_answer("An")
    page.leave()
    assert (field.text(), told) == ("Ann", ["Ann"])


def test_tab_leaves_and_names_in_any_script_start_at_their_side(page: Page) -> None:
    field = page.put(NotesField())
    page.setTabOrder(editor_of(field), page.elsewhere)
    type_text("محمد")
    assert box_of(field).layoutDirection() == Qt.LayoutDirection.RightToLeft
    press(Qt.Key.Key_Tab)
    assert focused() is page.elsewhere
    assert field.text() == "محمد"
