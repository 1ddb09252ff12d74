"""The field for a place in a case, chosen by what the place holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from loket_app.domain.case import Case
from loket_app.domain.changes import NoSuchPlace, value_at
from loket_app.domain.handover import BOOKERS
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Identifier, IdentifierKind, Relation
from loket_app.domain.shape import FieldShape, pattern_of, shape_at
from loket_app.services import talks
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.fields.choice import choice_field
from loket_app.ui.fields.choice_list import ChoiceListField
from loket_app.ui.fields.code import CodeField
from loket_app.ui.fields.countries import CountriesField
from loket_app.ui.fields.country import CountryField
from loket_app.ui.fields.currency import CurrencyField
from loket_app.ui.fields.dates import DateField
from loket_app.ui.fields.figure import FigureField
from loket_app.ui.fields.identifier import IdentifierField
from loket_app.ui.fields.language import LanguageField
from loket_app.ui.fields.languages import LanguagesField
from loket_app.ui.fields.money import MoneyField
from loket_app.ui.fields.multi import MultiChoiceField
from loket_app.ui.fields.notes import NotesField
from loket_app.ui.fields.partial_date import PartialDateField
from loket_app.ui.fields.person import PersonChoice
from loket_app.ui.fields.phone import PhoneField
from loket_app.ui.fields.points import PointsField
from loket_app.ui.fields.text import TextField
from loket_app.ui.fields.tick import TickField
from loket_app.ui.fields.time_of_day import TimeField
from loket_app.ui.fields.yes_no import YesNoField

GetCase = Callable[[], Case]

_COUNTRY = {"household/birth_country", "stay/dublin_state", "wish/destination", "journey/transit_country"}
_LANGUAGE = {"consents/language", "conversations/language"}
_BOOK: dict[str, Callable[[], CodeField]] = {
    **dict.fromkeys(_COUNTRY, CountryField),
    **dict.fromkeys(_LANGUAGE, LanguageField),
    "costs/currency": CurrencyField,
}
_ONLY: dict[str, tuple[Enum, ...]] = {"departure/booked_by": BOOKERS}
"""Which members are offered where not every one of an enum fits."""
_PERSON = {"documents/person", "costs/person"}
_LONG = {
    "remarks",
    "household/vulnerability_notes",
    "household/fitness_notes",
    "wish/obstacles",
    "wish/reasons",
    "plan/description",
    "plan/approval_reasons",
    "costs/note",
    "conversations/attitude",
    "conversations/obstacles",
    "conversations/solutions",
    "conversations/possibilities",
    "conversations/notes",
    "appointments/note",
    "plan/reports/how_they_are",
    "departure/note",
    "departure/premium_difference",
    "handovers/answer",
}
_PAST = {"household/birth_date", "household/entry_date", "stay/arrived_in_belgium", "stay/earlier_return_on"}
_TIME = {"appointments/at", "departure/leaves_at"}
_SHORT = {"contact/postcode": 176}


def field_for(path: str, case: GetCase) -> AnswerField:
    """The field for a path or pattern. `case` gives the case of the moment: its household, the kind of a number.

    Raises KeyError for a place that a case doesn't have, TypeError for one that holds records or a moment: Loket notes
    moments itself.
    """
    pattern, shape = pattern_of(path), shape_at(path)
    if shape.is_record or shape.kind is datetime:
        raise TypeError(f"{pattern} holds no answer that is asked")
    field = _many(path, pattern, shape, case) if shape.many else _one(path, pattern, shape, case)
    if not shape.may_miss:
        field.require()
    return field


def _many(path: str, pattern: str, shape: FieldShape, case: GetCase) -> AnswerField:
    if issubclass(shape.kind, Enum):
        return MultiChoiceField(shape.kind)
    if pattern == "conversations/covered":
        return PointsField(lambda: talks.points(case(), path.split("/")[1]))
    return CountriesField() if pattern == "household/nationalities" else LanguagesField()


def _one(path: str, pattern: str, shape: FieldShape, case: GetCase) -> AnswerField:
    if issubclass(shape.kind, Enum):
        field = choice_field(_offered(path, pattern, shape.kind, case))
        if shape.kind is Relation and isinstance(field, ChoiceListField):
            field.spell_out(Relation.APPLICANT)  # it makes somebody else of who was it before
        return field
    if shape.kind is bool:
        return YesNoField() if shape.may_miss else TickField()
    if shape.kind is PartialDate:
        return PartialDateField(past=pattern in _PAST)
    if shape.kind is Money:
        return MoneyField()
    if shape.kind in (Decimal, int):
        return FigureField(whole=shape.kind is int)
    return DateField() if issubclass(shape.kind, date) else _words(path, pattern, case)


def _offered(path: str, pattern: str, kind: type[Enum], case: GetCase) -> tuple[Enum, ...]:
    """What may be chosen; an answer of another time that is no longer offered stays readable."""
    if kind is Relation:  # a first letter means who comes along: a case has its one applicant already
        return tuple(sorted(kind, key=lambda member: member is Relation.APPLICANT))
    if pattern not in _ONLY:
        return tuple(kind)
    now = value_at(case(), path)
    return tuple(member for member in kind if member in _ONLY[pattern] or member is now)


def _words(path: str, pattern: str, case: GetCase) -> AnswerField:
    if pattern in _BOOK:
        return _BOOK[pattern]()
    if pattern in _PERSON:
        return PersonChoice(lambda: case().household)
    if pattern in _LONG:
        return NotesField()
    if pattern in _TIME:
        return TimeField()
    if pattern == "contact/phone":
        return PhoneField()
    if pattern == "household/identifiers/number":
        return IdentifierField(lambda: _kind_of(path, case()))
    return _line(pattern)


def _line(pattern: str) -> TextField:
    field = TextField()
    if pattern in _SHORT:
        field.set_width(_SHORT[pattern])
    return field


def _kind_of(path: str, case: Case) -> IdentifierKind | None:
    """Whose number it is; None while the number is not in the case."""
    try:
        record = value_at(case, path.rpartition("/")[0])
    except NoSuchPlace:
        return None
    return record.kind if isinstance(record, Identifier) else None
