"""Values that somebody looked at again and found still right: nothing counts otherwise, only the day of the last check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from loket_app.domain.tables import Figure, Looked, Row, RuleTables

_HASH_LENGTH = 16


@dataclass(frozen=True)
class Look:
    """At which figure, and at which of its values (`value_mark`): another value later is not what was looked at."""

    figure: str
    value: str
    looked: Looked


def value_mark(row: Row) -> str:
    """Tells what a row says and by which source from every other; its days may be cut, and are not in it."""
    source = row.source
    said = repr(
        (row.kind.value, row.low, row.high, row.shares, source.title, source.published, source.link, source.desk)
    )
    return sha256(said.encode()).hexdigest()[:_HASH_LENGTH]


def with_looks(tables: RuleTables, looks: Sequence[Look]) -> RuleTables:
    """The tables with what was looked at again. The version stays: no value is another one."""
    of_figure: dict[str, list[Look]] = {}
    for look in looks:
        of_figure.setdefault(look.figure, []).append(look)
    if not of_figure:
        return tables
    return replace(tables, figures=tuple(_figure(figure, of_figure.get(figure.id, ())) for figure in tables.figures))


def _figure(figure: Figure, looks: Sequence[Look]) -> Figure:
    return replace(figure, rows=tuple(_row(row, looks) for row in figure.rows)) if looks else figure


def _row(row: Row, looks: Sequence[Look]) -> Row:
    mark = value_mark(row)
    looked = tuple(sorted((look.looked for look in looks if look.value == mark), key=lambda each: each.on))
    if not looked:
        return row
    checked = max(row.source.checked_on, *(each.on for each in looked))
    return replace(row, source=replace(row.source, checked_on=checked), looked=looked)
