"""Against which source a value was looked at again. The value itself can't be changed here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from loket_app.domain.tables import Source
from loket_app.i18n import _
from loket_app.i18n.phrases_layer import link_flaw, past_flaw, text_flaw
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.fields.dates import DateField
from loket_app.ui.kit.button import Button
from loket_app.ui.style import current
from loket_app.ui.words import Text


class AgainForm(QWidget):
    """Emits `agreed` with title, address and date of the source, the last None where it is not known.

    `typed` carries the three lines as they stand, with every sign that is typed.
    """

    agreed = Signal(str, str, object)
    typed = Signal(object)

    def __init__(self, source: Source, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.title, self.link, self.published = QLineEdit(source.title), QLineEdit(source.link), DateField()
        self.published.require()
        self.go = Button(lambda: _("Still right today"), "primary")
        self._rows = {
            "title": FormRow(lambda: _("&Source"), self.title),
            "link": FormRow(lambda: _("Address of the source"), self.link, lambda: _("Empty when there is none.")),
            "published": FormRow(lambda: _("Date of the source"), self.published, lambda: _("Empty: not known.")),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid * 2)
        column.addWidget(Text(_what_happens, "muted"))
        for part in (*self._rows.values(), self.go):
            column.addWidget(part)
        self.go.clicked.connect(self._agree)
        for line in self._lines():
            line.textEdited.connect(lambda _text: self.typed.emit(tuple(each.text() for each in self._lines())))

    def show_draft(self, draft: tuple[str, str, str] | None) -> None:
        """Show what was typed before."""
        for line, text in zip(self._lines(), draft or (), strict=False):
            line.setText(text)
            line.textEdited.emit(text)  # so that the field reads it as typed

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.title, self.link, *self.published.findChildren(QLineEdit)

    def _agree(self) -> None:
        """Hand it over when it is whole; else say under each line what to type, and go to the first."""
        self.published.flush()
        wrong = [name for name, words in self._complaints().items() if self._complain(name, words)]
        if wrong:
            self._rows[wrong[0]].editor.setFocus()
            return
        self.agreed.emit(self.title.text().strip(), self.link.text().strip(), self._day())

    def _complaints(self) -> dict[str, str]:
        day = self._day()
        typed = bool(self.published.text().strip())
        late = past_flaw(day, self._today)
        return {
            "title": text_flaw(self.title.text()),
            "link": link_flaw(self.link.text().strip()),
            "published": (self.published.error() if typed else "") or late,
        }

    def _complain(self, name: str, words: str) -> bool:
        return self._rows[name].complain((lambda: words) if words else None)

    def _day(self) -> date | None:
        day = self.published.answer()
        return day if isinstance(day, date) else None


def _what_happens() -> str:
    return _(
        "Read the source first. The value stays as it is; this desk counts it as checked today. One person suffices."
    )
