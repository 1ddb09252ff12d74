"""In which language a document is made; the screen keeps its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from loket_app.i18n import LANGUAGES, _, formats
from loket_app.ui.kit.list_box import ListBox
from loket_app.ui.kit.worded import Worded


class DocumentLanguage(Worded, ListBox):
    """Emits `chosen` with nl, fr, de or en, or with those of `languages`."""

    chosen = Signal(str)

    def __init__(self, code: str, parent: QWidget | None = None, *, languages: Sequence[str] = LANGUAGES) -> None:
        super().__init__(parent)
        self._languages = tuple(languages)
        for lang in self._languages:
            self.addItem("", lang)
        self.setCurrentIndex(self.findData(code))
        self._words()
        self.activated.connect(lambda _place: self.chosen.emit(self.code))

    @property
    def code(self) -> str:
        """The chosen language."""
        return str(self.currentData())

    def _words(self) -> None:
        for place, lang in enumerate(self._languages):
            self.setItemText(place, formats.language_name(lang))
        self.setAccessibleName(_("Language of the document"))
