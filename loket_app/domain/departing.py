"""What came of the journey: which step of the case it makes due, and the premium paid beside the one expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loket_app.domain.answers import Missing, known
from loket_app.domain.case import Case
from loket_app.domain.estimate import Line, Total, total
from loket_app.domain.handover import DepartureResult
from loket_app.domain.money import ZERO, Money
from loket_app.domain.status import Status, may_go

_BOOKED_OR_GONE = (Status.BOOKED, Status.DEPARTED)
"""Noted as gone before it was known how the day ended, a case comes back too."""

_BEFORE = (Status.ENQUIRY, Status.INTAKE, Status.APPLICATION)
_STILL_HERE = (*_BEFORE, Status.HANDED_OVER, Status.BOOKED)


def departure_passed(case: Case, today: date) -> bool:
    """Whether the wished day has gone by while the case has not left yet, nor is booked: the amounts then count for a day of the past."""
    wished = case.wish.departure_on
    waits = case.status in _STILL_HERE and settled_day(case, today) is None
    return waits and known(wished) and wished < today


def settled_day(case: Case, today: date) -> date | None:
    """The day on which they left or are booked to leave: it decides which amounts count, no longer the wished one (DOMAIN 4).

    A day of the past is none while the case is still, or again, before its handover, and none of a journey that was not made.
    """
    day = case.departure.leaves_on if case.departure.fell_through else departure_day(case)
    if not isinstance(day, date):
        return None
    over = case.departure.fell_through or case.status in _BEFORE
    return None if over and day < today else day


def due_status(case: Case) -> Status | None:
    """The status that the answers suggest and the case may take; None when it stands where they say. Never set by itself."""
    due = _suggested(case)
    return due if due is not None and due is not case.status and may_go(case.status, due) else None


def _suggested(case: Case) -> Status | None:
    departure, status = case.departure, case.status
    if departure.result is DepartureResult.WITHDREW:
        return Status.WITHDRAWN
    if departure.fell_through:
        again = departure.result is DepartureResult.POSTPONED and known(departure.leaves_on)
        return (Status.BOOKED if again else Status.HANDED_OVER) if status in _BOOKED_OR_GONE else None
    if departure.result is DepartureResult.DEPARTED:
        return _after_leaving(case)
    return Status.BOOKED if known(departure.booked_on) and status is Status.HANDED_OVER else None


def _after_leaving(case: Case) -> Status | None:
    """The next step on, never one back: the way back is for who pressed the wrong one."""
    if case.status is Status.HANDED_OVER:
        return Status.BOOKED  # who left was booked, noted or not
    if case.status is Status.BOOKED:
        return Status.DEPARTED
    if case.status is Status.DEPARTED:
        return Status.ARRIVED if known(case.departure.arrived_on) else None
    return Status.FOLLOW_UP if case.status is Status.ARRIVED and case.plan.reports else None


def lags_behind(case: Case) -> bool:
    """Whether a file that left the desk says more than the status does. A case that was taken up again begins anew."""
    fresh = all(change.status in _BEFORE for change in case.history)
    return case.status is Status.APPLICATION or (fresh and case.status in _BEFORE)


def departure_day(case: Case) -> date | None:
    """The day whose figures count: that of the departure itself, else the booked one."""
    days = (case.departure.departed_on, case.departure.leaves_on)
    return next((day for day in days if isinstance(day, date)), None)


@dataclass(frozen=True)
class PremiumPaid:
    """The premium that was paid, beside the estimate for that departure.

    `least` and `most` say how far it lies above the estimate (below: negative); they differ where the estimate is a range.
    Both are None when a line of it has no amount, or no day of leaving is known (`dated`): then nothing can be compared.
    """

    paid: Money
    expected: Total
    least: Money | None
    most: Money | None
    dated: bool = True

    @property
    def as_expected(self) -> bool | None:
        """Whether it lies within the estimate; None when that can't be said."""
        if self.least is None or self.most is None:
            return None
        return self.least <= ZERO <= self.most


def premium_paid(case: Case, lines: Sequence[Line], *, dated: bool = True) -> PremiumPaid | None:
    """The comparison; None as long as no paid amount is known, or nobody left. `lines` are the cash of `departure_day`.

    Not `dated`, they are those of today for want of any day, and hold for no departure that was made.
    """
    paid, expected = case.departure.premium_paid, total(lines)
    if isinstance(paid, Missing) or case.departure.fell_through:
        return None
    if not dated or not lines or expected.without_amount or expected.closed:
        return PremiumPaid(paid, expected, None, None, dated)
    return PremiumPaid(paid, expected, paid - expected.high, paid - expected.low)


@dataclass(frozen=True)
class PremiumOut:
    """A premium that was paid for a journey that was not made; `still` is what has not come back, None when not known.

    Below zero more came back than was paid.
    """

    paid: Money
    still: Money | None


def premium_out(case: Case) -> PremiumOut | None:
    """What is out of a premium without a journey; None when the journey was made, or no premium is known to be paid."""
    departure = case.departure
    paid, back = departure.premium_paid, departure.premium_returned
    if not departure.fell_through or isinstance(paid, Missing):
        return None
    return PremiumOut(paid, None if isinstance(back, Missing) else paid - back)
