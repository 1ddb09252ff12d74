"""The reintegration plan: its budget beside the estimate, and the term in which it must be used."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.estimate import Total
from loket_app.domain.money import ZERO, Money
from loket_app.domain.wish import BudgetLine, FollowUpReport, Plan

_RETURN = ("arrived_on", "departed_on")
_YEAR = 12


class BudgetFit(Enum):
    """How the plan lies beside the estimate. NOT_KNOWN: the estimate lacks an amount, and the plan is above the rest."""

    EMPTY = "empty"
    WITHIN = "within"
    MAYBE_OVER = "maybe_over"
    OVER = "over"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Budget:
    """The lines of a plan added up; `without_amount` of them have none and are not in it."""

    planned: Money
    lines: int
    without_amount: int


def budget(lines: Sequence[BudgetLine]) -> Budget:
    """Add up the lines of a plan."""
    amounts = [line.amount for line in lines if known(line.amount)]
    return Budget(sum(amounts, ZERO), len(lines), len(lines) - len(amounts))


def fit(planned: Budget, estimate: Total) -> BudgetFit:
    """Whether the plan stays within what may be expected. It is said, never enforced: an estimate is no entitlement."""
    if planned.lines == planned.without_amount:
        return BudgetFit.EMPTY
    if planned.planned <= estimate.low:
        return BudgetFit.WITHIN
    if estimate.without_amount or estimate.closed:
        return BudgetFit.NOT_KNOWN
    return BudgetFit.OVER if planned.planned > estimate.high else BudgetFit.MAYBE_OVER


@dataclass(frozen=True)
class Term:
    """From the return to the last day of the term. `since` is the path of the day that it is counted from."""

    start: date
    end: date
    since: str
    months: int


def term(case: Case, months: int) -> Term | None:
    """The term of so many months in which the budget is used (S0 §13), from the arrival or else the departure; None as long as neither is known, or nobody left."""
    for name in () if case.departure.fell_through else _RETURN:
        day = getattr(case.departure, name)
        if isinstance(day, date):
            return Term(day, _months_on(day, months), f"departure/{name}", months)
    return None


def _months_on(day: date, months: int) -> date:
    """The same day so many months later; the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, _YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_report(plan: Plan) -> FollowUpReport | None:
    """The latest report that says what was spent so far; None when none does."""
    told = [report for report in plan.reports if known(report.spent)]
    return max(told, key=lambda report: report.on if known(report.on) else date.min, default=None)
