"""A list that opens, and the letters that choose in it, open or closed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QWidget

SPELLED_OUT: Final = Qt.ItemDataRole.UserRole + 100
"""The role of an option that one letter never chooses, as it changes more than itself: two letters of it do."""


class ListBox(QComboBox):
    """A `QComboBox` in which one letter, pressed again and again, goes on to the next that begins with it.

    Qt takes two quick presses of "d" for a word that begins with "dd", and stays where it is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = False

    def showPopup(self) -> None:
        """Open the list."""
        self._list()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters choose."""
        if event.text():
            self._list()
        super().keyPressEvent(event)

    def _list(self) -> None:
        """Made when it is first needed: it is a window of its own, and a page has many lists that nobody opens."""
        if not self._listed:
            self._listed = True
            self.setView(_Options(self))


class _Options(QListView):
    """The options of a list. Quick letters are one word, unless they are all the same letter."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""
        self._since = QElapsedTimer()

    def keyboardSearch(self, search: str) -> None:
        """Go to the next option that begins with what was typed; nothing when there is none."""
        quick = self._since.isValid() and self._since.restart() <= QApplication.keyboardInputInterval()
        if not quick:
            self._since.start()
        self._typed = self._typed + search if quick else search
        if self._typed:
            self._go_to(self._typed.casefold())

    def _go_to(self, typed: str) -> None:
        again = typed == typed[0] * len(typed)
        here, rows = self.currentIndex().row(), self.model().rowCount()
        first = here + 1 if again else max(here, 0)
        for step in range(rows):
            index = self.model().index((first + step) % rows, self.modelColumn())
            if _begins(index, typed[0] if again else typed):
                self.setCurrentIndex(index)
                return


def _begins(index: QModelIndex, typed: str) -> bool:
    """Whether these letters choose an option."""
    if not index.flags() & Qt.ItemFlag.ItemIsEnabled or (len(typed) == 1 and index.data(SPELLED_OUT)):
        return False
    return str(index.data(Qt.ItemDataRole.DisplayRole)).casefold().startswith(typed)
