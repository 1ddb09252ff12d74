"""What deserves a second look under a field of the departure, and under who is the applicant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from loket_app.domain.answers import NOT_ASKED, Answer
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import ZERO, Money
from loket_app.domain.person import Fitness, Person, Relation
from loket_app.domain.travel import Journey
from loket_app.domain.wish import FollowUpReport, Plan
from loket_app.ui.case.doubts import doubt
from tests.documents.cases import EMPTY

DAY, BEFORE = date(2026, 6, 15), date(2026, 6, 10)
LEFT, ARRIVED = "departure/departed_on", "departure/arrived_on"


def said(departure: Departure, path: str) -> str:
    return doubt(replace(EMPTY, departure=departure), path, DAY)


@pytest.mark.parametrize("result", [result for result in DepartureResult if result is not DepartureResult.DEPARTED])
def test_a_day_of_leaving_beside_a_journey_that_was_not_made(result: DepartureResult) -> None:
    departure = Departure(result=result, departed_on=DAY)
    assert "doesn't count" in said(departure, LEFT)
    assert not said(departure, ARRIVED)


@pytest.mark.parametrize("result", [NOT_ASKED, DepartureResult.DEPARTED])
def test_nobody_arrives_before_leaving(result: Answer[DepartureResult]) -> None:
    departure = Departure(result=result, departed_on=DAY, arrived_on=BEFORE)
    assert "before the day of departure" in said(departure, ARRIVED)
    assert not said(departure, LEFT)
    assert not said(replace(departure, arrived_on=DAY), ARRIVED)
    assert not said(replace(departure, departed_on=NOT_ASKED), ARRIVED)


@pytest.mark.parametrize(
    ("given", "paid", "doubted"),
    [(False, Money.of(50), True), (False, ZERO, False), (False, NOT_ASKED, False), (True, Money.of(50), False)],
)
def test_no_premium_and_an_amount_of_it_can_not_both_be(given: bool, paid: Answer[Money], *, doubted: bool) -> None:
    departure = Departure(result=DepartureResult.NO_SHOW, premium_given=given, premium_paid=paid)
    assert bool(said(departure, "departure/premium_given")) is doubted


@pytest.mark.parametrize("name", ["booked_on", "departed_on", "arrived_on", "premium_paid_on", "premium_returned_on"])
def test_what_happened_did_not_happen_on_a_day_to_come(name: str) -> None:
    result = DepartureResult.NO_SHOW if name.startswith("premium_returned") else DepartureResult.DEPARTED
    tomorrow = replace(Departure(result=result), **{name: date(2026, 6, 16)})  # type: ignore[arg-type]  # each a date
    assert said(tomorrow, f"departure/{name}") == "This day is still to come."
    assert not said(replace(tomorrow, **{name: DAY}), f"departure/{name}")  # type: ignore[arg-type]  # as above


def test_a_report_of_a_day_to_come_is_doubted() -> None:
    case = replace(EMPTY, plan=Plan(reports=(FollowUpReport("r", on=DAY, next_on=date(2026, 9, 1)),)))
    assert doubt(case, "plan/reports/r/on", BEFORE) == "This day is still to come."
    assert not doubt(case, "plan/reports/r/on", DAY)
    assert not doubt(case, "plan/reports/r/next_on", DAY)


def test_a_journey_is_booked_for_a_day_after_the_booking_and_not_before_the_earliest() -> None:
    booked = Departure(booked_on=DAY, leaves_on=BEFORE)
    assert "before the day of the booking" in said(booked, "departure/leaves_on")
    early = replace(EMPTY, departure=Departure(leaves_on=BEFORE), journey=Journey(earliest_on=DAY))
    assert "before 15 June 2026, the earliest day" in doubt(early, "departure/leaves_on", BEFORE)
    in_time = replace(early, departure=Departure(booked_on=BEFORE, leaves_on=DAY))
    assert not doubt(in_time, "departure/leaves_on", BEFORE)


def test_who_can_not_travel_now_is_named_beside_a_booking_until_its_end_is_known() -> None:
    people = (
        Person("a", Relation.APPLICANT, family_name="Doe", fitness=Fitness.NOT_FIT),
        Person("b", Relation.PARENT, family_name="Roe", fitness=Fitness.NOT_FIT, travels=False),
        Person("c", Relation.CHILD, family_name="Poe", fitness=Fitness.FIT),
    )
    booked = replace(EMPTY, household=people, departure=Departure(leaves_on=DAY))
    assert "travel now: DOE." in doubt(booked, "departure/leaves_on", BEFORE)
    gone = replace(booked, departure=Departure(leaves_on=DAY, result=DepartureResult.DEPARTED))
    assert not doubt(gone, "departure/leaves_on", BEFORE)
    assert not doubt(replace(booked, household=people[1:]), "departure/leaves_on", BEFORE)


@pytest.mark.parametrize("result", list(DepartureResult))
def test_a_new_booking_after_a_journey_that_was_not_made_is_seen(result: DepartureResult) -> None:
    again = Departure(leaves_on=DAY, result=result)
    ended = result in (DepartureResult.NO_SHOW, DepartureResult.REFUSED_BOARDING, DepartureResult.WITHDREW)
    on_the_page = doubt(replace(EMPTY, departure=again), "departure/result", BEFORE)
    assert ("15 June 2026, is still to come" in on_the_page) is ended
    assert not said(again, "departure/result")


def test_a_second_applicant_is_asked_what_they_are_to_the_first() -> None:
    people = (Person("a", Relation.APPLICANT, family_name="Doe"), Person("b", Relation.APPLICANT))
    two = replace(EMPTY, household=people)
    assert "DOE counts" in doubt(two, "household/b/relation", DAY)
    assert not doubt(two, "household/a/relation", DAY)
    one = replace(EMPTY, household=(people[0], replace(people[1], relation=Relation.PARTNER)))
    assert not doubt(one, "household/b/relation", DAY)
