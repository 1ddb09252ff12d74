"""Made-up translations: they show cut, untranslated and glued-together words before a translator meets them."""

from __future__ import annotations

import re

_ACCENTS = str.maketrans("ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz", "ÅÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽåçðéĝĥîĵķļñöŕšţûŵýž")
_KEPT = re.compile(r"\{[^{}]*\}|<[^<>]*>|&\w|%\w|\s+")
_RLO, _PDF = "\u202e", "\u202c"


def stretched(text: str) -> str:
    """Accented, two fifths longer and between brackets; placeholders, tags and mnemonics stay."""
    words = "".join(part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in _parts(text))
    return f"[{words}{' ~' * max(1, len(text) // 5)}]"


def mirrored(text: str) -> str:
    """The same words, forced to run from right to left; placeholders, tags and mnemonics stay."""
    return "".join(part if _KEPT.fullmatch(part) else f"{_RLO}{part}{_PDF}" for part in _parts(text))


def _parts(text: str) -> list[str]:
    return [part for part in re.split(f"({_KEPT.pattern})", text) if part]


MAKERS = {"en_XA": stretched, "ar_XB": mirrored}
