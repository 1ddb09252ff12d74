"""A widget whose words follow the language of the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Spoken(QWidget):
    """Says its words now and again after each change of language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: list[tuple[Callable[[str], None], Callable[[], str]]] = []

    def say(self, setter: Callable[[str], None], words: Callable[[], str]) -> None:
        """Give `setter` the words, which are looked up each time."""
        self._said.append((setter, words))
        setter(words())

    def say_again(self) -> None:
        """Look all words up anew."""
        for setter, words in self._said:
            setter(words())

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.say_again()
        super().changeEvent(event)
