"""The lines of the drawn track: at the left what, in the middle when, at the right how it stands, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import Final

from loket_app.documents.engine.faces import Weight
from loket_app.documents.engine.lines import Style, lines_of
from loket_app.documents.engine.look import ACCENT, HAIRLINE, QUIET
from loket_app.documents.engine.strips import Bar, Ink, Mark, Rule, Strip
from loket_app.domain.case import Case
from loket_app.domain.conversation import Stance
from loket_app.domain.track_parts import PASSED_BY, EventKind, Moment, MomentState, Span, Track
from loket_app.i18n import _, formats
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_days import FreeDays
from loket_app.i18n.phrases_track import STATE_SIGNS, aid_text, moment_text

_TEXT: Final = Style(size=8, leading=10.6)
_STRONG: Final = Style(size=8, leading=10.6, weight=Weight.BOLD)
_QUIET: Final = Style(size=7, leading=9.2, colour=QUIET)
_LEFT: Final = 0.23
_RIGHT: Final = 0.33
_GAP: Final = 10.0
_PAD: Final = 2.0
_BAND: Final = 0xD5E3E6
_WINDOW: Final = 0x7FA6AF
_QUIET_WINDOW: Final = 0xDADDE2
_LATE: Final = 0xA33A2A
_TODAY: Final = 0xC0562B
_LONGEST_BACK: Final = 150
_AHEAD: Final = 10
"""Days before today and after the last day that are drawn: what was long ago stands in words."""
_IN_WORDS: Final = (EventKind.REQUEST, EventKind.DECISION, EventKind.AID_ENDS)
"""Events that have a line of their own already, or from which no term runs."""
_STANCES: Final = tuple(Stance)
_STEP: Final = 9.0


@dataclass(frozen=True)
class Picture:
    """A track drawn over a width in points."""

    case: Case
    found: Track
    width: float
    days: FreeDays

    def strips(self) -> Iterator[Strip]:
        """From the months above to the wish to return below."""
        if not self._days:
            return
        yield self._months()
        for span in self.found.spans:
            yield self._span(span)
        for moment in self.found.moments:
            if moment.state not in PASSED_BY:
                yield self._moment(moment)
        for event in self.found.events:
            if event.on >= self._first and event.kind not in _IN_WORDS:
                said = formats.format_date(event.on)
                yield self._row(capital(label(event.kind)), said, [self._dot(event.on, ACCENT)], _TEXT)
        yield from self._aid()
        yield from self._stances()

    @cached_property
    def _days(self) -> list[date]:
        moments = [m for m in self.found.moments if m.state not in PASSED_BY]
        days = [day for m in moments for day in (m.deadline.opens_on, m.deadline.on, m.done_on) if day]
        days += [event.on for event in self.found.events] + [on for on, _stance in self.found.stances]
        return sorted({*days, self.found.on}) if days or moments else []

    @property
    def _first(self) -> date:
        back = self.found.on - timedelta(days=_LONGEST_BACK)
        return min([day for day in self._days if day >= back]) - timedelta(days=3)

    @property
    def _last(self) -> date:
        ahead = self.found.on + timedelta(days=2 * _LONGEST_BACK)
        return max([day for day in self._days if day <= ahead]) + timedelta(days=_AHEAD)

    @property
    def _from(self) -> float:
        return self.width * _LEFT + _GAP

    @property
    def _room(self) -> float:
        return self.width * (1 - _LEFT - _RIGHT) - 2 * _GAP

    def _x(self, day: date) -> float:
        part = (day - self._first) / (self._last - self._first)
        return self._from + self._room * min(max(part, 0.0), 1.0)

    def _months(self) -> Strip:
        marks: list[Mark] = []
        first = self._first.replace(day=1)
        months = [date(first.year + (first.month + n - 1) // 12, (first.month + n - 1) % 12 + 1, 1) for n in range(17)]
        for month, following in pairwise(months):
            left, right = self._x(month), self._x(following)
            if right - left > 30:  # noqa: PLR2004  room for a month in figures
                (line,) = lines_of(f"{month:%m/%Y}", _QUIET, self._room)
                marks.append(Ink(left + 2, 0, line))
                marks.append(Bar(left, 1, 0.5, 9, HAIRLINE))
        (today,) = lines_of(_("today"), Style(size=7, leading=9.2, weight=Weight.BOLD, colour=_TODAY), self._room)
        marks.append(Ink(self._x(self.found.on) - today.width / 2, 10, today))
        return Strip(20, tuple(marks), glued=True)

    def _span(self, span: Span) -> Strip:
        starts, ends = span.starts or self._first, span.ends or self._last
        left, right = self._x(starts), self._x(ends)
        marks: list[Mark] = [Bar(left, 1, max(right - left, 2), 9, _BAND)]
        if span.starts and span.ends:
            said = _("{first} to {last}").format(
                first=formats.format_date(span.starts, "short"), last=formats.format_date(span.ends, "short")
            )
        else:
            said = _("since {date}").format(date=formats.format_date(starts, "short")) if span.starts else ""
        return self._row(capital(label(span.phase)), said, marks, _STRONG)

    def _moment(self, moment: Moment) -> Strip:
        what = f"{capital(label(moment.moment))} ({label(moment.held_by)})"
        said = f"{STATE_SIGNS[moment.state]} {moment_text(self.case, moment, self.days)}"
        return self._row(what, said, list(self._window(moment)), _TEXT)

    def _window(self, moment: Moment) -> Iterator[Mark]:
        opens, last = moment.deadline.opens_on, moment.deadline.on
        if last:
            left, right = sorted((self._x(opens or last), self._x(last)))
            colour = _QUIET_WINDOW if moment.state is MomentState.DONE else _WINDOW
            yield Bar(left, 3, max(right - left, 2), 5, _LATE if moment.state is MomentState.LATE else colour)
        if moment.done_on:
            yield self._dot(moment.done_on, ACCENT)

    def _aid(self) -> Iterator[Strip]:
        said = aid_text(self.case, self.found, self.days)
        if said:
            ends = self.found.aid_ends.on
            yield self._row(_("End of the material aid"), said, [self._dot(ends, ACCENT)] if ends else [], _STRONG)

    def _stances(self) -> Iterator[Strip]:
        """The wish to return over time: one step of height for each way to stand towards it."""
        told = [(on, stance) for on, stance in self.found.stances if on >= self._first]
        if not told:
            return
        heights = {stance: (len(_STANCES) - 1 - at) * _STEP + 2 for at, stance in enumerate(_STANCES)}
        marks: list[Mark] = []
        for (on, stance), (following, then) in pairwise([*told, (self.found.on, told[-1][1])]):
            left, right = self._x(on), self._x(max(following, on))
            low, high = sorted((heights[stance], heights[then]))
            marks.append(Bar(left, heights[stance], max(right - left, 1), 1.6, ACCENT))
            marks.append(Bar(right, low, 1.6, high - low + 1.6, ACCENT))
        said = "\n".join(f"{formats.format_date(on, 'short')} {label(stance)}" for on, stance in told[-4:])
        yield self._row(_("Wish to return"), said, marks, _STRONG, least=len(_STANCES) * _STEP)

    def _dot(self, day: date, colour: int) -> Bar:
        return Bar(self._x(day) - 3, 2.5, 6, 6, colour)

    def _row(self, what: str, said: str, marks: list[Mark], style: Style, least: float = 0.0) -> Strip:
        lefts = lines_of(what, style, self.width * _LEFT)
        rights = lines_of(said, _TEXT, self.width * _RIGHT)
        height = max(len(lefts), len(rights)) * _TEXT.leading
        height = max(height, least) + 2 * _PAD
        inks = [Ink(0, _PAD + at * line.height, line) for at, line in enumerate(lefts)]
        start = self.width * (1 - _RIGHT)
        inks += [Ink(start, _PAD + at * line.height, line) for at, line in enumerate(rights)]
        drawn = tuple(_lower(mark) for mark in marks)
        today = Bar(self._x(self.found.on), 0, 0.8, height, _TODAY)
        return Strip(height, (*drawn, today, *inks, Rule(0, height, self.width, colour=HAIRLINE)))


def _lower(mark: Mark) -> Mark:
    return Bar(mark.x, mark.top + _PAD, mark.width, mark.height, mark.colour) if isinstance(mark, Bar) else mark
