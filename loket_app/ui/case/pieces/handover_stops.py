"""Why nothing may leave yet: said first, each one key away from its question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.handover_content import Stop
from loket_app.i18n import _
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases import name_in
from loket_app.i18n.phrases_consent import question
from loket_app.ui.case.pieces.gap_link import GapLink
from loket_app.ui.words import Text


class HandoverStops(QWidget):
    """Emits `asked` with the path where a stop can be answered."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(Text(lambda: _("▲ Nothing can be handed over yet:"), "danger"))
        self._links: list[GapLink] = []

    def show_stops(self, case: Case, stops: Sequence[Stop]) -> None:
        """Show why; nothing at all when nothing stops it."""
        self.setVisible(bool(stops))
        found = tuple((_words(case, stop), stop.path) for stop in stops)
        if found == self._shown:
            return
        self._shown = found
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(words, path) for words, path in found]

    def _link(self, words: str, path: str) -> GapLink:
        link = GapLink(words, path)
        link.clicked.connect(lambda: self.asked.emit(path))
        self._layout.addWidget(link)
        return link


def _words(case: Case, stop: Stop) -> str:
    """On the desk's own screen with whose it is."""
    why = capital(label(stop.kind))
    if stop.purpose is None:
        return why
    words = said(why, question(stop.purpose))
    return f"{name_in(case, stop.person)} – {words}" if stop.person else words
