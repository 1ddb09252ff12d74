"""The frame around chips and the editor behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from loket_app.ui.fields.missing import DOTS_WIDE
from loket_app.ui.kit.chip import Chip
from loket_app.ui.kit.flow import FlowBox

_LINE_WIDE = 64


class _Line(QLineEdit):
    """As wide as what is typed in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the text and a little more."""
        hint = super().sizeHint()
        return QSize(max(self.fontMetrics().horizontalAdvance(self.text()) + 24, _LINE_WIDE), hint.height())


class ChipBox(FlowBox):
    """Chips and, behind them, an editor; together they look like one editor: see the style sheet."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=4, margin=4, end=DOTS_WIDE, last_grows=True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(_as_wide_as_can_be(self.sizePolicy()))
        self.line = _Line(self)
        self.add(self.line)

    def show_chips(self, named: Sequence[tuple[str, str]]) -> None:
        """Show these codes with their names, before the editor."""
        for chip in self.items()[:-1]:
            self.remove(chip)
        for number, (code, name) in enumerate(named):
            chip = Chip(name)
            chip.clicked.connect(lambda _checked=False, code=code: self.removed.emit(code))
            self.add(chip, number)


def _as_wide_as_can_be(policy: QSizePolicy) -> QSizePolicy:
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    return policy
