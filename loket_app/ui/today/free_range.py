"""From a day until a day, typed freely."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from loket_app.i18n import _
from loket_app.services.agenda_file import day_typed, days_between
from loket_app.ui.fields import date_words
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current

_LETTERS = 12


class FreeRange(Worded, QWidget):
    """Two days. `days` raises Complaint for what is no day, or when the last comes before the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.last = QLineEdit(), QLineEdit()
        self._labels = (QLabel(), QLabel())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        for label, line in zip(self._labels, (self.first, self.last), strict=True):
            label.setBuddy(line)
            line.setFixedWidth(line.fontMetrics().averageCharWidth() * _LETTERS + current().size.grid * 4)
            layout.addWidget(label)
            layout.addWidget(line)
        self._words()

    def days(self) -> tuple[date, date]:
        """The days that were typed; a year of two figures is the nearest to now."""
        texts = (date_words.with_century(line.text().strip()) for line in (self.first, self.last))
        first, last = (day_typed(label.text(), text) for label, text in zip(self._labels, texts, strict=True))
        return days_between(first, last, first)

    def suggest(self, first: date, last: date) -> None:
        """Begin with these days, to be changed; what was typed stays."""
        for line, day in ((self.first, first), (self.last, last)):
            if not line.text():
                line.setText(f"{day.day}/{day.month}/{day.year}")

    def _words(self) -> None:
        names = (_("from"), _("until and including"))
        for label, line, words in zip(self._labels, (self.first, self.last), names, strict=True):
            label.setText(words)
            line.setAccessibleName(words)
