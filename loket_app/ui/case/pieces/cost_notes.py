"""What Loket has to say of one cost: what it is in euro, and which other cost looks like the same receipt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.costs import in_euro, twins_of
from loket_app.domain.travel import Cost
from loket_app.i18n import _, formats
from loket_app.i18n.phrases_costs import offer_text, rate_gaps, rate_warning, twin_text
from loket_app.services.editing import CaseEditor
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current


class CostNotes(QWidget):
    """Stands below the questions of a cost. `asked` leads to the other cost. Nothing here fills in by itself."""

    asked = Signal(str)

    def __init__(self, editor: CaseEditor, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._path = editor, path
        self._said: tuple[str, ...] = ()
        self._other = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        self.offer, self.twin = InlineMessage(), InlineMessage()
        self.offer.acted.connect(self._take_over)
        self.twin.acted.connect(lambda: self.asked.emit(f"costs/{self._other}"))
        layout.addWidget(self.offer)
        layout.addWidget(self.twin)

    def show_case(self, case: Case) -> None:
        """Say what there is to say of the cost as it stands now."""
        cost = value_at(case, self._path)
        if not isinstance(cost, Cost):
            return
        now = (*self._euro_words(cost), self._twin_words(case, cost))
        if now != self._said:
            self._said = now
            self._say_euro()
            self._say_twin()
        self.setVisible(any(now))

    def _euro_words(self, cost: Cost) -> tuple[str, str, str]:
        euro = in_euro(cost)
        action = ""
        if euro is not None and euro != cost.amount:
            action = _("Fill in {amount}").format(amount=formats.format_money(euro))
        parts = (offer_text(cost), rate_warning(cost), rate_gaps(cost))
        return " ".join(part for part in parts if part), action, rate_warning(cost)

    def _twin_words(self, case: Case, cost: Cost) -> str:
        pair = next(twins_of(case, cost.id), None)
        self._other = pair.other(cost.id) if pair else ""
        return twin_text(case, pair, cost.id) if pair else ""

    def _say_euro(self) -> None:
        words, action, warning = self._said[:3]
        if words:
            self.offer.say("warn" if warning else "info", lambda: words, (lambda: action) if action else None)
        else:
            self.offer.hide()

    def _say_twin(self) -> None:
        words = self._said[3]
        if words:
            self.twin.say("warn", lambda: words, lambda: _("Look at it"))
        else:
            self.twin.hide()

    def _take_over(self) -> None:
        cost = value_at(self._editor.case, self._path)
        euro = in_euro(cost) if isinstance(cost, Cost) else None
        if euro is not None:
            self._editor.set(f"{self._path}/amount", euro)
