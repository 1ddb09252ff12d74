"""Something that is so or not so, and never missing."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from loket_app.i18n.labels import capital, yes_no
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.words import Words


class TickField(AnswerField):
    """One box; beside it stands `yes`, or words of its own where no label stands above."""

    def __init__(self, parent: QWidget | None = None, words: Words | None = None) -> None:
        super().__init__(parent)
        self._words = words or _yes
        self._box = QCheckBox(self._words(), self)
        self._answer = False
        self._box.clicked.connect(self._settle)
        self._place_beside(self._box)
        self.require()

    def _present(self, value: object) -> None:
        self._box.setChecked(value is True)

    def _retranslate(self) -> None:
        self._box.setText(self._words())


def _yes() -> str:
    return capital(yes_no(value=True))
