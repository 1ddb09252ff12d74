"""The days on which something happened or will, and the phases between them: what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from loket_app.domain.answers import known, or_none
from loket_app.domain.case import Case
from loket_app.domain.conversation import Stance
from loket_app.domain.stay import Decision
from loket_app.domain.track_facts import TrackFacts, notified
from loket_app.domain.track_kept import kept_events
from loket_app.domain.track_parts import Deadline, Event, EventKind, Phase, Span

_Found = Iterator[tuple[str, EventKind, date | None]]


def events(case: Case, rounds: Sequence[TrackFacts], aid_ends: Deadline) -> tuple[Event, ...]:
    """All days that are known, the earliest first: of the whole case, with the final refusals of each of its rounds."""
    finals = [decision for each in rounds for decision in each.final_refusals]
    facts = TrackFacts(case, rounds[-1].on)
    found = (
        *_of_decisions(facts, finals),
        *_of_orders(facts),
        *_of_stay(facts),
        *kept_events(case),
        ("", EventKind.AID_ENDS, aid_ends.on),
    )
    dated = {Event(path, kind, on) for path, kind, on in found if on is not None}
    return tuple(sorted(dated, key=lambda event: (event.on, list(EventKind).index(event.kind), event.path)))


def ended_spans(facts: TrackFacts, phase: Phase, aid_ends: Deadline, until: date) -> Iterator[Span]:
    """The phases of an earlier round: the next one ended what still ran."""
    for span in spans(facts, phase, aid_ends):
        if span.starts is None or span.starts <= until:
            yield Span(span.phase, span.starts, min(span.ends or until, until))


def spans(facts: TrackFacts, phase: Phase, aid_ends: Deadline) -> tuple[Span, ...]:
    """The phases that were reached, each until the next one begins; the last until the aid or the stay ends."""
    starts = list(_starts(facts, phase))
    if not starts:
        return ()
    ended = facts.ended_on
    end = ended.on if ended else (aid_ends.on if starts[-1][0] in _AIDED else None)
    following = [start for _phase, start in starts[1:]] + [end]
    return tuple(
        Span(reached, start, _not_before(start, stop)) for (reached, start), stop in zip(starts, following, strict=True)
    )


def stances(facts: TrackFacts) -> tuple[tuple[date, Stance], ...]:
    """How the person stood towards return, conversation by conversation."""
    told = [
        (on, conversation.id, stance)
        for conversation in facts.case.conversations
        if conversation.counts and known(on := conversation.on) and known(stance := conversation.stance)
    ]
    return tuple((on, stance) for on, _id, stance in sorted(told, key=lambda each: each[:2]))


_AIDED = (Phase.FINAL_REFUSAL, Phase.OPEN_RETURN_PLACE)


def _not_before(start: date | None, stop: date | None) -> date | None:
    return stop if start is None or stop is None else max(start, stop)


def _starts(facts: TrackFacts, phase: Phase) -> Iterator[tuple[Phase, date | None]]:
    if facts.requested:
        yield Phase.PROCEDURE, facts.request.on
    if facts.negative:
        yield Phase.NEGATIVE_DECISION, notified(facts.negative).on
    if facts.final:
        yield Phase.FINAL_REFUSAL, notified(facts.final).on
    if facts.arrival.on or phase is Phase.OPEN_RETURN_PLACE:
        yield Phase.OPEN_RETURN_PLACE, facts.arrival.on


def _of_decisions(facts: TrackFacts, finals: Sequence[Decision]) -> _Found:
    for decision in facts.case.stay.decisions:
        at = f"stay/decisions/{decision.id}"
        kind = EventKind.FINAL_REFUSAL if decision in finals else EventKind.NOTIFIED
        yield f"{at}/decided_on", EventKind.DECISION, or_none(decision.decided_on)
        yield f"{at}/notified_on", kind, or_none(decision.notified_on)
        lodged = None if decision.appeal_lodged is False else or_none(decision.appeal_lodged_on)
        yield f"{at}/appeal_lodged_on", EventKind.APPEAL, lodged
        yield f"{at}/hearing_on", EventKind.HEARING, or_none(decision.hearing_on)


def _of_orders(facts: TrackFacts) -> _Found:
    for order in facts.case.stay.orders:
        yield f"stay/orders/{order.id}/notified_on", EventKind.ORDER, or_none(order.notified_on)
        yield f"stay/orders/{order.id}/leave_by", EventKind.LEAVE_BY, or_none(order.leave_by)


def _of_stay(facts: TrackFacts) -> _Found:
    stay, departure = facts.case.stay, facts.case.departure
    yield from ((asked.path, EventKind.REQUEST, asked.on) for asked in facts.requests)
    yield "stay/otp_assigned_on", EventKind.OTP_ASSIGNED, or_none(stay.otp_assigned_on)
    yield "stay/otp_arrived_on", EventKind.OTP_ARRIVAL, facts.arrival.on
    agreed = None if stay.otp_agrees is False else or_none(stay.otp_agreed_on)
    yield "stay/otp_agreed_on", EventKind.AGREED, agreed
    yield "stay/otp_ended_on", EventKind.STAY_ENDED, or_none(stay.otp_ended_on)
    left = "departed_on" if known(departure.departed_on) and not departure.fell_through else "leaves_on"
    leaving = or_none(getattr(departure, left))
    made = leaving if not departure.fell_through or (leaving and leaving >= facts.on) else None
    yield f"departure/{left}", EventKind.DEPARTURE, made
