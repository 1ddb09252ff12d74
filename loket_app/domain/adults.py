"""The adults of a household: who answers and signs for themselves."""

from __future__ import annotations

from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.facts import ADULT_AGE
from loket_app.domain.partial_date import age_range
from loket_app.domain.person import Person, Relation


def adults(case: Case, on: date) -> tuple[Person, ...]:
    """Everybody but who is surely under 18 on that day: with an uncertain birth date somebody is asked."""
    return tuple(person for person in case.household if not _is_minor(person, on))


def _is_minor(person: Person, on: date) -> bool:
    if not known(person.birth_date):
        return person.relation is Relation.CHILD
    return age_range(person.birth_date, on)[1] < ADULT_AGE
