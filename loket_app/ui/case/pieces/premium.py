"""The premium that was paid beside what one would expect, and why it differs: asked where it does."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.answers import NOT_ASKED, known
from loket_app.domain.arising import arises
from loket_app.domain.case import Case
from loket_app.domain.departing import PremiumOut, departure_day, premium_out, premium_paid
from loket_app.domain.money import ZERO
from loket_app.i18n import _, formats
from loket_app.i18n.phrases_journey import premium_out_text, premium_text
from loket_app.services.desk import Desk
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.tones import Tone
from loket_app.ui.style import current
from loket_app.ui.words import Words

_WHY = "departure/premium_difference"


@dataclass(frozen=True)
class _Found:
    """What there is to say; `key` changes when that does, `differs` when it has to be explained."""

    key: object
    words: Words
    tone: Tone
    differs: bool


class PremiumPiece(QWidget):
    """One sentence below the amounts, and the question why; not there as long as there is nothing to say or read."""

    def __init__(self, editor: CaseEditor, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key: object = None
        self.message, self.why = InlineMessage(), QuestionForm(editor, "", (_WHY,))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        layout.addWidget(self.message)
        layout.addWidget(self.why)
        self.message.hide()
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Say what there is to say of this case."""
        found = _found(case, self._desk)
        self._say(found)
        self.why.show_case(case)
        answered = case.departure.premium_difference is not NOT_ASKED
        self.why.setVisible(answered or (found is not None and found.differs and arises(case, _WHY)))
        self.setVisible(found is not None or answered)

    def reveal(self, path: str) -> bool:
        """Put the cursor in the question why."""
        question = self.why.question(path)
        if question is None or self.why.isHidden():
            return False
        question.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _say(self, found: _Found | None) -> None:
        if found is None:
            self.message.hide()
        elif found.key != self._key or self.message.isHidden():
            self.message.say(found.tone, found.words)
        self._key = found.key if found is not None else None


def _found(case: Case, desk: Desk) -> _Found | None:
    out = premium_out(case)
    return _without_journey(case, out) if out is not None else _beside_estimate(case, desk)


def _without_journey(case: Case, out: PremiumOut) -> _Found:
    differs = out.still not in (None, ZERO)
    asks = differs and case.departure.premium_difference is NOT_ASKED
    tone: Tone = "ok" if out.still == ZERO else "info"

    def words() -> str:
        if out.still is None:
            return " ".join((premium_out_text(out), _("Note what came back.")))
        return _asking(premium_out_text(out), asks=asks)

    return _Found((out, asks), words, tone, differs)


def _beside_estimate(case: Case, desk: Desk) -> _Found | None:
    """None as long as no amount is known; a day is advised on only then, for it takes its time."""
    if not known(case.departure.premium_paid):
        return None
    advice = desk.advise(case, departure_day(case))
    found = premium_paid(case, advice.premium, dated=not advice.assumed_today)
    if found is None:
        return None
    differs = found.as_expected is False
    asks = differs and case.departure.premium_difference is NOT_ASKED
    tone: Tone = "ok" if found.as_expected else "info"
    day = advice.departure

    def words() -> str:
        return _asking(premium_text(found, formats.format_date(day, "long")), asks=asks)

    return _Found((found, day, asks), words, tone, differs)


def _asking(words: str, *, asks: bool) -> str:
    return " ".join((words, _("Note why."))) if asks else words
