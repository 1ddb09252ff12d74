"""Answers that are typed on one line: read as they come, told when the hands rest."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.i18n import _
from loket_app.ui.fields.base import AnswerField, Note, same
from loket_app.ui.fields.control_signs import without_control_signs
from loket_app.ui.fields.missing import DOTS_WIDE

PAUSE_MS = 300


class NotReadable(ValueError):
    """What was typed is not an answer; the text says what to type instead."""


@dataclass(frozen=True)
class Typed:
    """Text that waits for its reader: what a field keeps behind the mark."""

    text: str


class TypedField(AnswerField):
    """A line of text that stands for a value. A kind of field says how to read, write and comment it."""

    WIDTH = 0
    """Width of the editor in pixels; 0 takes what there is."""
    TIDY = False
    """Whether a value is written anew in its usual form when the focus goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self._line.setTextMargins(0, 0, DOTS_WIDE, 0)
        self._place(self._line)
        if self.WIDTH:
            self.set_width(self.WIDTH)
        self._line.textEdited.connect(self._typed)
        self._line.textChanged.connect(self._lay_out)
        self._timer: QTimer | None = None
        self._told: object = NOT_ASKED
        self._before: object = NOT_ASKED
        self._complain = False

    # what a kind of field says

    def _read(self, text: str) -> object:
        """The value that a text stands for. Raises NotReadable."""
        return text

    def _read_nothing(self) -> object:
        """The value that an empty editor stands for. Raises NotReadable where there must be one."""
        if self._may_miss:
            return NOT_ASKED
        raise NotReadable(_("An answer is needed here."))

    def _write(self, value: object) -> str:
        """The text that stands for a value."""
        return str(value)

    def _comment(self, value: object) -> Note | None:  # noqa: ARG002  for kinds of field to use
        """How a value was understood, or a doubt about it."""
        return None

    # what all have in common

    def text(self) -> str:
        """What stands in the editor."""
        return self._line.text()

    def set_width(self, pixels: int) -> None:
        """Give the editor a width of its own, where an answer is short by nature: a postcode."""
        self._line.setFixedWidth(pixels)
        if self._row.count() == 1:
            self._row.addStretch(1)

    def set_answer(self, value: object) -> None:
        """As of every field; what is being typed at this moment wins, for it will be told."""
        if not self._pending():
            super().set_answer(value)

    def load(self, value: object) -> None:
        """Show the answer of another case or person: whatever stood here is forgotten."""
        self._rest()
        self._told = self._before = value
        super().load(value)

    def note(self) -> Note | None:
        """How the text was read, a doubt, or what to type instead once the focus went."""
        text = self._line.text().strip()
        try:
            return self._comment(self._understand(text)) if text else None
        except NotReadable as problem:
            return Note("error", str(problem)) if self._complain else None

    def error(self) -> str:
        """What to type instead, or nothing."""
        try:
            self._understand(self._line.text().strip())
        except NotReadable as problem:
            return str(problem)
        return ""

    def flush(self) -> None:
        """Tell what was typed and not yet told."""
        self._rest()
        if not same(self._told, self._answer):
            self._told = self._answer
            self.edited.emit(self._answer)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()

    def _pending(self) -> bool:
        return self._timer is not None and self._timer.isActive()

    def _clean(self) -> None:
        """Take out what was pasted and nobody sees; the cursor stays where it is."""
        text = self._line.text()
        clean = without_control_signs(text)
        if clean != text:
            at = len(without_control_signs(text[: self._line.cursorPosition()]))
            self._line.setText(clean)
            self._line.setCursorPosition(at)

    def _typed(self) -> None:
        self._clean()
        self._kept = NOT_ASKED
        self._take(self._line.text().strip())
        if self._timer is None:
            self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
            self._timer.timeout.connect(self.flush)
        self._timer.start()

    def _take(self, text: str) -> None:
        try:
            self._answer = self._understand(text)
            self._complain = False
        except NotReadable:
            # an unfinished word is no mistake, and its first half no answer: what stood before stays
            self._answer = self._before
        self._refresh()

    def _understand(self, text: str) -> object:
        return self._read(text) if text else self._read_nothing()

    def _settle(self, value: object) -> None:
        self._rest()
        self._told = self._before = value
        super()._settle(value)

    def _present(self, value: object) -> None:
        text = "" if isinstance(value, Missing) else self._write(value)
        if text != self._line.text():
            self._line.setText(text)
        self._complain = False

    def _half_typed(self) -> bool:
        return isinstance(self._answer, Missing) and bool(self._line.text())

    def _keep(self) -> object:
        return Typed(self._line.text())

    def _bring_back(self, kept: object) -> None:
        if not isinstance(kept, Typed):
            super()._bring_back(kept)
            return
        self._line.setText(kept.text)
        try:
            self._settle(self._understand(kept.text.strip()))
        except NotReadable:
            self._settle(NOT_ASKED)

    def _left(self) -> None:
        self.flush()
        complain = bool(self.error())
        if not complain:
            self._before = self._answer
            if self.TIDY:
                self._present(self._answer)
        self._complain = complain
        self.noted.emit()

    def _lay_out(self, text: str) -> None:
        direction = direction_of(text)
        if direction is not None and direction != self._line.layoutDirection():
            self._line.setLayoutDirection(direction)
        elif direction is None and not text:
            self._line.unsetLayoutDirection()


def direction_of(text: str) -> Qt.LayoutDirection | None:
    """The direction of the first letter that has one: a name in Arabic starts at the right, on any screen."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
    return None
