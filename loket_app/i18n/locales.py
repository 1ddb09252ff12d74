"""CLDR as Belgium uses it: nl_BE, fr_BE, de_BE and en_BE. Babel is imported on first use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from loket_app.i18n import PSEUDO_LANGUAGES, language

if TYPE_CHECKING:
    from babel import Locale


def locale(lang: str | None = None) -> Locale:
    """The CLDR locale of a language of Loket, or of the current one."""
    return _locale(lang or language())


@cache
def _locale(lang: str) -> Locale:
    from babel import Locale

    return Locale.parse(f"{'en' if lang in PSEUDO_LANGUAGES else lang}_BE")
