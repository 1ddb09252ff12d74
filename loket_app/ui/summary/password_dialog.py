"""Asks for the password of a saved PDF, and says what such a password is worth."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.entrance.secret_field import SecretField
from loket_app.ui.words import Text


class PasswordDialog(QDialog):
    """`password` is what was typed twice the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Password on the PDF"))
        layout = QVBoxLayout(self)
        layout.addWidget(Text(courtesy))
        self._first, self._second = SecretField(self), SecretField(self)
        self._first_row = FormRow(lambda: _("&Password"), self._first)
        self._second_row = FormRow(lambda: _("The same &again"), self._second)
        layout.addWidget(self._first_row)
        layout.addWidget(self._second_row)
        buttons = QDialogButtonBox()
        self._save = buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._first.setFocus()

    @property
    def password(self) -> str:
        """What was typed."""
        return self._first.text()

    def _accept(self) -> None:
        empty = self._first_row.complain(None if self.password else lambda: _("Type a password, or save without one."))
        same = self.password == self._second.text()
        differs = self._second_row.complain(None if same else lambda: _("The two are not the same."))
        if not empty and not differs:
            self.accept()


def courtesy() -> str:
    """What the password of a PDF is worth."""
    return _(
        "A password on a PDF is a courtesy, not a safe: whoever has the file can go on guessing. "
        "Don't send it by ordinary mail, and tell the password in another way."
    )
