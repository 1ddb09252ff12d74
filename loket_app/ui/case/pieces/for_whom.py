"""Answers about the journey that were noted for the whole case: a button a person gives each to whom it is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.for_whom import DUE, given_to, left, may_mean
from loket_app.domain.person import Person
from loket_app.i18n import _
from loket_app.i18n.joining import said
from loket_app.i18n.labels import capital, field_label
from loket_app.i18n.phrases import answer_text, name_in
from loket_app.services.editing import CaseEditor
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current
from loket_app.ui.words import Text, Words


class ForWhomPiece(QWidget):
    """Asks of each such answer whose it is; not there when none is left. Ctrl+Z takes back what a button did."""

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shown: tuple[object, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._layout.addWidget(self._body)
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Ask what is still to be asked of this case."""
        now = tuple((path, value_at(case, path), may_mean(case, path)) for path in left(case))
        if now != self._shown:
            self._shown = now
            self._fill(case)
        self.setVisible(bool(now))

    def _fill(self, case: Case) -> None:
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid)
        for path in left(case):
            column.addWidget(Text(partial(self._question, path)))
            column.addWidget(self._people(case, path))
        self._layout.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()

    def _question(self, path: str) -> str:
        case = self._editor.case
        words = _("“{answer}” was noted for the whole case. For whom is it?")
        answer = answer_text(case, path, value_at(case, path))
        return words.format(answer=said(capital(field_label(path)), answer))

    def _people(self, case: Case, path: str) -> FlowBox:
        people, box = may_mean(case, path), FlowBox()
        for person in people:
            self._offer(box, partial(self._name, person.id), path, (person,))
        if len(people) > 1 and path != DUE:
            self._offer(box, lambda: _("Everybody"), path, people)
        self._offer(box, lambda: _("Nobody"), path, ())
        return box

    def _offer(self, box: FlowBox, words: Words, path: str, people: Sequence[Person]) -> None:
        button = Button(words)
        button.clicked.connect(lambda: self._editor.set_many(given_to(self._editor.case, path, people)))
        box.add(button)

    def _name(self, person_id: str) -> str:
        return name_in(self._editor.case, person_id).replace("&", "&&")
