"""What a signed PDF carries beside its pages (ISO 32000-2, 7.11.4 and 12.5): files, and notes that open on a press.

From any other PDF these are taken away. A signature forbids that, and who chose the scan saw its pages alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_FILES = ("/EF", "/EmbeddedFiles")
_NOTES = ("/Text", "/Popup")
"""Marks on a page: a sign of them is drawn, their words are not."""

_UNSEEN = 2 | 32
"""Flags of a mark that no screen draws: hidden, not in view."""


def tucks_in(records: Iterable[Any]) -> bool:
    """Whether one of all the records of a PDF is a file, or words that no page shows."""
    return any(_is_file(record) or _is_note(record) for record in records)


def _is_file(record: Any) -> bool:
    return any(name in record for name in _FILES)


def _is_note(record: Any) -> bool:
    if "/Rect" not in record or not (_says(record) or _says(record.get("/Parent", {}))):
        return False
    return record.get("/Subtype") in _NOTES or bool(int(record.get("/F", 0)) & _UNSEEN)


def _says(record: Any) -> bool:
    """Whether it has words: of its own, or filled in; a signature is none. A field may stand in several marks, its parts."""
    return any(len(str(record[name])) > 0 for name in ("/Contents", "/RC") if name in record) or (
        "/V" in record and record.get("/FT") != "/Sig"
    )
