"""A JSON object at a place in a file, read strictly: every key is known, of its kind, and there when it must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

from loket_app.domain.money import Money
from loket_app.exchange.errors import Refused
from loket_app.exchange.plain_json import below
from loket_app.i18n import _

E = TypeVar("E", bound=Enum)
V = TypeVar("V")

_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,2})?", re.ASCII)


class Place:
    """Raises Refused for a key that is not among `keys`, and on every wrong value. `at` is empty for the whole file."""

    def __init__(self, data: Any, keys: Sequence[str], at: str = "") -> None:
        self.at = at
        if not isinstance(data, dict):
            raise self.wrong("", _("It must be an object with named fields."))
        self._data = data
        for key in data:
            if key not in keys:
                raise self.wrong(key, _("Loket knows no field of that name here."), _("Leave it out."))

    def wrong(self, key: str, why: str, remedy: str = "") -> Refused:
        """The refusal of a key; of the whole object when the key is empty."""
        return Refused(below(self.at, key) if key else self.at, why, remedy or _("Ask the other desk for a new file."))

    def text(self, key: str, default: str | None = None) -> str:
        """A text with something in it."""
        value = self._data.get(key, default)
        if value is None or (isinstance(value, str) and not value.strip() and value != default):
            raise self.wrong(key, _("It is missing."))
        if not isinstance(value, str):
            raise self.wrong(key, _("It must be a text."))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when it is not written."""
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, _("It must be a list of texts."))
        return tuple(value)

    def choice(self, key: str, among: Sequence[E]) -> E:
        """One of some members of an Enum, by its value."""
        text = self.text(key)
        found = next((member for member in among if member.value == text), None)
        if found is None:
            known = ", ".join(str(member.value) for member in among)
            raise self.wrong(key, _("It must be one of: {values}.").format(values=known))
        return found

    def day(self, key: str) -> date:
        """A date."""
        return self._read(key, _date, _("It must be a date that exists, such as 2026-04-14."))

    def day_if(self, key: str) -> date | None:
        """A date, or None when it is not written."""
        return self.day(key) if key in self._data else None

    def moment(self, key: str) -> datetime:
        """A date and time."""
        return self._read(key, _moment, _("It must be a date and time, such as 2026-04-14T09:30:00+00:00."))

    def amount(self, key: str) -> Money:
        """An amount in euro: a text such as "12.50"; never a number with a point, never below zero."""
        value = self._data.get(key)
        if isinstance(value, float):
            raise self.wrong(key, _("An amount is never a number with a point: write a text such as “12.50”."))
        if str(value).startswith("-"):
            raise self.wrong(key, _("The amount is negative."))
        if not isinstance(value, str) or not _AMOUNT.fullmatch(value):
            raise self.wrong(
                key, _("It must be an amount in euro, a text such as “12.50”, and “999999999.99” at most.")
            )
        return Money.of(value)

    def has(self, key: str) -> bool:
        """Whether it is written."""
        return key in self._data

    def below(self, key: str, keys: Sequence[str]) -> Place:
        """The object under a key."""
        if key not in self._data:
            raise self.wrong(key, _("It is missing."))
        return Place(self._data[key], keys, below(self.at, key))

    def each(self, key: str, keys: Sequence[str]) -> Iterator[Place]:
        """The objects of a list, numbered from 1."""
        value = self._data.get(key)
        if not isinstance(value, list):
            raise self.wrong(key, _("It must be a list."))
        at = below(self.at, key)
        return (Place(item, keys, below(at, number)) for number, item in enumerate(value))

    def _read(self, key: str, read: Callable[[str], V], expected: str) -> V:
        text = self.text(key)
        try:
            return read(text)
        except ValueError:
            raise self.wrong(key, expected) from None


def _date(text: str) -> date:
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(text)
    return day


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError as error:  # the first and the last hours of time have no UTC
        raise ValueError(text) from error
