"""What was arranged in a case and stands when somebody withdraws or is referred: withdrawing cancels none of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from loket_app.domain.agenda import agenda
from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.case import Case
from loket_app.domain.conversation import AppointmentState, TalkState
from loket_app.domain.travel import DocumentState

_ARRANGED: Final = frozenset(
    {
        AgendaKind.APPOINTMENT,
        AgendaKind.TALK,
        AgendaKind.DEPARTURE,
        AgendaKind.WAIT,
        AgendaKind.DOCUMENT_REQUESTED,
        AgendaKind.HANDOVER_SENT,
        AgendaKind.REPORT,
    }
)
"""Somebody outside the desk counts on it, or has the next move. A term of the law is not arranged by anybody."""


def arranged(case: Case) -> tuple[AgendaItem, ...]:
    """What was arranged and is not done: appointments, waits, papers asked for, files that left, a booked journey."""
    return tuple(item for item in agenda(case) if item.kind in _ARRANGED)


def endings(case: Case, today: date) -> Mapping[str, Any]:
    """The answers that end what the desk itself can end, by path: appointments and conversations to come, waits, papers.

    Whether an appointment of a day that passed was kept only somebody who was there can tell, and a file that left or
    a booked journey ends with the word of IOM.
    """
    found = (_ending(item, today) for item in arranged(case))
    return dict(answer for answer in found if answer is not None)


def _ending(item: AgendaItem, today: date) -> tuple[str, Any] | None:
    if item.kind is AgendaKind.APPOINTMENT and (item.on is None or item.on >= today):
        return f"{item.ref}/state", AppointmentState.CANCELLED
    if item.kind is AgendaKind.TALK and item.on and item.on >= today:
        return f"{item.ref}/state", TalkState.NOT_HELD
    if item.kind is AgendaKind.WAIT:
        return f"{item.ref}/ended_on", today
    return (f"{item.ref}/state", DocumentState.NONE) if item.kind is AgendaKind.DOCUMENT_REQUESTED else None
