"""Words that a line can't hold: Qt breaks between words alone, and one endless word would push all others off the page."""

from __future__ import annotations

import re
from typing import Final

HERE: Final = "\u200b"
"""Where a line may break, without a sign that one sees."""

_MOST: Final = 32
_ENDLESS: Final = re.compile(rf"[^\s\-/]{{{_MOST + 1},}}")


def breakable(text: str) -> str:
    """The text, with places to break in every word that is too long for a narrow page."""
    return _ENDLESS.sub(lambda found: _broken(found[0]), text)


def unbroken(text: str) -> str:
    """The text as it was, to copy."""
    return text.replace(HERE, "")


def _broken(word: str) -> str:
    return HERE.join(word[at : at + _MOST] for at in range(0, len(word), _MOST))
