"""A date as much as is known."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import _
from loket_app.ui.fields import date_words
from loket_app.ui.fields.base import Note
from loket_app.ui.fields.typed import NotReadable
from loket_app.ui.fields.typed_date import TypedDate


class PartialDateField(TypedDate):
    """`3/4/1987`, `4/1987`, `1987`, and `±1987` for an estimate. `past` doubts a date that is still to come."""

    def __init__(self, parent: QWidget | None = None, *, past: bool = False) -> None:
        super().__init__(parent)
        self._past = past

    def _read(self, text: str) -> object:
        try:
            return PartialDate.typed(text)
        except ValueError as error:
            raise NotReadable(date_words.why_not(text)) from error

    def _write(self, value: object) -> str:
        return date_words.typed_form(value) if isinstance(value, PartialDate) else ""

    def _comment(self, value: object) -> Note | None:
        if not isinstance(value, PartialDate):
            return None
        if self._past and value.earliest > date_words.today():
            return Note("warn", _("This day is still to come: {date}").format(date=date_words.in_words(value)))
        return Note("reading", date_words.in_words(value))
