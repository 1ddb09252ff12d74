"""One of two scenarios: the answers that one supposes; whatever is not touched follows the case."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.case import Case
from loket_app.domain.changes import value_at
from loket_app.domain.scenario import Scenario
from loket_app.domain.shape import pattern_of
from loket_app.i18n import _
from loket_app.i18n.labels import field_help
from loket_app.i18n.phrases import names_in, place_text
from loket_app.ui.case.pieces.what_if_stays import WhatIfStays
from loket_app.ui.fields.factory import field_for
from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.card import Card
from loket_app.ui.words import Text, Words

PATHS = ("wish/departure_on", "wish/destination", "wish/destination_right", "stay/category")
_DESTINATION, _RIGHT = "wish/destination", "wish/destination_right"


class WhatIfSide(Card):
    """Questions that nobody keeps. `changed` when another answer was supposed."""

    changed = Signal()

    def __init__(self, title: Words, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._supposed: dict[str, Any] = {}
        self.questions: dict[str, QuestionRow] = {}
        self.travellers: dict[str, QCheckBox] = {}
        self.body.addWidget(Text(title, "strong"))
        for path in PATHS:
            self.body.addWidget(self._question(path))
        self.stays = WhatIfStays(case)
        self.stays.supposed.connect(self._suppose)
        self.body.addWidget(self.stays)
        self._who = Text(lambda: _("Who travels?"))
        self.body.addWidget(self._who)
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        self.body.addLayout(self._people)
        self.body.addStretch(1)
        self._again = Button(lambda: _("As in the case"), "quiet", "undo")
        self._again.clicked.connect(self.forget)
        self.body.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_case(case)

    @property
    def scenario(self) -> Scenario:
        """What is supposed here."""
        right = {_RIGHT: self._answer(_RIGHT)} if _DESTINATION in self._supposed else {}
        return Scenario(answers=self._supposed | right)

    def show_case(self, case: Case) -> None:
        """Follow the case where nothing else is supposed."""
        self._case = case
        self._show_wanted()
        for path, question in self.questions.items():
            question.field.set_answer(self._answer(path))
        self.stays.show_answers(case, self._answer)
        if list(self.travellers) != [person.id for person in case.household]:
            self._fill()
        names = names_in(case)
        for person_id, box in self.travellers.items():
            box.setText(names[person_id].replace("&", "&&"))
            box.setChecked(self._answer(_travels(person_id)) is not False)

    def forget(self) -> None:
        """Suppose nothing any more."""
        self._supposed.clear()
        self.show_case(self._case)
        self.changed.emit()

    def _show_wanted(self) -> None:
        """The right to settle matters for another country than that of the case."""
        self.questions[_RIGHT].setVisible(_DESTINATION in self._supposed)
        self._again.setVisible(bool(self._supposed))

    def _answer(self, path: str) -> Any:
        if path in self._supposed:
            return self._supposed[path]
        return NOT_ASKED if path == _RIGHT and _DESTINATION in self._supposed else value_at(self._case, path)

    def _question(self, path: str) -> QuestionRow:
        pattern = pattern_of(path)
        field = field_for(path, lambda: self._case)
        row = QuestionRow(field, lambda: place_text(self._case, path), lambda: field_help(pattern) or "")
        field.edited.connect(lambda answer: self._suppose(path, answer))
        self.questions[path] = row
        return row

    def _suppose(self, path: str, answer: Any) -> None:
        if answer == value_at(self._case, path) and path != _RIGHT:
            self._supposed.pop(path, None)
        else:
            self._supposed[path] = answer
        if path == _DESTINATION:  # the right to settle is asked anew for another country
            self._supposed.pop(_RIGHT, None)
            self.questions[_RIGHT].field.set_answer(self._answer(_RIGHT))
        self._show_wanted()
        self.changed.emit()

    def _fill(self) -> None:
        for box in self.travellers.values():
            box.deleteLater()
        self.travellers = {}
        for person in self._case.household:
            self.travellers[person.id] = self._traveller(_travels(person.id))
        several = len(self.travellers) > 1
        self._who.setVisible(several)
        for box in self.travellers.values():
            box.setVisible(several)

    def _traveller(self, path: str) -> QCheckBox:
        box = QCheckBox()
        box.clicked.connect(lambda on: self._suppose(path, on))
        self._people.addWidget(box)
        return box


def _travels(person_id: str) -> str:
    return f"household/{person_id}/travels"
