"""Values looked at again, on their way between desks: which are given, and what those of a pack mean here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loket_app.domain.laid_over import lay_over
from loket_app.domain.layer import Layer, Pack
from loket_app.domain.looks import Look, value_mark
from loket_app.domain.tables import Row, RuleTables


@dataclass(frozen=True)
class LookLine:
    """A look of a pack. `row` is the value here that was looked at there, None when no value here says that.

    `known`: it counts here already.
    """

    look: Look
    row: Row | None
    known: bool

    @property
    def is_new(self) -> bool:
        """Whether it would be taken over."""
        return self.row is not None and not self.known


def looks_to_give(layer: Layer, tables: RuleTables) -> tuple[Look, ...]:
    """What was looked at at this desk, and still says the same. `tables` are those that count here."""
    return tuple(look for look in dict.fromkeys(layer.looks) if _row(tables, look) is not None)


def look_lines(layer: Layer, shipped: RuleTables, pack: Pack) -> tuple[LookLine, ...]:
    """Each look of a pack against the values here, and those that the pack itself would bring."""
    tables = lay_over(shipped, (*layer.counting, *pack.entries))
    return tuple(LookLine(look, _row(tables, look), _is_known(layer, look)) for look in pack.looks)


def _is_known(layer: Layer, look: Look) -> bool:
    """Also when a desk looks at a pack of its own."""
    return look in layer.looked or replace(look, looked=replace(look.looked, desk="")) in layer.looks


def new_looks(lines: Sequence[LookLine]) -> tuple[Look, ...]:
    """What would be taken over."""
    return tuple(line.look for line in lines if line.is_new)


def _row(tables: RuleTables, look: Look) -> Row | None:
    rows = (row for figure in tables.figures if figure.id == look.figure for row in figure.rows)
    return next((row for row in rows if value_mark(row) == look.value), None)
