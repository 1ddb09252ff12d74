"""What they agree to, each apart, and the sheet to sign. Declined and withdrawn are answers like a yes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, Consent, ConsentPurpose
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.pieces.consent_card import ConsentCard
from loket_app.ui.case.pieces.consent_sheet import ConsentSheet
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current
from loket_app.ui.words import Text


class ConsentsPiece(QWidget):
    """One card a consent; a purpose that was never put to the person has a button to do so."""

    def __init__(self, editor: CaseEditor, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, desk
        self._cards: dict[str, ConsentCard] = {}
        self._latest: tuple[Case, Advice] | None = None
        self.sheet: ConsentSheet | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._layout.addWidget(Text(lambda: _("What do they agree to?"), "heading"))
        self._layout.addWidget(Text(_in_these_words, "muted"))
        self._places = {purpose: self._place(purpose) for purpose in ConsentPurpose}
        self._layout.addWidget(Folding(lambda: _("Sheet to sign"), self._make_sheet))
        self._words()
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the consents of this case."""
        present = {consent.id: consent for consent in case.consents}
        for gone in [known for known in self._cards if known not in present]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for consent in present.values():
            if consent.id not in self._cards:
                self._cards[consent.id] = ConsentCard(self._editor, consent)
                self._places[consent.purpose][0].addWidget(self._cards[consent.id])
            self._cards[consent.id].show_case(case)
        purposes = {consent.purpose for consent in present.values()}
        for purpose, (_layout, button) in self._places.items():
            button.setVisible(purpose not in purposes)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Keep the sheet of this case at hand."""
        self._latest = case, advice
        if self.sheet is not None:
            self.sheet.show_advice(case, advice)

    def reveal(self, path: str) -> bool:
        """Put the cursor in a consent; the list itself means the first without an answer, IOM's before the others."""
        if not path.startswith("consents"):
            return False
        card = self._cards.get(path.split("/")[1]) if "/" in path else self._first_open()
        if card is not None:
            card.reveal(path)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self.show_case(self._editor.case)

    def _first_open(self) -> ConsentCard | None:
        asked = [consent for consent in self._editor.case.consents if consent.state is NOT_ASKED]
        asked.sort(key=lambda consent: consent.purpose is not ConsentPurpose.DATA_TO_IOM)
        return self._cards[asked[0].id] if asked else next(iter(self._cards.values()), None)

    def _place(self, purpose: ConsentPurpose) -> tuple[QVBoxLayout, QPushButton]:
        layout = QVBoxLayout()
        button = LongButton("link", "add")
        button.clicked.connect(lambda: self._ask(purpose))
        layout.addWidget(button)
        self._layout.addLayout(layout)
        return layout, button

    def _ask(self, purpose: ConsentPurpose) -> None:
        self.reveal(self._editor.add("consents", Consent(self._editor.new_id(), purpose)))

    def _words(self) -> None:
        for purpose, (_layout, button) in self._places.items():
            button.setText(_("Ask for consent: {purpose}").format(purpose=capital(label(purpose))))

    def _make_sheet(self) -> QWidget:
        self.sheet = ConsentSheet(self._desk)
        if self._latest is not None:
            self.sheet.show_advice(*self._latest)
        return self.sheet


def _in_these_words() -> str:
    return _(
        "Each question apart, in these words; the sheet to sign has the same. A yes can be taken back at any moment."
    )
