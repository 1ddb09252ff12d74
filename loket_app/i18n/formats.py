"""Dates, money and numbers as Belgium writes them in each language, by CLDR (nl_BE, fr_BE, de_BE, en_BE).

Every function takes `lang`; without it the current language counts. Babel is imported on first use.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Literal, overload

from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.i18n import language
from loket_app.i18n.locales import locale
from loket_app.i18n.names import (
    countries,
    country_name,
    currencies,
    currency_name,
    language_name,
    languages,
    sort_key,
)

__all__ = [
    "DateStyle",
    "countries",
    "country_name",
    "currencies",
    "currency_name",
    "format_date",
    "format_datetime",
    "format_money",
    "format_number",
    "format_partial_date",
    "format_range",
    "format_time",
    "format_weekday",
    "language_name",
    "languages",
    "locale",
    "parse_decimal",
    "sort_key",
]

DateStyle = Literal["short", "medium", "long", "full"]
"""`14/04/2026`, `di 14 apr 2026`, `14 april 2026`, `dinsdag 14 april 2026`."""

_GROUPED = re.compile(r"[1-9]\d{0,2}([.,]\d{3})+")
_SPACES = re.compile(r"[\s'’€]")


def format_date(day: date, style: DateStyle = "medium", lang: str | None = None) -> str:
    """A whole date; the year always has four figures, and a short date lines up under another."""
    from babel import dates

    pattern = _pattern(style, lang or language())
    if day.day == 1 and style != "short" and (lang or language()) == "fr":
        pattern = _first_in_french(pattern)
    return dates.format_date(day, pattern, locale=locale(lang))


def _first_in_french(pattern: str) -> str:
    """`1er février`: CLDR has the number alone."""
    return re.sub(r"\bd\b", "d'er'", pattern)


@cache
def _pattern(style: DateStyle, lang: str) -> str:
    if style == "medium":
        return str(locale(lang).datetime_skeletons["yMMMEd"])
    pattern = re.sub(r"y+", "y", locale(lang).date_formats[style].pattern)
    return re.sub(r"d+", "dd", re.sub(r"M+", "MM", pattern)) if style == "short" else pattern


def format_partial_date(value: PartialDate, style: DateStyle = "long", lang: str | None = None) -> str:
    """What is known of a date: `± 1987`, `april 1987`, `3 april 1987`; in the short style `04/1987`."""
    if value.day is not None:
        text = format_date(value.earliest, style, lang)
    elif value.month is None:
        text = str(value.year)
    elif style == "short":
        text = f"{value.month:02d}/{value.year}"
    else:
        text = _skeleton("yMMMM", value.earliest, lang)
    return f"±\u00a0{text}" if value.estimated else text


def _skeleton(skeleton: str, day: date, lang: str | None) -> str:
    from babel import dates

    return dates.format_date(day, str(locale(lang).datetime_skeletons[skeleton]), locale=locale(lang))


def format_weekday(day: date, lang: str | None = None, *, full: bool = False) -> str:
    """The day of the week, short: `di`; or `full`: `dinsdag`."""
    from babel import dates

    return dates.format_date(day, "EEEE" if full else "EEE", locale=locale(lang))


def format_time(moment: datetime | time, lang: str | None = None) -> str:
    """Hours and minutes; a moment with a time zone is told in this computer's own."""
    from babel import dates

    return dates.format_time(_here(moment), "short", locale=locale(lang))


def format_datetime(moment: datetime, style: DateStyle = "medium", lang: str | None = None) -> str:
    """Date and time; a moment with a time zone is told in this computer's own."""
    here = _here(moment)
    return f"{format_date(here.date(), style, lang)} {format_time(here, lang)}"


@overload
def _here(moment: datetime) -> datetime: ...
@overload
def _here(moment: datetime | time) -> datetime | time: ...
def _here(moment: datetime | time) -> datetime | time:
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone().replace(tzinfo=None)
    return moment


def format_number(number: int | Decimal, lang: str | None = None, *, places: int = 0) -> str:
    """A number with the language's grouping and decimal sign, every decimal kept; with at least so many `places`."""
    from babel import numbers

    pattern = f"#,##0.{'0' * places}" if places else None
    return numbers.format_decimal(number, pattern, locale=locale(lang), decimal_quantization=False)


def format_money(amount: Money, lang: str | None = None, *, short: bool = False) -> str:
    """`€ 1.234,50` in Dutch; `short` leaves the cents of a whole amount out: `€ 350`."""
    from babel import numbers

    whole = short and amount.euro == amount.euro.to_integral_value()
    # CLDR's own pattern; a whole amount only loses its cents
    pattern = locale(lang).currency_formats["standard"].pattern.replace(".00", "") if whole else None
    return numbers.format_currency(amount.euro, "EUR", pattern, locale=locale(lang), currency_digits=not whole)


@overload
def format_range(first: date, last: date, lang: str | None = None) -> str: ...
@overload
def format_range(first: Money, last: Money, lang: str | None = None) -> str: ...
def format_range(first: date | Money, last: date | Money, lang: str | None = None) -> str:
    """A period, `14–20 apr 2026`, or two amounts that something lies between, `€ 1.000 – € 2.500`."""
    if isinstance(first, Money) or isinstance(last, Money):
        ends = [end for end in (first, last) if isinstance(end, Money)]
        short = all(end.euro == end.euro.to_integral_value() for end in ends)
        return " – ".join(format_money(end, lang, short=short) for end in ends)
    from babel import dates

    return dates.format_interval(first, last, "yMMMd", locale=locale(lang))


def parse_decimal(text: str) -> Decimal:
    """Read an amount as Belgians type it, in every language: `1.234,50`, `1 234,5`, `12.50`, `€ 12`.

    One point followed by three figures groups thousands, unless nothing but 0 stands before it; one comma never does.
    Raises ValueError.
    """
    digits = _SPACES.sub("", text)
    sign, digits = ("-", digits[1:]) if digits[:1] in ("-", "−") else ("", digits)
    whole, decimals = _split(digits)
    if not (whole + decimals).isdecimal():
        raise ValueError(f"not a number: {text!r}")
    return Decimal(f"{sign}{whole or '0'}.{decimals or '0'}") if decimals else Decimal(f"{sign}{whole}")


def _split(digits: str) -> tuple[str, str]:
    marks = [sign for sign in digits if sign in ".,"]
    if not marks or (_GROUPED.fullmatch(digits) and len(set(marks)) == 1 and marks != [","]):
        return _ungrouped(digits), ""
    whole, decimals = digits.rsplit(marks[-1], 1)
    grouped = _GROUPED.fullmatch(whole) and marks[-1] not in whole
    return _ungrouped(whole) if grouped else whole, decimals


def _ungrouped(digits: str) -> str:
    return digits.replace(".", "").replace(",", "")
