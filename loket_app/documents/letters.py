"""Where the letters of a PDF page stand, also those that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""


def letters(page: Any) -> Iterator[Box]:
    """Where each letter stands, also one that is white or transparent; no blanks."""
    from pypdfium2 import raw  # noqa: PLC0415  late: few sessions hand over a scan

    with closing(page.get_textpage()) as text:
        for at in range(text.count_chars()):
            sign = chr(raw.FPDFText_GetUnicode(text, at))
            if sign.isprintable() and not sign.isspace() and not raw.FPDFText_IsGenerated(text, at):
                yield text.get_charbox(at)
