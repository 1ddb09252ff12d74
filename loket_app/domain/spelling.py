"""A text without what people leave out when they type it: accents, case, the spellings of one letter on different keyboards."""

from __future__ import annotations

import re
import unicodedata

_SAME = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "ə": "e",
        "æ": "ae", "œ": "oe", "þ": "th",
        "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
        "'": "", "’": "", "ʼ": "", "ʻ": "", "`": "", "´": "",
    }
)  # fmt: skip
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`ŞÜKRÜ Đorđević` → `sukru dordevic`; words stay apart by one space."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_SAME)) if not unicodedata.combining(c))
    return " ".join(_BETWEEN_WORDS.sub(" ", bare.casefold().translate(_SAME)).split())
