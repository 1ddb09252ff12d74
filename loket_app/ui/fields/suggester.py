"""Type-ahead for an editor: it offers what may be meant, and says what was picked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from loket_app.ui.fields.codebook import CodeBook
from loket_app.ui.fields.suggestions import SuggestionList

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Suggester(QObject):
    """Joins one editor with the list of its window and one book of codes."""

    picked = Signal(str)

    def __init__(self, line: QLineEdit, book: CodeBook) -> None:
        super().__init__(line)
        self.book = book
        self._line = line
        self._list: SuggestionList | None = None

    def offer(self, text: str) -> None:
        """Show what a typed text may mean."""
        if text.strip():
            self._show(text)
        else:
            self.close()

    def close(self) -> None:
        """Show nothing."""
        if self._list is not None:
            self._list.close_for(self._line)

    def is_open(self) -> bool:
        """Whether something is offered now."""
        return self._list is not None and self._list.serves(self._line)

    def key(self, event: QKeyEvent) -> bool:
        """Whether a key was for the list. Tab takes what is marked and goes on to the next question."""
        key = Qt.Key(event.key())
        if not self.is_open():
            if key == Qt.Key.Key_Down:
                self._show("")
                return True
            return False
        shown = self._shown()
        if key in _STEPS:
            shown.step(_STEPS[key])
        elif key in _TAKES:
            self.picked.emit(shown.current_code())
            return key != Qt.Key.Key_Tab
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _show(self, text: str) -> None:
        entries = self.book.find(text)
        now = self._line.text()
        row = next((n for n, entry in enumerate(entries) if entry.name == now), 0)
        self._shown().offer(self._line, entries, row)

    def _clicked(self, code: str) -> None:
        if self.is_open():
            self.picked.emit(code)

    def _shown(self) -> SuggestionList:
        if self._list is None or self._list.window() is not self._line.window():
            self._list = SuggestionList.of(self._line)
            self._list.picked.connect(self._clicked)
        return self._list
