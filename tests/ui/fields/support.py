"""A page to put fields on, as they stand in the program, and an ear for what they tell."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from loket_app import i18n
from loket_app.ui.fields.base import AnswerField

W = TypeVar("W", bound=QWidget)


class Page(QWidget):
    """A window with widgets above one another, and a last editor that is `elsewhere`."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(720, 600)
        self._column = QVBoxLayout(self)
        self.elsewhere = QLineEdit(self)
        self._column.addWidget(self.elsewhere)

    def put(self, widget: W) -> W:
        """Show a widget, with the focus in it."""
        self._column.insertWidget(self._column.count() - 1, widget)
        widget.show()
        widget.setFocus()
        return widget

    def leave(self) -> None:
        """Take the focus elsewhere."""
        self.elsewhere.setFocus()

    def speak(self, lang: str) -> None:
        """Change the language of the screen while it is shown."""
        i18n.set_language(lang)
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))


class Told(list[object]):
    """What a field told through `edited`, in order."""

    def __init__(self, field: AnswerField) -> None:
        super().__init__()
        field.edited.connect(self.append)


def focused() -> QWidget:
    """The widget that has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_text(text: str) -> None:
    """Type where the focus is, in any script: QTest.keyClicks knows Latin-1 alone."""
    none = Qt.KeyboardModifier.NoModifier
    for sign in text:
        key = Qt.Key(ord(sign.upper())) if sign.isascii() else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, key, none, sign))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, modifier)


def press_ctrl(key: Qt.Key) -> None:
    """Press a key with Ctrl where the focus is."""
    press(key, Qt.KeyboardModifier.ControlModifier)


def editor_of(field: AnswerField) -> QWidget:
    """The editor that has the focus of a field."""
    editor = field.focusProxy()
    assert editor is not None
    return editor
