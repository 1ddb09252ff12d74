"""From days to pixels, for whole years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket_app.domain.tables import Period

_STEPS = (1, 2, 5, 10, 20, 50, 100)
_EDGE = 1.0


@dataclass(frozen=True)
class TimeScale:
    """The first of January of the first year at the left, the last day of the last year at the right."""

    span: tuple[int, int]
    width: int

    def at(self, day: date) -> float:
        """Where a day begins; one outside stands at the edge."""
        return min(max(_EDGE, self._x(day.toordinal())), self.width - _EDGE)

    def start(self, period: Period) -> float:
        """Where a period begins; an open one at the edge."""
        return self._x(period.start.toordinal()) if period.start else 0.0

    def end(self, period: Period) -> float:
        """Where a period ends: at the end of its last day; an open one at the edge."""
        return self._x(period.end.toordinal() + 1) if period.end else float(self.width)

    def years(self, room: int) -> range:
        """The years to write, each with that many pixels of room."""
        first, last = self.span
        a_year = self.width / (last - first + 1)
        step = next((step for step in _STEPS if step * a_year >= room), _STEPS[-1])
        return range(first + -first % step, last + 1, step)

    def _x(self, ordinal: int) -> float:
        first, last = self.span
        begin, end = date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1
        return (ordinal - begin) / (end - begin) * self.width
