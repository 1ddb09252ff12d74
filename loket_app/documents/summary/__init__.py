"""The confidential summary of a case, on A4, in Dutch, French, German or English."""

from __future__ import annotations

from loket_app.documents.summary.document import summary_file_name, summary_pdf
from loket_app.documents.summary.file import DeskDetails

__all__ = ["DeskDetails", "summary_file_name", "summary_pdf"]
