"""Two columns of quiet text beside one another, or below one another where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from loket_app.ui.style import current
from loket_app.ui.words import Text, Words

Lines = Sequence[tuple[str, str]]
_ONE_COLUMN_BELOW = 520


class Columns(QWidget):
    """Each column has a title and lines: a name, and what belongs to it. One without lines isn't there."""

    def __init__(self, titles: Sequence[Words], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._shown: tuple[object, ...] = ()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().size.grid * 3)
        self._bodies = [QWidget() for _title in titles]
        for body in self._bodies:
            self._row.addWidget(body, 1)

    def show_lines(self, *columns: Lines) -> None:
        """Show these lines; what is shown already is left alone."""
        for place, lines in enumerate(columns):
            if (self._shown[place] if self._shown else None) != tuple(lines):
                self._fill(place, lines)
        self._shown = tuple(tuple(lines) for lines in columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where there is room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _ONE_COLUMN_BELOW
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _fill(self, place: int, lines: Lines) -> None:
        old, new = self._bodies[place], QWidget()
        column = QVBoxLayout(new)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Text(self._titles[place], "strong"))
        for name, words in lines:
            column.addSpacing(4)
            column.addWidget(_text(name, "muted"))
            column.addWidget(_text(words))
        column.addStretch(1)
        self._row.replaceWidget(old, new)
        self._row.setStretchFactor(new, 1)
        self._bodies[place] = new
        new.setVisible(bool(lines))
        old.deleteLater()


def _text(words: str, kind: str = "") -> Text:
    return Text(lambda: words, kind)
