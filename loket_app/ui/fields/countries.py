"""Several countries."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.ui.fields.codebook import COUNTRIES
from loket_app.ui.fields.codes import CodesField


class CountriesField(CodesField):
    """Countries, as ISO 3166 alpha-2."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COUNTRIES, parent)
