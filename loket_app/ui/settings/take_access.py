"""Asks for one's own passphrase before somebody else is kept out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.secret_field import SecretField
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current
from loket_app.ui.words import Text


class TakeAccess(QWidget):
    """Hidden until `ask`. Emits `agreed` with one's own passphrase and the login."""

    agreed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._login = self._name = ""
        self.own = SecretField()
        self._row = FormRow(lambda: _("Your own passphrase"), self.own)
        self._what = Text(lambda: _("{name} will not be able to unlock Loket any more.").format(name=self._name))
        self.go, leave = Button(lambda: _("Take access away"), "danger"), Button(lambda: _("Cancel"), "quiet")
        buttons = FlowBox()
        buttons.add(self.go)
        buttons.add(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid)
        for part in (self._what, self._row, buttons):
            column.addWidget(part)
        self.go.clicked.connect(self._go)
        self.own.entered.connect(self._go)
        leave.clicked.connect(self.hide)

    def ask(self, login: str, name: str) -> None:
        """Ask about somebody."""
        self._login, self._name = login, name
        self._what.refresh()
        self.own.set_text("")
        self._row.complain(None)
        self.show()
        self.own.setFocus()

    def _go(self) -> None:
        if self._row.complain(None if self.own.text() else lambda: _("An answer is needed here.")):
            self.own.setFocus()
        else:
            own = self.own.text()
            self.own.set_text("")
            self.agreed.emit(own, self._login)
