"""The open cases, the latest first, each with what to ask next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _, ngettext
from loket_app.services.desk import TodayRow
from loket_app.ui.style import current
from loket_app.ui.today.today_card import TodayCard
from loket_app.ui.words import Text


class OpenCases(QWidget):
    """Emits `opened` with a case id, and for its next question a path."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count: int | None = None
        self._title, self._words, self._list = (
            Text(lambda: _("Open cases"), "heading"),
            Text(self._count_words),
            QWidget(),
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, current().size.grid, 0, 0)
        self._layout.setSpacing(current().size.grid)
        for widget in (self._title, self._words, self._list):
            self._layout.addWidget(widget)
        self._title.hide()

    def show_rows(self, rows: tuple[TodayRow, ...]) -> None:
        """Show these cases."""
        self._count = len(rows)
        self._title.setVisible(bool(rows))
        self._words.refresh()
        old, self._list = self._list, QWidget()
        layout = QVBoxLayout(self._list)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        for row in rows:
            card = TodayCard(row)
            card.opened.connect(self.opened)
            layout.addWidget(card)
        self._layout.replaceWidget(old, self._list)
        old.deleteLater()

    def _count_words(self) -> str:
        if self._count is None:
            return ""
        if not self._count:
            return _("No open cases. Start with a new intake, or look under Cases for the closed ones.")
        words = ngettext("{count} open case, the latest first.", "{count} open cases, the latest first.", self._count)
        return words.format(count=self._count)
