"""The form that lets a colleague in: name, login, a first passphrase, and one's own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.entrance import is_login
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.new_passphrase import NewPassphrase
from loket_app.ui.entrance.secret_field import SecretField
from loket_app.ui.kit.button import Button
from loket_app.ui.style import current


class NewColleague(QWidget):
    """Emits `agreed` with one's own passphrase, the login, the name and the first passphrase."""

    agreed = Signal(str, str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.login, self.own = QLineEdit(), QLineEdit(), SecretField()
        self.new = NewPassphrase(lambda: (self.name.text(), self.login.text()))
        self._login_row = FormRow(
            lambda: _("Login of the colleague"), self.login, lambda: _("Initials, for instance: short, without spaces.")
        )
        self._own_row = FormRow(lambda: _("Your own passphrase"), self.own)
        self.go = Button(lambda: _("Add this colleague"), "plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid * 2)
        for part in (FormRow(lambda: _("Name of the colleague"), self.name), self._login_row, self.new, self._own_row):
            column.addWidget(part)
        column.addWidget(self.go)
        self.go.clicked.connect(self._go)
        self.login.textEdited.connect(lambda _text: self._login_row.complain(None))
        self.own.edited.connect(lambda: self._own_row.complain(None))

    def clear(self) -> None:
        """Keep no passphrase on the screen."""
        self.name.clear()
        self.login.clear()
        self.own.set_text("")
        self.new.fill("", "")

    def _go(self) -> None:
        login = self.login.text().strip()
        if self._login_row.complain(None if is_login(login) else _no_login):
            self.login.setFocus()
        elif not self.new.complete():
            return
        elif self._own_row.complain(None if self.own.text() else lambda: _("An answer is needed here.")):
            self.own.setFocus()
        else:
            self.agreed.emit(self.own.text(), login, self.name.text().strip(), self.new.text())


def _no_login() -> str:
    return _("A login name has 1 to 24 letters or digits, without spaces.")
