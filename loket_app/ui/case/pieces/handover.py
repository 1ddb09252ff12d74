"""Handing over: every handover that was made with where it stands, and the form for the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.handover import Handover
from loket_app.i18n import _
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.ui.background import MainThread
from loket_app.ui.case.gap_place import place_for
from loket_app.ui.case.pieces.handover_card import HandoverCard
from loket_app.ui.case.pieces.handover_form import HandoverForm
from loket_app.ui.kit.folding import Folding
from loket_app.ui.settings.open_package import OpenPackage
from loket_app.ui.style import current
from loket_app.ui.words import Text


class HandoverPiece(QWidget):
    """Emits `asked` with the place where a stop or a gap can be answered; a missing record was made by then."""

    asked = Signal(str)

    def __init__(self, editor: CaseEditor, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, desk
        self._cards: dict[str, HandoverCard] = {}
        self._latest: tuple[Case, Advice] | None = None
        self.form: HandoverForm | None = None
        self._screen = MainThread()
        self.destroyed.connect(self._screen.close)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._layout.addWidget(Text(lambda: _("Handovers"), "heading"))
        self.none = Text(lambda: _("Nothing was handed over yet."), "muted")
        self._layout.addWidget(self.none)
        self.folding = Folding(lambda: _("Make a handover"), self._make_form, closing=True)
        self._layout.addWidget(self.folding)
        self.looking = Folding(lambda: _("Open a package …"), self._make_look, closing=True)
        self._layout.addWidget(self.looking)
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the handovers of this case, the newest first."""
        present = {handover.id: handover for handover in case.handovers}
        for gone in [known for known in self._cards if known not in present]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for handover in present.values():
            if handover.id not in self._cards:
                self._cards[handover.id] = self._card(handover)
                self._layout.insertWidget(1, self._cards[handover.id])
            self._cards[handover.id].show_case(case)
        self.none.setVisible(not present)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """What may leave follows the advice."""
        self._latest = case, advice
        self.show_case(case)
        if self.form is not None:
            self.form.show_advice(case, advice)

    def reveal(self, path: str) -> bool:
        """Put the cursor in a handover; the list itself means the form for the next one."""
        if not path.startswith("handovers"):
            return False
        card = self._cards.get(path.split("/")[1]) if "/" in path else None
        if card is not None:
            card.reveal(path)
        else:
            self.folding.focus_title()
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_case(self._editor.case)

    def _card(self, handover: Handover) -> HandoverCard:
        card = HandoverCard(self._editor, handover, self._desk.counsellor)
        card.correction_asked.connect(lambda: self._correct(handover.id))
        return card

    def _correct(self, handover_id: str) -> None:
        self.folding.set_open(opened=True)
        old = next((each for each in self._editor.case.handovers if each.id == handover_id), None)
        if self.form is not None and old is not None:
            self.form.correct(old)

    def _make_look(self) -> QWidget:
        return OpenPackage(self._screen, titled=False)

    def _make_form(self) -> QWidget:
        self.form = HandoverForm(self._editor, self._desk)
        self.form.asked.connect(lambda path: self.asked.emit(place_for(self._editor, path)))
        if self._latest is not None:
            self.form.show_advice(*self._latest)
        return self.form
