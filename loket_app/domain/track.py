"""The return track of a case on one day (S3): what its screens, documents and agenda are made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.track_applies import applies, phase
from loket_app.domain.track_before import aid_ends, waiting
from loket_app.domain.track_end import end
from loket_app.domain.track_events import ended_spans, events, spans, stances
from loket_app.domain.track_extensions import latest_extension
from loket_app.domain.track_facts import TrackFacts
from loket_app.domain.track_kept import with_kept
from loket_app.domain.track_moments import Moments
from loket_app.domain.track_parts import (
    HELD,
    Applies,
    Deadline,
    Event,
    EventKind,
    Moment,
    MomentState,
    OddKind,
    Phase,
    Question,
    Span,
    Track,
    Unit,
)
from loket_app.domain.track_pending import is_closed
from loket_app.domain.track_questions import questions
from loket_app.domain.track_rounds import Rounds, rounds
from loket_app.domain.track_rules import TrackRules
from loket_app.domain.track_settled import settle
from loket_app.domain.track_supposed import supposed
from loket_app.domain.track_terms import Terms
from loket_app.domain.working_days import Calendar

__all__ = [
    "HELD",
    "Applies",
    "Calendar",
    "Deadline",
    "Event",
    "EventKind",
    "Moment",
    "MomentState",
    "OddKind",
    "Phase",
    "Question",
    "Span",
    "Track",
    "Unit",
    "track",
]

_FOR_NOBODY_HERE: Final = (Applies.NO_MINOR, Applies.NO_NOT_IN_RECEPTION, Applies.NO_REQUEST)


def track(case: Case, rules: TrackRules, calendar: Calendar, on: date) -> Track:
    """Work it out. While it is not known whether the track applies, its terms are there all the same.

    Where it does not apply there are no key moments and no phase; the events stay, with the last day of an order to leave:
    that is told to everybody. Phase, moments and terms are those of the last round that has begun; earlier rounds are
    spans and events. Where a later request has no day, what is the same whatever that day is stays told.
    """
    found, terms = _measured(case, rules, calendar, on)
    others = (_told(*_measured(each, rules, calendar, on)) for each in supposed(case, found.unplaced, on))
    whole = waiting(_told(found, terms), found.unplaced, tuple(others))
    asked, settled = settle(case, (*questions(terms[-1], terms[:-1], found), *_undated(whole, found, terms[-1])))
    whole = replace(whole, questions=asked, settled=settled)
    return _drawn(_without_what_does_not_count(whole, terms[-1].facts), found, terms)


def _measured(case: Case, rules: TrackRules, calendar: Calendar, on: date) -> tuple[Rounds, tuple[Terms, ...]]:
    """The rounds, and the terms of each of them, the last one last."""
    found = rounds(case, on)
    return found, tuple(Terms(TrackFacts(each.case, on), rules, calendar) for each in (*found.before, found.now))


def _told(found: Rounds, terms: Sequence[Terms]) -> Track:
    """The last round, without what is asked and drawn."""
    last = terms[-1]
    facts = last.facts
    whether, needs = applies(facts)
    here = phase(facts)
    return Track(
        on=facts.on,
        applies=whether,
        applies_needs=needs,
        phase=here,
        moments=tuple(Moments(last, here).all()),
        spans=(),
        events=(),
        aid_ends=aid_ends(last, terms[:-1], found.now),
        aid_may_end=last.aid_may_end,
        questions=(),
        stances=stances(TrackFacts(found.case, facts.on)),
        rules_version=last.rules.version,
        end=end(facts, here),
        extension=latest_extension(facts.case.stay, facts.on),
    )


def _undated(whole: Track, found: Rounds, terms: Terms) -> Iterator[Question]:
    """Whether it ended the stay, where all terms of an open return place go on whatever its missing day is."""
    deadlines = (whole.aid_ends, *(moment.deadline for moment in whole.moments))
    goes_on = whole.phase is Phase.OPEN_RETURN_PLACE and all(each.needs != found.unplaced for each in deadlines)
    for path in found.unplaced if goes_on and not known(terms.facts.case.stay.otp_end) else ():
        request = value_at(found.case, path.rpartition("/")[0])
        if not is_closed(request):
            yield Question("stay/otp_end", OddKind.LATER_REQUEST_PENDING, path)


def _without_what_does_not_count(found: Track, facts: TrackFacts) -> Track:
    if found.applies in _FOR_NOBODY_HERE:
        return replace(found, phase=Phase.NONE, moments=(), aid_ends=Deadline(), aid_may_end=None, end=None)
    if facts.has_stay and found.phase is Phase.ENDED:  # a permit ends the stay (S3): what runs is asked, never told
        return replace(found, aid_ends=Deadline(), aid_may_end=None)
    ended = facts.ended_on
    ends = found.aid_ends.on
    if ended and (ended.on is None or ends is None or ended.on < ends):  # the stay ended first
        return replace(found, aid_ends=Deadline(), aid_may_end=None)
    return found


def _drawn(track: Track, found: Rounds, terms: Sequence[Terms]) -> Track:
    facts = [each.facts for each in terms]
    phases: list[Span] = []
    if track.applies not in _FOR_NOBODY_HERE:
        for each, earlier in zip(terms[:-1], found.before, strict=True):
            told = TrackFacts(with_kept(earlier), track.on)
            phases += ended_spans(told, phase(told), each.aid_ends, earlier.until or track.on)
        phases += spans(facts[-1], track.phase, track.aid_ends)
    return replace(track, spans=tuple(phases), events=events(found.case, facts, track.aid_ends))
