"""Parts put side by side, with the signs and spaces of the language: French wants its own space before a colon."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from loket_app.i18n import _


def said(what: str, value: str) -> str:
    """Two parts with a colon between; a question has its own sign."""
    if what.endswith("?"):
        return _("{question} {answer}").format(question=what, answer=value)
    return _("{what}: {value}").format(what=what, value=value)


def quoted(words: str) -> str:
    """In the quotation marks of the language."""
    return _("“{words}”").format(words=words)


def listed(parts: Iterable[str]) -> str:
    """One after the other with semicolons between; empty without any."""
    found = list(parts)
    return reduce(_with_next, found) if found else ""


def in_a_row(parts: Iterable[str]) -> str:
    """With commas between, as in a sentence; with semicolons where one of them holds a comma itself, as a name does."""
    found = list(parts)
    return listed(found) if any("," in part for part in found) else ", ".join(found)


def _with_next(first: str, second: str) -> str:
    return _("{first}; {second}").format(first=first, second=second)
