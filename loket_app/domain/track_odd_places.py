"""Answers on the open return place that do not fit together, or not with the refusal before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from loket_app.domain.answers import known
from loket_app.domain.stay import Decision, OpenReturnPlace
from loket_app.domain.track_decisions import day_path
from loket_app.domain.track_facts import TrackFacts, notified
from loket_app.domain.track_parts import OddKind, Question
from loket_app.domain.track_terms import Terms

_ASSIGNED, _ARRIVED = "stay/otp_assigned_on", "stay/otp_arrived_on"
_AGREED, _ENDED = "stay/otp_agreed_on", "stay/otp_ended_on"


def _before(one: object, other: object) -> bool:
    return isinstance(one, date) and isinstance(other, date) and one < other


def _day_of(decision: Decision | None) -> str:
    return day_path(decision) if decision else ""


def after_aid(terms: Terms) -> Iterator[Question]:
    """Who arrived or agreed after the thirty days of the refusal: the right had ended by then."""
    aid = terms.aid_after_refusal
    if aid is None or aid.on is None:
        return
    if _before(aid.on, terms.facts.arrival.on):
        yield Question(_ARRIVED, OddKind.ARRIVAL_AFTER_AID, aid.from_fact)
    elif _before(aid.on, terms.facts.case.stay.otp_agreed_on):
        yield Question(_AGREED, OddKind.AGREED_AFTER_AID, aid.from_fact)


def of_assignment(facts: TrackFacts) -> Iterator[Question]:
    """The day on which the place was assigned: after the refusal, before the arrival, and of a place there is (S3)."""
    stay = facts.case.stay
    if not known(stay.otp_assigned_on):
        return
    if not known(stay.open_return_place):
        yield Question("stay/open_return_place", OddKind.ASSIGNED_ON_ALONE, _ASSIGNED)
    elif stay.open_return_place is not OpenReturnPlace.ASSIGNED:
        yield Question(_ASSIGNED, OddKind.ASSIGNED_ON_WITHOUT_PLACE, "stay/open_return_place")
    if facts.final and _before(stay.otp_assigned_on, notified(facts.final).on):
        yield Question(_ASSIGNED, OddKind.ASSIGNED_BEFORE_NOTIFICATION, notified(facts.final).path)
    if _before(stay.otp_arrived_on, stay.otp_assigned_on):
        yield Question(_ARRIVED, OddKind.ARRIVAL_BEFORE_ASSIGNMENT, _ASSIGNED)


def of_arrival(facts: TrackFacts) -> Iterator[Question]:
    """The arrival in an open return place: after the refusal, in a place there is, before the end of the stay."""
    arrived = facts.arrival.on
    if arrived is None:
        return
    if facts.place_annulled:
        if facts.ended_on is None:
            yield Question("stay/otp_end", OddKind.REFUSAL_ANNULLED, _day_of(facts.annulled_by))
    elif facts.final is None:
        yield Question(_ARRIVED, OddKind.ARRIVAL_WITHOUT_REFUSAL)
    elif _before(arrived, notified(facts.final).on):
        yield Question(_ARRIVED, OddKind.ARRIVAL_BEFORE_NOTIFICATION, notified(facts.final).path)
    place = facts.case.stay.open_return_place
    if known(place) and place is not OpenReturnPlace.ASSIGNED:
        yield Question(_ARRIVED, OddKind.ARRIVAL_WITHOUT_PLACE, "stay/open_return_place")
    if _before(facts.case.stay.otp_ended_on, arrived):
        yield Question(_ENDED, OddKind.ENDED_BEFORE_ARRIVAL, _ARRIVED)


def of_agreement(facts: TrackFacts) -> Iterator[Question]:
    """The agreement with the track, and its day."""
    stay = facts.case.stay
    if _before(stay.otp_agreed_on, stay.otp_arrived_on):
        yield Question(_AGREED, OddKind.AGREED_BEFORE_ARRIVAL, _ARRIVED)
    if stay.otp_agrees is False and known(stay.otp_agreed_on):
        yield Question(_AGREED, OddKind.AGREED_ON_WITHOUT_AGREEMENT, "stay/otp_agrees")
    if not known(stay.otp_agrees) and known(stay.otp_agreed_on):
        yield Question("stay/otp_agrees", OddKind.AGREED_ON_ALONE, _AGREED)
