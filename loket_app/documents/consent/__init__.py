"""The sheet on which a person says yes or no to each thing apart, and signs: to be kept in the file."""

from __future__ import annotations

from loket_app.documents.consent.document import consent_pdf

__all__ = ["consent_pdf"]
