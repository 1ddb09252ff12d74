"""One country."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.ui.fields.code import CodeField
from loket_app.ui.fields.codebook import COUNTRIES


class CountryField(CodeField):
    """A country, as ISO 3166 alpha-2."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COUNTRIES, parent)
