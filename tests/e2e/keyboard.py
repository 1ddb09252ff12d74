"""A counsellor's hands: keys go to what has the focus, every press is counted, and nothing else is touched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from loket_app.ui.fields.question_row import QuestionRow
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import settle, until

FARTHEST = 40
_PLAIN, _CTRL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keyboard:
    """Types in a window. `presses` counts every key, a modifier as one of its own."""

    def __init__(self, window: MainWindow) -> None:
        self.presses = 0
        self._window = window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """One key where the focus is."""
        self.presses += 1 if modifier == _PLAIN else 2
        QTest.keyClick(focused(), key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        """A key with Ctrl; the window takes its time."""
        self.press(key, _CTRL)
        settle(self._window)

    def alt(self, key: Qt.Key) -> None:
        """A key with Alt; the window takes its time."""
        self.press(key, _ALT)
        settle(self._window)

    def type(self, text: str) -> None:
        """Letter by letter, in any script."""
        for sign in text:
            self.presses += 1
            if sign.isascii():
                QTest.keyClicks(focused(), sign)
            else:
                _send(sign)

    def answer(self, question: str, text: str) -> None:
        """Go on to a question and type its answer."""
        self.to(question)
        self.type(text)

    def to(self, name: str) -> None:
        """Tab on to what has this name. Raises AssertionError when it is not near."""
        passed = []
        while where() != name:
            passed.append(where())
            assert len(passed) <= FARTHEST, f"{name} is not reached: {passed}"
            self.press(Qt.Key.Key_Tab)

    def focus_id(self) -> int:
        """Which widget has the focus, to tell it apart."""
        return hash(focused())

    def push(self, name: str) -> None:
        """Go on to a button and press it."""
        self.to(name)
        self.press(Qt.Key.Key_Space)
        settle(self._window)


def focused() -> QWidget:
    """The widget that has the focus."""
    until(lambda: QApplication.focusWidget() is not None)
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget


def where() -> str:
    """The question that the cursor is in, or the words of the button that it is on."""
    here: QWidget | None = focused()
    while here is not None and not isinstance(here, QuestionRow):
        here = here.parentWidget()
    if here is not None:
        label: QLabel | None = here.findChild(QLabel)
        return label.text() if label is not None else ""
    button = focused()
    words = button.text() if isinstance(button, QAbstractButton) else button.accessibleName()
    return words.replace("&", "")


def _send(sign: str) -> None:
    """A sign that QTest has no key for: it ends the program at one."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused(), QKeyEvent(kind, Qt.Key.Key_unknown, _PLAIN, sign))
