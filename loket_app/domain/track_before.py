"""What an earlier round, or a later request without a day, leaves open in the round that counts now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loket_app.domain.answers import known
from loket_app.domain.track_parts import Deadline, Moment, MomentState, Phase, Track
from loket_app.domain.track_rounds import Round
from loket_app.domain.track_terms import Terms


def aid_ends(terms: Terms, before: Sequence[Terms], now: Round) -> Deadline:
    """The end of the material aid. Of an earlier refusal it is not known after a later request, unless it was over.

    S3 ends the stay in an open return place when a later request comes with a new assignment, and says no more: neither
    that the right of before goes on, nor that it ends. Until then the request has begun no round (`track_pending`).
    """
    refused = [each for each in before if each.facts.final]
    if terms.facts.final or now.start is None or not refused:
        return terms.aid_ends
    earlier = refused[-1]
    ends = earlier.aid_ends.on
    if earlier.facts.ended_on or (ends and ends < now.start.day):
        return Deadline()
    needs = ("stay/otp_end",) if earlier.facts.in_otp and not known(earlier.facts.case.stay.otp_end) else ()
    return Deadline(from_fact=now.start.path, from_on=now.start.on, needs=needs)


def waiting(found: Track, needs: tuple[str, ...], supposed: Sequence[Track]) -> Track:
    """What the missing day of a later request leaves open: all that is not the same whatever that day is.

    `supposed` are the tracks with the days that it can have; without any, all that is about a decision is open.
    """
    if not needs:
        return found
    moments = (each if _is_settled(each) or _is_same(each, supposed) else _open(each, needs) for each in found.moments)
    if supposed and all((each.aid_ends, each.aid_may_end) == (found.aid_ends, found.aid_may_end) for each in supposed):
        return replace(found, moments=tuple(moments))
    aid = replace(found.aid_ends, on=None, needs=needs) if found.aid_ends != Deadline() else found.aid_ends
    return replace(found, moments=tuple(moments), aid_ends=aid, aid_may_end=None)


def _is_same(moment: Moment, supposed: Sequence[Track]) -> bool:
    return bool(supposed) and all(each.moment(moment.moment) == moment for each in supposed)


def _is_settled(moment: Moment) -> bool:
    return moment.phase is Phase.PROCEDURE or moment.state is MomentState.DONE


def _open(moment: Moment, needs: tuple[str, ...]) -> Moment:
    deadline = replace(moment.deadline, on=None, opens_on=None, needs=needs)
    return replace(moment, deadline=deadline, state=MomentState.NOT_COMPUTABLE)
