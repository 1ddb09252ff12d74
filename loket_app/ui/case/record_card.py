"""One record of a list: a line that says which one it is, and, opened, its questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from loket_app.domain.attachment import AttachmentKind
from loket_app.domain.case import Case
from loket_app.domain.changes import NoSuchPlace
from loket_app.i18n import _
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.document_notes import DocumentNotes
from loket_app.ui.case.passport_lines import PassportLines
from loket_app.ui.case.pieces.cost_notes import CostNotes
from loket_app.ui.case.plan_parts import Records
from loket_app.ui.case.question_form import Doubts, QuestionForm
from loket_app.ui.case.scan_list import ScanList
from loket_app.ui.case.summaries import summary
from loket_app.ui.case.track.held_today import HeldToday
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current, icon, mark


class Inner(Protocol):
    """A list inside a record."""

    def show_case(self, case: Case) -> None:
        """Show the records of this case."""

    def reveal(self, path: str) -> bool:
        """Put the cursor where a path leads."""


class RecordCard(QFrame):
    """The record at `path`. Its questions are made when it is opened for the first time.

    `asked` carries a path that something in it leads to.
    """

    opened = Signal()
    asked = Signal(str)

    def __init__(
        self,
        editor: CaseEditor,
        records: Records,
        path: str,
        inner: Callable[[Records, str], QWidget],
        *,
        single: bool,
        tail: Callable[[str], QWidget] | None = None,
    ) -> None:
        super().__init__()
        self._editor, self._records, self._path, self._make_inner = editor, records, path, inner
        self._make_tail = tail
        self._forms: list[QuestionForm] = []
        self._inner: list[Inner] = []
        self._notes: list[CostNotes] = []
        self._more: QWidget | None = None
        self._doubts: Doubts = {}
        mark(self, kind="card")
        self._layout = QVBoxLayout(self)
        grid = current().size.grid
        self._layout.setContentsMargins(grid, grid // 2, grid, grid // 2)
        self._layout.addLayout(self._head())
        self._body: QWidget | None = None
        self.show_case(editor.case)
        self.set_open(opened=single)

    def show_case(self, case: Case) -> None:
        """Show the answers of this case."""
        try:
            words = summary(case, self._path)
        except NoSuchPlace:
            return
        self._title.setText(words.replace("&", "&&"))
        self._title.setAccessibleName(words)
        for form in self._forms:
            form.show_case(case)
        for notes in self._notes:
            notes.show_case(case)
        for inner in self._inner:
            inner.show_case(case)

    def show_doubts(self, doubts: Doubts) -> None:
        """Ask under the questions of these paths what looks odd there."""
        self._doubts = doubts
        for form in self._forms:
            form.show_doubts(doubts)

    def set_open(self, *, opened: bool) -> None:
        """Show the questions, or the line alone."""
        if opened and self._body is None:
            self._body = self._make_body()
            self._layout.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)
        self._title.setChecked(opened)
        self._title.setIcon(icon("chevron-down" if opened else "chevron-right", "muted"))

    def reveal(self, path: str) -> bool:
        """Put the cursor in the question at a path, or in the first one."""
        self.set_open(opened=True)
        if path == self._path:
            first = next(iter(self._forms[0]), None)
            if first is not None:
                first.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return first is not None
        if self._more is not None and self._forms[0].question(path) is None:
            self._show_more()
        for form in self._forms:
            question = form.question(path)
            if question is not None:
                question.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return any(inner.reveal(path) for inner in self._inner)

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.show_case(self._editor.case)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self._title = LongButton("row")
        self._title.setCheckable(True)
        self._title.clicked.connect(self._toggle)
        self._remove = QToolButton()
        self._remove.setIcon(icon("remove", "muted"))
        mark(self._remove, kind="quiet")
        self._remove.clicked.connect(lambda: self._editor.remove(self._path))
        head.addWidget(self._title, 1)
        head.addWidget(self._remove)
        self._name()
        return head

    def _toggle(self, checked: bool) -> None:
        self.set_open(opened=checked)
        if checked:
            self.opened.emit()

    def _make_body(self) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        grid = current().size.grid
        layout.setContentsMargins(grid, grid, grid, grid)
        layout.setSpacing(grid)
        if self._records.path == "household":
            layout.addWidget(PassportLines(self._editor, self._path))
        if self._records.path == "conversations":
            held = HeldToday(self._editor, self._path, body)
            self._inner.append(held)
            layout.addWidget(held)
        layout.addWidget(self._form(self._records.rows))
        if self._records.path == "costs":
            layout.addWidget(self._cost_notes(body))
        if self._records.more or self._records.inner:
            self._unfold = QPushButton()
            mark(self._unfold, kind="link")
            self._unfold.clicked.connect(self._show_more)
            layout.addWidget(self._unfold)
            self._more = QWidget()
            self._more.hide()
            layout.addWidget(self._more)
        if self._records.path == "documents":
            notes = DocumentNotes(self._editor, self._path, body)
            self._inner.append(notes)
            layout.addWidget(notes)
        if self._records.scans is not None:
            layout.addWidget(self._scans(self._records.scans))
        if self._make_tail is not None:
            self._add_tail(layout, self._make_tail(self._path))
        self._name()
        return body

    def _cost_notes(self, body: QWidget) -> CostNotes:
        notes = CostNotes(self._editor, self._path, body)
        notes.asked.connect(self.asked)
        self._notes.append(notes)
        notes.show_case(self._editor.case)
        return notes

    def _scans(self, kind: AttachmentKind) -> ScanList:
        scans = ScanList(self._editor, self._path.rpartition("/")[2], kind)
        self._inner.append(scans)
        return scans

    def _add_tail(self, layout: QVBoxLayout, tail: QWidget) -> None:
        layout.addWidget(tail)
        self._inner.append(tail)  # type: ignore[arg-type]  # what makes tails makes widgets that follow the case

    def _form(self, rows: tuple[str | tuple[str, ...], ...]) -> QuestionForm:
        form = QuestionForm(self._editor, self._path + "/", rows)
        form.show_doubts(self._doubts)
        self._forms.append(form)
        return form

    def _show_more(self) -> None:
        more = self._more
        if more is None or not more.isHidden():
            return
        layout = QVBoxLayout(more)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._form(self._records.more))
        for records in self._records.inner:
            inner = self._make_inner(records, self._path)
            layout.addWidget(inner)
            self._inner.append(inner)  # type: ignore[arg-type]  # what makes inner lists makes RecordList
        more.show()
        self._unfold.hide()
        first = next(iter(self._forms[-1]), None)
        if first is not None:
            first.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self._remove.setAccessibleName(_("Remove"))
        self._remove.setToolTip(_("Remove (Ctrl+Z brings it back)"))
        if self._more is not None:
            self._unfold.setText(_("More questions"))
