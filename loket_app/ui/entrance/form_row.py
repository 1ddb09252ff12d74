"""One question of a form: its words above, the editor, a line of help or of what to type instead below."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from loket_app.ui.entrance.spoken import Spoken
from loket_app.ui.kit.note_line import NoteLine
from loket_app.ui.words import Words


class FormRow(Spoken):
    """The mnemonic of the words goes to `editor`, and a screen reader says them with it."""

    def __init__(self, words: Words, editor: QWidget, help_words: Words | None = None) -> None:
        super().__init__()
        self.editor = editor
        self._help_words = help_words
        self._error_words: Words | None = None
        self._label = QLabel(self)
        self._below = NoteLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._label, editor, self._below):
            column.addWidget(part)
        self._target = editor.focusProxy() or editor
        self._label.setBuddy(self._target)  # a widget of several parts has no focus of its own
        self.say(self._label.setText, words)
        self.say(self._target.setAccessibleName, lambda: words().replace("&", ""))
        self._say_below()

    def complain(self, words: Words | None) -> bool:
        """Say what to type instead, or that all is well; gives whether it complains."""
        self._error_words = words
        self._say_below()
        if words is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self._below, QAccessible.Event.Alert))
        return words is not None

    def say_again(self) -> None:
        """Look all words up anew."""
        super().say_again()
        self._say_below()

    def _say_below(self) -> None:
        words = self._error_words or self._help_words
        text = words() if words else ""
        self._below.say("error" if self._error_words else "reading", text)
        self._below.setVisible(bool(text))
        self._target.setAccessibleDescription(text)
