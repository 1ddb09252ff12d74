"""The lines at the foot of a passport, pasted or scanned, fill the person; nothing is overwritten without asking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.domain.changes import value_at
from loket_app.domain.mrz import MrzPerson
from loket_app.domain.travel import DocumentState, TravelDocument
from loket_app.i18n import _
from loket_app.services.editing import CaseEditor
from loket_app.ui.fields.mrz import MrzField
from loket_app.ui.fields.mrz_readings import DOCUMENT
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import icon, mark


class PassportLines(Worded, QWidget):
    """A quiet button that unfolds the box; what is accepted becomes answers of the person at `path`."""

    def __init__(self, editor: CaseEditor, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._path = editor, path
        self._field: MrzField | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._unfold = QPushButton(icon("passport", "accent"), "")
        self._unfold.setCheckable(True)
        mark(self._unfold, kind="link")
        self._unfold.toggled.connect(self._show)
        self._layout.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        self._words()

    def _words(self) -> None:
        self._unfold.setText(_("&Read the lines of a passport"))

    def _show(self, shown: bool) -> None:
        if self._field is None:
            self._field = MrzField(self._now)
            self._field.accepted.connect(self._fill)
            self._layout.addWidget(self._field)
        self._field.setVisible(shown)
        if shown:
            self._field.setFocus()

    def _now(self, name: str) -> object:
        """What the case holds for a reading: an answer of the person, or the number of a paper with that number."""
        if name != DOCUMENT:
            return value_at(self._editor.case, f"{self._path}/{name}")
        numbers = [document.number for document in self._editor.case.documents if document.person == self._person_id]
        return next((number for number in numbers if number is not NOT_ASKED), NOT_ASKED)

    @property
    def _person_id(self) -> str:
        return self._path.rpartition("/")[2]

    def _fill(self, read: MrzPerson, chosen: Sequence[str]) -> None:
        answers = {f"{self._path}/{name}": _answer(read, name) for name in chosen if name != DOCUMENT}
        if answers:
            self._editor.set_many(answers)
        if DOCUMENT in chosen:
            self._editor.add("documents", _document(read, self._editor.new_id(), self._person_id))
        self._unfold.setChecked(False)
        self._unfold.setFocus()


def _answer(read: MrzPerson, name: str) -> object:
    if name == "nationalities":
        return (read.nationality,)
    return getattr(read, name)


def _document(read: MrzPerson, new_id: str, person: str) -> TravelDocument:
    return TravelDocument(
        id=new_id,
        person=person,
        kind=read.document,
        state=DocumentState.HAS,
        number=read.number,
        issuer=read.issuing_country or read.issuer or NOT_ASKED,
        valid_until=read.expires_on or NOT_ASKED,
    )
