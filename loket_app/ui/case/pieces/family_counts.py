"""Before the question who is vulnerable: that a family with a minor child is, whatever is ticked (S0 §7)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.facts import Facts
from loket_app.domain.person import Vulnerability
from loket_app.domain.programme import FAMILY_COUNTS
from loket_app.i18n import _, phrases
from loket_app.i18n.joining import listed
from loket_app.i18n.labels import capital, label
from loket_app.services.desk import Desk
from loket_app.services.programme import programme
from loket_app.ui.case.pieces.programme_source import source_line
from loket_app.ui.style import current
from loket_app.ui.words import Text


class FamilyCountsPiece(QWidget):
    """What is so, or what it hangs on, with the source; not there for who returns without a minor child."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._counts: bool | None = False
        self._open: tuple[str, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        self.said = Text(self._words)
        layout.addWidget(self.said)
        layout.addWidget(source_line(FAMILY_COUNTS))

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Say it when it is so, or may be, on the departure date of this advice."""
        facts = Facts(case, advice.departure, self._desk.tables)
        self._case, self._counts = case, facts.is_family_with_minors()
        self._open = tuple(facts.missed) if self._counts is None else ()
        self.said.refresh()
        self.setVisible(self._counts is not False)

    def _words(self) -> str:
        none = capital(label(Vulnerability.NONE))
        if self._counts:
            words = _(
                "A child under 18 returns too: the whole family counts as vulnerable. Ticking “{none}” below changes "
                "nothing about that: there one says it of each person alone."
            )
            return words.format(none=none)
        if self._case is None:
            return ""
        asked = listed(phrases.place_text(self._case, path) for path in self._open)
        rule = phrases.local(programme().says(FAMILY_COUNTS).title)
        return f"{rule} {_('Not answered yet: {questions}.').format(questions=asked)}"
