"""One language."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.ui.fields.code import CodeField
from loket_app.ui.fields.codebook import LANGUAGES


class LanguageField(CodeField):
    """A language, as BCP 47."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LANGUAGES, parent)
