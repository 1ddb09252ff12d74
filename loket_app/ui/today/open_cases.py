"""The open cases, the latest first, each with what to ask next. They come a few at a time, so that no key waits for all."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.tables import RuleTables
from loket_app.i18n import _, ngettext
from loket_app.services.desk import TodayRow
from loket_app.ui.kit.card import Card, rule
from loket_app.ui.style import current
from loket_app.ui.today.best_next import BestNext
from loket_app.ui.today.today_card import TodayCard
from loket_app.ui.words import Text

AT_ONCE = 10
"""Cards that come together: each time the whole page is laid out anew."""


class OpenCases(QWidget):
    """Emits `opened` with a case id, and for its next question a path."""

    opened = Signal(str, str)

    def __init__(self, tables: Callable[[], RuleTables], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._best = BestNext(tables, self)
        self._rows: tuple[TodayRow, ...] | None = None
        self._shown: list[_Some] = []
        self._title, self._words = Text(lambda: _("Open cases"), "heading"), Text(self._count_words)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, current().size.grid, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._words)
        self._title.hide()

    def show_rows(self, rows: tuple[TodayRow, ...]) -> None:
        """Show these cases; cards that say the same already stay."""
        self._rows = rows
        self._title.setVisible(bool(rows))
        self._words.refresh()
        self._go_on()

    def _go_on(self) -> None:
        """The first cards that are not as they should be."""
        rows = self._rows or ()
        wanted = [rows[first : first + AT_ONCE] for first in range(0, len(rows), AT_ONCE)]
        while len(self._shown) > len(wanted):
            self._take_away(self._shown.pop())
        shown = [some.rows for some in self._shown]
        other = next((place for place, some in enumerate(wanted) if shown[place : place + 1] != [some]), None)
        if other is not None:
            self._put(other, _Some(wanted[other]))
            self._next.start()

    def _put(self, place: int, some: _Some) -> None:
        some.opened.connect(self.opened)
        for card in some.cards:
            card.seen.connect(lambda card=card: self._best.look(card))
        if place < len(self._shown):
            self._layout.replaceWidget(self._shown[place], some)
            self._take_away(self._shown[place])
        else:
            self._layout.addWidget(some)
        self._shown[place : place + 1] = [some]

    def _take_away(self, some: _Some) -> None:
        self._layout.removeWidget(some)
        some.hide()
        some.deleteLater()

    def _count_words(self) -> str:
        if self._rows is None:
            return ""
        if not self._rows:
            return _("No open cases. Start with a new intake, or look under Cases for the closed ones.")
        count = len(self._rows)
        words = ngettext("{count} open case, the latest first.", "{count} open cases, the latest first.", count)
        return words.format(count=count)


class _Some(QWidget):
    """A few cases on one sheet, laid out before they are shown."""

    opened = Signal(str, str)

    def __init__(self, rows: tuple[TodayRow, ...]) -> None:
        super().__init__()
        self.rows = rows
        self.cards = [TodayCard(row) for row in rows]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        paper = Card()
        paper.body.setContentsMargins(0, 0, 0, 0)
        paper.body.setSpacing(0)
        layout.addWidget(paper)
        for number, card in enumerate(self.cards):
            if number:
                paper.body.addWidget(rule())
            card.opened.connect(self.opened)
            paper.body.addWidget(card)
