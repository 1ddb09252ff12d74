"""Numbers such as a rate, as Belgians type them."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket_app.domain.codec import figure
from loket_app.i18n import _, formats
from loket_app.ui import style
from loket_app.ui.fields.typed import NotReadable, TypedField


class FigureField(TypedField):
    """`655,957` or `655.957`: kept figure by figure, never rounded. `whole` takes whole numbers alone."""

    WIDTH = 176
    TIDY = True

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._whole = whole
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        style.tabular(self._line)

    def _read(self, text: str) -> object:
        try:
            number = figure(str(formats.parse_decimal(text)))
        except ValueError as error:
            raise NotReadable(_("Type a number, such as 655,957.")) from error
        if not self._whole:
            return number
        if number != number.to_integral_value():
            raise NotReadable(_("Type a whole number."))
        return int(number)

    def _write(self, value: object) -> str:
        if not isinstance(value, (Decimal, int)):
            return ""
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        return text.replace(".", formats.format_number(Decimal("0.1"))[1])
