"""What a rules pack would change here, before anything is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from loket_app.domain.layer import Entry, Layer, Pack, State
from loket_app.domain.tables import Period


class Standing(Enum):
    """How an entry of a pack stands to what is here.

    CONFLICT: this desk entered another value, or withdrew that one; its own stays unless it is said otherwise.
    """

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class PackLine:
    """An entry of a pack, how it stands, and what counts here on its days, if something of a desk does."""

    entry: Entry
    standing: Standing
    here: Entry | None = None


def preview(layer: Layer, pack: Pack) -> tuple[PackLine, ...]:
    """Every entry of a pack against what is here."""
    return tuple(_line(layer, entry) for entry in pack.entries)


def taken(lines: Sequence[PackLine], *, theirs: bool) -> tuple[Entry, ...]:
    """What would be taken over; with `theirs` also where this desk says something else."""
    wanted = {Standing.NEW, Standing.CHANGED} | ({Standing.CONFLICT} if theirs else set())
    return tuple(line.entry for line in lines if line.standing in wanted)


def _line(layer: Layer, entry: Entry) -> PackLine:
    counting = layer.counting
    known = next((here for here in counting if here.origin == entry.origin), None)
    if known is not None:
        if known.proposal == entry.proposal:
            return PackLine(entry, Standing.SAME, known)
        return PackLine(entry, Standing.CHANGED if known.brought else Standing.CONFLICT, known)
    closed = next((e for e in layer.entries if e.origin == entry.origin and e.state is State.WITHDRAWN), None)
    if closed is not None:
        return PackLine(entry, Standing.CONFLICT, closed)
    other = next((here for here in reversed(counting) if _of_the_same(here, entry)), None)
    if other is None:
        return PackLine(entry, Standing.NEW)
    theirs = bool(other.brought) and other.desk == entry.desk
    return PackLine(entry, Standing.CHANGED if theirs else Standing.CONFLICT, other)


def _of_the_same(one: Entry, other: Entry) -> bool:
    """Whether both speak of the same figure, countries and some day."""
    a, b = one.proposal, other.proposal
    return (a.figure, a.countries) == (b.figure, b.countries) and _meet(a.period, b.period)


def _meet(one: Period, other: Period) -> bool:
    start = max(one.start or date.min, other.start or date.min)
    return one.holds(start) and other.holds(start)
