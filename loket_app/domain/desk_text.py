"""What a text or an amount that a desk enters may be: what can be kept, given to other desks and printed without a trap."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

from loket_app.domain.money import Money

LONGEST = 2000
"""Signs in a text."""
MOST = Money.of("999999999.99")
"""More than any figure of the programme: nine figures before the comma."""

_UNSEEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")
"""They turn the order of what stands behind them, or break a line."""


def is_plain(text: str) -> bool:
    """Whether it holds no sign that nobody sees and that changes what others read."""
    return not any(sign in _UNSEEN or unicodedata.category(sign) in ("Cc", "Cs") for sign in text)


def is_web(link: str) -> bool:
    """Whether it leads to a page on the web, and not into a computer or to a program."""
    try:
        parts = urlsplit(link)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(map(str.isspace, link))
    except ValueError:
        return False
