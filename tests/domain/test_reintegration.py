"""The plan beside the estimate, and the term of its budget after return."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from loket_app.domain.answers import NOT_ASKED, UNKNOWN, Answer
from loket_app.domain.case import Case
from loket_app.domain.estimate import Total
from loket_app.domain.handover import Departure, DepartureResult
from loket_app.domain.money import ZERO, Money
from loket_app.domain.reintegration import Budget, BudgetFit, Term, budget, fit, last_report, term
from loket_app.domain.wish import BudgetLine, FollowUpReport, Plan
from tests.documents.cases import EMPTY
from tests.strategies import cases

RANGE = Total(Money.of(1000), Money.of(2500), 0)


@pytest.mark.parametrize(
    ("planned", "estimate", "found"),
    [
        (1000, RANGE, BudgetFit.WITHIN),
        (1001, RANGE, BudgetFit.MAYBE_OVER),
        (2500, RANGE, BudgetFit.MAYBE_OVER),
        (2501, RANGE, BudgetFit.OVER),
        (2501, Total(Money.of(1000), Money.of(2500), 1), BudgetFit.NOT_KNOWN),
        (900, Total(Money.of(1000), Money.of(2500), 1), BudgetFit.WITHIN),
        (1, Total(ZERO, ZERO, 1), BudgetFit.NOT_KNOWN),
        (1, Total(ZERO, ZERO, 0), BudgetFit.OVER),
        (1, Total(ZERO, ZERO, 0, closed=True), BudgetFit.NOT_KNOWN),
    ],
)
def test_a_plan_beside_the_estimate(planned: int, estimate: Total, found: BudgetFit) -> None:
    assert fit(Budget(Money.of(planned), 1, 0), estimate) is found


def test_a_plan_without_amounts_is_empty_and_not_nothing() -> None:
    lines = (BudgetLine("a", amount=UNKNOWN), BudgetLine("b"))
    assert budget(lines) == Budget(ZERO, 2, 2)
    assert fit(budget(lines), RANGE) is BudgetFit.EMPTY
    assert fit(budget(()), RANGE) is BudgetFit.EMPTY


@given(cases)
def test_a_budget_counts_every_line(case: Case) -> None:
    found = budget(case.plan.budget)
    assert found.lines == len(case.plan.budget)
    assert found.planned == sum((line.amount for line in case.plan.budget if isinstance(line.amount, Money)), ZERO)


@pytest.mark.parametrize(
    ("departed", "arrived", "found"),
    [
        (date(2026, 6, 15), date(2026, 6, 16), Term(date(2026, 6, 16), date(2027, 6, 16), "departure/arrived_on", 12)),
        (date(2026, 6, 15), UNKNOWN, Term(date(2026, 6, 15), date(2027, 6, 15), "departure/departed_on", 12)),
        (date(2028, 2, 29), NOT_ASKED, Term(date(2028, 2, 29), date(2029, 2, 28), "departure/departed_on", 12)),
        (UNKNOWN, NOT_ASKED, None),
    ],
)
def test_the_term_is_a_year_from_the_return(departed: Answer[date], arrived: Answer[date], found: Term | None) -> None:
    assert term(replace(EMPTY, departure=Departure(departed_on=departed, arrived_on=arrived)), 12) == found


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 6, 15), 18, date(2027, 12, 15)),
        (date(2026, 6, 30), 24, date(2028, 6, 30)),
    ],
)
def test_another_term_ends_in_its_own_month(start: date, months: int, end: date) -> None:
    found = term(replace(EMPTY, departure=Departure(departed_on=start)), months)
    assert found == Term(start, end, "departure/departed_on", months)


@pytest.mark.parametrize("result", DepartureResult)
def test_a_day_beside_a_journey_that_was_not_made_starts_no_term(result: DepartureResult) -> None:
    day = date(2026, 6, 15)
    found = term(replace(EMPTY, departure=Departure(result=result, departed_on=day, arrived_on=day)), 12)
    assert (found is not None) is (result is DepartureResult.DEPARTED)


def test_the_last_report_that_tells_an_amount_counts() -> None:
    early = FollowUpReport("a", date(2026, 9, 1), Money.of(300))
    late = FollowUpReport("b", date(2026, 12, 1), Money.of(900))
    silent = FollowUpReport("c", date(2027, 3, 1))
    undated = FollowUpReport("d", spent=Money.of(1))
    assert last_report(Plan(reports=(undated, late, early, silent))) is late
    assert last_report(Plan(reports=(silent,))) is None
