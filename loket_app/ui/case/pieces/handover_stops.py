"""Why nothing may leave yet: said first, each one key away from its question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.handover_content import Stop
from loket_app.i18n import _
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_consent import question
from loket_app.ui.case.pieces.gap_link import GapLink
from loket_app.ui.words import Text


class HandoverStops(QWidget):
    """Emits `asked` with the path where a stop can be answered."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(Text(lambda: _("▲ Nothing can be handed over yet:"), "danger"))
        self._links: list[GapLink] = []

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show why; nothing at all when nothing stops it."""
        self.setVisible(bool(stops))
        words = tuple(_words(stop) for stop in stops)
        if words == self._shown:
            return
        self._shown = words
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links = [self._link(text, stop.path) for text, stop in zip(words, stops, strict=True)]

    def _link(self, words: str, path: str) -> GapLink:
        link = GapLink(words, path)
        link.clicked.connect(lambda: self.asked.emit(path))
        self._layout.addWidget(link)
        return link


def _words(stop: Stop) -> str:
    why = capital(label(stop.kind))
    return said(why, question(stop.purpose)) if stop.purpose is not None else why
