"""A blank sheet over the window, at one key: somebody walks up to the counter. Another press brings all back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.ui.words import Text

KEY = "F12"


class PrivacyCover(QWidget):
    """Covers its parent. Nothing under it can be seen, typed at or reached by Tab while it stands."""

    def __init__(self, window: QWidget, contents: QWidget) -> None:
        super().__init__(window)
        self._contents = contents
        self._focus: QWidget | None = None
        self.setObjectName("cover")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        words = Text(lambda: _("{key} brings your work back.").format(key=KEY), "muted")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(words)
        self.hide()

    def toggle(self) -> None:
        """Cover, or uncover with the cursor where it was."""
        if self.isHidden():
            self._focus = self.window().focusWidget()
            self.setGeometry(self.window().rect())
            self._contents.hide()
            self.show()
            self.raise_()
            self.setFocus()
            return
        self.hide()
        self._contents.show()
        if self._focus is not None:
            self._focus.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc uncovers too."""
        if event.key() == Qt.Key.Key_Escape:
            self.toggle()
        else:
            super().keyPressEvent(event)
