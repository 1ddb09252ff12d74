"""Countries and languages as one looks for them: by their first letters or any part, in the desk's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loket_app.i18n import formats, language


@dataclass(frozen=True)
class Entry:
    """One country or language; `folded` is its name without accents, case and apostrophes."""

    code: str
    name: str
    folded: str


class CodeBook:
    """A list of codes with their names. One book serves every field of its kind."""

    def __init__(self, listed: Callable[[str], Sequence[tuple[str, str]]], named: Callable[[str], str]) -> None:
        self._named = named
        self._entries = lru_cache(maxsize=None)(
            lambda lang: tuple(Entry(code, name, fold(name)) for code, name in listed(lang))
        )

    def name(self, code: str) -> str:
        """The name of a code in the language of the moment."""
        return self._named(code)

    def entries(self) -> tuple[Entry, ...]:
        """Everything in the book, in the order of the names."""
        return self._entries(language())

    def find(self, text: str) -> tuple[Entry, ...]:
        """What a typed text may mean: the same name or code first, then first letters, a word's, any part."""
        typed = fold(text)
        if not typed:
            return self.entries()
        ranked = ((_rank(entry, typed), entry) for entry in self.entries())
        return tuple(entry for rank, entry in sorted(ranked, key=lambda pair: pair[0]) if rank < _NO)

    def meant(self, text: str) -> str | None:
        """The one code that a text can only mean; None when there is none or more than one."""
        found = self.find(text)
        typed = fold(text)
        if found and (len(found) == 1 or typed in (found[0].folded, found[0].code.casefold())):
            return found[0].code
        return None


_NO = 5


def _rank(entry: Entry, typed: str) -> int:
    if typed == entry.folded:
        return 0
    if entry.folded.startswith(typed):
        return 1
    if typed == entry.code.casefold():
        return 2
    if f" {typed}" in entry.folded:
        return 3
    return 4 if len(typed) > 1 and typed in entry.folded else _NO


def fold(text: str) -> str:
    """A text as it is compared: `Côte d’Ivoire` is `cote divoire`."""
    return " ".join(formats.sort_key(text)[0].split())


COUNTRIES = CodeBook(formats.countries, formats.country_name)
LANGUAGES = CodeBook(formats.languages, formats.language_name)
CURRENCIES = CodeBook(formats.currencies, formats.currency_name)
