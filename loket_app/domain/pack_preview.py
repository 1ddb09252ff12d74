"""What a rules pack would change here, before anything is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.laid_over import figure_id
from loket_app.domain.layer import Entry, Layer, Pack, State
from loket_app.domain.tables import Period, Row, RuleTables


class Standing(Enum):
    """How an entry of a pack stands to what is here.

    CONFLICT: this desk entered another value, or withdrew that one; its own stays unless it is said otherwise.
    GONE: it counts here from an earlier pack of that desk, and this one has it no more: it stays until it is withdrawn.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflict"
    GONE = "gone"


@dataclass(frozen=True)
class PackLine:
    """An entry of a pack, how it stands, and the entry of a desk that it meets here, if one does.

    `now` is the row that counts here on its days, Loket's own or a desk's; None when there is none.
    """

    entry: Entry
    standing: Standing
    here: Entry | None = None
    now: Row | None = None


def preview(layer: Layer, pack: Pack, tables: RuleTables, today: date) -> tuple[PackLine, ...]:
    """Every entry of a pack against what is here, and what is here from that desk and is no longer in its pack."""
    lines = [_line(layer, entry, row_now(tables, entry, today)) for entry in pack.entries]
    met = {line.here.key for line in lines if line.here is not None}
    theirs = [entry for entry in layer.counting if entry.brought and entry.desk == pack.desk and entry.key not in met]
    return (*lines, *(PackLine(entry, Standing.GONE, entry, row_now(tables, entry, today)) for entry in theirs))


def row_now(tables: RuleTables, entry: Entry, today: date) -> Row | None:
    """What counts for a figure and countries today; for days that are over or still come, on the first of them."""
    period = entry.proposal.period
    day = today if period.holds(today) else period.start or date.min
    figures = {figure.id: figure for figure in tables.figures}
    names = (figure_id(entry), entry.proposal.figure)
    rows = (figures[name].row(day) for name in names if name in figures)
    return next((row for row in rows if row is not None), None)


def taken(lines: Sequence[PackLine], *, theirs: bool) -> tuple[Entry, ...]:
    """What would be taken over; with `theirs` also where this desk says something else."""
    wanted = {Standing.NEW, Standing.CHANGED} | ({Standing.CONFLICT} if theirs else set())
    return tuple(line.entry for line in lines if line.standing in wanted)


def _line(layer: Layer, entry: Entry, now: Row | None) -> PackLine:
    standing, here = _standing(layer, entry)
    return PackLine(entry, standing, here, now)


def _standing(layer: Layer, entry: Entry) -> tuple[Standing, Entry | None]:
    counting = layer.counting
    known = next((here for here in counting if here.origin == entry.origin), None)
    if known is not None:
        if known.proposal == entry.proposal:
            return Standing.SAME, known
        return (Standing.CHANGED if known.brought else Standing.CONFLICT), known
    closed = next((e for e in layer.entries if e.origin == entry.origin and e.state is State.WITHDRAWN), None)
    if closed is not None:
        return Standing.CONFLICT, closed
    other = next((here for here in reversed(counting) if _of_the_same(here, entry)), None)
    if other is None:
        return Standing.NEW, None
    theirs = bool(other.brought) and other.desk == entry.desk
    return (Standing.CHANGED if theirs else Standing.CONFLICT), other


def _of_the_same(one: Entry, other: Entry) -> bool:
    """Whether both speak of the same figure, countries and some day."""
    a, b = one.proposal, other.proposal
    return (a.figure, a.countries) == (b.figure, b.countries) and _meet(a.period, b.period)


def _meet(one: Period, other: Period) -> bool:
    start = max(one.start or date.min, other.start or date.min)
    return one.holds(start) and other.holds(start)
