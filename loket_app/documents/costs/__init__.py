"""The costs of a case on paper: the statement that is signed, and the list of what waits to be paid back."""

from __future__ import annotations

from loket_app.documents.costs.document import Kind, costs_pdf

__all__ = ["Kind", "costs_pdf"]
