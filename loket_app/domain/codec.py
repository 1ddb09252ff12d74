"""Values of a case as plain JSON values and back, without loss.

Not asked is left out; `{"missing": "unknown"}` and `{"missing": "declined"}` are written. Amounts and dates are text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.domain.money import Money
from loket_app.domain.partial_date import PartialDate
from loket_app.domain.shape import FieldShape, required_of, shape_of

R = TypeVar("R")

_FIGURE = re.compile(r"-?\d{1,15}(\.\d{1,12})?", re.ASCII)


class NotReadable(ValueError):
    """A plain value that is not what its place holds; `place` is the path to it, `why` one plain sentence."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(f"{place or 'the case'}: {why}")
        self.place, self.why = place, why


def plain(value: Any) -> Any:
    """A value, record, or tuple of them as JSON values."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, Missing):
        return {"missing": value.value}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (Money, PartialDate, Decimal)):
        return str(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return {name: plain(v) for name, shape in shape_of(type(value)).items() if _said(shape, v := getattr(value, name))}


def _said(shape: FieldShape, value: Any) -> bool:
    """Whether it must be written: an answer of `none` says something, an empty list of records does not."""
    return value is not NOT_ASKED and (shape.may_miss or value != ())


def read(kind: type[R], data: Any, place: str = "") -> R:
    """A record from its plain form. Raises NotReadable, which names the place."""
    if not isinstance(data, Mapping):
        raise NotReadable(place, "must be an object with named fields")
    shapes = shape_of(kind)
    for key in data:
        if key not in shapes:
            raise NotReadable(_below(place, str(key)), "is not a field that Loket knows")
    values = {
        name: read_field(shape, data[name], _below(place, name)) for name, shape in shapes.items() if name in data
    }
    for name in required_of(kind):
        if name not in values:
            raise NotReadable(_below(place, name), "is missing")
    not_asked = {name: NOT_ASKED for name, shape in shapes.items() if shape.may_miss}
    return kind(**(not_asked | values))


def read_field(shape: FieldShape, data: Any, place: str = "") -> Any:
    """What a field holds, from its plain form. Raises NotReadable."""
    if shape.may_miss and isinstance(data, Mapping) and set(data) == {"missing"}:
        return _convert(Missing, data["missing"], place)
    if not shape.many:
        return read_item(shape, data, place)
    if not isinstance(data, (list, tuple)):
        raise NotReadable(place, "must be a list")
    items = tuple(read_item(shape, item, _below(place, str(n))) for n, item in enumerate(data, 1))
    if shape.is_record and len({item.id for item in items}) != len(items):
        raise NotReadable(place, "has two items with the same id")
    return items


def read_item(shape: FieldShape, data: Any, place: str = "") -> Any:
    """One value or record of a field, from its plain form. Raises NotReadable."""
    if shape.is_record:
        return read(shape.kind, data, place)
    if shape.kind in (bool, int):
        if type(data) is not shape.kind:
            raise NotReadable(place, "must be true or false" if shape.kind is bool else "must be a whole number")
        return data
    if not isinstance(data, str):
        raise NotReadable(place, "must be a text")
    return data if shape.kind is str else _convert(shape.kind, data, place)


def _convert(kind: type[Any], text: Any, place: str) -> Any:
    try:
        if kind is Money:
            return Money.of(text)
        if kind is PartialDate:
            return PartialDate.parse(text)
        if kind is Decimal:
            return figure(text)
        if kind is datetime:
            return _moment(text)
        return _day(text) if kind is date else kind(text)
    except (ValueError, ArithmeticError) as error:
        raise NotReadable(place, _expected(kind)) from error


def figure(text: str) -> Decimal:
    """A number such as a rate, kept sign by sign: `655.957` never becomes a double. Raises ValueError."""
    if not _FIGURE.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.isoformat() != text:  # Python also reads 20260414 and weeks; a case file has one form
        raise ValueError(text)
    return day


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _expected(kind: type[Any]) -> str:
    if issubclass(kind, Enum):
        return "must be one of " + ", ".join(str(member.value) for member in kind)
    forms = {
        Money: "must be an amount such as 12.50, and 999999999.99 at most",
        Decimal: "must be a number such as 655.957",
        PartialDate: "must be a date that exists: 1987, 1987-04, 1987-04-03 or ~1987",
        date: "must be a date that exists, such as 2026-04-14",
        datetime: "must be a date and time, such as 2026-04-14T09:30:00+00:00",
    }
    return forms[kind]


def _below(place: str, name: str) -> str:
    return f"{place}/{name}" if place else name
