"""Days that are hardly ever right: still to come, very long ago, in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from loket_app.domain.answers import known, or_none
from loket_app.domain.case import Case
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.stay import ProcedureKind
from loket_app.domain.track_decisions import day_path, of_protection, when
from loket_app.domain.track_facts import TrackFacts
from loket_app.domain.track_parts import OddKind, Question

_LONG_AGO: Final = 1950
"""A year before this one is a slip of the hand: nobody's track began then."""
_PLACE: Final = ("otp_assigned_on", "otp_arrived_on", "otp_agreed_on", "otp_ended_on")

_Days = Iterator[tuple[str, date]]


def odd_days(case: Case, on: date) -> Iterator[Question]:
    """What is told as done and has its day still to come, and every day that is too long ago."""
    for path, day in (*_done(case), *_planned(case)):
        if day.year < _LONG_AGO:
            yield Question(path, OddKind.LONG_AGO)
    for path, day in _done(case):
        if day > on:
            yield Question(path, OddKind.IN_THE_FUTURE)


def of_requests(facts: TrackFacts) -> Iterator[Question]:
    """A request after a decision on it."""
    stay = facts.case.stay
    asked = [each for each in stay.procedures if each.kind is ProcedureKind.PROTECTION]
    days = [(began.earliest, each.id) for each in asked if known(began := each.started_on)]
    if len(days) != len(asked) or not days or min(days)[0] > facts.on:
        return
    first, procedure = min(days)
    for decision in sorted(of_protection(stay), key=lambda each: (when(each), each.id))[:1]:
        if when(decision) < first:
            path = f"stay/procedures/{procedure}/started_on"
            yield Question(path, OddKind.REQUEST_AFTER_DECISION, day_path(decision))


def _done(case: Case) -> _Days:
    stay = case.stay
    told: list[tuple[str, object]] = []
    for decision in stay.decisions:
        at = f"stay/decisions/{decision.id}"
        told += [(f"{at}/decided_on", decision.decided_on), (f"{at}/notified_on", decision.notified_on)]
        told.append((f"{at}/appeal_lodged_on", decision.appeal_lodged_on))
    told += [(f"stay/orders/{each.id}/notified_on", each.notified_on) for each in stay.orders]
    told += [(f"stay/procedures/{each.id}/started_on", each.started_on) for each in stay.procedures]
    for each in stay.extensions:
        at = f"stay/extensions/{each.id}"
        told += [(f"{at}/asked_on", each.asked_on), (f"{at}/answered_on", each.answered_on)]
    told += [(f"conversations/{each.id}/on", each.on) for each in case.conversations if each.counts]
    told += [(f"stay/{name}", getattr(stay, name)) for name in _PLACE]
    yield from _days((*told, ("departure/departed_on", case.departure.departed_on)))


def _planned(case: Case) -> _Days:
    told: list[tuple[str, object]] = [
        (f"stay/decisions/{each.id}/hearing_on", each.hearing_on) for each in case.stay.decisions
    ]
    told += [(f"stay/orders/{each.id}/leave_by", each.leave_by) for each in case.stay.orders]
    told += [(f"conversations/{each.id}/on", each.on) for each in case.conversations if not each.counts]
    told += [(f"stay/extensions/{each.id}/until", each.until) for each in case.stay.extensions]
    yield from _days((*told, ("departure/leaves_on", or_none(case.departure.leaves_on))))


def _days(told: tuple[tuple[str, object], ...]) -> _Days:
    for path, value in told:
        if isinstance(value, PartialDate):
            yield path, value.earliest
        elif isinstance(value, date):
            yield path, value
