"""One thing that is asked: of one person a card; of several the question once, and beside each other what each says."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from loket_app.domain.answering import asked_on, respondents
from loket_app.domain.case import EVERYBODY, Case, ConsentPurpose
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import name_in
from loket_app.i18n.phrases_consent import after_no, meaning, question
from loket_app.services import consents
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.pieces.consent_card import ConsentCard
from loket_app.ui.case.pieces.consent_cell import ConsentCell
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current, mark
from loket_app.ui.words import Text

_BESIDE_FROM = 560
"""Pixels from which two people's answers stand beside each other."""


class ConsentPlace(Worded, QFrame):
    """The question of one purpose with a cell for everybody who answers it, and one for an answer of all together."""

    def __init__(self, editor: CaseEditor, purpose: ConsentPurpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._purpose = editor, purpose
        self._shown: tuple[tuple[str, ...], ...] = ((), (), ())
        self._cells: dict[str, ConsentCell] = {}
        self._made: dict[str, tuple[str, bool]] = {}
        self._beside = 0
        self._words_of_it = QWidget()
        said = QVBoxLayout(self._words_of_it)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(4)
        said.addWidget(Text(lambda: question(purpose), "strong"))
        said.addWidget(Text(lambda: f"{meaning(purpose)} {after_no(purpose)}", "muted"))
        self.put = LongButton("link", "add")
        self.put.clicked.connect(self._put)
        self._grid = QGridLayout()
        self._grid.setSpacing(current().size.grid * 2)
        layout = QVBoxLayout(self)
        layout.setSpacing(current().size.grid)
        layout.addWidget(self._words_of_it)
        layout.addLayout(self._grid)
        layout.addWidget(self.put)
        self._words()

    def show_case(self, case: Case) -> None:
        """Show who said what to it in this case."""
        people = tuple(person.id for person in respondents(case, asked_on(case, self._editor.today())))
        others = (consent.person for consent in case.consents if consent.purpose is self._purpose)
        whose = tuple(dict.fromkeys((EVERYBODY, *people, *others)))
        shown = (whose, people, tuple(name_in(case, person) for person in whose))
        if shown != self._shown:
            self._shown = shown
            self._renew()
        asked = any(consent.purpose is self._purpose for consent in case.consents)
        several = len(people) > 1
        for cell in self._cells.values():
            cell.show_case(case, asked=asked and several)
        self._words_of_it.setVisible(several and asked)
        self.put.setVisible(not asked)
        self._frame(framed=several and asked)

    def card(self, consent_id: str) -> ConsentCard | None:
        """The card of a consent."""
        return next((cell.cards[consent_id] for cell in self._cells.values() if consent_id in cell.cards), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Answers stand beside each other where there is room."""
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() >= _BESIDE_FROM else 1)

    def _renew(self) -> None:
        """A cell for each, also for who answered and is no longer of the household's adults; what stays keeps the cursor."""
        whose, people, names = self._shown
        alone = (EVERYBODY, *people) if len(people) <= 1 else ()
        made = {person: (name, person not in alone) for person, name in zip(whose, names, strict=True)}
        kept = {person: cell for person, cell in self._cells.items() if self._made[person] == made.get(person)}
        for person, cell in self._cells.items():
            if person not in kept:
                cell.hide()
                cell.deleteLater()
        self._made = made
        self._cells = {
            person: kept.get(person) or ConsentCell(self._editor, self._purpose, person, named=named)
            for person, (_name, named) in made.items()
        }
        beside, self._beside = self._beside, 0
        self._arrange(beside or 1)

    def _arrange(self, beside: int) -> None:
        if beside == self._beside:
            return
        self._beside = beside
        together, *each = self._cells.values()
        self._grid.addWidget(together, 0, 0, 1, 2)
        for at, cell in enumerate(each):
            across = 1 if beside > 1 and len(each) > 1 else 2
            self._grid.addWidget(cell, 1 + at // beside, at % beside if across == 1 else 0, 1, across)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)

    def _frame(self, *, framed: bool) -> None:
        grid = current().size.grid
        side = grid * 2 if framed else 0
        self.setContentsMargins(0, 0, 0, 0)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, side // 2, side, side // 2)
        mark(self, kind="card" if framed else "")

    def _words(self) -> None:
        self.put.setText(_("Ask for consent: {purpose}").format(purpose=capital(label(self._purpose))))

    def _put(self) -> None:
        path = consents.put(self._editor, self._purpose)
        self.show_case(self._editor.case)
        card = self.card(path.split("/")[1])
        if card is not None:
            card.reveal(path)
