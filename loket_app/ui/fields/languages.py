"""Several languages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.ui.fields.codebook import LANGUAGES
from loket_app.ui.fields.codes import CodesField


class LanguagesField(CodesField):
    """Languages, as BCP 47."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LANGUAGES, parent)
