"""Every place of a case has its field, and each field shows and gives back what its place holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import pytest
from PySide6.QtTest import QTest

from loket_app.domain.answers import NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.case import Case
from loket_app.domain.handover import Departure, Recipient
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import IdentifierKind, Relation
from loket_app.domain.shape import FieldShape, patterns
from loket_app.i18n import set_language
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.choice_list import ChoiceListField
from loket_app.ui.fields.countries import CountriesField
from loket_app.ui.fields.country import CountryField
from loket_app.ui.fields.currency import CurrencyField
from loket_app.ui.fields.dates import DateField
from loket_app.ui.fields.factory import field_for
from loket_app.ui.fields.identifier import IdentifierField
from loket_app.ui.fields.language import LanguageField
from loket_app.ui.fields.languages import LanguagesField
from loket_app.ui.fields.notes import NotesField
from loket_app.ui.fields.option import Option
from loket_app.ui.fields.options_field import OptionsField
from loket_app.ui.fields.partial_date import PartialDateField
from loket_app.ui.fields.person import PersonChoice
from loket_app.ui.fields.phone import PhoneField
from loket_app.ui.fields.text import TextField
from loket_app.ui.fields.tick import TickField
from loket_app.ui.fields.time_of_day import TimeField
from tests.documents.cases import EMPTY
from tests.ui.fields.support import Page, Told

ASKED = {
    path: shape for path, shape in patterns() if not shape.is_record and shape.may_miss and shape.kind is not datetime
}
_SPECIAL: dict[str, object] = {
    "household/nationalities": ("XK",),
    "household/languages": ("sq",),
    "household/birth_country": "XK",
    "stay/dublin_state": "FR",
    "wish/destination": "XK",
    "consents/language": "sq",
    "costs/person": "p",
    "appointments/at": "14:30",
    "departure/leaves_at": "06:45",
    "journey/transit_country": "TR",
    "conversations/language": "sq",
    "conversations/covered": ("sq",),
    "costs/currency": "XOF",
}
_BY_KIND: dict[type, object] = {
    bool: True,
    PartialDate: PartialDate(1987, 4),
    date: date(2026, 4, 14),
    Money: Money.of("12.50"),
    Decimal: Decimal("655.957"),
    int: 2,
    str: "some words",
}


def an_answer(path: str, shape: FieldShape) -> object:
    """Something that this place can hold."""
    if path in _SPECIAL:
        return _SPECIAL[path]
    if issubclass(shape.kind, Enum):
        member = next(iter(shape.kind))
        return (member,) if shape.many else member
    return _BY_KIND[shape.kind]


@pytest.mark.parametrize("path", ASKED)
def test_every_question_has_a_field(page: Page, case: Case, path: str) -> None:
    field = page.put(field_for(path, lambda: case))
    told = Told(field)
    answer = an_answer(path, ASKED[path])
    for value in (answer, UNKNOWN, answer, NOT_ASKED, answer):
        field.set_answer(value)
        assert field.answer() == value
    field.flush()
    page.leave()
    assert (field.answer(), field.error(), told) == (answer, "", [])


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("household/p/one_name_only", TickField),
        ("household/p/birth_date", PartialDateField),
        ("stay/decisions/x/notified_on", DateField),
        ("household/p/nationalities", CountriesField),
        ("household/p/languages", LanguagesField),
        ("wish/destination", CountryField),
        ("consents/x/language", LanguageField),
        ("costs/x/currency", CurrencyField),
        ("contact/phone", PhoneField),
        ("documents/x/person", PersonChoice),
        ("household/p/identifiers/i/number", IdentifierField),
        ("remarks", NotesField),
        ("appointments/a/at", TimeField),
        ("household/p/family_name", TextField),
    ],
)
def test_the_kind_of_field(page: Page, case: Case, path: str, kind: type[AnswerField]) -> None:
    assert isinstance(page.put(field_for(path, lambda: case)), kind)


def test_a_number_is_judged_by_the_kind_that_stands_beside_it(page: Page, case: Case) -> None:
    register = page.put(field_for("household/p/identifiers/i/number", lambda: case))
    other = page.put(field_for("household/p/identifiers/j/number", lambda: case))
    gone = page.put(field_for("household/gone/identifiers/x/number", lambda: case))
    for field in (register, other, gone):
        field.load("85.07.30-033.29")
    assert case.household[0].identifiers[0].kind is IdentifierKind.NATIONAL
    assert [field.note() is not None for field in (register, other, gone)] == [True, False, False]


def test_a_place_that_always_holds_a_value_has_no_mark(page: Page, case: Case) -> None:
    relation = page.put(field_for("household/p/relation", lambda: case))
    asked = page.put(field_for("household/p/sex", lambda: case))
    assert not relation._mark.isVisible()
    assert asked._mark.isVisible()


def test_records_and_unknown_places_have_no_field(case: Case) -> None:
    with pytest.raises(TypeError, match="household"):
        field_for("household", lambda: case)
    with pytest.raises(TypeError, match="handovers/made_at"):
        field_for("handovers/x/made_at", lambda: case)
    with pytest.raises(KeyError):
        field_for("household/p/shoe_size", lambda: case)


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        (NOT_ASKED, [Recipient.IOM, Recipient.FEDASIL_BOOKING]),
        (Recipient.CARITAS, [Recipient.IOM, Recipient.FEDASIL_BOOKING, Recipient.CARITAS]),
    ],
    ids=["a new answer", "an answer of before"],
)
def test_only_who_books_is_offered_as_who_booked(page: Page, now: Answer[Recipient], offered: list[Recipient]) -> None:
    case = replace(EMPTY, departure=Departure(booked_by=now))
    field = page.put(field_for("departure/booked_by", lambda: case))
    assert isinstance(field, OptionsField)
    assert [option.value for option in field.findChildren(Option)] == offered
    field.set_answer(now)
    assert field.answer() is now


@pytest.mark.parametrize(
    ("lang", "was", "letters", "chosen"),
    [
        ("fr", NOT_ASKED, "p", Relation.PARTNER),
        ("fr", Relation.OTHER, "p", Relation.PARTNER),  # as somebody begins who was just added
        ("fr", Relation.OTHER, "pp", Relation.PARENT),
        ("fr", Relation.OTHER, "ppp", Relation.PARTNER),
        ("fr", Relation.OTHER, "pers", Relation.APPLICANT),
        ("nl", Relation.OTHER, "a", Relation.OTHER),
        ("nl", Relation.OTHER, "aan", Relation.APPLICANT),
        ("de", Relation.CHILD, "a", Relation.OTHER),
    ],
)
def test_a_first_letter_means_who_comes_along(
    page: Page, lang: str, was: Answer[Relation], letters: str, chosen: Relation
) -> None:
    """A case has its one applicant already: who is made it by a slip makes somebody else of them."""
    set_language(lang)
    field = page.put(field_for("household/p/relation", lambda: EMPTY))
    field.load(was)
    assert isinstance(field, ChoiceListField)
    QTest.keyClicks(field._combo, letters)
    set_language("en")
    assert field.answer() is chosen
    assert {value for value, _words in field._model.options} == set(Relation)
