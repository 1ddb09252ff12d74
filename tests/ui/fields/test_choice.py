"""Closed questions with the keyboard: arrows, letters of the language, a list that opens, boxes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox

from loket_app.domain.answers import NOT_ASKED, UNKNOWN
from loket_app.domain.person import CivilStatus, Sex, Vulnerability
from loket_app.domain.stay import StayCategory
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.choice import choice_field
from loket_app.ui.fields.choice_list import ChoiceListField
from loket_app.ui.fields.multi import MultiChoiceField
from loket_app.ui.fields.option import Option
from loket_app.ui.fields.options_field import OptionsField
from loket_app.ui.fields.tick import TickField
from loket_app.ui.fields.yes_no import YesNoField
from tests.ui.fields.support import Page, Told, editor_of, focused, press, type_text

HEALTH, DISABILITY, ALONE = Vulnerability.HEALTH, Vulnerability.DISABILITY, Vulnerability.NONE


def options_of(field: AnswerField) -> list[Option]:
    return field.findChildren(Option)


@pytest.mark.parametrize(
    ("lang", "letter", "answer"),
    [
        ("en", "y", True),
        ("en", "N", False),
        ("nl", "j", True),
        ("nl", "n", False),
        ("fr", "o", True),
        ("de", "j", True),
        ("de", "n", False),
    ],
)
def test_a_letter_of_the_language_answers(page: Page, lang: str, letter: str, answer: bool) -> None:
    field = page.put(YesNoField())
    page.speak(lang)
    told = Told(field)
    type_text(letter)
    assert told == [answer]


def test_other_letters_answer_nothing(page: Page) -> None:
    field = page.put(YesNoField())
    type_text("xo")
    assert field.answer() is NOT_ASKED


def test_arrows_go_round_and_choose(page: Page) -> None:
    field = page.put(choice_field(Sex))
    told = Told(field)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    assert told == [Sex.FEMALE, Sex.MALE, Sex.OTHER, Sex.FEMALE, Sex.OTHER]
    assert focused() is options_of(field)[2]


def test_backwards_from_nothing_is_the_last(page: Page) -> None:
    field = page.put(choice_field(Sex))
    press(Qt.Key.Key_Up)
    assert field.answer() is Sex.OTHER


def test_backspace_and_a_second_click_take_back(page: Page) -> None:
    field = page.put(YesNoField())
    told = Told(field)
    type_text("y")
    press(Qt.Key.Key_Backspace)
    options_of(field)[1].click()
    options_of(field)[1].click()
    assert told == [True, NOT_ASKED, False, NOT_ASKED]


def test_space_chooses_where_the_focus_is(page: Page) -> None:
    field = page.put(YesNoField())
    press(Qt.Key.Key_Space)
    assert field.answer() is True


def test_one_option_at_most_is_chosen(page: Page) -> None:
    field = page.put(YesNoField())
    for option in options_of(field):
        option.click()
    assert [option.isChecked() for option in options_of(field)] == [False, True]
    field.set_answer(UNKNOWN)
    assert [option.isChecked() for option in options_of(field)] == [False, False]


def test_an_answer_that_must_be_cannot_be_taken_back(page: Page) -> None:
    field = page.put(choice_field(Sex))
    field.require()
    field.load(Sex.MALE)
    told = Told(field)
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert (field.answer(), told) == (Sex.MALE, [])
    assert [option.isChecked() for option in options_of(field)] == [False, True, False]


def test_options_read_their_words_anew(page: Page) -> None:
    field = page.put(YesNoField())
    assert [option.text() for option in options_of(field)] == ["Yes", "No"]
    page.speak("fr")
    assert [option.text() for option in options_of(field)] == ["Oui", "Non"]


def test_few_options_lie_open_and_many_in_a_list(page: Page) -> None:
    assert isinstance(page.put(choice_field(Sex)), OptionsField)
    assert isinstance(page.put(choice_field(CivilStatus)), ChoiceListField)


def combo_of(field: ChoiceListField) -> QComboBox:
    combo = field.focusProxy()
    assert isinstance(combo, QComboBox)
    return combo


def test_a_list_is_chosen_from_by_first_letters(page: Page) -> None:
    field = page.put(choice_field(CivilStatus))
    told = Told(field)
    type_text("wi")
    assert told[-1] is CivilStatus.WIDOWED
    press(Qt.Key.Key_Delete)
    assert field.answer() is NOT_ASKED


def test_a_letter_again_goes_on_in_a_list(page: Page) -> None:
    field = page.put(choice_field(StayCategory))
    page.speak("fr")
    type_text("dd")
    assert field.answer() is StayCategory.REJECTED


def test_a_list_speaks_the_language(page: Page) -> None:
    field = page.put(choice_field(CivilStatus))
    field.load(CivilStatus.MARRIED)
    assert isinstance(field, ChoiceListField)
    page.speak("nl")
    assert combo_of(field).currentText() == "Gehuwd"
    assert combo_of(field).count() == len(CivilStatus)


def test_scrolling_the_page_changes_no_answer(page: Page) -> None:
    field = page.put(choice_field(CivilStatus))
    field.load(CivilStatus.SINGLE)
    assert isinstance(field, ChoiceListField)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo_of(field), turn)
    assert field.answer() is CivilStatus.SINGLE


def box_of(field: MultiChoiceField, member: Vulnerability) -> QCheckBox:
    return field.findChildren(QCheckBox)[list(Vulnerability).index(member)]


def test_boxes_are_told_in_the_order_of_the_enum(page: Page) -> None:
    field = page.put(MultiChoiceField(Vulnerability))
    told = Told(field)
    box_of(field, DISABILITY).click()
    box_of(field, HEALTH).click()
    box_of(field, DISABILITY).click()
    box_of(field, HEALTH).click()
    assert told == [(DISABILITY,), (HEALTH, DISABILITY), (HEALTH,), NOT_ASKED]


def test_none_stands_alone(page: Page) -> None:
    field = page.put(MultiChoiceField(Vulnerability))
    field.load((HEALTH, DISABILITY))
    box_of(field, ALONE).click()
    assert field.answer() == (ALONE,)
    box_of(field, HEALTH).click()
    assert field.answer() == (HEALTH,)


def test_arrows_walk_over_the_boxes_and_tab_stops_once(page: Page) -> None:
    field = page.put(MultiChoiceField(Vulnerability, columns=2))
    page.setTabOrder(editor_of(field), page.elsewhere)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert field.answer() == (Vulnerability.TRAFFICKING,)
    stops = [box for box in field.findChildren(QCheckBox) if box.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [box_of(field, Vulnerability.TRAFFICKING)]


def test_a_tick_is_so_or_not_so(page: Page) -> None:
    field = page.put(TickField())
    told = Told(field)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    press(Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert told == [True, False]
    page.speak("nl")
    assert field.findChildren(QCheckBox)[0].text() == "Ja"


def test_boxes_stand_one_under_the_other_where_there_is_no_room_for_two(page: Page) -> None:
    field = page.put(MultiChoiceField(Vulnerability, columns=2))
    first, second = box_of(field, Vulnerability.PREGNANT), box_of(field, Vulnerability.HEALTH)
    assert first.y() == second.y()
    page.resize(field.minimumSizeHint().width() + 40, 900)
    QApplication.processEvents()
    assert first.x() == second.x()
    assert first.y() < second.y()
    first.setFocus()
    press(Qt.Key.Key_Down)
    assert focused() is second


@pytest.mark.parametrize("lang", ["nl", "fr", "de"])
def test_one_long_word_leaves_two_boxes_beside_each_other_on_a_whole_page(page: Page, lang: str) -> None:
    field = page.put(MultiChoiceField(Vulnerability, columns=2))
    page.speak(lang)
    page.resize(722, 600)
    QApplication.processEvents()
    boxes = [box_of(field, member) for member in Vulnerability]
    assert boxes[0].y() == boxes[1].y()
    assert all(box.width() >= box.sizeHint().width() for box in boxes)


def test_words_that_are_too_long_for_a_narrow_list_end_in_dots_and_stand_whole_in_the_tooltip(page: Page) -> None:
    field = page.put(choice_field(StayCategory))
    assert isinstance(field, ChoiceListField)
    combo = editor_of(field)
    assert isinstance(combo, QComboBox)
    longest = max(range(combo.count()), key=lambda row: len(combo.itemText(row)))
    combo.setCurrentIndex(longest)
    for width, tooltip in ((170, combo.itemText(longest)), (900, "")):
        field.resize(width, field.height())
        combo.resize(width, combo.height())
        combo.grab()
        assert combo.toolTip() == tooltip
