"""What a widget with words of its own does when the language changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object  # a widget stands behind it


class Worded(_Widget):
    """Named before the kind of widget that it is mixed into: `_words` is called again at every change of language."""

    def changeEvent(self, event: QEvent) -> None:
        """Re-read the words when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _words(self) -> None:
        """Write the words on the parts."""
        raise NotImplementedError
