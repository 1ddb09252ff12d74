"""One step of a case as a page: a single calm column, built from the plan when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.domain.shape import shape_at
from loket_app.i18n import pgettext
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.new_records import maker
from loket_app.ui.case.per_person import PerPersonForms
from loket_app.ui.case.plan_parts import PerPerson, Piece, Questions, Records, Section, Step
from loket_app.ui.case.question_form import QuestionForm
from loket_app.ui.case.record_list import RecordList
from loket_app.ui.shell import tab_order
from loket_app.ui.style import current
from loket_app.ui.words import Text


class StepPage(QScrollArea):
    """The sections of a step. `asked` carries a path that a piece wants to lead to, also on another step."""

    asked = Signal(str)

    def __init__(
        self,
        editor: CaseEditor,
        step: Step,
        piece: Callable[[str], QWidget],
        tail: Callable[[str, str], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor, self._step, self._make_piece, self._make_tail = editor, step, piece, tail
        self._parts: list[QWidget] = []
        self._headings: list[tuple[Text, QWidget]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._column())

    def show_case(self, case: Case) -> None:
        """Show the answers of this case."""
        for part in self._parts:
            if hasattr(part, "show_case"):
                part.show_case(case)
        doubts = {
            path: words for part in self._parts if hasattr(part, "doubts") for path, words in part.doubts().items()
        }
        for part in self._parts:
            if hasattr(part, "show_doubts"):
                part.show_doubts(doubts)
        self._show_headings()

    def _show_headings(self) -> None:
        """A title without anything below it says nothing."""
        for heading, part in self._headings:
            heading.setVisible(not part.isHidden())

    def show_advice(self, case: Case, advice: Advice) -> None:
        """Show this advice where a piece shows advice."""
        for part in self._parts:
            if hasattr(part, "show_advice"):
                part.show_advice(case, advice)

    def first_stop(self) -> QWidget | None:
        """Where one begins: where a piece says so, else in the first question."""
        starts = [part.start() for part in self._parts if hasattr(part, "start")]
        return next((stop for stop in starts if stop is not None), None) or tab_order.first_question(self)

    def begin(self) -> None:
        """Put the cursor where one begins with the top of the page in sight: above it stands what one should know."""
        self.verticalScrollBar().setValue(0)
        stop = self.first_stop()
        if stop is not None and not self._is_seen(stop):
            stop = next((each for each in tab_order.stops(self) if each.isEnabled()), stop)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
            self.verticalScrollBar().setValue(0)
            if not self._is_seen(stop):
                tab_order.bring_in_sight(stop)

    def _is_seen(self, stop: QWidget) -> bool:
        return stop.mapTo(self.viewport(), QPoint()).y() + current().size.control <= self.viewport().height()

    def add_to(self, path: str, record: object = None) -> None:
        """Add a record, else an empty one, to the list at a path and put the cursor in it."""
        for part in self._parts:
            if isinstance(part, RecordList) and part.path == path:
                part.add() if record is None else part.begin(record)

    def reveal(self, path: str) -> bool:
        """Put the cursor in the question at a path and bring it in sight."""
        for part in self._parts:
            if self._reveal_in(part, path):
                focused = self.focusWidget()
                if focused is not None:
                    tab_order.go_to(focused)
                    QTimer.singleShot(0, focused, partial(self._keep_in_sight, focused))
                return True
        return False

    def _keep_in_sight(self, stop: QWidget) -> None:
        """Once the page has grown by the record that was opened for it."""
        if stop.hasFocus():
            tab_order.bring_in_sight(stop)

    def _reveal_in(self, part: QWidget, path: str) -> bool:
        if isinstance(part, QuestionForm):
            question = part.question(path)
            if question is not None:
                question.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return question is not None
        return bool(part.reveal(path)) if hasattr(part, "reveal") else False

    def _column(self) -> QWidget:
        size = current().size
        outer = QWidget()
        outer.setObjectName("page")
        centre = QHBoxLayout(outer)
        centre.setContentsMargins(size.grid * 3, size.grid * 3, size.grid * 3, size.grid * 4)
        column = QWidget()
        column.setMaximumWidth(size.page)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(size.grid * 2)
        for section in self._step.sections:
            self._add(layout, section)
        self._show_headings()
        layout.addStretch(1)
        centre.addStretch(1)
        centre.addWidget(column, 100)
        centre.addStretch(1)
        return outer

    def _add(self, layout: QVBoxLayout, section: Section) -> None:
        if not isinstance(section, Piece):
            title = section.title
            if self._parts:
                layout.addSpacing(current().size.grid)
            heading = Text(lambda: pgettext(*title), "heading")
            layout.addWidget(heading)
        if isinstance(section, PerPerson) and section.before:
            self._parts.append(self._make_piece(section.before))
            layout.addWidget(self._parts[-1])
        part = self._part(section)
        self._parts.append(part)
        layout.addWidget(part)
        if not isinstance(section, Piece):
            self._headings.append((heading, part))

    def _part(self, section: Section) -> QWidget:
        if isinstance(section, Questions):
            return QuestionForm(self._editor, "", section.rows)
        if isinstance(section, Records):
            return self._list(section)
        if isinstance(section, PerPerson):
            return PerPersonForms(self._editor, section.rows)
        return self._make_piece(section.name)

    def _list(self, records: Records) -> RecordList:
        make = maker(shape_at(records.path).kind, self._editor)
        tail = partial(self._make_tail, records.tail) if records.tail else None
        return RecordList(self._editor, records, records.path, make, tail=tail)
