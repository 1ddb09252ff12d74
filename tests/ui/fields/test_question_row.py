"""A question as one reads it and as a screen reader says it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from loket_app.domain.answers import UNKNOWN
from loket_app.i18n.labels import field_help, field_label
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.option import Option
from loket_app.ui.fields.partial_date import PartialDateField
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.fields.text import TextField
from loket_app.ui.fields.yes_no import YesNoField
from loket_app.ui.kit.note_line import NoteLine
from tests.ui.fields.support import Page, editor_of, press_ctrl, type_text


def row_for(field: AnswerField, why: Callable[[], str] | None = None) -> QuestionRow:
    path = "household/family_name"
    return QuestionRow(field, lambda: "&" + field_label(path), lambda: field_help(path) or "", why)


def below(row: QuestionRow) -> str:
    line = row.findChild(NoteLine)
    return line.text() if isinstance(line, NoteLine) and not line.isHidden() else ""


def label_of(row: QuestionRow) -> QLabel:
    return next(label for label in row.findChildren(QLabel) if label.buddy() is not None)


def test_the_label_names_the_editor_to_eyes_keys_and_ears(page: Page) -> None:
    field = TextField()
    row = page.put(row_for(field))
    assert label_of(row).text() == "&Family name"
    assert label_of(row).buddy() is field
    assert editor_of(field).accessibleName() == "Family name"
    assert editor_of(field).accessibleDescription() == field_help("household/family_name")
    assert below(row) == field_help("household/family_name")


def test_the_mnemonic_leads_to_the_editor(page: Page) -> None:
    field = TextField()
    page.put(row_for(field))
    page.leave()
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert editor_of(field).hasFocus()


def test_options_are_named_too(page: Page) -> None:
    field = YesNoField()
    page.put(row_for(field))
    assert field.findChildren(Option)[0].accessibleDescription().startswith("Family name")


def test_below_stands_the_error_else_the_reading_else_the_help(page: Page) -> None:
    field = PartialDateField()
    row = page.put(row_for(field))
    page_help = below(row)
    field.setFocus()
    type_text("4/1987")
    assert below(row) == "April 1987"
    type_text("x")
    assert below(row) == page_help
    page.leave()
    assert "as much as is known" in below(row)
    assert "as much as is known" in editor_of(field).accessibleDescription()
    field.load(UNKNOWN)
    assert below(row) == page_help
    assert editor_of(field).accessibleDescription() == page_help


def test_without_help_there_is_no_line_until_there_is_something_to_say(page: Page) -> None:
    field = PartialDateField()
    row = page.put(QuestionRow(field, lambda: "Born"))
    assert row.findChild(NoteLine) is None
    field.setFocus()
    type_text("1987")
    assert below(row) == "1987"
    editor = editor_of(field)
    assert isinstance(editor, QLineEdit)
    editor.clear()
    editor.textEdited.emit("")
    assert below(row) == ""


def test_why_it_matters_unfolds(page: Page) -> None:
    field = TextField()
    row = page.put(row_for(field, lambda: "It decides the premium."))
    field.setFocus()
    press_ctrl(Qt.Key.Key_I)
    shown = [label for label in row.findChildren(QLabel) if label.text() == "It decides the premium."]
    assert [label.isVisible() for label in shown] == [True]
    press_ctrl(Qt.Key.Key_I)
    assert not shown[0].isVisible()


def test_a_change_of_language_keeps_focus_cursor_and_half_typed_words(page: Page) -> None:
    field = TextField()
    row = page.put(row_for(field))
    field.setFocus()
    type_text("Mift")
    editor = editor_of(field)
    assert isinstance(editor, QLineEdit)
    editor.setCursorPosition(2)
    page.speak("nl")
    assert (editor.text(), editor.cursorPosition(), editor.hasFocus()) == ("Mift", 2, True)
    assert label_of(row).text() == "&Familienaam"
    assert below(row) == field_help("household/family_name")
    assert editor.accessibleName() == "Familienaam"
