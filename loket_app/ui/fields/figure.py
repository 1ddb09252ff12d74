"""Numbers such as a rate, as Belgians type them."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket_app.domain.codec import figure
from loket_app.i18n import _, formats
from loket_app.ui import style
from loket_app.ui.fields.typed import NotReadable, TypedField

_EITHER = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
"""One point with three figures behind it: thousands to a Belgian, decimals to whoever publishes rates."""


class FigureField(TypedField):
    """`655,957`: kept figure by figure, never rounded; `655.957` is asked about, for a rate a thousand times too large goes unseen.

    `whole` takes whole numbers alone.
    """

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
        if number < 0:
            raise NotReadable(_("An amount is never less than nothing: leave the minus out."))
        if not self._whole:
            _demand_clear(text.strip())
            return number
        if number != number.to_integral_value():
            raise NotReadable(_("Type a whole number."))
        return int(number)

    def _write(self, value: object) -> str:
        if not isinstance(value, (Decimal, int)):
            return ""
        text = f"{value:f}" if isinstance(value, Decimal) else str(value)
        return text.replace(".", formats.format_number(Decimal("0.1"))[1])


def _demand_clear(text: str) -> None:
    """Raise NotReadable for a point that can mean two things."""
    if _EITHER.fullmatch(text):
        words = _("Does the point mark decimals or thousands? Type {decimals} or {whole}.")
        raise NotReadable(words.format(decimals=text.replace(".", ","), whole=text.replace(".", "")))
