"""What goes on by itself when a case stops or starts again: nothing of it ends because a status changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.conversation import Appointment, AppointmentState, Conversation, TalkState, Wait
from loket_app.domain.handover import LEFT, Handover, HandoverState
from loket_app.domain.travel import DocumentState

_ENDED = frozenset({AppointmentState.KEPT, AppointmentState.MISSED, AppointmentState.CANCELLED})
_OUT = frozenset({HandoverState.SENT, HandoverState.RECEIVED, HandoverState.ACCEPTED})


def running(case: Case, today: date) -> tuple[str, ...]:
    """Paths of what still runs: appointments to come, what is waited for, documents asked for, files handed over."""
    return tuple(_running(case, today))


def _running(case: Case, today: date) -> Iterator[str]:
    yield from (f"appointments/{each.id}" for each in case.appointments if _is_to_come(each, today))
    yield from (f"conversations/{each.id}" for each in case.conversations if _is_planned(each, today))
    yield from (f"waits/{each.id}" for each in case.waits if _waits(each, today))
    yield from (f"documents/{each.id}" for each in case.documents if each.state is DocumentState.REQUESTED)
    yield from (f"handovers/{each.id}" for each in case.handovers if _is_out(each, case))


def _is_to_come(appointment: Appointment, today: date) -> bool:
    """One whose day is not known may still come."""
    return appointment.state not in _ENDED and not (known(appointment.on) and appointment.on < today)


def _is_planned(talk: Conversation, today: date) -> bool:
    return talk.state is TalkState.PLANNED and known(talk.on) and talk.on >= today


def _waits(wait: Wait, today: date) -> bool:
    return not (known(wait.ended_on) and wait.ended_on <= today)


def _is_out(handover: Handover, case: Case) -> bool:
    """Sent and not replaced by a later one that left too: somebody else may be working on it."""
    replaced = any(later.corrects == handover.id and later.state in LEFT for later in case.handovers)
    return handover.state in _OUT and not replaced
