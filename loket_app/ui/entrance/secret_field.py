"""Where a passphrase is typed: hidden, shown on demand, with a word about Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from loket_app.i18n import _
from loket_app.ui import style
from loket_app.ui.entrance.spoken import Spoken

_HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhHiddenText

_SHOW_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


class SecretField(Spoken):
    """A line for a secret. `edited` comes with every sign, `entered` with Enter."""

    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setInputMethodHints(_HINTS)
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)
        self.show_button = self._show_button()
        self._caps = QLabel(self)
        self._caps.hide()
        style.mark(self._caps, kind="warn")
        self.say(self._caps.setText, lambda: _("Caps Lock is on."))
        self._lay_out()
        self._reveal(shown=False)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put back what was typed before."""
        self.line.setText(text)

    def clear(self) -> None:
        """Forget what was typed and hide the next."""
        self.line.clear()
        self.show_button.setChecked(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch what is typed for a sign of Caps Lock."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look_at_caps(event)
            if event.keyCombination() == _SHOW_KEY:
                self.show_button.toggle()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What is shown does not stay shown behind one's back."""
        self.show_button.setChecked(False)
        super().hideEvent(event)

    def _show_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes to the next line; the keyboard shows with Ctrl+E
        button.toggled.connect(lambda checked: self._reveal(shown=checked))
        self.say(button.setAccessibleName, lambda: _("Show what I type"))
        self.say(button.setToolTip, lambda: _("Show what I type (Ctrl+E)"))
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.line, 0, 0)
        grid.addWidget(self.show_button, 0, 1)
        grid.addWidget(self._caps, 1, 0, 1, 2)

    def _reveal(self, *, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.show_button.setIcon(style.icon("eye-off" if shown else "eye"))

    def _look_at_caps(self, event: QKeyEvent) -> None:
        """Qt does not know the state of Caps Lock; a letter against its Shift key tells."""
        letter = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()
        elif len(letter) == 1 and letter.upper() != letter.lower():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps.setVisible(letter.isupper() != shift)
