"""Which day the amounts count for: that of the journey as soon as it is booked or made, else the wished one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.domain.advice import Advice, advise
from loket_app.domain.case import Case
from loket_app.domain.departing import departure_passed, settled_day
from loket_app.domain.estimate import Total
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.person import Person, Relation
from loket_app.domain.scenario import Scenario, lay_side_by_side, with_its_day
from loket_app.domain.status import Status, StatusChange
from loket_app.domain.wish import Wish
from loket_app.rules import load_tables
from tests.at_work import NOW
from tests.documents.cases import EMPTY

TODAY, WISHED = date(2026, 4, 14), date(2026, 4, 1)
PAST, TO_COME = date(2026, 4, 10), date(2026, 6, 15)
TABLES = load_tables()
TWO = (
    Person("a", Relation.APPLICANT, birth_date=PartialDate(1984, 4, 3), nationalities=("IQ",)),
    Person("b", Relation.CHILD, birth_date=PartialDate(2008, 5, 1), nationalities=("IQ",)),
)
"""The child is 18 between the wished day and the booked one."""


def case_of(status: Status, departure: Departure) -> Case:
    wish = Wish(destination="IQ", departure_on=WISHED)
    history = (StatusChange("h", status, NOW, "AV"),)
    return replace(EMPTY, household=TWO, history=history, departure=departure, wish=wish)


def said(case: Case) -> Advice:
    return advise(case, TABLES, today=TODAY)


@pytest.mark.parametrize(
    ("status", "departure", "settled"),
    [
        (Status.BOOKED, Departure(), None),
        (Status.BOOKED, Departure(leaves_on=TO_COME), TO_COME),
        (Status.INTAKE, Departure(leaves_on=TO_COME), TO_COME),
        (Status.BOOKED, Departure(leaves_on=PAST), PAST),
        (Status.DEPARTED, Departure(leaves_on=WISHED, result=DepartureResult.DEPARTED, departed_on=PAST), PAST),
        (Status.HANDED_OVER, Departure(leaves_on=PAST, result=DepartureResult.NO_SHOW), None),
        (Status.HANDED_OVER, Departure(leaves_on=PAST, departed_on=PAST, result=DepartureResult.WITHDREW), None),
        (Status.BOOKED, Departure(leaves_on=TO_COME, result=DepartureResult.POSTPONED), TO_COME),
        (Status.INTAKE, Departure(leaves_on=PAST, result=DepartureResult.DEPARTED, departed_on=PAST), None),
    ],
)
def test_the_day_of_the_journey_counts_and_one_of_an_earlier_journey_does_not(
    status: Status, departure: Departure, settled: date | None
) -> None:
    case = case_of(status, departure)
    assert settled_day(case, TODAY) == settled
    assert said(case).departure == (settled or WISHED)
    assert said(case).passed is departure_passed(case, TODAY) is (settled is None)


def test_who_is_booked_gets_the_amounts_of_that_day_and_is_not_asked_for_another() -> None:
    """350 + 175 on the wished day, twice 350 when the child is 18 (DOMAIN 4)."""
    before = said(case_of(Status.HANDED_OVER, Departure()))
    booked = said(case_of(Status.BOOKED, Departure(leaves_on=TO_COME)))
    assert before.premium_total == Total(Money.of(525), Money.of(525), 0)
    assert booked.premium_total == Total(Money.of(700), Money.of(700), 0)
    assert (before.passed, booked.passed, booked.assumed_today) == (True, False, False)


def test_a_day_asked_for_prevails() -> None:
    case = case_of(Status.BOOKED, Departure(leaves_on=TO_COME))
    assert advise(case, TABLES, today=TODAY, departure=PAST).departure == PAST


def test_another_day_is_supposed_in_the_place_of_the_booked_one() -> None:
    case = with_its_day(case_of(Status.BOOKED, Departure(leaves_on=TO_COME)), TODAY)
    assert case.wish.departure_on == TO_COME
    supposed = Scenario(answers={"wish/departure_on": WISHED})
    sides = lay_side_by_side(case, Scenario(), supposed, TABLES, TODAY)
    assert (sides.first.departure, sides.second.departure) == (TO_COME, WISHED)
    unbooked = case_of(Status.INTAKE, Departure(leaves_on=PAST))
    assert with_its_day(unbooked, TODAY) is unbooked
