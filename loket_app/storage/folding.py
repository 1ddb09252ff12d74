"""Text as people search it: without accents, case, or the spellings that one letter has on different keyboards."""

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
_NUMBER = re.compile(r"\+?[\d\s./()-]*\d[\d\s./()-]*")
_SHORTEST_NUMBER = 3


def fold(text: str) -> str:
    """`ŞÜKRÜ Đorđević` → `sukru dordevic`; words stay apart by one space."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.translate(_SAME)) if not unicodedata.combining(c))
    return " ".join(_BETWEEN_WORDS.sub(" ", bare.casefold().translate(_SAME)).split())


def digits(text: str) -> str:
    """The digits of a number that people write with blanks, dots and dashes; empty when it is not such a number."""
    found = "".join(c for c in text if c.isdecimal() and c.isascii())
    return found if _NUMBER.fullmatch(text.strip()) and len(found) >= _SHORTEST_NUMBER else ""


def phone_numbers(text: str) -> tuple[str, ...]:
    """The ways in which a telephone number is typed: as dialled from abroad, and from within Belgium."""
    number = digits(text).removeprefix("00")
    spellings = (number, "0" + number.removeprefix("32")) if number.startswith("32") else (number,)
    return tuple(spelling for spelling in spellings if spelling)
