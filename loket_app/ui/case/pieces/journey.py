"""What follows from the answers about the journey, with the sources, and how far a pregnancy is on the day."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.journey import Follows, carrier_of, follows, is_taken, pregnancy
from loket_app.domain.tables import Carrier
from loket_app.i18n import _
from loket_app.i18n.phrases import local
from loket_app.i18n.phrases_journey import follows_text, open_text, pregnancy_text, sources_text
from loket_app.services.desk import Desk
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current
from loket_app.ui.words import Text


class JourneyPiece(QWidget):
    """A short panel. What is known of the airline stands there; else that one asks it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._found: tuple[Follows, ...] = ()
        self._carrier: Carrier | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid // 2)
        layout.addWidget(Text(lambda: _("What follows from these answers"), "strong"))
        self.too_late = InlineMessage()
        self.texts = [
            Text(self._pregnancy_words),
            Text(lambda: follows_text(self._found)),
            Text(self._carrier_words),
            Text(self._open_words, "muted"),
            Text(self._source_words, "muted"),
        ]
        for widget in (self.too_late, *self.texts):
            layout.addWidget(widget)

    def show_case(self, case: Case) -> None:
        """Show what follows for this case."""
        self._case = case
        self._found = follows(case, self._desk.tables, self._desk.clock.today())
        self._carrier = carrier_of(case, self._desk.tables)
        self._warn(case)
        for text in self.texts:
            text.refresh()
            text.setVisible(bool(text.text()))

    def _warn(self, case: Case) -> None:
        state, carrier = pregnancy(case), self._carrier
        if state is None or carrier is None or is_taken(state, carrier):
            self.too_late.hide()
        elif self.too_late.isHidden():
            self.too_late.say("warn", self._late_words)

    def _late_words(self) -> str:
        return _("Too far in the pregnancy for this airline, as far as is known. Ask it before the booking.")

    def _pregnancy_words(self) -> str:
        return pregnancy_text(self._case) if self._case else ""

    def _carrier_words(self) -> str:
        told = self._carrier is not None and any(one.rule.id == "pregnancy" and one.holds for one in self._found)
        return f"– {local(self._carrier.title)}" if self._carrier and told else ""

    def _open_words(self) -> str:
        return open_text(self._case, self._found) if self._case else ""

    def _source_words(self) -> str:
        sources = [one.rule.source for one in self._found if one.holds]
        if self._carrier is not None and self._carrier_words():
            sources.append(self._carrier.source)
        return sources_text(sources)
