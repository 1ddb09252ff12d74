"""Questions of one record, each bound to its path: an edit is a change at once, and every change shows at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeAlias

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from loket_app.domain.arising import arises
from loket_app.domain.case import Case
from loket_app.domain.changes import NoSuchPlace, value_at
from loket_app.domain.shape import pattern_of
from loket_app.i18n.labels import capital, field_help, field_label
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.doubts import doubt
from loket_app.ui.case.plan_parts import Row
from loket_app.ui.fields.factory import field_for
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.kit.tones import Tone
from loket_app.ui.style import current
from loket_app.ui.words import Words

ONE_COLUMN_BELOW = 520


class Doubt(NamedTuple):
    """What is said of an answer under its question, and in which tone."""

    words: Words
    tone: Tone = "warn"


Doubts: TypeAlias = Mapping[str, Doubt]
"""What looks odd, by the path of the answer."""


class QuestionForm(QWidget):
    """Rows of questions about the record at `prefix` (empty for the case itself). Names are relative to it.

    Under a question stands what looks odd: what the page was told (`show_doubts`), else what `doubts.py` sees by itself.
    A question that does not arise (`domain/arising.py`) leaves its place to the others until it does.
    """

    def __init__(self, editor: CaseEditor, prefix: str, rows: tuple[Row, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._prefix = editor, prefix
        self._questions: dict[str, QuestionRow] = {}
        self._lines: list[QBoxLayout] = []
        self._doubts: Doubts = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current().size.grid)
        for row in rows:
            layout.addLayout(self._line((row,) if isinstance(row, str) else row))
        if not self._show_arising(editor.case):
            self.hide()

    def show_case(self, case: Case) -> None:
        """Show the answers of this case; a field that already shows its answer is left alone."""
        for path, question in self._questions.items():
            try:
                question.field.set_answer(value_at(case, path))
                self._doubt(path, question)
            except NoSuchPlace:
                return
        self.setVisible(self._show_arising(case))

    def _show_arising(self, case: Case) -> bool:
        """Show what arises, and tell whether anything does: a form of which nothing does is not there."""
        shown = {path: arises(case, path) for path in self._questions}
        for path, question in self._questions.items():
            question.setVisible(shown[path])
        return any(shown.values())

    def show_doubts(self, doubts: Doubts) -> None:
        """Ask under the questions of these paths what looks odd there."""
        self._doubts = doubts
        for path, question in self._questions.items():
            self._doubt(path, question)

    def _doubt(self, path: str, question: QuestionRow) -> None:
        """Say what may be wrong with an answer, and stop when it no longer is."""
        own = doubt(self._editor.case, path, self._editor.now().astimezone().date())
        told = self._doubts.get(path) or (Doubt(partial(self._own_doubt, path)) if own else None)
        question.set_doubt(*told) if told else question.set_doubt(None)

    def _own_doubt(self, path: str) -> str:
        return doubt(self._editor.case, path, self._editor.now().astimezone().date())

    def question(self, path: str) -> QuestionRow | None:
        """The row of a question, by its whole path."""
        return self._questions.get(path)

    def __iter__(self) -> Iterator[QuestionRow]:
        return iter(self._questions.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Questions stand beside each other where there is room, else one under the other."""
        super().resizeEvent(event)
        narrow = event.size().width() < ONE_COLUMN_BELOW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for line in self._lines:
            line.setDirection(way)
            line.setSpacing(current().size.grid * (1 if narrow else 2))

    def _line(self, names: tuple[str, ...]) -> QBoxLayout:
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(current().size.grid * 2)
        self._lines.append(line)
        for name in names:
            line.addWidget(self._question(self._prefix + name), 1)
        return line

    def _question(self, path: str) -> QuestionRow:
        pattern = pattern_of(path)
        field = field_for(path, lambda: self._editor.case)
        question = QuestionRow(field, lambda: capital(field_label(pattern)), lambda: field_help(pattern) or "")
        field.set_answer(value_at(self._editor.case, path))
        field.edited.connect(lambda answer: self._editor.set(path, answer))
        self._questions[path] = question
        return question
