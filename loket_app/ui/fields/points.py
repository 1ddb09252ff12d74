"""What a conversation must cover: points that are ticked as they are discussed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.i18n import _
from loket_app.ui.fields.base import AnswerField
from loket_app.ui.words import Text

Points = Callable[[], Sequence[tuple[str, str]]]
"""Id and title of each point that may be ticked now."""


class PointsField(AnswerField):
    """Boxes for the points of the moment; a point that was ticked stays in the answer when it is no longer asked for.

    Tab stops once; arrows go from box to box, Space ticks.
    """

    def __init__(self, points: Points, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = points
        self._shown: Sequence[tuple[str, str]] = ()
        self._boxes: dict[str, QCheckBox] = {}
        self._names = ("", "")
        self._area = QWidget(self)
        self._column = QVBoxLayout(self._area)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._none = Text(lambda: _("Choose the key moment: what it must cover comes here."), "muted")
        self._none.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that it is heard as one goes by
        self._column.addWidget(self._none)
        self._place(self._area, inset=0)
        self._mark.hide()
        self._follow()

    def set_answer(self, value: object) -> None:
        """Show the answer among the points of the moment."""
        self._follow()
        super().set_answer(value)

    def toggle_missing(self, why: Missing) -> None:
        """What was not ticked was not discussed, and that needs no reason."""

    def set_names(self, name: str, description: str = "") -> None:
        """What a screen reader says with each box."""
        self._names = (name, description)
        self.setAccessibleName(name)
        for box in self._boxes.values():
            box.setAccessibleDescription(" ".join(part for part in (name, description) if part))

    def _follow(self) -> None:
        """Have a box for every point that is asked for or was ticked."""
        points = tuple(self._points())
        if points == self._shown:
            return
        self._shown = points
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {point: self._box(point, title) for point, title in points}
        self._none.setVisible(not points)
        self._present(self._answer)
        self.set_names(*self._names)
        self._stop_at(0)

    def _box(self, point: str, title: str) -> QCheckBox:
        box = QCheckBox(title.replace("&", "&&"))
        box.clicked.connect(lambda on: self._ticked(point, on))
        self._listen_to(box)
        self._column.addWidget(box)
        return box

    def _ticked(self, point: str, on: bool) -> None:
        before = self._answer if isinstance(self._answer, tuple) else ()
        chosen = {*before, point} if on else {*before} - {point}
        order = [*self._boxes, *(old for old in before if old not in self._boxes)]
        self._stop_at(list(self._boxes).index(point))
        self._settle(tuple(each for each in order if each in chosen) or NOT_ASKED)

    def _present(self, value: object) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for point, box in self._boxes.items():
            box.setChecked(point in chosen)

    def _retranslate(self) -> None:
        self._follow()

    def _half_typed(self) -> bool:
        return True  # no mark: a missing answer has no reason here

    def _tell_keys(self) -> None:
        """There are no keys for why."""

    def _pressed(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        boxes = list(self._boxes.values())
        if step is None or not boxes:
            return super()._pressed(event)
        now = next((number for number, box in enumerate(boxes) if box.hasFocus()), 0)
        then = min(max(now + step, 0), len(boxes) - 1)
        self._stop_at(then)
        boxes[then].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _stop_at(self, number: int) -> None:
        boxes = list(self._boxes.values())
        for each, box in enumerate(boxes):
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == number else Qt.FocusPolicy.ClickFocus)
        stop = boxes[number] if boxes else self._none
        self.setFocusProxy(stop)
        self._area.setFocusProxy(stop)
