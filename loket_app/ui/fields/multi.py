"""Several of an enum: boxes that are ticked."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.i18n.labels import capital, label
from loket_app.ui.fields.base import AnswerField

_COLUMNS = 2


class MultiChoiceField(AnswerField):
    """Members of an enum, in its order. A member called NONE stands alone: it excludes the others.

    Tab stops once; arrows go from box to box, Space ticks.
    """

    def __init__(self, kind: type[Enum], parent: QWidget | None = None, columns: int = _COLUMNS) -> None:
        super().__init__(parent)
        self._members = list(kind)
        self._columns = self._most = columns
        self._boxes = [QCheckBox(capital(label(member))) for member in self._members]
        area = QWidget(self)
        self._area = area
        self._grid = QGridLayout(area)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(0)
        self._arrange()
        for number, box in enumerate(self._boxes):
            box.clicked.connect(lambda on, number=number: self._ticked(number, on))
            self._listen_to(box)
        self._place(area, inset=0)
        self._stop_at(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow page the boxes stand one under the other."""
        super().resizeEvent(event)
        fitting = (count for count in range(self._most, 1, -1) if self._width(count) <= event.size().width())
        columns = next(fitting, 1)
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _width(self, columns: int) -> int:
        """What so many columns take: each is as wide as its widest box, and beside the first row stands the mark."""
        hints = [box.sizeHint().width() for box in self._boxes]
        wide = [max(hints[at::columns]) for at in range(columns)]
        first_row = sum(wide[:-1]) + hints[columns - 1] + self._mark.sizeHint().width()
        return max(sum(wide), first_row) + self._grid.horizontalSpacing() * (columns - 1)

    def _arrange(self) -> None:
        for number, box in enumerate(self._boxes):
            self._grid.addWidget(box, number // self._columns, number % self._columns)
        self._area.setMinimumWidth(max(box.sizeHint().width() for box in self._boxes))

    def _ticked(self, number: int, on: bool) -> None:
        self._kept = NOT_ASKED
        member = self._members[number]
        if on:
            for other, box in zip(self._members, self._boxes, strict=True):
                if other is not member and "NONE" in (member.name, other.name):
                    box.setChecked(False)
        chosen = tuple(m for m, box in zip(self._members, self._boxes, strict=True) if box.isChecked())
        self._stop_at(number)
        self._settle(chosen or NOT_ASKED)

    def _present(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for member, box in zip(self._members, self._boxes, strict=True):
            box.setChecked(member in chosen)

    def _retranslate(self) -> None:
        for member, box in zip(self._members, self._boxes, strict=True):
            box.setText(capital(label(member)))
        self._arrange()

    def set_names(self, name: str, description: str = "") -> None:
        """What a screen reader says with each box."""
        self.setAccessibleName(name)
        for box in self._boxes:
            box.setAccessibleDescription(" ".join(part for part in (name, description) if part))

    def _pressed(self, event: QKeyEvent) -> bool:
        if super()._pressed(event):
            return True
        steps = {
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        now = next((n for n, box in enumerate(self._boxes) if box.hasFocus()), 0)
        then = min(max(now + step, 0), len(self._boxes) - 1)
        self._stop_at(then)
        self._boxes[then].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _stop_at(self, number: int) -> None:
        for n, box in enumerate(self._boxes):
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if n == number else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._boxes[number])
