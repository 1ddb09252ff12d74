"""How far each pregnancy is on the day of the journey, and whether an airline takes somebody so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.journey import travel_day
from loket_app.domain.tables import Carrier

TERM_DAYS = 280
"""Forty weeks: so long before the expected date of birth the counting of a pregnancy begins."""

_WEEK = 7


@dataclass(frozen=True)
class Pregnancy:
    """How far a pregnancy is on the day of the journey: whole weeks and days."""

    weeks: int
    days: int
    on: date


@dataclass(frozen=True)
class Expecting:
    """Somebody of the travellers with an expected date of birth; `person` is empty when the case does not say of whom.

    `state` is None without a day of the journey, and for a day outside the forty weeks.
    """

    person: str
    state: Pregnancy | None


def expecting(case: Case) -> tuple[Expecting, ...]:
    """Each of them, in the order of the household."""
    travellers = [person for person in case.household if person.travels is not False]
    dated = [(person.id, person.due_on) for person in travellers]
    if known(case.journey.pregnancy_due_on):
        dated.append(("", case.journey.pregnancy_due_on))
    travel = travel_day(case)
    return tuple(Expecting(person, _state(due, travel)) for person, due in dated if known(due))


def _state(due: date, travel: tuple[date, str] | None) -> Pregnancy | None:
    """Counted back forty weeks from the expected date of birth; up to two weeks past that date it still counts on."""
    if travel is None:
        return None
    days = TERM_DAYS - (due - travel[0]).days
    return Pregnancy(*divmod(days, _WEEK), travel[0]) if 0 <= days <= TERM_DAYS + 2 * _WEEK else None


def is_taken(state: Pregnancy, carrier: Carrier) -> bool:
    """Whether the airline takes somebody as far as this."""
    return state.weeks < carrier.pregnant_until
