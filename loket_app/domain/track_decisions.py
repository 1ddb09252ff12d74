"""What a decision is on the return track: whether it is about protection, whether it is final, from when it counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from loket_app.domain.answers import known, or_none
from loket_app.domain.stay import Authority, Decision, Outcome, Procedure, ProcedureKind, Stay

PROTECTION: Final = (ProcedureKind.PROTECTION, ProcedureKind.SUBSEQUENT_PROTECTION)


def when(decision: Decision) -> date:
    """When it counts from; one without any day is the one to be asked about."""
    return or_none(decision.notified_on) or or_none(decision.decided_on) or date.max


def day_path(decision: Decision) -> str:
    """Where that day stands."""
    name = "decided_on" if not known(decision.notified_on) and known(decision.decided_on) else "notified_on"
    return f"stay/decisions/{decision.id}/{name}"


def latest(decisions: Iterable[Decision]) -> Decision | None:
    """The one that counts."""
    return max(decisions, key=lambda each: (when(each), each.id), default=None)


def is_final(decision: Decision) -> bool:
    """A final refusal: said to be one, or a rejection by the RVV that was not said to be none (S3)."""
    if decision.outcome is not Outcome.NEGATIVE:
        return False
    return decision.final is True or (decision.authority is Authority.RVV and not known(decision.final))


def of_protection(stay: Stay) -> tuple[Decision, ...]:
    """The decisions on the request for protection.

    S3 counts the CGVS, the RVV and "another final refusal" of that request. What the DVZ decides is about protection only
    when it is said to be final and no other procedure is in the case that it could be about.
    """
    return tuple(
        each
        for each in stay.decisions
        if each.authority is not Authority.DVZ or (is_final(each) and not other_procedures(stay))
    )


def other_procedures(stay: Stay) -> tuple[Procedure, ...]:
    """Procedures that are not about protection: the DVZ decides on them."""
    return tuple(each for each in stay.procedures if known(each.kind) and each.kind not in PROTECTION)
