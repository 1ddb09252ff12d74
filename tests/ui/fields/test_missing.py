"""One key says why there is no answer, in every field; the same key takes it back with what stood there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from loket_app.domain.answers import DECLINED, NOT_ASKED, UNKNOWN, Missing
from loket_app.domain.case import Case
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import CivilStatus, IdentifierKind, Sex, Vulnerability
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.choice import choice_field
from loket_app.ui.fields.countries import CountriesField
from loket_app.ui.fields.country import CountryField
from loket_app.ui.fields.dates import DateField
from loket_app.ui.fields.identifier import IdentifierField
from loket_app.ui.fields.language import LanguageField
from loket_app.ui.fields.languages import LanguagesField
from loket_app.ui.fields.missing import MissingMark
from loket_app.ui.fields.money import MoneyField
from loket_app.ui.fields.multi import MultiChoiceField
from loket_app.ui.fields.notes import NotesField
from loket_app.ui.fields.partial_date import PartialDateField
from loket_app.ui.fields.person import PersonChoice
from loket_app.ui.fields.phone import PhoneField
from loket_app.ui.fields.text import TextField
from loket_app.ui.fields.yes_no import YesNoField
from tests.ui.fields.support import Page, Told, editor_of, focused, press, press_ctrl, type_text

KINDS: dict[str, tuple[Callable[[Case], AnswerField], object]] = {
    "text": (lambda _case: TextField(), "Miftari"),
    "notes": (lambda _case: NotesField(), "One\nTwo"),
    "yes or no": (lambda _case: YesNoField(), True),
    "open choice": (lambda _case: choice_field(Sex), Sex.MALE),
    "list choice": (lambda _case: choice_field(CivilStatus), CivilStatus.WIDOWED),
    "boxes": (lambda _case: MultiChoiceField(Vulnerability), (Vulnerability.HEALTH,)),
    "country": (lambda _case: CountryField(), "XK"),
    "countries": (lambda _case: CountriesField(), ("XK", "AL")),
    "language": (lambda _case: LanguageField(), "sq"),
    "languages": (lambda _case: LanguagesField(), ("sq", "sr")),
    "partial date": (lambda _case: PartialDateField(), PartialDate(1987, 4)),
    "date": (lambda _case: DateField(), date(2026, 4, 14)),
    "money": (lambda _case: MoneyField(), Money.of("12.50")),
    "phone": (lambda _case: PhoneField(), "0470 12 34 56"),
    "identifier": (lambda _case: IdentifierField(lambda: IdentifierKind.DVZ), "1.234.567"),
    "person": (lambda case: PersonChoice(lambda: case.household), "q"),
}


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> tuple[Callable[[Case], AnswerField], object]:
    made: tuple[Callable[[Case], AnswerField], object] = KINDS[request.param]
    return made


Kind = tuple[Callable[[Case], AnswerField], object]


def mark_of(field: AnswerField) -> MissingMark:
    mark = field.findChild(MissingMark)
    assert isinstance(mark, MissingMark)
    return mark


def test_every_question_starts_as_not_asked(page: Page, case: Case, kind: Kind) -> None:
    field = page.put(kind[0](case))
    assert field.answer() is NOT_ASKED
    assert mark_of(field).word() == "not asked"
    assert (field.error(), field.note()) == ("", None)


@pytest.mark.parametrize("spoken", [(Qt.Key.Key_U, UNKNOWN, "unknown"), (Qt.Key.Key_D, DECLINED, "declined")])
def test_the_key_and_the_key_again(page: Page, case: Case, kind: Kind, spoken: tuple[Qt.Key, Missing, str]) -> None:
    make, answer = kind
    key, why, word = spoken
    field = page.put(make(case))
    field.load(answer)
    told = Told(field)
    press_ctrl(key)
    assert (field.answer(), mark_of(field).word(), field.error()) == (why, word, "")
    press_ctrl(key)
    assert field.answer() == answer
    assert told == [why, answer]
    assert mark_of(field).word() == ""


def test_without_an_answer_the_key_again_is_not_asked(page: Page, case: Case, kind: Kind) -> None:
    field = page.put(kind[0](case))
    told = Told(field)
    press_ctrl(Qt.Key.Key_U)
    press_ctrl(Qt.Key.Key_D)
    press_ctrl(Qt.Key.Key_D)
    assert told == [UNKNOWN, DECLINED, NOT_ASKED]


def test_the_program_shows_every_answer_and_why_there_is_none(page: Page, case: Case, kind: Kind) -> None:
    make, answer = kind
    field = page.put(make(case))
    told = Told(field)
    for value in (answer, UNKNOWN, answer, DECLINED, NOT_ASKED, answer):
        field.set_answer(value)
        assert field.answer() == value
    page.leave()
    assert (field.answer(), told) == (answer, [])


def test_a_change_of_language_keeps_the_answer(page: Page, case: Case, kind: Kind) -> None:
    make, answer = kind
    field = page.put(make(case))
    field.load(answer)
    told = Told(field)
    page.speak("nl")
    page.leave()
    assert (field.answer(), told) == (answer, [])
    field.set_answer(UNKNOWN)
    page.speak("fr")
    assert mark_of(field).word() == "inconnu"


def test_text_that_was_no_answer_comes_back_too(page: Page) -> None:
    field = page.put(PartialDateField())
    told = Told(field)
    type_text("31/2/1987")
    press_ctrl(Qt.Key.Key_U)
    assert (field.text(), field.answer()) == ("", UNKNOWN)
    press_ctrl(Qt.Key.Key_U)
    assert (field.text(), field.answer()) == ("31/2/1987", NOT_ASKED)
    assert told == [UNKNOWN, NOT_ASKED]


def test_typing_answers_what_was_unknown(page: Page) -> None:
    field = page.put(TextField())
    field.load(UNKNOWN)
    type_text("An")
    page.leave()
    assert field.answer() == "An"
    press_ctrl(Qt.Key.Key_U)
    assert field.answer() == "An", "the key is the field's own, and the focus is elsewhere"


def test_half_typed_text_silences_the_mark(page: Page) -> None:
    field = page.put(PartialDateField())
    type_text("31/")
    assert (mark_of(field).word(), field.answer()) == ("", NOT_ASKED)


def test_the_mark_offers_the_three(page: Page) -> None:
    field = page.put(TextField())
    field.load("An")
    told = Told(field)
    mark = mark_of(field)
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton, pos=QPoint(mark.width() - 8, mark.height() // 2))
    menu = mark.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Not asked", "Unknown", "Declined"]
    assert [action.shortcut().toString() for action in menu.actions()] == ["", "Ctrl+U", "Ctrl+D"]
    menu.actions()[2].trigger()
    assert told == [DECLINED]
    menu.close()


def test_a_click_on_the_word_goes_to_the_editor(page: Page) -> None:
    field = page.put(TextField())
    page.leave()
    mark = mark_of(field)
    QTest.mouseClick(mark, Qt.MouseButton.LeftButton, pos=QPoint(6, mark.height() // 2))
    assert editor_of(field).hasFocus()
    assert mark.findChild(QMenu) is None


def test_the_keys_stand_in_the_tooltip(page: Page) -> None:
    field = page.put(TextField())
    assert "Ctrl+U" in field.toolTip()
    assert "Ctrl+D" in field.toolTip()


def test_tab_goes_from_question_to_question(page: Page) -> None:
    first, second = page.put(TextField()), page.put(YesNoField())
    page.setTabOrder(editor_of(first), editor_of(second))
    first.setFocus()
    press(Qt.Key.Key_Tab)
    assert second.isAncestorOf(focused())
    press(Qt.Key.Key_Tab)
    assert not second.isAncestorOf(focused())


def test_tab_and_back_pass_every_kind_once(page: Page, case: Case) -> None:
    chain = [page.elsewhere, *(page.put(make(case)) for make, _answer in KINDS.values())]
    for key, expected in ((Qt.Key.Key_Tab, chain), (Qt.Key.Key_Backtab, [chain[0], *reversed(chain[1:])])):
        page.leave()
        passed = []
        for _stop in chain:
            passed.append(next(stop for stop in chain if stop is focused() or stop.isAncestorOf(focused())))
            press(key)
        assert passed == expected
