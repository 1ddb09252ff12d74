"""Amounts in euro, as Belgians type them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from loket_app.domain.money import CENT, DESK_LIMIT, Money
from loket_app.i18n import _, formats
from loket_app.ui import style
from loket_app.ui.fields.base import Note
from loket_app.ui.fields.typed import NotReadable, TypedField


class MoneyField(TypedField):
    """`1.234,50`, `12,5`, `12.50`, `€ 12`: exact to the cent, or it asks again."""

    WIDTH = 176
    TIDY = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        style.tabular(self._line)

    def _read(self, text: str) -> object:
        try:
            amount = formats.parse_decimal(text)
        except ValueError as error:
            raise NotReadable(_("Type an amount in euro, such as 12,50 or 1.234,50.")) from error
        if amount < 0:
            raise NotReadable(_("An amount is never less than nothing: leave the minus out."))
        if amount >= DESK_LIMIT:
            raise NotReadable(_("That is more than any cost or budget: check the figure."))
        if amount != amount.quantize(CENT):
            raise NotReadable(_("Type euro and cents, with two figures behind the comma: 12,50."))
        return Money(amount)

    def _write(self, value: object) -> str:
        return typed_amount(value) if isinstance(value, Money) else ""

    def _comment(self, value: object) -> Note | None:
        return Note("reading", formats.format_money(value)) if isinstance(value, Money) else None


def typed_amount(amount: Money) -> str:
    """An amount as one types it: `1.234,50`, with the signs of the language and without the euro's."""
    return formats.format_money(amount).replace("€", "").strip()
