"""A passphrase that is shown once: to be told by telephone, never sent along with the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.ui.kit import clipboard
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.style import current, mark
from loket_app.ui.words import Text


class ToldOnce(QFrame):
    """`show_secret` shows it until somebody says that it is noted or leaves the page; then it is gone for good."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, kind="card")
        self._secret = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        mark(self._secret, kind="heading")
        self.copy = Button(lambda: _("&Copy the passphrase"), "quiet", "copy")
        self.noted = Button(lambda: _("I have &noted it"), "plain", "check")
        self.copy.clicked.connect(lambda: clipboard.lend(self._secret.text()))
        self.noted.clicked.connect(self.forget)
        layout = QVBoxLayout(self)
        layout.setSpacing(current().size.grid)
        layout.addWidget(self._secret)
        layout.addWidget(Text(_what_to_do, "muted"))
        row = FlowBox()
        row.add(self.copy)
        row.add(self.noted)
        layout.addWidget(row)
        self.hide()

    def show_secret(self, text: str) -> None:
        """Show a passphrase, from now until it is noted."""
        self._secret.setText(text)
        self._secret.setAccessibleName(_("Passphrase: {text}").format(text=text))
        self.show()
        self.noted.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who comes back to the page may be somebody else. A window that is made small still shows it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def forget(self) -> None:
        """Let go of it."""
        self._secret.clear()
        self._secret.setAccessibleName("")
        self.hide()


def _what_to_do() -> str:
    return _("Shown until you leave this page. Tell it by telephone, never in the same message as the file.")
