"""What there is to watch in a case: appointments, terms, papers that run out, and who has the next move.

Pure: the same case gives the same days on the same day, so that they can be kept for that day and looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from loket_app.domain.agenda_items import AgendaItem, AgendaKind
from loket_app.domain.agenda_terms import terms
from loket_app.domain.answers import Answer, Missing, known, or_none
from loket_app.domain.case import Case
from loket_app.domain.conversation import AppointmentState, TalkState, WaitingFor
from loket_app.domain.handover import LEFT, DepartureResult, Handover, HandoverState
from loket_app.domain.status import Status
from loket_app.domain.track_parts import Track
from loket_app.domain.travel import DocumentState

_VALID_PAPERS = frozenset({DocumentState.HAS, DocumentState.RECEIVED, DocumentState.HELD_BY_DVZ})
_GONE = frozenset({Status.DEPARTED, Status.ARRIVED, Status.FOLLOW_UP})


def agenda(case: Case, track: Track | None = None) -> tuple[AgendaItem, ...]:
    """All there is to watch in a case, with the terms of its return track. After departure only what still runs then."""
    always = (*_appointments(case), *_talks(case), *_waits(case), *_reports(case))
    if has_left(case):
        return always
    of_track = () if track is None else terms(track)
    return (*always, *of_track, *_orders(case), *_departure(case), *_documents(case), *_handovers(case))


def has_left(case: Case) -> bool:
    """Whether the journey was made, as far as the case says."""
    departure = case.departure
    told = known(departure.departed_on) or known(departure.arrived_on)
    left = departure.result is DepartureResult.DEPARTED or (told and not departure.fell_through)
    return left or case.status in _GONE


def _appointments(case: Case) -> Iterator[AgendaItem]:
    """Those to come; one whose day nobody fixed yet is to be fixed."""
    for each in case.appointments:
        if each.state is AppointmentState.PLANNED or isinstance(each.state, Missing):
            yield AgendaItem(AgendaKind.APPOINTMENT, f"appointments/{each.id}", or_none(each.on))


def _talks(case: Case) -> Iterator[AgendaItem]:
    """Conversations that are planned for a day, until somebody says whether they took place."""
    for each in case.conversations:
        if each.state is TalkState.PLANNED and known(each.on):
            yield AgendaItem(AgendaKind.TALK, f"conversations/{each.id}", each.on, None, _value(each.held_by))


def _waits(case: Case) -> Iterator[AgendaItem]:
    for each in case.waits:
        if not known(each.ended_on):
            on, since = or_none(each.ask_again_on), or_none(each.since)
            yield AgendaItem(AgendaKind.WAIT, f"waits/{each.id}", on, since, _value(each.waiting_for))


def _reports(case: Case) -> Iterator[AgendaItem]:
    """The partner's next report (S0 §13), until one of that day or later came."""
    came = max((report.on for report in case.plan.reports if known(report.on)), default=date.min)
    awaited = [(report.next_on, report.id) for report in case.plan.reports if known(report.next_on)]
    if awaited and max(awaited)[0] > came:
        on, report_id = max(awaited)
        yield AgendaItem(AgendaKind.REPORT, f"plan/reports/{report_id}", on, None, _value(case.plan.partner))


def _orders(case: Case) -> Iterator[AgendaItem]:
    """The last day of the latest order to leave, as it was told."""
    days = [(order.leave_by, order.id) for order in case.stay.orders if known(order.leave_by)]
    if days:
        on, order_id = max(days)
        yield AgendaItem(AgendaKind.LEAVE_BY, f"stay/orders/{order_id}/leave_by", on)


def _departure(case: Case) -> Iterator[AgendaItem]:
    """A booked journey, until it is known how the day ended; of one that was put off the day that stands there."""
    leaves, result = case.departure.leaves_on, case.departure.result
    if known(leaves) and (not known(result) or result is DepartureResult.POSTPONED):
        yield AgendaItem(AgendaKind.DEPARTURE, "departure/leaves_on", leaves, None, _value(case.departure.booked_by))


def _documents(case: Case) -> Iterator[AgendaItem]:
    """Papers asked for and not there yet, and papers that run out before the journey, or while its day is not known."""
    leaves = or_none(case.departure.leaves_on) or or_none(case.wish.departure_on)
    for each in case.documents:
        path, until = f"documents/{each.id}", each.valid_until
        if each.state is DocumentState.REQUESTED:
            since, who = or_none(each.requested_on), WaitingFor.DOCUMENT.value
            yield AgendaItem(AgendaKind.DOCUMENT_REQUESTED, path, None, since, who)
        elif each.state in _VALID_PAPERS and known(until) and (leaves is None or until < leaves):
            yield AgendaItem(AgendaKind.DOCUMENT_EXPIRES, f"{path}/valid_until", until)


def _handovers(case: Case) -> Iterator[AgendaItem]:
    """What was sent and got no answer; one whose correction left waits no more."""
    corrected = {each.corrects for each in case.handovers if each.state in LEFT}
    for each in case.handovers:
        if each.state is HandoverState.SENT and each.id not in corrected:
            who = _value(each.recipient)
            yield AgendaItem(AgendaKind.HANDOVER_SENT, f"handovers/{each.id}", None, _sent(each), who)


def _sent(handover: Handover) -> date | None:
    made = or_none(handover.made_at)
    return or_none(handover.on) or (made.date() if made else None)


def _value(answer: Answer[Enum]) -> str | None:
    return None if isinstance(answer, Missing) else str(answer.value)
