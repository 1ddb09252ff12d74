"""How strong a passphrase is while it is typed: a bar, a word, and the advice that helps most."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.passphrases import Judgement, judge_passphrase
from loket_app.ui import style
from loket_app.ui.entrance.spoken import Spoken

_STRONGEST = 4


class StrengthMeter(Spoken):
    """Follows `judge`; never by colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[str, tuple[str, ...]] = ("", ())
        self.judgement: Judgement | None = None
        self._bar = QProgressBar(self)
        self._bar.setRange(0, _STRONGEST)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setMinimumHeight(2 * self._words.fontMetrics().lineSpacing() + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.say(self._bar.setAccessibleName, lambda: _("Strength of the passphrase"))
        self.judge("", ())

    def judge(self, passphrase: str, about: tuple[str, ...]) -> None:
        """Show how strong it is for somebody whom `about` describes."""
        self._asked = (passphrase, about)
        self.judgement = judge_passphrase(passphrase, about)
        self._bar.setValue(self.judgement.score if passphrase else 0)
        self._words.setText(self._sentence(passphrase, self.judgement))
        style.mark(self._words, kind="ok" if self.judgement.suffices else "muted")

    def say_again(self) -> None:
        """Look all words up anew."""
        super().say_again()
        self.judge(*self._asked)

    def _sentence(self, passphrase: str, judged: Judgement) -> str:
        if not passphrase:
            return judged.advice
        said = _("Strength: {word}.").format(word=judged.word)
        return f"{said} {judged.advice}".rstrip()
