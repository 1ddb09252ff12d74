"""Whether somebody looked at a source within the year, judged by today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from loket_app.domain.tables import CountryGroup, Row, Rule, Source


def is_stale(source: Source, today: date) -> bool:
    """Whether nobody looked at the source for a year; what was checked on 29 February is a year old on 1 March."""
    checked = source.checked_on
    return today.year - checked.year - ((today.month, today.day) < (checked.month, checked.day)) >= 1


def stale_since(told: Iterable[Row | Rule | CountryGroup], today: date) -> date | None:
    """The day of the oldest check that is a year old. Of a value that was looked at again that check stands for all."""
    sources = (source for each in told for source in _to_check(each))
    return min((source.checked_on for source in sources if is_stale(source, today)), default=None)


def lasting(rows: Iterable[Row], today: date) -> tuple[Row, ...]:
    """The rows for departures that still come: nobody has to look at what is over."""
    return tuple(row for row in rows if row.period.end is None or row.period.end >= today)


def sources_of(told: Row | Rule | CountryGroup) -> list[Source]:
    """The source that counts, and what stands beside it."""
    return [told.source, *(other.source for other in told.other_sources)]


def _to_check(told: Row | Rule | CountryGroup) -> list[Source]:
    return [told.source] if isinstance(told, Row) and told.looked else sources_of(told)
