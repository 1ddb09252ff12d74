"""One table of a rules file, read strictly: every key is known, of its kind, and there when it must be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from loket_app.domain.money import Money
from loket_app.domain.tables import Confidence, LocalText, OtherSource, Period, Source
from loket_app.rules.countries import COUNTRIES
from loket_app.rules.errors import RulesError

E = TypeVar("E", bound=Enum)

_AMOUNT = re.compile(r"\d{1,9}(\.\d{1,2})?", re.ASCII)
_LANGUAGES = ("nl", "fr", "de", "en")
_SOURCE = ("title", "link", "published", "confidence", "checked_on")


class Section:
    """A table at a place in a file. Raises RulesError for a key that is not among `keys`, and on every wrong value."""

    def __init__(
        self, file: str, data: Mapping[str, Any], keys: tuple[str, ...], at: str = "", day: date | None = None
    ) -> None:
        self.file, self._data, self._at, self.day = file, data, at, day
        for key in data:
            if key not in keys:
                raise self.wrong(key, "is not a key that Loket knows here")

    def wrong(self, key: str, why: str) -> RulesError:
        """The error for a key of this table."""
        return RulesError(self.file, f"{self._at}.{key}".strip("."), why, self.day)

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._data

    def text(self, key: str, default: str | None = None) -> str:
        """A text with something in it."""
        value: str = self._value(key, str, "a text", default)
        if not value.strip() and value != default:
            raise self.wrong(key, "is empty")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false when it is not written."""
        value: bool = self._value(key, bool, "true or false", default=False)
        return value

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number between two others, both included."""
        value: int = self._value(key, int, "a whole number")
        if isinstance(value, bool) or not least <= value <= most:
            raise self.wrong(key, f"must be a whole number from {least} to {most}")
        return value

    def day_at(self, key: str) -> date | None:
        """A date, or None when it is not written."""
        value = self._data.get(key)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            raise self.wrong(key, "must be a date without a time, such as 2022-01-01")
        return value

    def choice(self, key: str, kind: type[E]) -> E:
        """A member of an Enum, by its value."""
        return self._member(key, self.text(key), kind)

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Members of an Enum; empty when it is not written."""
        return tuple(self._member(key, text, kind) for text in self.texts(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each once; empty when it is not written."""
        items = self._value(key, list, "a list", default=[])
        for item in items:
            if not isinstance(item, str):
                raise self.wrong(key, "must be a list of texts")
            if items.count(item) > 1:
                raise self.wrong(key, f"has {item} twice")
        return tuple(items)

    def countries(self, key: str) -> tuple[str, ...]:
        """Country codes of ISO 3166, and XK."""
        return tuple(self.known_country(key, code) for code in self.texts(key))

    def known_country(self, key: str, code: str) -> str:
        """The code, when it is a country."""
        if code not in COUNTRIES:
            raise self.wrong(key, f"{code} is no country of ISO 3166")
        return code

    def period(self) -> Period:
        """The keys `from` and `until`."""
        start, end = self.day_at("from"), self.day_at("until")
        if start and end and end < start:
            raise self.wrong("until", f"{end} is before {start}")
        return Period(start, end)

    def money(self, key: str) -> Money:
        """An amount in euro: a whole number, or a text such as "12.50"; never a float."""
        value = self._data.get(key)
        if value is None:
            raise self.wrong(key, "is missing")
        if isinstance(value, Decimal):
            raise self.wrong(key, f'{value} is a float: write a whole number of euro, or a text such as "12.50"')
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise self.wrong(key, 'must be a whole number of euro, or a text such as "12.50"')
        if str(value).startswith("-"):
            raise self.wrong(key, f"{value} is negative")
        if not _AMOUNT.fullmatch(str(value)):
            raise self.wrong(key, f"{value!r} is no amount in euro")
        return Money.of(str(value))

    def words(self, key: str) -> LocalText:
        """A sentence in the four languages of the desk."""
        section = self.below(key, _LANGUAGES)
        return LocalText(**{lang: section.text(lang) for lang in _LANGUAGES})

    def words_if(self, key: str) -> LocalText | None:
        """The same, or None when it is not written."""
        return self.words(key) if self.has(key) else None

    def source(self) -> Source:
        """The table `source`: without one nothing may be said."""
        return self.below("source", _SOURCE).as_source()

    def other_sources(self) -> tuple[OtherSource, ...]:
        """The tables `other`: what else is said, beside the source that counts; they and `decision` go together."""
        others = tuple(
            OtherSource(section.as_source(), section.words("says"))
            for section in self.each("other", (*_SOURCE, "says"))
        )
        if others and not self.has("decision"):
            raise self.wrong("decision", "is missing: sources that differ need one, with its reason")
        if self.has("decision") and not others:
            raise self.wrong("decision", "decides between sources, and there is no other")
        return others

    def as_source(self) -> Source:
        """This table itself, as a source; `title` is one text, or, where nothing published was found, words in four languages."""
        checked = self.day_at("checked_on")
        if checked is None:
            raise self.wrong("checked_on", "is missing")
        told = self.words("title") if isinstance(self._data.get("title"), dict) else None
        return Source(
            title=told.nl if told else self.text("title"),
            confidence=self.choice("confidence", Confidence),
            checked_on=checked,
            published=self.day_at("published"),
            link=self.text("link", ""),
            told=told,
        )

    def below(self, key: str, keys: tuple[str, ...]) -> Section:
        """The table under a key."""
        data = self._value(key, dict, "a table")
        return Section(self.file, data, keys, f"{self._at}.{key}".strip("."), self.day)

    def each(self, key: str, keys: tuple[str, ...]) -> Iterator[Section]:
        """The tables of an array, numbered from 1; each speaks of its own first day."""
        for number, data in enumerate(self._value(key, list, "an array of tables", default=[]), 1):
            at = f"{self._at}.{key}[{number}]".strip(".")
            if not isinstance(data, dict):
                raise RulesError(self.file, at, "must be a table", self.day)
            start = data.get("from")
            yield Section(self.file, data, keys, at, start if type(start) is date else self.day)

    def _member(self, key: str, text: str, kind: type[E]) -> E:
        try:
            return kind(text)
        except ValueError:
            known = ", ".join(str(member.value) for member in kind)
            raise self.wrong(key, f"{text!r} is not one of {known}") from None

    def _value(self, key: str, kind: type[Any], words: str, default: Any = None) -> Any:
        value = self._data.get(key, default)
        if value is None:
            raise self.wrong(key, "is missing")
        if not isinstance(value, kind):
            raise self.wrong(key, f"must be {words}")
        return value
