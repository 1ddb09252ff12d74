"""Printed text beside the text that somebody last looked at.

After a change that was meant: `LOKET_RENEW=1 make test TESTS=` with the test's file, and read the diff.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable
from pathlib import Path

from tests.documents.reading import page_texts


def paged(pages: Iterable[str]) -> str:
    """The texts of pages, each under its number."""
    return "\n".join(f"=== {number} ===\n{text}\n" for number, text in enumerate(pages, 1))


def pdf_text(pdf: bytes) -> str:
    """The text of a PDF, page by page."""
    return paged(page_texts(pdf))


def changes(golden: Path, now: str) -> str:
    """The difference when a print says something else than it said; else nothing."""
    if os.environ.get("LOKET_RENEW"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    then = golden.read_text(encoding="utf-8")
    if then == now:
        return ""
    difference = difflib.unified_diff(then.splitlines(), now.splitlines(), golden.name, "now", lineterm="")
    return "\n".join(("the print changed; LOKET_RENEW=1 keeps the new text", *difference))
