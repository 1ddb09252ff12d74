"""Whole dates."""

from __future__ import annotations

from datetime import date

from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import _, formats
from loket_app.ui.fields import date_words
from loket_app.ui.fields.base import Note
from loket_app.ui.fields.typed import NotReadable
from loket_app.ui.fields.typed_date import TypedDate


class DateField(TypedDate):
    """A whole date. A year of two figures is the nearest to now, and the line below says so."""

    def _read(self, text: str) -> object:
        try:
            typed = PartialDate.typed(date_words.with_century(text))
        except ValueError as error:
            raise NotReadable(date_words.why_not(text)) from error
        if typed.exact is None:
            raise NotReadable(_("A whole day is needed here, such as 14/4/2026. Not known? Press Ctrl+U."))
        return typed.exact

    def _write(self, value: object) -> str:
        return date_words.typed_form(PartialDate.of(value)) if isinstance(value, date) else ""

    def _comment(self, value: object) -> Note | None:
        if not isinstance(value, date):
            return None
        words = formats.format_date(value, "full")
        if date_words.SHORT_YEAR.fullmatch(self.text().strip()):
            words = _("{date} (of two figures we make the nearest year)").format(date=words)
        return Note("reading", words)
