"""What was measured, beside what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """One line of the table. `target` None: nothing was promised. `beside` says what it was held against."""

    what: str
    value: float
    unit: str
    target: float | None = None
    beside: str = ""

    @property
    def verdict(self) -> str:
        """Whether the promise holds."""
        if self.target is None:
            return ""
        return "ok" if self.value <= self.target else "missed"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def ratio(of: Sequence[float], to: Sequence[float]) -> float:
    """Of the medians."""
    return median(of) / median(to)


def table(figures: Sequence[Figure]) -> str:
    """All lines, in columns."""
    rows = [("", "measured", "target", "", ""), *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(_line(row, widths) for row in rows)


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    target = "" if figure.target is None else f"≤ {_said(figure.target, figure.unit)}"
    return figure.what, _said(figure.value, figure.unit), target, figure.verdict, figure.beside


def _said(value: float, unit: str) -> str:
    digits = 0 if value >= 100 else (1 if value >= 10 else 2)
    return f"{value:.{digits}f} {unit}"


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    what, measured, target, verdict, beside = row
    columns = [
        what.ljust(widths[0]),
        measured.rjust(widths[1]),
        target.rjust(widths[2]),
        verdict.ljust(widths[3]),
        beside,
    ]
    return "  ".join(columns).rstrip()
