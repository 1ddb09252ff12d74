"""The explanation for the person who returns: what the desk can say today, in plain words, to read at home."""

from __future__ import annotations

from loket_app.documents.explanation.document import explanation_pdf
from loket_app.documents.explanation.sheet import DeskOnPaper

__all__ = ["DeskOnPaper", "explanation_pdf"]
