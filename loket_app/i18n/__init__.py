"""Words in the language of the reader, looked up when they are needed and never earlier.

The screen has one language for the whole program (`set_language`). A piece of work may speak another one for
as long as it lasts (`using`): a summary in French made by a worker thread while the screen is Dutch. Source texts
are English; without a catalogue the source text is what one reads.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextvars import ContextVar

from loket_app.i18n import load

LANGUAGES = ("nl", "fr", "de", "en")
"""The languages of the screen and of every document."""

PSEUDO_LANGUAGES = ("en_XA", "ar_XB")
"""Stretched, accented English, and English that runs from right to left: they show what a translation would break."""

_OWN: ContextVar[str | None] = ContextVar("language", default=None)
_screen = "en"


def set_language(lang: str) -> None:
    """Choose the language of the whole program. Raises ValueError for one that Loket does not speak."""
    global _screen  # noqa: PLW0603  the one language of the screen, seen by every thread
    _screen = _spoken(lang)


def language() -> str:
    """The language that words come in here and now."""
    return _OWN.get() or _screen


@contextlib.contextmanager
def using(lang: str) -> Iterator[None]:
    """Speak another language inside a `with` block, in this thread or task alone. Raises ValueError."""
    token = _OWN.set(_spoken(lang))
    try:
        yield
    finally:
        _OWN.reset(token)


def closest(tag: str, otherwise: str = "nl") -> str:
    """The language of Loket nearest to a system's tag such as `fr_BE.UTF-8` or `nl-NL`."""
    start = tag.replace("-", "_").split("_")[0].split(".")[0].lower()
    return start if start in LANGUAGES else otherwise


def _(text: str) -> str:
    """The text in the current language. The empty text stays empty: gettext would answer with the file's header."""
    return load.catalogue(language()).gettext(text) if text else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """The form that goes with a number: `ngettext("{n} person", "{n} persons", n).format(n=n)`."""
    return load.catalogue(language()).ngettext(singular, plural, number)


def pgettext(context: str, text: str) -> str:
    """The text as it is said in one context, for an English word with two meanings."""
    return load.catalogue(language()).pgettext(context, text) if text else ""


def npgettext(context: str, singular: str, plural: str, number: int) -> str:
    """A number's form in one context."""
    return load.catalogue(language()).npgettext(context, singular, plural, number)


def N_(text: str) -> str:  # noqa: N802  the name that gettext tools know
    """Mark a text of a constant for translation; `_` translates it when it is shown."""
    return text


def NP_(context: str, text: str) -> tuple[str, str]:  # noqa: N802  as N_
    """Mark a constant with its context; `pgettext(*pair)` translates it when it is shown."""
    return context, text


def _spoken(lang: str) -> str:
    if lang not in (*LANGUAGES, *PSEUDO_LANGUAGES):
        raise ValueError(f"not a language of Loket: {lang!r}")
    return lang
