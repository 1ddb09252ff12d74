"""Conversations that don't fit: before what they are about, out of order, after the end; and what was said in one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from loket_app.domain.answers import NOT_ASKED, known, or_none
from loket_app.domain.conversation import AfterConversation, Conversation, KeyMoment, TalkState
from loket_app.domain.track_facts import TrackFacts, notified
from loket_app.domain.track_parts import OddKind, Question
from loket_app.domain.track_terms import Terms

_FIRST: Final = {
    KeyMoment.REFUSAL_SECOND: KeyMoment.REFUSAL_FIRST,
    KeyMoment.REFUSAL_THIRD: KeyMoment.REFUSAL_SECOND,
    KeyMoment.OTP_ICAM_INTAKE: KeyMoment.OTP_INTAKE,
    KeyMoment.OTP_OUTTAKE: KeyMoment.OTP_OPTIONS,
}
"""What comes before a conversation (S3)."""
_SAID_IN_ONE: Final = ("stance", "attitude", "solutions", "possibilities", "covered", "decided")
_NOT_AFTER_THE_END: Final = frozenset(KeyMoment) - {
    KeyMoment.INFO_SESSION,
    KeyMoment.INTAKE,
    KeyMoment.OTP_ICAM_DECISION,
    KeyMoment.OTP_ICAM_HEARING,
}


def of_conversations(terms: Terms) -> Iterator[Question]:
    """What does not fit of each conversation of a key moment that was held, and what says planned and is hardly so."""
    for each in terms.facts.case.conversations:
        if _is_hardly_planned(each, terms.facts.on):
            of_day = _path(each) if known(each.on) else ""
            yield Question(f"conversations/{each.id}/state", OddKind.HELD_OR_STILL_PLANNED, of_day)
        moment, on = or_none(each.moment), or_none(each.on)
        if moment is None or on is None or not each.counts:
            continue
        since = terms.since_fact(moment)
        if since is not None and since.on is not None and on < since.on:
            yield Question(_path(each), OddKind.CONVERSATION_TOO_EARLY, since.path)
        elif on <= terms.facts.on:
            yield from _in_turn(terms.facts, each, moment, on)


def noted(facts: TrackFacts) -> Iterator[Question]:
    """What was noted in a conversation and would count as an answer: asked, never taken over."""
    stay = facts.case.stay
    refused = (notified(facts.final).on if facts.final else None) or facts.arrival.on
    agreed = _last(facts, AfterConversation.AGREES_WITH_TRACK, refused)
    if facts.in_otp and agreed and not known(stay.otp_agrees) and not known(stay.otp_agreed_on):
        yield Question("stay/otp_agrees", OddKind.AGREED_IN_CONVERSATION, _path(agreed))
    stopped = _last(facts, AfterConversation.NO_COOPERATION, facts.arrival.on)
    if facts.arrived and stopped and not known(stay.otp_end) and not known(stay.otp_ended_on):
        yield Question("stay/otp_end", OddKind.NO_COOPERATION_NOTED, _path(stopped))


def _in_turn(facts: TrackFacts, told: Conversation, moment: KeyMoment, on: date) -> Iterator[Question]:
    ended = facts.ended_on
    if ended and ended.on and ended.on < on and moment in _NOT_AFTER_THE_END:
        yield Question(_path(told), OddKind.CONVERSATION_AFTER_END, ended.path)
    elif moment in _FIRST and not facts.undated(_FIRST[moment]):
        earlier = facts.held(_FIRST[moment], None)
        if all((or_none(each.on) or on) > on for each in earlier):
            yield Question(_path(told), OddKind.CONVERSATION_OUT_OF_ORDER, _path(earlier[0]) if earlier else "")


def _last(facts: TrackFacts, decided: AfterConversation, since: date | None) -> Conversation | None:
    found = [
        (on, each.id, each)
        for each in facts.case.conversations
        if each.decided is decided and each.counts and known(on := each.on) and (since or date.min) <= on <= facts.on
    ]
    return max(found, key=lambda each: each[:2])[2] if found else None


def _is_hardly_planned(told: Conversation, today: date) -> bool:
    """Whether the day of a planned conversation is over, or something is noted that was said in it."""
    if told.state is not TalkState.PLANNED:
        return False
    over = known(told.on) and told.on < today
    return over or any(getattr(told, name) not in (NOT_ASKED, ()) for name in _SAID_IN_ONE)


def _path(conversation: Conversation) -> str:
    return f"conversations/{conversation.id}/on"
