"""Dates as one types them and reads them again."""

from __future__ import annotations

import re
from datetime import date, datetime

from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import _, formats

SHORT_YEAR = re.compile(r"(?P<start>\d{1,2}[/.\- ]\d{1,2}[/.\- ])(?P<year>\d{2})")
_WHOLE = re.compile(r"\d{1,2}[/.\- ]\d{1,2}[/.\- ]\d{4}|\d{4}-\d{2}-\d{2}")
_CENTURY = 100


def today() -> date:
    """The day on this computer's calendar."""
    return datetime.now().astimezone().date()


def typed_form(value: PartialDate) -> str:
    """A date as one types it: `3/4/1987`, `4/1987`, `±1987`."""
    parts = [str(part) for part in (value.day, value.month, value.year) if part is not None]
    return ("±" if value.estimated else "") + "/".join(parts)


def in_words(value: PartialDate) -> str:
    """A date in long words, and that it is an estimate."""
    words = formats.format_partial_date(value, "long")
    return _("{date}, an estimate").format(date=words) if value.estimated else words


def with_century(text: str) -> str:
    """The same text with four figures for the year: two mean the year nearest to now."""
    match = SHORT_YEAR.fullmatch(text)
    if match is None:
        return text
    now = today().year
    year = now - now % _CENTURY + int(match["year"])
    return match["start"] + str(min((year - _CENTURY, year, year + _CENTURY), key=lambda full: abs(full - now)))


def why_not(text: str) -> str:
    """What to type instead of a text that is no date."""
    if _WHOLE.fullmatch(text.lstrip("±~+ ")):
        return _("There is no such day in the calendar.")
    if SHORT_YEAR.fullmatch(text):
        return _("Type the year with four figures, such as 3/4/1987.")
    return _("Type as much as is known: 3/4/1987, 4/1987, 1987, or ±1987 for an estimate.")
