"""A blank sheet over the window, at one key: somebody walks up to the counter. Another press brings all back."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.ui.words import Text

KEY = "F12"


class PrivacyCover(QWidget):
    """Covers its parent. Nothing under it can be seen, typed at or reached by Tab while it stands."""

    def __init__(self, window: QWidget, contents: QWidget) -> None:
        super().__init__(window)
        self._contents = contents
        self._focus: QWidget | None = None
        self._sheets: list[QWidget] = []
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
            self._focus = QApplication.focusWidget()
            self._sheets = [_Sheet(other, self) for other in _other_windows(self.window())]
            self.setGeometry(self.window().rect())
            self._contents.hide()
            self.show()
            self.raise_()
            (self._sheets[-1] if self._sheets else self).setFocus()
            return
        for sheet in self._sheets:
            if shiboken6.isValid(sheet):
                sheet.hide()
                sheet.deleteLater()
        self._sheets = []
        self.hide()
        self._contents.show()
        if self._focus is not None and shiboken6.isValid(self._focus):
            self._focus.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc uncovers too."""
        if event.key() == Qt.Key.Key_Escape:
            self.toggle()
        else:
            super().keyPressEvent(event)


class _Sheet(QWidget):
    """The same over a dialog that stands in front."""

    def __init__(self, dialog: QWidget, cover: PrivacyCover) -> None:
        super().__init__(dialog)
        self._cover = cover
        self.setObjectName("cover")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setGeometry(dialog.rect())
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc uncovers; no other key goes through."""
        if event.key() == Qt.Key.Key_Escape:
            self._cover.toggle()


def _other_windows(window: QWidget) -> list[QWidget]:
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if top.isVisible() and top is not window and top.isWindow()]
