"""Dates as they are known: a whole one, or as much of it as somebody remembers."""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import _, formats
from loket_app.ui import style
from loket_app.ui.fields.base import Note
from loket_app.ui.fields.typed import NotReadable, TypedField

_SHORT_YEAR = re.compile(r"(?P<start>\d{1,2}[/.\- ]\d{1,2}[/.\- ])(?P<year>\d{2})")
_WHOLE = re.compile(r"\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{4}|\d{4}-\d{2}-\d{2}")
_CENTURY = 100


class _TypedDate(TypedField):
    WIDTH = 176
    TIDY = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.tabular(self._line)


class PartialDateField(_TypedDate):
    """`3/4/1987`, `4/1987`, `1987`, and `±1987` for an estimate. `past` doubts a date that is still to come."""

    def __init__(self, parent: QWidget | None = None, *, past: bool = False) -> None:
        super().__init__(parent)
        self._past = past

    def _read(self, text: str) -> object:
        try:
            return PartialDate.typed(text)
        except ValueError as error:
            raise NotReadable(_why_not(text)) from error

    def _write(self, value: object) -> str:
        return typed_form(value) if isinstance(value, PartialDate) else ""

    def _comment(self, value: object) -> Note | None:
        if not isinstance(value, PartialDate):
            return None
        if self._past and value.earliest > today():
            return Note("warn", _("This day is still to come: {date}").format(date=_in_words(value)))
        return Note("reading", _in_words(value))


class DateField(_TypedDate):
    """A whole date. A year of two figures is the nearest to now, and the line below says so."""

    def _read(self, text: str) -> object:
        try:
            typed = PartialDate.typed(_with_century(text))
        except ValueError as error:
            raise NotReadable(_why_not(text)) from error
        if typed.exact is None:
            raise NotReadable(_("A whole day is needed here, such as 14/4/2026. Not known? Press Ctrl+U."))
        return typed.exact

    def _write(self, value: object) -> str:
        return typed_form(PartialDate.of(value)) if isinstance(value, date) else ""

    def _comment(self, value: object) -> Note | None:
        if not isinstance(value, date):
            return None
        words = formats.format_date(value, "full")
        if _SHORT_YEAR.fullmatch(self.text().strip()):
            words = _("{date} (of two figures we make the nearest year)").format(date=words)
        return Note("reading", words)


def today() -> date:
    """The day on this computer's calendar."""
    return datetime.now().astimezone().date()


def typed_form(value: PartialDate) -> str:
    """A date as one types it: `3/4/1987`, `4/1987`, `±1987`."""
    parts = [str(part) for part in (value.day, value.month, value.year) if part is not None]
    return ("±" if value.estimated else "") + "/".join(parts)


def _in_words(value: PartialDate) -> str:
    words = formats.format_partial_date(value, "long")
    return _("{date}, an estimate").format(date=words) if value.estimated else words


def _with_century(text: str) -> str:
    match = _SHORT_YEAR.fullmatch(text)
    if match is None:
        return text
    now = today().year
    year = now - now % _CENTURY + int(match["year"])
    return match["start"] + str(min((year - _CENTURY, year, year + _CENTURY), key=lambda full: abs(full - now)))


def _why_not(text: str) -> str:
    if _WHOLE.fullmatch(text.lstrip("±~+ ")):
        return _("There is no such day in the calendar.")
    if _SHORT_YEAR.fullmatch(text):
        return _("Type the year with four figures, such as 3/4/1987.")
    return _("Type as much as is known: 3/4/1987, 4/1987, 1987, or ±1987 for an estimate.")
