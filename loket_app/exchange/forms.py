"""The forms in which values stand in a case file: a pattern for every reader, and a check of what no pattern can say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from loket_app.domain.codec import NotReadable, read_item
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.shape import FieldShape, patterns
from loket_app.i18n import N_
from loket_app.i18n.formats import countries
from loket_app.i18n.phrases import COUNTRY_FIELDS, LANGUAGE_FIELDS

LONGEST_TEXT = 100_000
"""Signs of one answer: about forty printed pages."""

LARGEST_NUMBER = 2_147_483_647


@dataclass(frozen=True)
class Form:
    """`pattern` is a regular expression that ECMA-262 and Python read alike; `expected` ends "It must be …"."""

    name: str
    pattern: str
    expected: str
    holds: Callable[[str], bool] = lambda _text: True


def _reads(kind: type[Any]) -> Callable[[str], bool]:
    shape = FieldShape("", kind, many=False, may_miss=False)

    def holds(text: str) -> bool:
        try:
            read_item(shape, text)
        except NotReadable:
            return False
        return True

    return holds


@cache
def _field_names() -> frozenset[str]:
    """An item of that name could not be told from a field in a path."""
    return frozenset(pattern.rpartition("/")[2] for pattern, _shape in patterns())


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(code for code, _name in countries("en"))


TEXT = Form(
    "text",
    r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$",
    N_("It must be a text without control signs."),
)
ID = Form(
    "id",
    r"^[A-Za-z0-9_-]{1,64}$",
    N_("It must be letters without accents, figures and hyphens, such as person-1, and not the name of a field."),
    lambda text: text not in _field_names(),
)
NUMBER = Form(
    "case-number",
    r"^(BRU|ANT|GNT|LIE|CHA)-[0-9]{4}-[0-9]{4,6}$",
    N_("It must be a case number such as GNT-2026-0017."),
)
COUNTRY = Form(
    "country",
    r"^[A-Z]{2}$",
    N_("It must be a country's two letters as in ISO 3166, such as IQ; Kosovo is XK."),
    lambda text: text in _country_codes(),
)
LANGUAGE = Form(
    "language",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    N_("It must be a language code as in BCP 47, such as sq or fa-AF."),
)
DATE = Form(
    "date",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    N_("It must be a date that exists, such as 2026-04-14."),
    _reads(date),
)
PARTIAL_DATE = Form(
    "partial-date",
    r"^~?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    N_("It must be a date that exists: 1987, 1987-04, 1987-04-03, or ~1987 for an estimate."),
    _reads(PartialDate),
)
MOMENT = Form(
    "date-time",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$",
    N_("It must be a date and time with its zone, such as 2026-04-14T09:30:00+00:00."),
    _reads(datetime),
)
MONEY = Form(
    "money",
    r"^[0-9]{1,9}(\.[0-9]{1,2})?$",
    N_('It must be an amount in quotes without a minus, such as "12.50", and "999999999.99" at most.'),
    _reads(Money),
)
FIGURE = Form(
    "figure",
    r"^[0-9]{1,15}(\.[0-9]{1,12})?$",
    N_('It must be a number in quotes without a minus, such as "655.957".'),
    _reads(Decimal),
)

FORMS: Mapping[str, Form] = {
    form.name: form for form in (TEXT, ID, NUMBER, COUNTRY, LANGUAGE, DATE, PARTIAL_DATE, MOMENT, MONEY, FIGURE)
}
_OF_KIND: Mapping[type[Any], Form] = {
    date: DATE,
    datetime: MOMENT,
    PartialDate: PARTIAL_DATE,
    Money: MONEY,
    Decimal: FIGURE,
}


def form_at(pattern: str, kind: type[Any]) -> Form:
    """The form of a text at a place of a case, `household/birth_country`."""
    if kind is not str:
        return _OF_KIND[kind]
    if pattern in COUNTRY_FIELDS:
        return COUNTRY
    if pattern in LANGUAGE_FIELDS:
        return LANGUAGE
    if pattern == "number":
        return NUMBER
    return ID if pattern.rpartition("/")[2] == "id" else TEXT


def fits(pattern: str, text: str) -> bool:
    """Whether the whole text follows a pattern. Python's `$` would let a last line break through."""
    return re.search(pattern.removesuffix("$") + r"\Z", text) is not None
