"""After the journey: the step that becomes due, offered and never taken, and the premium beside the estimate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from loket_app.domain.answers import NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.case import Case
from loket_app.domain.departing import (
    PremiumOut,
    departure_day,
    departure_passed,
    due_status,
    lags_behind,
    premium_out,
    premium_paid,
)
from loket_app.domain.estimate import Line, LineKind
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import ZERO, Money
from loket_app.domain.status import Status, StatusChange, may_go
from loket_app.domain.tables import Nature, Topic
from loket_app.domain.wish import FollowUpReport, Plan, Wish
from tests.at_work import NOW
from tests.documents.cases import EMPTY
from tests.strategies import cases

DAY = date(2026, 6, 15)
GONE = Departure(leaves_on=DAY, result=DepartureResult.DEPARTED)


@pytest.mark.parametrize(
    ("status", "departure", "due"),
    [
        (Status.HANDED_OVER, Departure(), None),
        (Status.HANDED_OVER, Departure(booked_on=DAY), Status.BOOKED),
        (Status.INTAKE, Departure(booked_on=DAY), None),
        (Status.BOOKED, GONE, Status.DEPARTED),
        (Status.HANDED_OVER, GONE, Status.BOOKED),
        (Status.APPLICATION, GONE, None),
        (Status.DEPARTED, GONE, None),
        (Status.DEPARTED, replace(GONE, arrived_on=DAY), Status.ARRIVED),
        (Status.ARRIVED, replace(GONE, arrived_on=DAY), None),
        (Status.BOOKED, replace(GONE, result=DepartureResult.WITHDREW), Status.WITHDRAWN),
        (Status.WITHDRAWN, replace(GONE, result=DepartureResult.WITHDREW), None),
        (Status.BOOKED, replace(GONE, result=DepartureResult.NO_SHOW), Status.HANDED_OVER),
        (Status.BOOKED, replace(GONE, result=DepartureResult.REFUSED_BOARDING), Status.HANDED_OVER),
        (Status.BOOKED, replace(GONE, result=DepartureResult.POSTPONED), None),
        (Status.BOOKED, Departure(booked_on=DAY, result=DepartureResult.POSTPONED), Status.HANDED_OVER),
        (Status.DEPARTED, replace(GONE, result=DepartureResult.NO_SHOW), Status.HANDED_OVER),
        (Status.DEPARTED, replace(GONE, result=DepartureResult.POSTPONED), Status.BOOKED),
        (Status.DEPARTED, Departure(result=DepartureResult.POSTPONED), Status.HANDED_OVER),
        (Status.ARRIVED, replace(GONE, result=DepartureResult.NO_SHOW), None),
        (Status.DEPARTED, Departure(booked_on=DAY), None),
        (Status.FOLLOW_UP, replace(GONE, arrived_on=DAY), None),
    ],
)
def test_the_step_that_is_due(status: Status, departure: Departure, due: Status | None) -> None:
    case = replace(EMPTY, history=(StatusChange("h", status, NOW, "AV"),), departure=departure)
    assert due_status(case) is due


def test_a_report_after_arrival_begins_the_follow_up() -> None:
    history = (StatusChange("h", Status.ARRIVED, NOW, "AV"),)
    case = replace(EMPTY, history=history, departure=GONE, plan=Plan(reports=(FollowUpReport("r"),)))
    assert due_status(case) is Status.FOLLOW_UP


@pytest.mark.parametrize(
    ("been", "lags"),
    [
        ((), True),
        ((Status.INTAKE,), True),
        ((Status.INTAKE, Status.APPLICATION), True),
        ((Status.INTAKE, Status.APPLICATION, Status.HANDED_OVER), False),
        ((Status.INTAKE, Status.WITHDRAWN, Status.INTAKE), False),
        ((Status.CLOSED, Status.INTAKE, Status.APPLICATION), True),
    ],
)
def test_a_status_lags_behind_a_file_that_left(been: tuple[Status, ...], *, lags: bool) -> None:
    history = tuple(StatusChange(f"h{at}", status, NOW, "AV") for at, status in enumerate(been))
    assert lags_behind(replace(EMPTY, history=history)) is lags


@given(cases)
def test_only_a_step_that_the_case_may_take_is_offered(case: Case) -> None:
    due = due_status(case)
    assert due is None or may_go(case.status, due)


def test_the_day_that_counts_is_the_one_that_happened() -> None:
    assert departure_day(EMPTY) is None
    assert departure_day(replace(EMPTY, departure=Departure(leaves_on=DAY, departed_on=UNKNOWN))) == DAY
    later = date(2026, 6, 16)
    assert departure_day(replace(EMPTY, departure=Departure(leaves_on=DAY, departed_on=later))) == later


def line(low: int, high: int) -> Line:
    kind = LineKind.AMOUNT if low == high else LineKind.RANGE
    return Line(Topic.PREMIUM, Nature.CASH, kind, low=Money.of(low), high=Money.of(high))


@pytest.mark.parametrize(
    ("paid", "lines", "least", "most", "as_expected"),
    [
        (100, [line(50, 50), line(50, 50)], 0, 0, True),
        (75, [line(50, 50), line(50, 50)], -25, -25, False),
        (75, [line(25, 50), line(25, 50)], -25, 25, True),
        (120, [line(25, 50), line(25, 50)], 20, 70, False),
        (0, [Line(Topic.PREMIUM, Nature.CASH, LineKind.NONE)], 0, 0, True),
    ],
)
def test_the_premium_beside_the_estimate(
    paid: int, lines: list[Line], least: int, most: int, *, as_expected: bool
) -> None:
    case = replace(EMPTY, departure=Departure(premium_paid=Money.of(paid)))
    found = premium_paid(case, lines)
    assert found is not None
    assert (found.least, found.most, found.as_expected) == (Money.of(least), Money.of(most), as_expected)


@pytest.mark.parametrize(
    "lines",
    [[], [line(50, 50), Line(Topic.PREMIUM, Nature.CASH, LineKind.NOT_KNOWN)]],
)
def test_nothing_is_compared_with_an_amount_that_is_not_known(lines: list[Line]) -> None:
    found = premium_paid(replace(EMPTY, departure=Departure(premium_paid=ZERO)), lines)
    assert found is not None
    assert (found.least, found.most, found.as_expected) == (None, None, None)
    assert premium_paid(EMPTY, lines) is None


@pytest.mark.parametrize(
    ("status", "wished", "passed"),
    [
        (Status.INTAKE, DAY - timedelta(1), True),
        (Status.INTAKE, DAY, False),
        (Status.INTAKE, UNKNOWN, False),
        (Status.BOOKED, DAY - timedelta(1), True),
        (Status.DEPARTED, DAY - timedelta(1), False),
        (Status.WITHDRAWN, DAY - timedelta(1), False),
    ],
)
def test_a_wished_day_passes_for_who_is_still_here(status: Status, wished: Answer[date], passed: bool) -> None:
    case = replace(EMPTY, history=(StatusChange("h", status, NOW, "AV"),), wish=Wish(departure_on=wished))
    assert departure_passed(case, DAY) is passed


@pytest.mark.parametrize(
    ("paid", "returned", "still"),
    [
        (Money.of(50), NOT_ASKED, None),
        (Money.of(50), UNKNOWN, None),
        (Money.of(50), Money.of(50), ZERO),
        (Money.of(50), Money.of(20), Money.of(30)),
        (Money.of(50), Money.of(60), ZERO - Money.of(10)),
    ],
)
@pytest.mark.parametrize("result", [each for each in DepartureResult if each is not DepartureResult.DEPARTED])
def test_what_is_out_of_a_premium_without_a_journey(
    result: DepartureResult, paid: Money, returned: Answer[Money], still: Money | None
) -> None:
    departure = Departure(result=result, premium_paid=paid, premium_returned=returned)
    out = premium_out(replace(EMPTY, departure=departure))
    assert out == PremiumOut(paid, still)
    assert premium_paid(replace(EMPTY, departure=departure), [line(50, 50)]) is None


def test_nothing_is_out_of_a_journey_that_was_made_or_of_no_premium() -> None:
    missed = replace(GONE, result=DepartureResult.NO_SHOW)
    for departure in (replace(GONE, premium_paid=Money.of(50)), missed, replace(missed, premium_paid=UNKNOWN)):
        assert premium_out(replace(EMPTY, departure=departure)) is None
