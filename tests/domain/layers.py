"""Values that a desk enters, for tests."""

from __future__ import annotations

from datetime import UTC, date, datetime

from loket_app.domain.layer import Act, ActKind, Entry, Proposal, State
from loket_app.domain.money import Money
from loket_app.domain.tables import Confidence, Period, Share, Source, ValueKind

AT = datetime(2026, 4, 14, 12, 0, tzinfo=UTC)
CELL = Source("Mail of the voluntary-return cell", Confidence.HIGH, date(2026, 4, 14), date(2026, 4, 13))
BUDGET = "budget-visa-required"


def proposal(
    figure: str = BUDGET, start: date = date(2026, 1, 1), end: date | None = None, euro: int = 1500, **said: object
) -> Proposal:
    """An amount for a figure, from a day on."""
    amount = Money.of(euro)
    whole = {"kind": ValueKind.AMOUNT, "low": amount, "high": amount, "source": CELL, "reason": "By mail.", **said}
    return Proposal(figure, Period(start, end), **whole)  # type: ignore[arg-type]  # what a test leaves out is an amount


def per_person(*shares: Share, **said: object) -> Proposal:
    """A value for each person, or for each adult and each child."""
    return proposal(kind=ValueKind.PER_PERSON, low=None, high=None, shares=shares, **said)  # type: ignore[arg-type]  # as above


def propose(said: Proposal, key: str = "e1", by: str = "AV") -> Act:
    """Somebody enters it."""
    return Act(key, AT, by, ActKind.PROPOSE, "GNT", proposal=said)


def settle(kind: ActKind, key: str = "e1", by: str = "BD", reason: str = "") -> Act:
    """Somebody decides on it."""
    return Act(f"{kind.value} {key}", AT, by, kind, "GNT", entry=key, reason=reason)


def confirmed(said: Proposal, key: str = "e1", desk: str = "GNT") -> Entry:
    """It was confirmed."""
    return Entry(key, key, desk, said, "AV", AT, State.CONFIRMED, "BD", AT)
