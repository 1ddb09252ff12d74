"""Where the bars of a timeline stand, and where their words do: those of what counts come first, and never get lost.

Beside an older amount that has words, a bar without any would make the old one look like the one that counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetrics

from loket_app.services.rates_views import RowView
from loket_app.ui.rules.time_scale import TimeScale
from loket_app.ui.rules.wording import origin_text, value_text

BAR: Final = 30
GAP: Final = 5
PAD: Final = 8
SIGN: Final = 14
_LEAST: Final = 5


@dataclass(frozen=True)
class Bar:
    """A row in pixels; `free` is from the end of the bar before to the start of the next one."""

    view: RowView
    left: float
    right: float
    free: tuple[float, float]


@dataclass(frozen=True)
class BarWords:
    """What is written for a row, from `x` on; right `below` its bar where no room is elsewhere."""

    view: RowView
    text: str
    x: float
    below: bool = False


def bars(rows: Sequence[RowView], scale: TimeScale) -> list[Bar]:
    """The rows, the earliest first, with the places of their bars: none so small that one does not see it."""
    starts = [scale.start(view.row.period) for view in rows]
    ends = [max(scale.end(view.row.period), start + _LEAST) for view, start in zip(rows, starts, strict=True)]
    free = zip([0.0, *ends], [*starts[1:], float(scale.width)], strict=False)  # the last end frees nothing
    return [Bar(*each) for each in zip(rows, starts, ends, free, strict=True)]


def labels(rows: Sequence[RowView], scale: TimeScale, font: QFont) -> list[BarWords]:
    """What is written: in the bar where it fits, else beside it where nothing stands; what counts else below it."""
    found = [_words(bar, scale, font) for bar in bars(rows, scale)]
    return [words for words in found if words]


def bold(font: QFont) -> QFont:
    """What counts is written bold."""
    made = QFont(font)
    made.setBold(True)
    return made


def bold_height(font: QFont) -> int:
    """How high a line of it is."""
    return QFontMetrics(bold(font)).height()


def _words(bar: Bar, scale: TimeScale, font: QFont) -> BarWords | None:
    metrics = QFontMetrics(bold(font) if bar.view.current else font)
    sign = SIGN + GAP if bar.view.row.source.desk else 0
    left, right = max(bar.left, 0.0), min(bar.right, float(scale.width))
    said = _said(bar.view)
    for text in said:
        wide = metrics.horizontalAdvance(text) + sign
        if wide + 2 * PAD <= right - left:
            return BarWords(bar.view, text, left + PAD)
    wide = metrics.horizontalAdvance(said[-1]) + sign
    if bar.right + GAP + wide <= bar.free[1]:
        return BarWords(bar.view, said[-1], bar.right + GAP)
    if bar.left - 2 * GAP - wide >= bar.free[0]:
        return BarWords(bar.view, said[-1], bar.left - GAP - wide)
    if not bar.view.current:
        return None
    x = min(max(0.0, (left + right - wide) / 2), scale.width - wide)
    return BarWords(bar.view, said[-1], x, below=True)


def _said(view: RowView) -> list[str]:
    """With the words whose it is where there is room for them; the pencil says it everywhere."""
    value, origin = value_text(view.row), origin_text(view)
    return [f"{value} · {origin}", value] if origin else [value]
