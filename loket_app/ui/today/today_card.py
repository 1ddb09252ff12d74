"""One open case on the page of today: who, the verdict, what to ask next, how much IOM still misses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from loket_app.i18n import _, formats, ngettext, phrases
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import TodayRow
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, mark
from loket_app.ui.words import Text


class TodayCard(Worded, QFrame):
    """Emits `opened` with the case id and, for the next question, its path."""

    opened = Signal(str, str)

    def __init__(self, row: TodayRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        mark(self, kind="card")
        grid = current().size.grid
        layout = QHBoxLayout(self)
        layout.setContentsMargins(grid * 2, grid, grid * 2, grid)
        left = QVBoxLayout()
        left.setSpacing(0)
        self._title = LongButton("row")
        self._title.clicked.connect(lambda: self.opened.emit(row.case.id, ""))
        left.addWidget(self._title)
        self._facts = Text(self._fact_words, "muted")
        self._facts.setContentsMargins(
            grid, 0, 0, 0
        )  # under the words of the button above, which has a margin of its own
        left.addWidget(self._facts)
        left.addStretch(1)
        layout.addLayout(left, 3)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(Text(self._verdict_words))
        self._next = LongButton("link")
        if not row.advice.questions:
            self._next.hide()  # never shown here: without a parent it would be a window of its own
        self._next.clicked.connect(lambda: self.opened.emit(row.case.id, row.advice.questions[0].path))
        right.addWidget(self._next)
        right.addStretch(1)
        layout.addLayout(right, 2)
        self._words()

    def _words(self) -> None:
        name = phrases.household_name(self._row.case)
        self._title.setText(name.replace("&", "&&"))
        self._title.setAccessibleName(f"{name}, {self._row.row.number}")
        if self._row.advice.questions:
            asked = phrases.place_text(self._row.case, self._row.advice.questions[0].path)
            self._next.setText(_("Ask next: {question}").format(question=asked).replace("&", "&&"))

    def _fact_words(self) -> str:
        row = self._row.row
        facts = [row.number, capital(label(row.status))]
        if row.destination:
            facts.append(formats.country_name(row.destination))
        facts.append(_("changed {date}").format(date=formats.format_date(row.updated_at.astimezone().date(), "short")))
        return " · ".join(facts)

    def _verdict_words(self) -> str:
        verdict = f"{phrases.SIGNS[self._row.advice.verdict]} {capital(label(self._row.advice.verdict))}"
        count = len(self._row.gaps)
        missing = ngettext("{count} answer missing for IOM", "{count} answers missing for IOM", count)
        return f"{verdict} · {missing.format(count=count)}" if count else verdict
