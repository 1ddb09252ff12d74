"""In a scenario: who of the household is supposed to stand apart from the family. Folded away until somebody does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.stay_of import may_stand_apart
from loket_app.i18n.labels import field_help
from loket_app.i18n.phrases import place_text
from loket_app.ui.case.other_stay_link import OtherStayLink
from loket_app.ui.fields.factory import field_for
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.style import current


class WhatIfStays(QWidget):
    """A question for everybody but the applicant, named after whose it is. `supposed` carries its path and the answer."""

    supposed = Signal(str, object)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.questions: dict[str, QuestionRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid)
        self.unfold = OtherStayLink()
        self.unfold.clicked.connect(self._open)
        self._layout.addWidget(self.unfold)

    def show_answers(self, case: Case, answer: Callable[[str], Any]) -> None:
        """Follow the people of the case, with what is supposed of them."""
        self._case = case
        paths = [f"household/{person.id}/stay_category" for person in case.household if may_stand_apart(case, person)]
        if len(case.household) < 2:  # noqa: PLR2004 - who is alone is the family
            paths = []
        if list(self.questions) != paths:
            self._fill(paths)
        for path, question in self.questions.items():
            question.field.set_answer(answer(path))
        if any(answer(path) is not NOT_ASKED for path in paths):
            self._show(opened=True)
        self.setVisible(bool(paths))

    def _fill(self, paths: list[str]) -> None:
        for question in self.questions.values():
            self._layout.removeWidget(question)
            question.hide()
            question.deleteLater()
        self.questions = {path: self._question(path) for path in paths}
        self._show(opened=False)

    def _question(self, path: str) -> QuestionRow:
        field = field_for(path, lambda: self._case)
        row = QuestionRow(
            field, lambda: place_text(self._case, path), lambda: field_help("household/stay_category") or ""
        )
        field.edited.connect(lambda answer: self.supposed.emit(path, answer))
        self._layout.addWidget(row)
        return row

    def _open(self) -> None:
        self._show(opened=True)
        first = next(iter(self.questions.values()), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, *, opened: bool) -> None:
        self.unfold.setVisible(not opened)
        for question in self.questions.values():
            question.setVisible(opened)
