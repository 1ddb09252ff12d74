"""What there is to watch in a case: appointments, terms, papers that run out, and who has the next move.

Pure: the same case gives the same days on the same day, so that they can be kept for that day and looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from loket_app.domain.answers import Answer, Missing, known, or_none
from loket_app.domain.case import Case
from loket_app.domain.conversation import AppointmentState, WaitingFor
from loket_app.domain.handover import LEFT, DepartureResult, Handover, HandoverState
from loket_app.domain.status import Status
from loket_app.domain.track_parts import HELD, PASSED_BY, Moment, MomentState, Phase, Track
from loket_app.domain.travel import DocumentState


class AgendaKind(Enum):
    """Why a day is watched. The values stand in stores."""

    APPOINTMENT = "appointment"
    KEY_MOMENT = "key_moment"
    AID_ENDS = "aid_ends"
    LEAVE_BY = "leave_by"
    DEPARTURE = "departure"
    WAIT = "wait"
    DOCUMENT_REQUESTED = "document_requested"
    DOCUMENT_EXPIRES = "document_expires"
    HANDOVER_SENT = "handover_sent"
    REPORT = "report"


PASSING = frozenset({AgendaKind.AID_ENDS, AgendaKind.LEAVE_BY})
"""Days that come and go. Nobody can do them, so they are never late."""

WAITING = frozenset({AgendaKind.WAIT, AgendaKind.DOCUMENT_REQUESTED, AgendaKind.HANDOVER_SENT})
"""Somebody else has the next move."""

TRACK, AID = "track", "aid_ends"
"""A term of the track has no place in the case: `track/otp_intake`, `track/aid_ends`."""

_SETTLED = PASSED_BY | {MomentState.DONE}
_OPEN = frozenset({MomentState.DUE, MomentState.NOT_COMPUTABLE})
_VALID_PAPERS = frozenset({DocumentState.HAS, DocumentState.RECEIVED, DocumentState.HELD_BY_DVZ})
_GONE = frozenset({Status.DEPARTED, Status.ARRIVED, Status.FOLLOW_UP})


@dataclass(frozen=True)
class AgendaItem:
    """A day to watch: `ref` is the path of the place in the case.

    `on` is the last day on which it can be done, or the day itself; None while nobody set one. `opens_on` is the first
    such day, or since when one waits. `who` is the value of the enum that says who holds it or has the next move.
    """

    kind: AgendaKind
    ref: str
    on: date | None = None
    opens_on: date | None = None
    who: str | None = None


def agenda(case: Case, track: Track | None = None) -> tuple[AgendaItem, ...]:
    """All there is to watch in a case, with the terms of its return track. After departure only what still runs then."""
    always = (*_appointments(case), *_waits(case), *_reports(case))
    if has_left(case):
        return always
    terms = () if track is None else _terms(track)
    return (*always, *terms, *_orders(case), *_departure(case), *_documents(case), *_handovers(case))


def has_left(case: Case) -> bool:
    """Whether the journey was made, as far as the case says."""
    departure = case.departure
    return (
        departure.result is DepartureResult.DEPARTED
        or known(departure.departed_on)
        or known(departure.arrived_on)
        or case.status in _GONE
    )


def hour_of(at: str | None) -> time | None:
    """The hour of an appointment, kept as 14:30; None where it is not known or was written otherwise."""
    try:
        return time.fromisoformat(at) if at else None
    except ValueError:
        return None


def _appointments(case: Case) -> Iterator[AgendaItem]:
    for each in case.appointments:
        planned = each.state is AppointmentState.PLANNED or isinstance(each.state, Missing)
        if planned and known(each.on):
            yield AgendaItem(AgendaKind.APPOINTMENT, f"appointments/{each.id}", each.on)


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


def _terms(track: Track) -> Iterator[AgendaItem]:
    """Conversations that are still to be held, and the end of the material aid.

    Without a day: what can be held now and has no last day, and what cannot be computed; `needs_of` tells what is missing.
    """
    for each in track.moments:
        term = each.deadline
        if each.state in _SETTLED or (term.on is None and (each.state not in _OPEN or _follows(each))):
            continue
        ref = f"{TRACK}/{each.moment.value}"
        yield AgendaItem(AgendaKind.KEY_MOMENT, ref, term.on, term.opens_on, each.held_by.value)
    ends = track.aid_ends
    if track.phase is not Phase.ENDED and (ends.on is not None or ends.needs):
        yield AgendaItem(AgendaKind.AID_ENDS, f"{TRACK}/{AID}", ends.on)


def _follows(moment: Moment) -> bool:
    """Whether its day hangs on another conversation alone, which is watched itself."""
    needs = moment.deadline.needs
    return bool(needs) and all(need.startswith(HELD) for need in needs)


def needs_of(item: AgendaItem, track: Track) -> tuple[str, ...]:
    """The paths of what is missing for the day of a term of the track; empty when nothing is, or it is none."""
    place, _slash, name = item.ref.partition("/")
    if place != TRACK:
        return ()
    if name == AID:
        return track.aid_ends.needs
    return next((each.deadline.needs for each in track.moments if each.moment.value == name), ())


def _orders(case: Case) -> Iterator[AgendaItem]:
    """The last day of the latest order to leave, as it was told."""
    days = [(order.leave_by, order.id) for order in case.stay.orders if known(order.leave_by)]
    if days:
        on, order_id = max(days)
        yield AgendaItem(AgendaKind.LEAVE_BY, f"stay/orders/{order_id}/leave_by", on)


def _departure(case: Case) -> Iterator[AgendaItem]:
    """A booked journey, until it is known how the day ended."""
    leaves = case.departure.leaves_on
    if known(leaves) and not known(case.departure.result):
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
