"""What IOM needs and nobody asked yet: each gap one key away from its field. Nothing here blocks a handover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import CLOSING, Advice
from loket_app.domain.case import Case
from loket_app.domain.completeness import gaps_for
from loket_app.domain.handover import Recipient
from loket_app.i18n import _, ngettext
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.gap_place import place_for
from loket_app.ui.case.pieces.gaps_list import GapsList
from loket_app.ui.style import current
from loket_app.ui.words import Text


class GapsPiece(QWidget):
    """Emits `asked` with the place where a gap can be filled; a record that is missing was made by then."""

    asked = Signal(str)

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._advice: Advice | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        self._stop = Text(self._stop_words, "danger")
        self._count = Text(self._count_words, "muted")
        self._list = GapsList()
        self._list.asked.connect(lambda path: self.asked.emit(place_for(editor, path)))
        layout.addWidget(Text(lambda: _("What does IOM still miss?"), "heading"))
        layout.addWidget(self._stop)
        layout.addWidget(self._count)
        layout.addWidget(self._list)

    def show_case(self, case: Case) -> None:
        """Show the gaps of this case."""
        self._case = case
        self._count.refresh()
        self._list.show_gaps(case, gaps_for(case, Recipient.IOM))

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Say it when the advice forbids a handover."""
        self._advice = advice
        self.show_case(case)
        self._stop.refresh()
        self._stop.setVisible(not advice.may_hand_over)

    def changeEvent(self, event: QEvent) -> None:
        """Name the questions in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._case is not None:
            self.show_case(self._case)

    def _stop_words(self) -> str:
        if self._advice is None or self._advice.verdict in CLOSING:
            return _("▲ No handover with this verdict: see the reasons under Eligibility.")
        return _("▲ Not yet: first be sure that the choice is free and informed.")

    def _count_words(self) -> str:
        count = len(gaps_for(self._case, Recipient.IOM)) if self._case else 0
        if not count:
            return _("Nothing: every question that IOM asks has an answer, known or not.")
        words = ngettext("{count} question was not asked yet.", "{count} questions were not asked yet.", count)
        return words.format(count=count) + " " + _("The file can be sent without them; the gaps are named in it.")
