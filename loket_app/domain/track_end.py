"""How a return track ended: by what, on which day, and which fact of the case says so (S3, end of the stay)."""

from __future__ import annotations

from datetime import date

from loket_app.domain.answers import or_none
from loket_app.domain.handover import DepartureResult
from loket_app.domain.stay import Outcome
from loket_app.domain.track_decisions import when
from loket_app.domain.track_facts import TrackFacts
from loket_app.domain.track_parts import End, Phase


def end(facts: TrackFacts, phase: Phase) -> End | None:
    """The end that counts; None while the track goes on."""
    return (_of_place(facts) or _of_right(facts)) if phase is Phase.ENDED else None


def _of_place(facts: TrackFacts) -> End | None:
    """The departure, or else the end of the stay; why that ended may not be known."""
    ended, stay = facts.ended_on, facts.case.stay
    if ended is None:
        return None
    if ended.path.startswith("departure/"):
        return End(DepartureResult.DEPARTED, "departure/result", ended.on)
    how = or_none(stay.otp_end)
    return End(how, "stay/otp_end" if how else "stay/otp_ended_on", ended.on)


def _of_right(facts: TrackFacts) -> End | None:
    """A right to stay: as the residence situation says, which has no day, or a positive decision."""
    if facts.has_stay and facts.refusal:
        return End(or_none(facts.case.stay.category), "stay/category", None)
    decision = facts.overturned
    if decision is None:
        return None
    on = when(decision)
    return End(Outcome.POSITIVE, f"stay/decisions/{decision.id}/outcome", on if on < date.max else None)
