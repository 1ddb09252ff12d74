"""What nationality and destination mean for the papers of those who return, where no single paper can be named.

A nationality or a destination that nobody said says nothing here: it is asked for elsewhere, and never taken for a no.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.paper_rules import PaperRules, Remark
from loket_app.domain.papers import travel_day
from loket_app.domain.person import Person


@dataclass(frozen=True)
class Remarked:
    """A remark and the members that it concerns, by id in the order of the household."""

    remark: Remark
    people: tuple[str, ...]


def remarks(case: Case, rules: PaperRules, today: date) -> tuple[Remarked, ...]:
    """The remarks that concern somebody who returns."""
    day = travel_day(case, today).day
    found = (Remarked(remark, _whom(case, remark)) for remark in rules.remarks if remark.period.holds(day))
    return tuple(each for each in found if each.people)


def _whom(case: Case, remark: Remark) -> tuple[str, ...]:
    concerns = CONDITIONS[remark.id]
    return tuple(person.id for person in case.household if person.travels is not False and concerns(case, person))


def _is_stateless(_case: Case, person: Person) -> bool:
    return person.stateless is True and not (known(person.nationalities) and person.nationalities)


def _goes_elsewhere(case: Case, person: Person) -> bool:
    """To a country of which somebody, whose nationality is known or who has none, is no national."""
    destination = case.wish.destination
    if not known(destination):
        return False
    if known(person.nationalities) and person.nationalities:
        return destination not in person.nationalities
    return _is_stateless(case, person)


CONDITIONS: Mapping[str, Callable[[Case, Person], bool]] = {
    "stateless": _is_stateless,
    "not-own-country": _goes_elsewhere,
}
"""By the id of each remark: whether it concerns a person."""
