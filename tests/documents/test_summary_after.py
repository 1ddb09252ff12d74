"""What the summary says of the plan and of what came of the return; nothing before there is anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loket_app.domain.case import Case
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import Money
from loket_app.domain.wish import BudgetLine, FollowUpReport, Plan, PlanPurpose
from tests.documents.cases import FAMILY
from tests.documents.reading import words
from tests.documents.test_summary import summary

DAY = date(2026, 6, 15)
LEFT = Departure(
    booked_on=date(2026, 6, 1),
    leaves_on=DAY,
    result=DepartureResult.DEPARTED,
    departed_on=DAY,
    arrived_on=DAY,
    premium_paid=Money.of(900),
    premium_difference="one more child",
)
REPORT = FollowUpReport("r", date(2026, 9, 1), Money.of(300), "rent", "well", date(2026, 12, 1))


def gone(**departure: object) -> Case:
    plan = Plan(budget=(BudgetLine("b", PlanPurpose.HOUSING, "a roof", Money.of(1500)),), reports=(REPORT,))
    case = replace(FAMILY, plan=plan, departure=replace(LEFT, **departure))  # type: ignore[arg-type]  # any answers
    return replace(case, wish=replace(case.wish, departure_on=DAY))


def test_before_there_is_anything_nothing_is_said() -> None:
    said = words(summary(replace(FAMILY, departure=Departure())))
    assert "Departure and arrival" not in said
    assert "Reports from the partner" not in said


def test_the_day_the_premium_and_what_the_partner_reports_are_printed() -> None:
    said = words(summary(gone()))
    for told in (
        *("Departure and arrival", "What happened departed", "Departure premium paid", "one more child"),
        *("than estimated for 15 June 2026", "Reports from the partner", "300,00", "rent", "well", "1 Dec 2026"),
        "To be used until 15 June 2027: twelve months, counted from the arrival on 15 June 2026.",
    ):
        assert told in said, told


def test_what_a_budget_line_is_for_stands_before_it_where_it_was_asked() -> None:
    said = words(summary(gone()))
    assert "Purpose What for" in said
    assert "a roof" in said
    unasked = gone()
    plan = replace(unasked.plan, budget=(BudgetLine("b", what="a roof", amount=Money.of(1500)),))
    assert "Purpose What for" not in words(summary(replace(unasked, plan=plan)))


def test_a_premium_of_another_day_than_the_advice_is_not_held_against_it() -> None:
    assert "than estimated for" not in words(summary(gone(departed_on=date(2026, 7, 1))))


def test_a_withdrawal_at_the_gate_is_told_without_a_premium() -> None:
    said = words(summary(replace(FAMILY, departure=Departure(leaves_on=DAY, result=DepartureResult.WITHDREW))))
    assert "What happened" in said
    assert "Departure premium paid" not in said
