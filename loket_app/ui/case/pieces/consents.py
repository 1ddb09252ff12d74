"""What they agree to, each apart, and the sheet to sign. Declined and withdrawn are answers like a yes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.answering import asked_on, respondents
from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case, ConsentPurpose
from loket_app.i18n import _
from loket_app.i18n.phrases import name_in
from loket_app.i18n.phrases_consent import everybody
from loket_app.services import consents
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.pieces.consent_card import ConsentCard
from loket_app.ui.case.pieces.consent_place import ConsentPlace
from loket_app.ui.case.pieces.consent_sheet import ConsentSheet
from loket_app.ui.kit.folding import Folding
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import current
from loket_app.ui.words import Text


class ConsentsPiece(Worded, QWidget):
    """Each question with the answers of everybody who is asked; what one said is taken over for all in one act."""

    def __init__(self, editor: CaseEditor, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._desk = editor, desk
        self._latest: tuple[Case, Advice] | None = None
        self.sheet: ConsentSheet | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self._layout.addWidget(Text(lambda: _("What do they agree to?"), "heading"))
        self._intro = Text(self._in_these_words, "muted")
        self._layout.addWidget(self._intro)
        self.alike = LongButton("link")
        self.alike.clicked.connect(self._all_alike)
        self._layout.addWidget(self.alike)
        self._places = {purpose: ConsentPlace(editor, purpose) for purpose in ConsentPurpose}
        for place in self._places.values():
            self._layout.addWidget(place)
        self._layout.addWidget(Folding(lambda: _("Sheet to sign"), self._make_sheet))
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the consents of this case."""
        for place in self._places.values():
            place.show_case(case)
        self._intro.refresh()
        source = consents.to_follow(case, self._editor.today())
        self.alike.setVisible(bool(source))
        words = _("All adults the same as {name}").format(name=name_in(case, source))
        self.alike.setText(words.replace("&", "&&"))

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Keep the sheet of this case at hand."""
        self._latest = case, advice
        if self.sheet is not None:
            self.sheet.show_advice(case, advice)

    def card(self, consent_id: str) -> ConsentCard | None:
        """The card of a consent."""
        found = (place.card(consent_id) for place in self._places.values())
        return next((card for card in found if card is not None), None)

    def reveal(self, path: str) -> bool:
        """Put the cursor in a consent; the list itself means the first without an answer, IOM's before the others."""
        if not path.startswith("consents"):
            return False
        card = self.card(path.split("/")[1]) if "/" in path else self._first_open()
        if card is not None:
            card.reveal(path)
        return True

    def _words(self) -> None:
        self.show_case(self._editor.case)

    def _first_open(self) -> ConsentCard | None:
        found = self._editor.case.consents
        asked = [consent for consent in found if consent.state is NOT_ASKED]
        asked.sort(key=lambda consent: consent.purpose is not ConsentPurpose.DATA_TO_IOM)
        return next((self.card(consent.id) for consent in (*asked, *found)), None)

    def _all_alike(self) -> None:
        """The cursor stays on the page: what one pressed is gone, and what follows it has it."""
        consents.all_alike(self._editor)
        self.show_case(self._editor.case)
        card = self.card(self._editor.case.consents[-1].id)
        if card is not None:
            card.row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_sheet(self) -> QWidget:
        self.sheet = ConsentSheet(self._desk)
        if self._latest is not None:
            self.sheet.show_advice(*self._latest)
        return self.sheet

    def _in_these_words(self) -> str:
        case = self._editor.case
        words = _(
            "Each question by itself, in these words; the sheet to sign has the same. A yes can be taken back at any moment."
        )
        return " ".join(
            part for part in (words, everybody(len(respondents(case, asked_on(case, self._editor.today()))))) if part
        )
