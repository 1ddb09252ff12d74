"""One day to watch: when, whose case, what, and by which rule. One press leads to its place in the case."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from loket_app.domain.agenda_items import AgendaKind
from loket_app.i18n import _, phrases_agenda
from loket_app.i18n.phrases_days import free_day_text, free_term_text
from loket_app.i18n.phrases_track import deadline_text, rule_source
from loket_app.i18n.phrases_track_needs import missing_text
from loket_app.services.agenda import Line
from loket_app.services.holidays import BelgianCalendar
from loket_app.services.track import track_rules
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, icon, mark
from loket_app.ui.today.places import is_late, place_of, term_of
from loket_app.ui.words import Text

_WHEN = 132
_SIGNS = {
    AgendaKind.APPOINTMENT: "calendar",
    AgendaKind.TALK: "calendar",
    AgendaKind.DEPARTURE: "plane",
    AgendaKind.DOCUMENT_REQUESTED: "passport",
    AgendaKind.DOCUMENT_EXPIRES: "passport",
    AgendaKind.WAIT: "phone",
    AgendaKind.HANDOVER_SENT: "arrow-right",
    AgendaKind.REPORT: "document",
    AgendaKind.AID_ENDS: "home",
    AgendaKind.LEAVE_BY: "document",
}


class AgendaLine(Worded, QWidget):
    """Emits `opened` with the case id and the place in it. `whose` names the counsellor when it is somebody else."""

    opened = Signal(str, str)

    def __init__(self, line: Line, today: date, whose: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line, self._today, self._whose = line, today, whose
        self._late = is_late(line.row.item, today)
        self._sign = QLabel()
        self._when = Text(self._when_words, "danger" if self._late else "strong")
        self.button = LongButton("row")
        self.button.clicked.connect(lambda: self.opened.emit(line.row.case_id, place_of(line)))
        self._what, self._why = Text(self._what_words), Text(self._why_words, "muted")
        self._lay_out()
        self._words()

    def _lay_out(self) -> None:
        size = current().size
        grid = QGridLayout(self)
        grid.setContentsMargins(size.grid * 2, size.grid // 2, size.grid, size.grid)
        grid.setHorizontalSpacing(size.grid)
        grid.setVerticalSpacing(0)
        sign, role = ("warning", "danger") if self._late else (_SIGNS.get(self._line.row.item.kind, "today"), "muted")
        self._sign.setPixmap(icon(sign, role).pixmap(QSize(size.icon, size.icon)))
        self._when.setFixedWidth(_WHEN)
        for row, widget in enumerate((self.button, self._what, self._why)):
            grid.addWidget(widget, row, 2)
        for text in (self._what, self._why):
            text.setContentsMargins(size.grid, 0, 0, 0)  # under the words of the button, which has a margin of its own
        top = Qt.AlignmentFlag.AlignTop
        for column, widget in enumerate((self._sign, self._when)):
            widget.setContentsMargins(0, size.grid, 0, 0)
            grid.addWidget(widget, 0, column, 2, 1, top)
        grid.setColumnStretch(2, 1)
        mark(self._when, kind="danger" if self._late else "strong")

    def _words(self) -> None:
        row = self._line.row
        name = row.name or _("Nobody named yet")
        aside = phrases_agenda.aside_text(row.status, row.item)
        words = " · ".join(part for part in (name, row.number, aside) if part)
        self.button.setText(words.replace("&", "&&"))
        said = (self._when_words(), words, self._what_words(), self._why_words())
        self.button.setAccessibleName(", ".join(part for part in said if part))
        self.button.setAccessibleDescription(self._source_words())
        for part in (self.button, self._why):
            part.setToolTip(self._source_words())
        self._why.setVisible(bool(self._why_words()))

    def _when_words(self) -> str:
        return phrases_agenda.when_text(self._line.row.item, self._line.row.at, self._today)

    def _what_words(self) -> str:
        return phrases_agenda.what_text(self._line.case, self._line.row.item, self._line.track)

    def _why_words(self) -> str:
        term, item = term_of(self._line), self._line.row.item
        missing = missing_text(self._line.case, term) if term else ""
        rule = deadline_text(term) if term else ""
        found = (self._off_words(), missing or rule, phrases_agenda.since_text(item, self._today), self._whose)
        return " · ".join(part for part in found if part)

    def _source_words(self) -> str:
        """Where the rule of its term comes from: not on the line, which stays short."""
        term = term_of(self._line)
        source = rule_source(track_rules(), term) if term else ""
        return _("Source: {source}").format(source=source) if source else ""

    def _off_words(self) -> str:
        """A last day in calendar days that falls on a day off is not moved, so it is pointed out."""
        item, term = self._line.row.item, term_of(self._line)
        if item.on is None or item.on < self._today:
            return ""
        if item.kind is AgendaKind.LEAVE_BY:
            return free_day_text(item.on, BelgianCalendar())
        return free_term_text(term, BelgianCalendar()) if term else ""
