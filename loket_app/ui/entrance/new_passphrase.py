"""A new passphrase, typed twice, with its strength."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.secret_field import SecretField
from loket_app.ui.entrance.strength_meter import StrengthMeter


class NewPassphrase(QWidget):
    """`about` gives the words that others would try first. `entered` comes with Enter in the second line."""

    edited = Signal()
    entered = Signal()

    def __init__(self, about: Callable[[], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self.first, self.second = SecretField(self), SecretField(self)
        self._meter = StrengthMeter(self)
        self._first_row = FormRow(lambda: _("New &passphrase"), self.first)
        self._second_row = FormRow(lambda: _("The same &again"), self.second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self._first_row, self._meter, self._second_row):
            column.addWidget(part)
        self.first.edited.connect(self._typed)
        self.second.edited.connect(self._typed)
        self.first.entered.connect(self.second.setFocus)
        self.second.entered.connect(self.entered)
        self.setFocusProxy(self.first)

    def text(self) -> str:
        """What was typed in the first line."""
        return self.first.text()

    def fill(self, first: str, second: str) -> None:
        """Put back what was typed before."""
        self.first.set_text(first)
        self.second.set_text(second)
        self.judge()

    def judge(self) -> None:
        """Show the strength anew: the words about the person may have changed."""
        self._meter.judge(self.first.text(), self._about())

    def complete(self) -> bool:
        """Whether it may be used; if not, says why under the line and goes there."""
        judged = self._meter.judgement
        weak = self._first_row.complain(None if judged and judged.suffices else lambda: _("This is too weak yet."))
        differs = not weak and self.first.text() != self.second.text()
        self._second_row.complain((lambda: _("The two are not the same.")) if differs else None)
        if weak:
            self.first.setFocus()
        elif differs:
            self.second.setFocus()
        return not weak and not differs

    def _typed(self) -> None:
        self._first_row.complain(None)
        self._second_row.complain(None)
        self.judge()
        self.edited.emit()
