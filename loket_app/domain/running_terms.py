"""The terms of the law that run on for somebody who withdrew or was referred: nobody at the desk is late with them."""

from __future__ import annotations

from typing import Final

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.track_parts import Track

TERMS: Final = frozenset({AgendaKind.KEY_MOMENT, AgendaKind.AID_ENDS, AgendaKind.LEAVE_BY})
"""Days that the law or the authorities set. Withdrawing from the programme changes none of them."""


def may_run(case: Case) -> bool:
    """Whether there is anything that a term with a last day can run from; without it no track is asked."""
    stay = case.stay
    return bool(stay.decisions or stay.orders or stay.extensions or known(stay.otp_arrived_on))


def running_terms(case: Case, track: Track) -> tuple[AgendaItem, ...]:
    """Those whose last day is still to come. What is over, or has no day, is nobody's work any more."""
    found = agenda(case, track)
    return tuple(item for item in found if item.kind in TERMS and item.on is not None and item.on >= track.on)


def may_run_later(track: Track) -> bool:
    """Whether a day of the case is still to come, so that a term may begin without any edit."""
    return any(event.on > track.on for event in track.events)
