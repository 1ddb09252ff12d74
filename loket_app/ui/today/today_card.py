"""One open case on the page of today: who, the verdict, what to ask next, how much IOM still misses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from loket_app.i18n import _, formats, ngettext, phrases
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import TodayRow
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current
from loket_app.ui.words import Text


class TodayCard(Worded, QWidget):
    """Emits `opened` with the case id and, for the next question, its path; `seen` when it first comes in sight.

    Of several open questions the one that settles most is asked: it stands there once it was found.
    """

    opened = Signal(str, str)
    seen = Signal()

    def __init__(self, row: TodayRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row, self._was_seen = row, False
        open_now = [question.path for question in row.advice.questions]
        self.asked = open_now[0] if len(open_now) == 1 else ""
        self._title, self._next = LongButton("row-link"), LongButton("link")
        self._title.clicked.connect(lambda: self.opened.emit(row.case.id, ""))
        self._next.clicked.connect(lambda: self.opened.emit(row.case.id, self.asked))
        self._facts, self._verdict = Text(self._fact_words, "muted"), Text(self._verdict_words)
        self._lay_out()
        self._words()

    @property
    def row(self) -> TodayRow:
        """The case that it shows."""
        return self._row

    def ask(self, path: str) -> None:
        """Say which question settles most."""
        self.asked = path
        self._words()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is in sight is worth looking into."""
        super().paintEvent(event)
        if not self._was_seen:
            self._was_seen = True
            self.seen.emit()

    def _lay_out(self) -> None:
        """Two lines side by side: who and what, and where the advice stands."""
        size = current().size
        layout = QGridLayout(self)
        layout.setContentsMargins(size.grid * 2, size.grid // 2, size.grid * 2, size.grid // 2)
        layout.setHorizontalSpacing(size.grid * 2)
        layout.setVerticalSpacing(0)
        for text in (self._facts, self._verdict):
            text.setContentsMargins(size.grid // 2, 0, 0, 0)  # in line with the words of the buttons
        for place, widget in enumerate((self._title, self._verdict, self._facts, self._next)):
            layout.addWidget(widget, *divmod(place, 2))
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(1, 2)

    def _words(self) -> None:
        name = phrases.household_name(self._row.case)
        self._title.setText(name.replace("&", "&&"))
        self._title.setAccessibleName(f"{name}, {self._row.row.number}")
        self._next.setVisible(bool(self.asked))
        if self.asked:
            asked = phrases.place_text(self._row.case, self.asked)
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
