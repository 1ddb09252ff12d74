"""The return track of a case on one day (S3): what its screens, documents and agenda are made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from loket_app.domain.case import Case
from loket_app.domain.track_applies import applies, phase
from loket_app.domain.track_before import aid_ends, waiting
from loket_app.domain.track_end import end
from loket_app.domain.track_events import ended_spans, events, spans, stances
from loket_app.domain.track_extensions import latest_extension
from loket_app.domain.track_facts import TrackFacts
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
from loket_app.domain.track_questions import questions
from loket_app.domain.track_rounds import Rounds, rounds
from loket_app.domain.track_rules import TrackRules
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
    spans and events.
    """
    found = rounds(case, on)
    before = tuple(Terms(TrackFacts(each.case, on), rules, calendar) for each in found.before)
    terms = Terms(TrackFacts(found.now.case, on), rules, calendar)
    facts = terms.facts
    whether, needs = applies(facts)
    here = phase(facts)
    whole = Track(
        on=on,
        applies=whether,
        applies_needs=needs,
        phase=here,
        moments=tuple(Moments(terms, here).all()),
        spans=(),
        events=(),
        aid_ends=aid_ends(terms, before, found.now),
        aid_may_end=terms.aid_may_end,
        questions=questions(terms, before, found),
        stances=stances(TrackFacts(case, on)),
        rules_version=rules.version,
        end=end(facts, here),
        extension=latest_extension(facts.case.stay, on),
    )
    counted = _without_what_does_not_count(waiting(whole, found.unplaced), facts)
    return _drawn(counted, found, (*before, terms))


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
            phases += ended_spans(each.facts, phase(each.facts), each.aid_ends, earlier.until or track.on)
        phases += spans(facts[-1], track.phase, track.aid_ends)
    return replace(track, spans=tuple(phases), events=events(found.case, facts, track.aid_ends))
