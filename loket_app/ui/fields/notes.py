"""Longer words: a field that grows with what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.ui.fields.base import ENTER, AnswerField, same
from loket_app.ui.fields.control_signs import without_control_signs
from loket_app.ui.fields.missing import DOTS_WIDE
from loket_app.ui.fields.typed import PAUSE_MS, direction_of

_LINES_LOW, _LINES_HIGH = 3, 14
_FRAME = 12


class NotesField(AnswerField):
    """Several lines, as high as the text needs. Tab leaves it, as it leaves every question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QPlainTextEdit(self)
        self._box.setTabChangesFocus(True)
        self._box.document().setDocumentMargin(4)
        self._box.setViewportMargins(0, 0, DOTS_WIDE, 0)
        self._told: object = NOT_ASKED
        self._showing = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        self._place(self._box)
        self._box.textChanged.connect(self._typed)
        self._box.verticalScrollBar().rangeChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """What stands in the editor."""
        return self._box.toPlainText()

    def set_answer(self, value: object) -> None:
        """As of every field; what is being typed at this moment wins, for it will be told."""
        if not self._timer.isActive():
            super().set_answer(value)

    def load(self, value: object) -> None:
        """Show the answer of another case or person: whatever stood here is forgotten."""
        self._timer.stop()
        self._told = value
        super().load(value)

    def flush(self) -> None:
        """Tell what was typed and not yet told."""
        self._timer.stop()
        if not same(self._told, self._answer):
            self._told = self._answer
            self.edited.emit(self._answer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the words take other lines."""
        super().resizeEvent(event)
        self._grow()

    def _typed(self) -> None:
        self._grow()
        if self._showing:
            return
        self._clean()
        self._kept = NOT_ASKED
        self._answer = self.text().strip() or NOT_ASKED
        self._refresh()
        self._timer.start()

    def _clean(self) -> None:
        """Take out what was pasted and nobody sees; the cursor stays where it is."""
        text = self.text()
        clean = without_control_signs(text)
        if clean == text:
            return
        cursor = self._box.textCursor()
        at = len(without_control_signs(text[: cursor.position()]))
        self._present(clean)
        cursor = self._box.textCursor()
        cursor.setPosition(min(at, len(clean)))
        self._box.setTextCursor(cursor)

    def _can_undo(self) -> bool:
        return self._box.document().isUndoAvailable()

    def _can_redo(self) -> bool:
        return self._box.document().isRedoAvailable()

    def _undo(self) -> None:
        self._box.undo()

    def _left(self) -> None:
        """What was written in one go is one thing to take back once the hands went elsewhere."""
        super()._left()
        self._box.document().clearUndoRedoStacks()

    def _pressed(self, event: QKeyEvent) -> bool:
        return event.key() not in ENTER and super()._pressed(event)

    def _settle(self, value: object) -> None:
        self._timer.stop()
        self._told = value
        super()._settle(value)

    def _present(self, value: object) -> None:
        text = "" if isinstance(value, Missing) else str(value)
        if text != self.text():
            self._showing = True
            self._box.setPlainText(text)
            self._showing = False

    def _grow(self) -> None:
        direction = direction_of(self.text()[:200])
        if direction is not None:
            self._box.setLayoutDirection(direction)
        lines = min(max(int(self._box.document().size().height()), _LINES_LOW), _LINES_HIGH)
        height = lines * (self._box.fontMetrics().lineSpacing() + 1) + _FRAME + 8  # a line is laid out in whole pixels
        if height != self._box.height():
            self._box.setFixedHeight(height)
