"""What IOM needs and nobody asked yet: each gap one key away from its field. Nothing here blocks a handover."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import CLOSING, Advice
from loket_app.domain.case import Case
from loket_app.domain.completeness import gaps
from loket_app.i18n import _, ngettext, phrases
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current
from loket_app.ui.words import Text


class GapsPiece(QWidget):
    """Emits `asked` with the path of a gap that the counsellor wants to fill."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case: Case | None = None
        self._advice: Advice | None = None
        self._shown: tuple[str, ...] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(Text(lambda: _("What does IOM still miss?"), "heading"))
        self._stop = Text(self._stop_words, "danger")
        self._count = Text(self._count_words, "muted")
        self._layout.addWidget(self._stop)
        self._layout.addWidget(self._count)
        self._list = QWidget()
        self._layout.addWidget(self._list)

    def show_case(self, case: Case) -> None:
        """Show the gaps of this case."""
        self._case = case
        found = gaps(case)
        self._count.refresh()
        if found != self._shown:
            self._shown = found
            self._fill(case, found)

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Say it when the advice forbids a handover."""
        self._advice = advice
        self.show_case(case)
        self._stop.refresh()
        self._stop.setVisible(not advice.may_hand_over)

    def _stop_words(self) -> str:
        if self._advice is None or self._advice.verdict in CLOSING:
            return _("▲ No handover with this verdict: see the reasons under Eligibility.")
        return _("▲ Not yet: first be sure that the choice is free and informed.")

    def _count_words(self) -> str:
        count = len(gaps(self._case)) if self._case else 0
        if not count:
            return _("Nothing: every question that IOM asks has an answer, known or not.")
        words = ngettext("{count} question was not asked yet.", "{count} questions were not asked yet.", count)
        return words.format(count=count) + " " + _("The file can be sent without them; the gaps are named in it.")

    def _fill(self, case: Case, found: tuple[str, ...]) -> None:
        old, self._list = self._list, QWidget()
        layout = QVBoxLayout(self._list)
        layout.setContentsMargins(0, current().size.grid // 2, 0, 0)
        layout.setSpacing(0)
        for path in found:
            layout.addWidget(self._link(case, path))
        self._layout.replaceWidget(old, self._list)
        old.deleteLater()

    def _link(self, case: Case, path: str) -> LongButton:
        words = phrases.place_text(case, path)
        link = LongButton("link")
        link.setText(words.replace("&", "&&"))
        link.clicked.connect(lambda: self.asked.emit(path))
        return link
