"""A question of the return track on its own line: the way to its place, and the answer that it is right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from loket_app.domain.case import Case
from loket_app.domain.track_parts import Question, Settled
from loket_app.domain.track_settled import may_be_right
from loket_app.i18n import _
from loket_app.i18n.phrases_track import asked_text, settled_text
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current, mark
from loket_app.ui.words import Text


class AskedRow(QWidget):
    """`asked` carries the path to lead to, `answered` the question, or the resting one that shall be asked again."""

    asked = Signal(str)
    answered = Signal(object)

    def __init__(self, case: Case, told: Question | Settled, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        if isinstance(told, Settled):
            words = settled_text(case, told)
            self._layout.addWidget(Text(partial(str, words), "muted"), 1)
            self._add_answer(_("Ask again"), words, told)
            return
        words = asked_text(case, told)
        self._layout.addWidget(self._way(f"▲ {words}", told.path), 1)
        if may_be_right(case, told):
            self._add_answer(_("That is right"), words, told)

    def _way(self, words: str, path: str) -> LongButton:
        link = LongButton("link")
        link.setText(words.replace("&", "&&"))
        link.clicked.connect(lambda: self.asked.emit(path))
        return link

    def _add_answer(self, words: str, about: str, told: Question | Settled) -> None:
        button = QPushButton(words)
        mark(button, kind="link")
        button.setAccessibleDescription(about)
        button.clicked.connect(lambda: self.answered.emit(told))
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
