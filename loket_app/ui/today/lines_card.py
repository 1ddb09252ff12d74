"""Days to watch under one another in a card, each with its place one press away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.agenda import Line
from loket_app.ui.kit.card import Card, rule
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current
from loket_app.ui.today.agenda_line import AgendaLine
from loket_app.ui.words import Text


class LinesCard(Worded, QWidget):
    """Emits `opened` with a case id and a place, `all_asked` when there are more. `me` is whose name is left out."""

    opened = Signal(str, str)
    all_asked = Signal()

    def __init__(self, me: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._me = me
        self._lines: tuple[Line, ...] = ()
        self._card, self._more = Card(), LongButton("link")
        self._nothing = Text(lambda: _("Nothing on this day."), "muted")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        for widget in (self._nothing, self._card, self._more):
            self._layout.addWidget(widget)
        self._more.clicked.connect(self.all_asked)
        self._words()
        self.show_lines((), date.min, more=False)

    def show_lines(self, lines: Sequence[Line], today: date, *, more: bool) -> None:
        """Show these; `more` says that there are others."""
        self._lines = tuple(lines)
        old, self._card = self._card, Card()
        self._card.body.setContentsMargins(0, 0, 0, 0)
        self._card.body.setSpacing(0)
        for number, line in enumerate(self._lines):
            if number:
                self._card.body.addWidget(rule())
            row = AgendaLine(line, today, "" if line.row.counsellor == self._me else line.row.counsellor)
            row.opened.connect(self.opened)
            self._card.body.addWidget(row)
        self._layout.replaceWidget(old, self._card)
        old.hide()
        old.deleteLater()
        self._card.setVisible(bool(self._lines))
        self._nothing.setVisible(not self._lines and not more)
        self._more.setVisible(more)

    def enter(self) -> None:
        """Open the only one there is, or go to the first of several."""
        rows = self._card.findChildren(AgendaLine)
        if len(rows) == 1:
            rows[0].button.click()
        elif rows:
            rows[0].button.setFocus(Qt.FocusReason.TabFocusReason)

    def _words(self) -> None:
        self._more.setText(_("Show all"))
