"""The tables of Loket with the desk's own figures on top. Pure: the tables that came with Loket stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise

from loket_app.domain.layer import Entry
from loket_app.domain.tables import Figure, LocalText, Period, Row, RuleTables

_HASH_LENGTH = 8
_DAY = timedelta(1)


def lay_over(tables: RuleTables, entries: Sequence[Entry]) -> RuleTables:
    """The tables as they count at a desk with these confirmed entries, each on top of the ones before.

    The version tells the desk's figures apart from the tables: `2026.11.2+bc54fda7+GNT.3f2a1b0c`. An entry for a figure
    that these tables no longer have counts nowhere.
    """
    known = {figure.id: figure for figure in tables.figures}
    counting = [entry for entry in entries if entry.proposal.figure in known]
    if not counting:
        return tables
    figures = dict(known)
    for entry in counting:
        figure = _place(figures, known, entry)
        figures[figure.id] = replace(figure, rows=_over(figure.rows, laid_row(entry)))
    return replace(
        tables,
        version=f"{tables.version}+{digest(counting)}",
        dated=max(tables.dated, *(_counts_since(entry) for entry in counting)),
        figures=tuple(figures.values()),
    )


def digest(entries: Iterable[Entry]) -> str:
    """Tells one set of figures from another: the desks that entered them, and a short hash of all that they say."""
    entries = list(entries)
    desks = "-".join(sorted({entry.desk for entry in entries}))
    said = "\0".join(repr((entry.origin, entry.proposal, *entry.proposal.shares)) for entry in entries)
    return f"{desks}.{sha256(said.encode()).hexdigest()[:_HASH_LENGTH]}"


def figure_id(entry: Entry) -> str:
    """The figure that holds the value: one of the tables, or one of its own for the countries that were named."""
    said = entry.proposal
    return f"{said.figure}@{'-'.join(sorted(said.countries))}" if said.countries else said.figure


def new_gap(before: RuleTables, after: RuleTables) -> tuple[Figure, Period] | None:
    """A figure that has days without a value between two rows, and had none there before; with those days."""
    known = {figure.id: figure for figure in before.figures}
    for figure in after.figures:
        had = _gaps(known[figure.id]) if figure.id in known else []
        for gap in () if figure.narrows else _gaps(figure):
            if not any(_within(gap, other) for other in had):
                return figure, gap
    return None


def _gaps(figure: Figure) -> list[Period]:
    """The days between rows. For single countries they are none: there the figure counts that is for more of them."""
    found = []
    for one, other in pairwise(figure.rows):
        if one.period.end and other.period.start and one.period.end + _DAY < other.period.start:
            found.append(Period(one.period.end + _DAY, other.period.start - _DAY))
    return found


def _within(gap: Period, other: Period) -> bool:
    return bool(gap.start and gap.end and other.holds(gap.start) and other.holds(gap.end))


def _place(figures: dict[str, Figure], known: dict[str, Figure], entry: Entry) -> Figure:
    shipped = known[entry.proposal.figure]
    name = figure_id(entry)
    if name in figures:
        return figures[name]
    return replace(shipped, id=name, narrows=shipped.id, countries=tuple(sorted(entry.proposal.countries)), rows=())


def laid_row(entry: Entry) -> Row:
    """The row that an entry is once it counts."""
    said, source = entry.proposal, entry.proposal.source
    reason = LocalText(said.reason, said.reason, said.reason, said.reason) if said.reason else None
    owned = replace(source, desk=entry.desk, confirmed_on=_counts_since(entry))
    value = Row(said.period, said.kind, owned, said.low, said.high, shares=said.shares)
    return replace(value, note=reason, related=entry.related)


def _over(rows: Sequence[Row], new: Row) -> tuple[Row, ...]:
    """The rows with a new one on top: those below are cut where it lies."""
    cut = [part for row in rows for part in _outside(row, new.period)]
    return tuple(sorted((*cut, new), key=lambda row: row.period.start or date.min))


def _outside(row: Row, over: Period) -> list[Row]:
    """What is left of a row before and behind a period."""
    start, end = row.period.start or date.min, row.period.end or date.max
    first, last = over.start or date.min, over.end or date.max
    if end < first or start > last:
        return [row]
    parts = []
    if start < first:
        parts.append(replace(row, period=Period(row.period.start, first - _DAY)))
    if end > last:
        parts.append(replace(row, period=Period(last + _DAY, row.period.end)))
    return parts


def _counts_since(entry: Entry) -> date:
    return (entry.confirmed_at or entry.proposed_at).date()
