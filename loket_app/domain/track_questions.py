"""What is hardly ever right: asked about at its place, kept as it was typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loket_app.domain.answers import known, or_none
from loket_app.domain.changes import value_at
from loket_app.domain.stay import Decision, LeaveOrder, OpenReturnPlace
from loket_app.domain.track_facts import TrackFacts, notified
from loket_app.domain.track_parts import OddKind, Question
from loket_app.domain.track_terms import Terms

_ARRIVED, _AGREED, _ENDED = "stay/otp_arrived_on", "stay/otp_agreed_on", "stay/otp_ended_on"


def questions(terms: Terms) -> tuple[Question, ...]:
    """Everything odd, in the order of the places."""
    facts = terms.facts
    stay = facts.case.stay
    found = [each for decision in stay.decisions for each in _of_decision(decision)]
    found += [each for order in stay.orders for each in _of_order(order)]
    found += [*_two_final(facts), *_of_arrival(facts), *_of_agreement(facts), *_in_the_future(facts)]
    found += _too_early(terms)
    return tuple(sorted(set(found), key=lambda each: (each.path, each.kind.value, each.other)))


def _before(one: object, other: object) -> bool:
    return isinstance(one, date) and isinstance(other, date) and one < other


def _of_decision(decision: Decision) -> Iterator[Question]:
    at = f"stay/decisions/{decision.id}"
    if _before(decision.notified_on, decision.decided_on):
        yield Question(f"{at}/notified_on", OddKind.NOTIFIED_BEFORE_DECIDED, f"{at}/decided_on")
    if not known(decision.hearing_on):
        return
    if decision.appeal_lodged is False:
        yield Question(f"{at}/hearing_on", OddKind.HEARING_WITHOUT_APPEAL, f"{at}/appeal_lodged")
    if decision.appeal_lodged is True and _before(decision.hearing_on, decision.notified_on):
        yield Question(f"{at}/hearing_on", OddKind.HEARING_BEFORE_NOTIFICATION, f"{at}/notified_on")


def _of_order(order: LeaveOrder) -> Iterator[Question]:
    at = f"stay/orders/{order.id}"
    if _before(order.leave_by, order.notified_on):
        yield Question(f"{at}/leave_by", OddKind.LEAVE_BY_BEFORE_NOTIFICATION, f"{at}/notified_on")


def _two_final(facts: TrackFacts) -> Iterator[Question]:
    """The CGVS decision that the RVV confirmed may be called final too: two of one authority are asked about."""
    for decision in facts.final_refusals:
        others = [other for other in facts.final_refusals if other.id < decision.id]
        for other in others:
            if other.authority is decision.authority:
                place = f"stay/decisions/{decision.id}/final"
                yield Question(place, OddKind.TWO_FINAL_REFUSALS, f"stay/decisions/{other.id}/final")


def _of_arrival(facts: TrackFacts) -> Iterator[Question]:
    arrived = facts.arrival.on
    if arrived is None:
        return
    if facts.final is None:
        yield Question(_ARRIVED, OddKind.ARRIVAL_WITHOUT_REFUSAL)
    elif _before(arrived, notified(facts.final).on):
        yield Question(_ARRIVED, OddKind.ARRIVAL_BEFORE_NOTIFICATION, notified(facts.final).path)
    place = facts.case.stay.open_return_place
    if known(place) and place is not OpenReturnPlace.ASSIGNED:
        yield Question(_ARRIVED, OddKind.ARRIVAL_WITHOUT_PLACE, "stay/open_return_place")
    if _before(facts.case.stay.otp_ended_on, arrived):
        yield Question(_ENDED, OddKind.ENDED_BEFORE_ARRIVAL, _ARRIVED)


def _of_agreement(facts: TrackFacts) -> Iterator[Question]:
    stay = facts.case.stay
    if _before(stay.otp_agreed_on, stay.otp_arrived_on):
        yield Question(_AGREED, OddKind.AGREED_BEFORE_ARRIVAL, _ARRIVED)
    if stay.otp_agrees is False and known(stay.otp_agreed_on):
        yield Question(_AGREED, OddKind.AGREED_ON_WITHOUT_AGREEMENT, "stay/otp_agrees")


def _in_the_future(facts: TrackFacts) -> Iterator[Question]:
    stay = facts.case.stay
    told = [f"stay/decisions/{each.id}/{name}" for each in stay.decisions for name in ("decided_on", "notified_on")]
    told += [f"stay/orders/{order.id}/notified_on" for order in stay.orders]
    told += [f"conversations/{conversation.id}/on" for conversation in facts.case.conversations]
    for path in (*told, _ARRIVED, _AGREED, _ENDED):
        if _before(facts.on, value_at(facts.case, path)):
            yield Question(path, OddKind.IN_THE_FUTURE)


def _too_early(terms: Terms) -> Iterator[Question]:
    for conversation in terms.facts.case.conversations:
        moment = or_none(conversation.moment)
        since = terms.since(moment) if moment else None
        if _before(conversation.on, since):
            yield Question(f"conversations/{conversation.id}/on", OddKind.CONVERSATION_TOO_EARLY)
