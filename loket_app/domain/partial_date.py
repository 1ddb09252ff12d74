"""A date of which only a part may be known, or which was estimated: nobody is forced to invent a birthday."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import total_ordering

_ISO = re.compile(r"(?P<about>~)?(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_TYPED = re.compile(
    r"(?P<about>[±~+]/?-?\s*)?(?:(?:(?P<day>\d{1,2})[/.\- ])?(?P<month>\d{1,2})[/.\- ])?(?P<year>\d{4})"
)


@total_ordering
@dataclass(frozen=True)
class PartialDate:
    """Year, or year and month, or a full date; `estimated` when it was guessed by somebody and said so.

    Sorts by the first day it can be. Raises ValueError when the parts do not make a date.
    """

    year: int
    month: int | None = None
    day: int | None = None
    estimated: bool = False

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day it can be, an estimate a year wider on either side.

        Whoever was written down as about 1987 may be a year older or younger.
        """
        if not self.estimated:
            return self.earliest, self.latest
        return _years_later(self.earliest, -1), _years_later(self.latest, 1)

    @property
    def exact(self) -> date | None:
        """The day itself, when it is whole and not an estimate."""
        return self.earliest if self.day is not None and not self.estimated else None

    def __lt__(self, other: PartialDate) -> bool:
        return (self.earliest, self.latest, self.estimated) < (other.earliest, other.latest, other.estimated)

    def __str__(self) -> str:
        """ISO form, `~` before an estimate: `1987`, `1987-04`, `1987-04-03`, `~1987`."""
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return ("~" if self.estimated else "") + "-".join(parts)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the ISO form that `str` writes. Raises ValueError."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        return cls._from(match)

    @classmethod
    def typed(cls, text: str) -> PartialDate:
        """Read what a counsellor types: `3/4/1987`, `4/1987`, `1987`, `±1987`. Raises ValueError."""
        text = text.strip()
        match = _ISO.fullmatch(text) or _TYPED.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        return cls._from(match)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """A whole, certain date."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def _from(cls, match: re.Match[str]) -> PartialDate:
        def number(name: str) -> int | None:
            return int(match[name]) if match[name] else None

        return cls(int(match["year"]), number("month"), number("day"), bool(match["about"]))


def age_range(born: PartialDate, on: date) -> tuple[int, int]:
    """The youngest and the oldest that a person born then can be on a day, in whole years; an estimate counts as wide.

    Somebody born on 29 February is a year older on 1 March of other years.
    """
    first, last = born.span
    return _age(last, on), _age(first, on)


def _years_later(day: date, years: int) -> date:
    year = min(max(day.year + years, MINYEAR), MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
