"""Which questions arise: why there is no receipt is asked when there is none, who paid back when somebody did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.costs import settles, twins_of
from loket_app.domain.handover import DepartureResult
from loket_app.domain.person import Sex
from loket_app.domain.shape import pattern_of
from loket_app.domain.status import Status
from loket_app.domain.travel import Cost, CostState, Escort

_PAID_BACK = (CostState.APPROVED, CostState.REIMBURSED)
_GONE = (Status.DEPARTED, Status.ARRIVED, Status.FOLLOW_UP, Status.CLOSED)


def arises(case: Case, path: str) -> bool:
    """Whether a question, or a list, has a reason to be on the page. What was answered once always stays in sight.

    Raises NoSuchPlace for a path that leads nowhere, KeyError for one that no case has.
    """
    condition = _CONDITIONS.get(pattern_of(path))
    if condition is None or value_at(case, path) not in (NOT_ASKED, ()):
        return True
    return condition(case, value_at(case, path.rpartition("/")[0]) if "/" in path else case)


def _in_other_money(_case: Case, cost: Cost) -> bool:
    return known(cost.currency)


def _may_be_pregnant(case: Case, _journey: Any) -> bool:
    return any(person.travels is not False and person.sex is not Sex.MALE for person in case.household)


def _is_booked(case: Case, _record: Any) -> bool:
    departure = case.departure
    return known(departure.booked_on) or known(departure.leaves_on) or case.status in (Status.BOOKED, *_GONE)


def _has_left(case: Case, _record: Any) -> bool:
    return case.departure.result is DepartureResult.DEPARTED


_CONDITIONS: Mapping[str, Callable[[Case, Any], bool]] = {
    "costs/foreign_amount": _in_other_money,
    "costs/rate": _in_other_money,
    "costs/rate_on": _in_other_money,
    "costs/rate_source": _in_other_money,
    "costs/receipt_number": lambda _case, cost: cost.receipt is True,
    "costs/receipt_missing_why": lambda _case, cost: cost.receipt is False,
    "costs/separate_receipt": lambda case, cost: any(settles(pair, cost) for pair in twins_of(case, cost.id)),
    "costs/reimbursed_by": lambda _case, cost: cost.state in _PAID_BACK,
    "costs/reimbursed_on": lambda _case, cost: cost.state is CostState.REIMBURSED,
    "costs/refused_why": lambda _case, cost: cost.state is CostState.REFUSED,
    "journey/escort_why": lambda _case, journey: journey.escort in (Escort.MEDICAL, Escort.SOCIAL),
    "journey/pregnancy_due_on": _may_be_pregnant,
    "journey/transit_help": lambda _case, journey: known(journey.transit_country),
    "departure/result": _is_booked,
    "departure/note": _is_booked,
    "departure/departed_on": _has_left,
    "departure/arrived_on": _has_left,
    "departure/premium_paid": _has_left,
    "departure/premium_paid_on": lambda case, _departure: known(case.departure.premium_paid),
    "departure/premium_difference": lambda case, _departure: known(case.departure.premium_paid),
    "stay/decisions/appeal_suspensive": lambda _case, decision: decision.appeal_lodged is True,
    "plan/reports": lambda case, _plan: _has_left(case, None) or case.status in _GONE,
}
"""When each question arises; the others always do."""
