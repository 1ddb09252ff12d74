"""Questions that nobody asked yet: for whom, why they matter, and each one key away from its field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.completeness import Gap
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import names_in
from loket_app.i18n.phrases_gaps import gap_words
from loket_app.ui.case.pieces.gap_link import GapLink
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current
from loket_app.ui.words import Text


class GapsList(QWidget):
    """Grouped by person, then by why it matters. Emits `asked` with the path of a gap."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._layout.addWidget(self._body)

    def show_gaps(self, case: Case, found: Sequence[Gap]) -> None:
        """Show these gaps of a case; what is shown already is left alone."""
        names = names_in(case)
        words = {gap.path: gap_words(case, gap.path) for gap in found}
        shown = (tuple(found), tuple(names.items()), tuple(words.values()))
        if shown == self._shown:
            return
        self._shown = shown
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid // 2)
        for person, gaps in groupby(sorted(found, key=lambda gap: _place(names, gap)), key=lambda gap: gap.person):
            if column.count():
                column.addSpacing(current().size.grid)
            name = names.get(person) or _("For the whole case")
            column.addWidget(Text(partial(str, name), "strong"))
            self._add_reasons(column, list(gaps), words)
        self._layout.replaceWidget(old, self._body)
        old.deleteLater()

    def _add_reasons(self, column: QVBoxLayout, gaps: Sequence[Gap], words: Mapping[str, str]) -> None:
        for why in dict.fromkeys(gap.why for gap in gaps):
            reason = capital(label(why))
            column.addWidget(Text(partial(str, reason), "muted"))
            links = FlowBox(gap=0)
            for gap in (gap for gap in gaps if gap.why is why):
                links.add(self._link(words[gap.path], gap.path))
            column.addWidget(links)

    def _link(self, words: str, path: str) -> GapLink:
        link = GapLink(words, path)
        link.clicked.connect(lambda: self.asked.emit(path))
        return link


def _place(names: dict[str, str], gap: Gap) -> int:
    """People in the order of the household, the whole case at the end."""
    return list(names).index(gap.person) if gap.person in names else len(names)
