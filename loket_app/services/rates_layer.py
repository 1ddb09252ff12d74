"""How the desk's own figures lie on those that came with Loket: what each replaces, and what is cut by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from loket_app.domain.looks import value_mark
from loket_app.domain.tables import Figure, Period, Row, RuleTables


@dataclass(frozen=True)
class Below:
    """The tables as they came with Loket, and the code of the desk that looks at them."""

    shipped: RuleTables
    desk: str

    def figure(self, figure: Figure) -> Figure | None:
        """The figure under one of the tables; under one for some countries alone, that which it narrows."""
        name = figure.narrows or figure.id
        return next((each for each in self.shipped.figures if each.id == name), None)

    def replaced(self, figure: Figure, row: Row) -> tuple[Row, ...]:
        """What would count without a row that a desk entered, the latest first; nothing for any other row."""
        below = self.figure(figure)
        if below is None or not row.source.desk:
            return ()
        return tuple(each for each in reversed(below.rows) if _meet(each.period, row.period))

    def whole(self, figure: Figure, row: Row) -> Period | None:
        """When a row counts in its own source, where a row of a desk cut it; None where none did."""
        below = self.figure(figure)
        if below is None or row.source.desk:
            return None
        found = next((each for each in below.rows if _part_of(row, each)), None)
        return found.period if found and found.period != row.period else None

    def without(self, figure: Figure, row: Row | None, day: date) -> Row | None:
        """What would count on a day without the row that a desk entered."""
        below = self.figure(figure) if row is not None and row.source.desk else None
        return below.row(day) if below else None


def _meet(one: Period, other: Period) -> bool:
    return (one.start or date.min) <= (other.end or date.max) and (other.start or date.min) <= (one.end or date.max)


def _part_of(row: Row, whole: Row) -> bool:
    return value_mark(whole) == value_mark(row) and _meet(row.period, whole.period)
