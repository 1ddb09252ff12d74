"""How far each pregnancy is on the day of the journey."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loket_app.domain.answers import DECLINED, UNKNOWN, Answer
from loket_app.domain.case import Case
from loket_app.domain.person import Person, Relation
from loket_app.domain.pregnancy import Expecting, Pregnancy, expecting, is_taken
from loket_app.domain.travel import Journey
from loket_app.domain.wish import Wish
from loket_app.rules import load_tables
from tests.documents.cases import EMPTY

FLIGHT = date(2026, 6, 15)
ONE = Person("p", Relation.APPLICANT)


def case(*due: Answer[date], journey: Journey | None = None) -> Case:
    """A household in which each of these due dates was answered, with a day to travel."""
    people = tuple(replace(ONE, id=f"p{number}", due_on=day) for number, day in enumerate(due))
    return replace(EMPTY, household=people, journey=journey or Journey(), wish=Wish(departure_on=FLIGHT))


def states(found: Case) -> list[Pregnancy | None]:
    return [each.state for each in expecting(found)]


@pytest.mark.parametrize(
    ("ahead", "weeks", "days"), [(0, 40, 0), (1, 39, 6), (28, 36, 0), (29, 35, 6), (280, 0, 0), (-14, 42, 0)]
)
def test_it_is_counted_back_forty_weeks(ahead: int, weeks: int, days: int) -> None:
    assert states(case(FLIGHT + timedelta(days=ahead))) == [Pregnancy(weeks, days, FLIGHT)]


@pytest.mark.parametrize("ahead", [281, -15, 4000])
def test_outside_the_forty_weeks_nobody_is_pregnant_on_that_day(ahead: int) -> None:
    assert states(case(FLIGHT + timedelta(days=ahead))) == [None]


def test_two_of_a_household_are_counted_apart_whatever_their_order() -> None:
    near, far = FLIGHT + timedelta(days=28), FLIGHT + timedelta(days=56)
    found = expecting(case(near, UNKNOWN, far))
    assert [(each.person, each.state and each.state.weeks) for each in found] == [("p0", 36), ("p2", 32)]
    turned = case(near, UNKNOWN, far)
    assert set(expecting(replace(turned, household=turned.household[::-1]))) == set(found)


def test_without_a_date_it_cannot_be_computed() -> None:
    assert expecting(case(UNKNOWN, DECLINED)) == ()
    assert expecting(replace(case(FLIGHT), wish=Wish())) == (Expecting("p0", None),)


def test_who_stays_behind_is_not_counted_and_a_date_of_nobody_is() -> None:
    found = case(FLIGHT, journey=Journey(pregnancy_due_on=FLIGHT))
    stays = replace(found, household=(replace(found.household[0], travels=False),))
    assert [each.person for each in expecting(found)] == ["p0", ""]
    assert [each.person for each in expecting(stays)] == [""]


def test_an_airline_takes_nobody_from_its_week_on() -> None:
    carrier = next(each for each in load_tables().carriers if "Brussels Airlines" in each.names)
    assert is_taken(Pregnancy(35, 6, FLIGHT), carrier)
    assert not is_taken(Pregnancy(36, 0, FLIGHT), carrier)
