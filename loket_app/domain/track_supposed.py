"""What a later request without its day can be about: the case with every day that makes a difference, one after the other.

What is the same in all of them does not hang on that day, and can be told without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Final

from loket_app.domain.answers import known, or_none
from loket_app.domain.case import Case
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.stay import Procedure
from loket_app.domain.track_decisions import PROTECTION, of_protection, when
from loket_app.domain.track_starts import PLACE_DAYS, started

_MOST: Final = 2
"""With more requests than this without a day there are too many ways: all of them are asked first."""
_DAY: Final = timedelta(days=1)


def supposed(case: Case, unplaced: Sequence[str], on: date) -> Iterator[Case]:
    """The case with each day on which those requests can have been made, until a day; none where there are too many."""
    open_ = [each for each in case.stay.procedures if started(each) in unplaced]
    if not open_ or len(open_) > _MOST:
        return
    for days in product(*(sorted(_days(case, each, on)) for each in open_)):
        told = {each.id: PartialDate.of(day) for each, day in zip(open_, days, strict=True)}
        yield replace(case, stay=replace(case.stay, procedures=tuple(_told(case, told))))


def _told(case: Case, told: dict[str, PartialDate]) -> Iterator[Procedure]:
    for each in case.stay.procedures:
        yield replace(each, started_on=told[each.id]) if each.id in told else each


def _days(case: Case, procedure: Procedure, on: date) -> set[date]:
    """One day out of each stretch between two days of the case: those of a stretch make no difference."""
    known_days = [day for day in _of_the_case(case) if day <= on]
    began = or_none(procedure.started_on)
    first, last = (began.earliest, began.latest) if began else (_first(case, known_days), on)
    last = min(last, on)
    marks = {first, last, *known_days, *(day + _DAY for day in known_days if day < on)}
    return {day for day in marks if first <= day <= last} or {last}


def _first(case: Case, days: Sequence[date]) -> date:
    """A later request is later than the first one; where that has no day, it may be before all that is known."""
    asked = [each for each in case.stay.procedures if each.kind in PROTECTION]
    dated = [each.started_on.earliest for each in asked if known(each.started_on)]
    return min(dated) + _DAY if dated else min(days) - _DAY


def _of_the_case(case: Case) -> Iterator[date]:
    stay = case.stay
    yield from (day for each in of_protection(stay) if (day := when(each)) < date.max)
    yield from (on for name in PLACE_DAYS if (on := or_none(getattr(stay, name))))
    yield from (each.on for each in case.conversations if known(each.on))
    yield from (each.started_on.earliest for each in stay.procedures if known(each.started_on))
    departed = or_none(case.departure.departed_on)
    if departed:
        yield departed
