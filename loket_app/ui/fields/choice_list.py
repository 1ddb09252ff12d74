"""One of many: a list that opens, with type-ahead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from loket_app.domain.answers import NOT_ASKED
from loket_app.ui.fields.base import AnswerField, same
from loket_app.ui.fields.missing import DOTS_WIDE
from loket_app.ui.kit.list_box import SPELLED_OUT, ListBox
from loket_app.ui.words import Words

_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_LETTERS_WIDE = 22
_ROWS_HIGH = 14
_ARROW_WIDE = 30


class _OptionsModel(QAbstractListModel):
    """Values with their words, which are looked up when they are shown."""

    def __init__(self, options: Sequence[tuple[object, Words]], parent: QObject) -> None:
        super().__init__(parent)
        self.options = list(options)
        self.spelled_out: object = None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """How many options there are."""
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of an option."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole) and index.isValid():
            return self.options[index.row()][1]()
        if role == SPELLED_OUT and self.spelled_out is not None and index.isValid():
            return same(self.options[index.row()][0], self.spelled_out)
        return None

    def replace(self, options: Sequence[tuple[object, Words]]) -> None:
        """Offer other options."""
        self.beginResetModel()
        self.options = list(options)
        self.endResetModel()

    def reworded(self) -> None:
        """Say that the words changed and the options did not."""
        if self.options:
            self.dataChanged.emit(self.index(0), self.index(len(self.options) - 1))

    def row_of(self, value: object) -> int:
        """Where a value stands; -1 when it is no option."""
        return next((row for row, (option, _words) in enumerate(self.options) if same(option, value)), -1)


class _QuietCombo(ListBox):
    """A list that opens. Scrolling a page over it never changes an answer.

    Words that are too long for a narrow field end in …, before the three dots, and stand whole in the tooltip.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of the words as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        whole = option.currentText
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width() - DOTS_WIDE)
        self.setToolTip(whole if shown != whole else "")
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class ChoiceListField(AnswerField):
    """A question whose options stand in a list that opens; the first letters choose, Backspace takes back."""

    def __init__(self, options: Sequence[tuple[object, Words]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combo = _QuietCombo(self)
        self._model = _OptionsModel(options, self._combo)
        self._combo.setModel(self._model)
        self._combo.setCurrentIndex(-1)
        self._combo.setMaxVisibleItems(_ROWS_HIGH)
        self._combo.setMinimumContentsLength(_LETTERS_WIDE)
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._combo.activated.connect(self._chosen)
        self._place(self._combo, inset=_ARROW_WIDE)

    def spell_out(self, value: object) -> None:
        """No letter alone chooses this option: it changes more than the answer."""
        self._model.spelled_out = value

    def _chosen(self, row: int) -> None:
        self._kept = NOT_ASKED
        self._settle(self._model.options[row][0] if row >= 0 else NOT_ASKED)

    def _present(self, value: object) -> None:
        self._combo.setCurrentIndex(self._model.row_of(value))

    def _retranslate(self) -> None:
        self._model.reworded()
        self._combo.update()

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() in _CLEAR:
            self._combo.setCurrentIndex(-1)
            self._chosen(-1)
            return True
        return super()._pressed(event)
