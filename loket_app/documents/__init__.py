"""Documents on paper: the confidential summary and the recovery sheet, in every script, as bytes that never touch a disk."""

from __future__ import annotations

import sys


def forget() -> None:
    """Let go of the words of earlier documents, so that a locked program remembers no name."""
    lines = sys.modules.get("loket_app.documents.engine.lines")  # never loaded: nothing to forget
    if lines is not None:
        lines.forget()
