"""The words of Qt's own dialogs (open, save, print) in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

_translators: list[QTranslator] = []


def speak(lang: str) -> None:
    """Let Qt's own words come in this language from now on; widgets hear of it as a LanguageChange."""
    application = QApplication.instance()
    if application is None:
        return
    while _translators:
        application.removeTranslator(_translators.pop())
    translator = QTranslator(application)
    if translator.load(f"qtbase_{lang}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        _translators.append(translator)
        application.installTranslator(translator)
