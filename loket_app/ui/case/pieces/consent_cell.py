"""One person's answers to one question, the newest last, and the way to put it to them when nobody did."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import EVERYBODY, Case, Consent, ConsentPurpose
from loket_app.i18n import _
from loket_app.i18n.phrases import name_in
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.pieces.consent_card import ConsentCard
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current


class ConsentCell(Worded, QWidget):
    """The answers of `person` (an id, or `EVERYBODY` for what was noted before each answered apart)."""

    def __init__(
        self, editor: CaseEditor, purpose: ConsentPurpose, person: str, *, named: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor, self._purpose, self._person, self._named = editor, purpose, person, named
        self.cards: dict[str, ConsentCard] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self.ask = LongButton("link", "add")
        self.ask.clicked.connect(self._ask)
        self._layout.addWidget(self.ask)
        self._layout.addStretch(1)

    def show_case(self, case: Case, *, asked: bool) -> None:
        """Show their answers in this case. `asked`: the question was put to somebody, so that the others may be asked too."""
        mine = {
            consent.id: consent
            for consent in case.consents
            if consent.purpose is self._purpose and consent.person == self._person
        }
        for gone in [known for known in self.cards if known not in mine]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for consent in mine.values():
            if consent.id not in self.cards:
                self.cards[consent.id] = ConsentCard(self._editor, consent, named=self._named)
                self._layout.insertWidget(len(self.cards) - 1, self.cards[consent.id])
            self.cards[consent.id].show_case(case)
        self.ask.setVisible(asked and not mine and self._person != EVERYBODY)
        self.setVisible(bool(mine) or not self.ask.isHidden())
        self._words()

    def _words(self) -> None:
        words = _("Ask {name}").format(name=name_in(self._editor.case, self._person))
        self.ask.setText(words.replace("&", "&&"))

    def _ask(self) -> None:
        path = self._editor.add("consents", Consent(self._editor.new_id(), self._purpose, person=self._person))
        self.show_case(self._editor.case, asked=True)
        self.cards[path.split("/")[1]].reveal(path)
