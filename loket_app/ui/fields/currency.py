"""One currency."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.ui.fields.code import CodeField
from loket_app.ui.fields.codebook import CURRENCIES


class CurrencyField(CodeField):
    """A currency other than the euro, as ISO 4217."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(CURRENCIES, parent)
