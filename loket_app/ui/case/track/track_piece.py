"""The return track of the case: where the person stands, what comes next, the picture, and the same in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.conversation import KeyMoment
from loket_app.domain.track_parts import HELD, Moment, OddKind, Phase, Question, Settled, Track
from loket_app.i18n import _, formats
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_stay import whose_track_text
from loket_app.i18n.phrases_track import aid_text, applies_text
from loket_app.i18n.phrases_track_end import ended_lines
from loket_app.services.desk import Desk
from loket_app.services.holidays import BelgianCalendar
from loket_app.services.track import track_of
from loket_app.ui.case.question_form import Doubt, Doubts
from loket_app.ui.case.track.asked_row import AskedRow
from loket_app.ui.case.track.moment_list import MomentList
from loket_app.ui.case.track.moment_row import need_text
from loket_app.ui.case.track.track_picture import TrackPicture
from loket_app.ui.case.track.track_prints import TrackPrints
from loket_app.ui.case.track.words import moment_line
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current
from loket_app.ui.words import Text

_OF_AN_EARLIER_STAY: Final = (OddKind.PLACE_OF_EARLIER_STAY, OddKind.DAYS_OF_EARLIER_PLACE)
"""Asked where answers stand that can be begun anew."""


class TrackPiece(QWidget):
    """Follows the case. `asked` carries a path to lead to, `wanted` the key moment whose conversation to begin.

    `begun_anew`: the answers on the open return place are about an earlier stay and shall be empty again.
    `answered` carries a question whose answers are right, or one that rests and shall be asked again.
    """

    asked = Signal(str)
    wanted = Signal(object)
    begun_anew = Signal()
    answered = Signal(object)

    def __init__(self, desk: Desk, case: Callable[[], Case], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = desk.clock
        self._case: Case | None = None
        self.track: Track | None = None
        self._whose = ""
        self._where, self._aid = Text(self._where_words, "heading"), Text(self._aid_words)
        self._not = Text(self._not_words)
        self.picture = TrackPicture()
        self._here = Text(self._here_words, "muted")
        self._here.setMinimumHeight(self._here.fontMetrics().height())
        self._narrow = Text(self._narrow_words, "muted")
        self._below = QWidget()
        self.prints = TrackPrints(case, desk)
        self._lay_out()

    def show_case(self, case: Case) -> None:
        """Show the track of this case as it stands today."""
        if case is self._case:
            return
        self._case = case
        track = track_of(case, clock=self._clock)
        whose = whose_track_text(case)
        if (track, whose) != (self.track, self._whose):
            self.track, self._whose = track, whose
            self._show()

    def doubts(self) -> Doubts:
        """What looks odd, to be asked under its question; quietly there, what was said to be right."""
        if self.track is None:
            return {}
        rest = {each.question.path: Doubt(partial(_settled_words, each), "reading") for each in self.track.settled}
        kinds: dict[str, list[OddKind]] = {}
        for question in self.track.questions:
            kinds.setdefault(question.path, []).append(question.kind)
        return {**rest, **{path: Doubt(partial(_odd_words, tuple(asked))) for path, asked in kinds.items()}}

    def start(self) -> QWidget | None:
        """One begins in the picture, so that the page begins with it; without one, in the first question."""
        return self.picture if self.picture.isVisible() else None

    def reveal(self, path: str) -> bool:
        """It is found under its own name."""
        if path == "track":
            self.picture.setFocus()
        return path == "track"

    def changeEvent(self, event: QEvent) -> None:
        """Write the list anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.track is not None:
            self._show()

    def _lay_out(self) -> None:
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        for part in (
            self._where,
            self._not,
            self._aid,
            self.picture,
            self._narrow,
            self._here,
            self._below,
            self.prints,
        ):
            layout.addWidget(part)
        self.picture.moved.connect(self._tell)
        self.picture.opened.connect(self._open)

    def _show(self) -> None:
        track = self.track
        if track is None or self._case is None:
            return
        told = bool(track.moments)
        for words in (self._where, self._not, self._aid):
            words.refresh()
            words.setVisible(bool(words.text()))
        self.picture.show_track(track)
        self.picture.setVisible(told)
        self._here.setVisible(told and self.picture.moment is not None)
        self._tell()
        old, self._below = self._below, self._list(self._case, track)
        self._column.replaceWidget(old, self._below)
        here = QApplication.focusWidget()
        next_stop = self._below.findChild(QPushButton)
        if here is not None and old.isAncestorOf(here) and next_stop is not None:
            next_stop.setFocus()  # what was pressed is gone: the keyboard goes on from the top of the list
        old.deleteLater()

    def _list(self, case: Case, track: Track) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for path in dict.fromkeys(filter(None, (*track.applies_needs, *track.aid_ends.needs))):
            layout.addWidget(self._link(_("Missing: {what}").format(what=need_text(case, path)), path))
        for question in track.questions:
            layout.addWidget(self._row(case, question))
            if question.kind in _OF_AN_EARLIER_STAY:
                layout.addWidget(self._anew())
        for settled in track.settled:
            layout.addWidget(self._row(case, settled))
        moments = MomentList(case, track)
        moments.opened.connect(self._open)
        moments.asked.connect(self._ask)
        layout.addWidget(moments)
        return part

    def _row(self, case: Case, told: Question | Settled) -> AskedRow:
        row = AskedRow(case, told)
        row.asked.connect(self._ask)
        row.answered.connect(self.answered)
        return row

    def _link(self, words: str, path: str) -> LongButton:
        link = LongButton("link")
        link.setText(words.replace("&", "&&"))
        link.clicked.connect(lambda: self._ask(path))
        return link

    def _anew(self) -> LongButton:
        button = LongButton("link")
        button.setText(_("Begin anew: the earlier stay is kept as an earlier place").replace("&", "&&"))
        button.clicked.connect(self.begun_anew)
        return button

    def _ask(self, path: str) -> None:
        if path.startswith(HELD):
            self.wanted.emit(KeyMoment(path.removeprefix(HELD)))
        else:
            self.asked.emit(path)

    def _open(self, moment: Moment) -> None:
        talk = moment.conversation or moment.planned
        if talk is not None:
            self.asked.emit(f"conversations/{talk}")
        else:
            self.wanted.emit(moment.moment)

    def _where_words(self) -> str:
        track = self.track
        if track is None or track.phase is Phase.NONE:
            return _("Return track")
        return capital(label(track.phase))

    def _not_words(self) -> str:
        """Said when the track is not for this person, or when nobody knows yet; and whose it is."""
        track = self.track
        if track is None or self._case is None:
            return ""
        return "\n".join(filter(None, (applies_text(self._case, track), whose_track_text(self._case))))

    def _aid_words(self) -> str:
        """How the track ended; else the last day of the material aid with its rule, or what is missing for it."""
        track = self.track
        if track is None or self._case is None:
            return ""
        told = "" if track.phase is Phase.ENDED else aid_text(self._case, track, BelgianCalendar())
        aid = [said(_("End of the material aid"), told)] if told else []
        return "\n".join([*ended_lines(self._case, track), *aid])

    def _here_words(self) -> str:
        """The moment that one is on in the picture; its place stays when one leaves, so that nothing jumps."""
        moment = self.picture.moment
        if moment is None or not self.picture.hasFocus():
            return ""
        if self.track is not None and self.track.next_moment is moment:  # it stands first in the list below
            return _("Left and Right go from moment to moment, Enter opens one.")
        return moment_line(moment)

    def _narrow_words(self) -> str:
        """What the letters in narrow bands mean; a phase of two rounds is named once."""
        names = ", ".join(self.picture.narrow)
        return _("In the narrow bands: {phases}.").format(phases=names) if names else ""

    def _tell(self) -> None:
        """What the picture can't say by itself."""
        for words in (self._here, self._narrow):
            words.refresh()
        self._narrow.setVisible(not self.picture.isHidden() and bool(self._narrow.text()))


def _odd_words(kinds: tuple[OddKind, ...]) -> str:
    """Every question of one place, each on a line."""
    return "\n".join(map(label, kinds))


def _settled_words(settled: Settled) -> str:
    return _("Said to be right on {date}.").format(date=formats.format_date(settled.said.on))
