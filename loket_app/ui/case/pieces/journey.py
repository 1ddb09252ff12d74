"""What follows from the answers about the journey, with the sources, and how far a pregnancy is on the day."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from loket_app.domain.answers import known
from loket_app.domain.case import Case
from loket_app.domain.handover import DepartureResult
from loket_app.domain.journey import Follows, carrier_of, follows
from loket_app.domain.pregnancy import Expecting, expecting, is_taken
from loket_app.domain.tables import Carrier, Confidence, Source
from loket_app.domain.travel import Transport
from loket_app.i18n import _, phrases
from loket_app.i18n.joining import listed, said
from loket_app.i18n.phrases import local, source_text
from loket_app.i18n.phrases_journey import old_text, open_text, pregnancies_text
from loket_app.services.desk import Desk
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.kit.tones import Tone
from loket_app.ui.style import current
from loket_app.ui.words import Text


class JourneyPiece(QWidget):
    """A short panel: what follows, each sentence above its source. Of an airline that is not known, that one asks it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._found: tuple[Follows, ...] = ()
        self._carrier: Carrier | None = None
        self._late: tuple[Expecting, ...] = ()
        self._booked = False
        self._shown: tuple[tuple[Source, str], ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid // 2)
        self._layout.addWidget(Text(lambda: _("What follows from these answers"), "strong"))
        self.too_late, self._body = InlineMessage(), QWidget()
        self._pregnant, self._open = Text(self._pregnancy_words), Text(self._open_words, "muted")
        for widget in (self.too_late, self._pregnant, self._body, self._open):
            self._layout.addWidget(widget)

    @property
    def texts(self) -> list[QLabel]:
        """What it says, from top to bottom."""
        return [self._pregnant, *self._body.findChildren(QLabel), self._open]

    def show_case(self, case: Case) -> None:
        """Show what follows for this case."""
        self._case = case
        self._found = follows(case, self._desk.tables, self._desk.clock.today())
        self._carrier = carrier_of(case, self._desk.tables)
        self._warn(case)
        for text in (self._pregnant, self._open):
            text.refresh()
            text.setVisible(bool(text.text()))
        now = tuple(self._sentences())
        if now != self._shown:
            self._shown = now
            self._fill()

    def _warn(self, case: Case) -> None:
        before = self._late, self._booked
        self._late = tuple(each for each in expecting(case) if self._is_late(case, each))
        self._booked = known(case.departure.booked_on) or known(case.departure.leaves_on)
        if not self._late:
            self.too_late.hide()
        elif (self._late, self._booked) != before or self.too_late.isHidden():
            self.too_late.say("warn", self._late_words)

    def _is_late(self, case: Case, each: Expecting) -> bool:
        """Of somebody who flies, and has not left yet."""
        flies = case.journey.transport is not Transport.BUS and case.departure.result is not DepartureResult.DEPARTED
        late = self._carrier is not None and each.state is not None and not is_taken(each.state, self._carrier)
        return flies and late

    def _late_words(self) -> str:
        words = _("Too far in the pregnancy for this airline, as far as is known. Ask it before the booking.")
        if self._booked:
            words = _(
                "Too far in the pregnancy for this airline, as far as is known. The journey is booked: ask it now."
            )
        whose = listed(phrases.name_in(self._case, each.person) for each in self._late if self._case and each.person)
        return said(whose, words) if whose else words

    def _pregnancy_words(self) -> str:
        return pregnancies_text(self._case) if self._case else ""

    def _open_words(self) -> str:
        return open_text(self._case, self._found) if self._case else ""

    def _sentences(self) -> Iterator[tuple[Source, str]]:
        held = [one.rule for one in self._found if one.holds]
        yield from ((rule.source, local(rule.title)) for rule in held)
        if self._carrier is not None and any(rule.id == "pregnancy" for rule in held):
            yield self._carrier.source, local(self._carrier.title)

    def _fill(self) -> None:
        """What comes from one source stands together, above it."""
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for source in dict.fromkeys(source for source, _words in self._shown):
            for words in (words for its, words in self._shown if its == source):
                column.addWidget(_line("reading", f"– {words}", coloured=False))
            if source.confidence is Confidence.LOW:
                column.addWidget(_line("warn", old_text(source)))
            column.addWidget(_line("reading", _("Source: {source}").format(source=source_text(source))))
            column.addSpacing(current().size.grid // 2)
        self._layout.replaceWidget(old, self._body)
        self._body.setVisible(bool(self._shown))
        old.hide()
        old.deleteLater()


def _line(tone: Tone, words: str, *, coloured: bool = True) -> NoteLine:
    line = NoteLine()
    line.say(tone, words, coloured=coloured)
    return line
