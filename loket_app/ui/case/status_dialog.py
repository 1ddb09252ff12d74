"""A step in the life of a case: which one, and why, in a word or two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from loket_app.domain.status import Status
from loket_app.i18n import _
from loket_app.i18n.labels import capital, label
from loket_app.ui.entrance.form_row import FormRow
from loket_app.ui.style import current
from loket_app.ui.words import Text


class StatusDialog(QDialog):
    """`why` is what was typed; it may stay empty. Nobody has to explain a withdrawal (it is a right)."""

    def __init__(self, status: Status, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        word = capital(label(status))
        self.setWindowTitle(word)
        self.setMinimumWidth(current().size.page // 2)
        self._why = QLineEdit()
        layout = QVBoxLayout(self)
        layout.setSpacing(current().size.grid * 2)
        layout.addWidget(Text(lambda: word, "heading"))
        if status is Status.WITHDRAWN:
            layout.addWidget(
                Text(lambda: _("Withdrawing is a right at any moment. Nothing is lost, and the case can go on later."))
            )
        layout.addWidget(FormRow(lambda: _("&Why? (may stay empty)"), self._why))
        buttons = QDialogButtonBox()
        buttons.addButton(_("&Record"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self._why.setFocus()

    @property
    def why(self) -> str:
        """What was typed."""
        return self._why.text().strip()
