"""What the lines of a document would answer, beside what the case holds already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.answers import Missing
from loket_app.domain.mrz import MrzCheck, MrzPerson
from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, field_label, label, yes_no

DOCUMENT = "document"
"""The name of the one reading that is no field of the person: the travel document with its number."""

_CHECKED_BY = {"birth_date": MrzCheck.BIRTH_DATE, DOCUMENT: MrzCheck.NUMBER}


@dataclass(frozen=True)
class Reading:
    """One answer that was read. `name` is the field of the person, or DOCUMENT; `now` what the case holds."""

    name: str
    value: object
    now: object
    doubtful: bool

    @property
    def same(self) -> bool:
        """Whether the case says so already; capitals don't count."""
        if isinstance(self.value, str) and isinstance(self.now, str):
            return self.value.casefold() == self.now.casefold()
        return type(self.now) is type(self.value) and self.now == self.value

    @property
    def wanted(self) -> bool:
        """Whether one would take it without being asked: there is nothing yet, and no check digit speaks against it."""
        return not self.doubtful and (isinstance(self.now, Missing) or self.now in (False, ()))


def readings(person: MrzPerson, now: Callable[[str], object]) -> tuple[Reading, ...]:
    """What was read and can be an answer, in the order of the form. `now` tells what a field holds."""
    failed = {failure.check for failure in person.failures}
    return tuple(
        Reading(name, value, now(name), _CHECKED_BY.get(name) in failed) for name, value in _values(person) if value
    )


def _values(person: MrzPerson) -> Iterator[tuple[str, object]]:
    yield "family_name", person.family_name
    yield "given_names", person.given_names
    yield "one_name_only", person.one_name_only
    yield "sex", person.sex
    yield "birth_date", person.birth_date
    yield "nationalities", (person.nationality,) if person.nationality else ()
    yield "stateless", person.stateless
    yield DOCUMENT, person.number


def name_words(reading: Reading, person: MrzPerson) -> str:
    """What the reading answers: the label of the field, or the kind of document."""
    if reading.name == DOCUMENT:
        return capital(label(person.document))
    return capital(field_label(f"household/{reading.name}"))


def value_words(value: object) -> str:
    """An answer as one reads it."""
    if isinstance(value, Enum):
        return label(value)
    if isinstance(value, bool):
        return yes_no(value)
    if isinstance(value, PartialDate):
        return formats.format_partial_date(value)
    if isinstance(value, tuple):
        return ", ".join(formats.country_name(code) for code in value) or "–"
    return str(value)


def document_words(person: MrzPerson) -> str:
    """The number of the document, and until when it is valid."""
    if person.expires_on is None:
        return person.number
    return _("{number}, valid until {date}").format(number=person.number, date=_day(person.expires_on))


def _day(day: date) -> str:
    return formats.format_date(day, "long")
