"""The languages of the screen, each by its own name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QApplication, QWidget

from loket_app.i18n import LANGUAGES, _, language, set_language
from loket_app.ui.kit.list_box import ListBox
from loket_app.ui.qt_words import speak

_OWN_NAMES = {"nl": "Nederlands", "fr": "Français", "de": "Deutsch", "en": "English"}


class LanguageBox(ListBox):
    """Changes the language of the whole screen at once; `chosen` then carries its code."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for code in LANGUAGES:
            self.addItem(_OWN_NAMES[code], code)
        self._say()
        self.activated.connect(self._choose)

    def choose(self, code: str) -> None:
        """As if somebody had chosen it."""
        self._choose(self.findData(code))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a choice that was made elsewhere."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        self.setAccessibleName(_("Language"))
        self.setCurrentIndex(max(0, self.findData(language())))

    def _choose(self, place: int) -> None:
        code = str(self.itemData(place))
        set_language(code)
        speak(code)
        for window in QApplication.topLevelWidgets():
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        self.chosen.emit(code)
