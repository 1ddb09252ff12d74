"""Where the parts of a track stand when it is drawn on one line of time, for the screen and for paper.

A procedure takes months and an open return place four weeks, so time is not to scale over the whole picture: it is
within each stretch between two phases, and a stretch is at least as wide as its key moments need.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from loket_app.domain.conversation import Stance
from loket_app.domain.track_parts import PASSED_BY, Event, Moment, Phase, Span, Track

_LATER = timedelta(days=7)
"""The line goes on so long after the last day."""

_NAME, _MOST = 3, 0.6
"""The name of the shelf takes as much room as so many marks; the shelf at most so much of the picture."""


@dataclass(frozen=True)
class Room:
    """The room to draw in: `width`, the white at both ends, and how far marks stand apart at least."""

    width: float
    margin: float
    apart: float


@dataclass(frozen=True)
class Band:
    """A phase from left to right. `open_start` and `open_end`: that day is not known."""

    phase: Phase
    left: float
    right: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class Mark:
    """A key moment at `x`; `at` is where its day is, None for one on the shelf; `window` where it can be held."""

    moment: Moment
    x: float
    at: float | None
    window: tuple[float, float] | None


@dataclass(frozen=True)
class Picture:
    """All parts, from left to right. A stance counts from its x until the next one.

    `shelf` is where the shelf begins, behind the line, for moments that have no day; None when all have one.
    """

    bands: tuple[Band, ...]
    marks: tuple[Mark, ...]
    events: tuple[tuple[float, Event], ...]
    stances: tuple[tuple[float, Stance], ...]
    today: float
    shelf: float | None = None


def picture(track: Track, room: Room) -> Picture:
    """Where everything stands."""
    shown = [moment for moment in track.moments if moment.state not in PASSED_BY]
    dated = [moment for moment in shown if day_of(moment)]
    loose = [moment for moment in shown if not day_of(moment)]
    shelf = _shelf(len(loose), room)
    line_room = replace(room, width=room.width - shelf)
    line = _Line(track, dated, line_room)
    return Picture(
        tuple(line.bands(track.spans)),
        (*_apart([line.mark(moment) for moment in dated], line_room), *_shelved(loose, shelf, room)),
        tuple((line.at(event.on), event) for event in track.events),
        tuple((line.at(on), stance) for on, stance in track.stances),
        line.at(track.on),
        room.width - room.margin - shelf if loose else None,
    )


def day_of(moment: Moment) -> date | None:
    """The day at which a moment stands: when it was held, else its last day. Without either it has none."""
    return moment.done_on or moment.deadline.on


def _shelf(count: int, room: Room) -> float:
    """How wide the shelf is: room for its marks and its name, and never most of the picture."""
    return min(max(count, _NAME) * room.apart, (room.width - 2 * room.margin) * _MOST) if count else 0.0


def _shelved(loose: Sequence[Moment], shelf: float, room: Room) -> Iterator[Mark]:
    step = min(room.apart, shelf / len(loose)) if loose else 0.0
    start = room.width - room.margin - shelf
    for number, moment in enumerate(loose, 1):
        yield Mark(moment, start + number * step, None, None)


class _Line:
    """From days to places."""

    def __init__(self, track: Track, shown: Sequence[Moment], room: Room) -> None:
        self._room = room
        known = [*_days(track), *(day for day in map(day_of, shown) if day)]
        self.first, self.last = min(known), max(known) + _LATER
        ends = {day for span in track.spans for day in (span.starts, span.ends) if day}
        self._knots = sorted({self.first, self.last, *(day for day in ends if self.first < day < self.last)})
        days = [day for day in map(day_of, shown) if day]
        self._places = self._measured([_in(days, *pair) for pair in pairwise(self._knots)])

    def at(self, day: date) -> float:
        """The place of a day; one outside stands at the end."""
        day = min(max(day, self.first), self.last)
        number = next(n for n, knot in enumerate(self._knots[1:]) if day <= knot)
        start, end = self._knots[number : number + 2]
        left, right = self._places[number : number + 2]
        return left + (right - left) * ((day - start) / (end - start))

    def bands(self, spans: Sequence[Span]) -> Iterator[Band]:
        """The phases; one without an end goes on to the end of the line."""
        for span in spans:
            left, right = self.at(span.starts or self.first), self.at(span.ends or self.last)
            yield Band(span.phase, left, right, span.starts is None, span.ends is None)

    def mark(self, moment: Moment) -> Mark:
        """A moment at its day."""
        day, opens, until = day_of(moment) or self.last, moment.deadline.opens_on, moment.deadline.on
        window = (self.at(opens), self.at(until)) if opens and until else None
        return Mark(moment, self.at(day), self.at(day), window)

    def _measured(self, held: Sequence[int]) -> list[float]:
        """The places of the knots: room for what is held in each stretch, and the rest by the root of its days."""
        wide = self._room.width - 2 * self._room.margin
        least = [count * self._room.apart for count in held]
        scale = min(1.0, wide * 0.8 / sum(least)) if sum(least) else 1.0
        long = [(end - start).days ** 0.5 for start, end in pairwise(self._knots)]
        rest = wide - sum(least) * scale
        places = [self._room.margin]
        for room, days in zip(least, long, strict=True):
            places.append(places[-1] + room * scale + rest * days / sum(long))
        return places


def _days(track: Track) -> Iterator[date]:
    yield track.on
    yield from (event.on for event in track.events)
    yield from (on for on, _stance in track.stances)
    yield from (day for span in track.spans for day in (span.starts, span.ends) if day)


def _in(days: Sequence[date], start: date, end: date) -> int:
    return sum(start < day <= end for day in days)


def _apart(marks: list[Mark], room: Room) -> Iterator[Mark]:
    """The same marks in their order, none on another while there is room."""
    found = sorted(marks, key=lambda mark: mark.x)
    if not found:
        return
    wide = room.width - 2 * room.margin
    step = min(room.apart, wide / len(found))
    places: list[float] = []
    for mark in found:
        places.append(max(mark.x, places[-1] + step if places else room.margin))
    limit = room.width - room.margin
    for number in reversed(range(len(places))):
        places[number] = limit = min(places[number], limit)
        limit -= step
    yield from (replace(mark, x=x) for mark, x in zip(found, places, strict=True))
