"""The application on paper: what is handed over, and nothing else, for who reads it without Loket."""

from loket_app.documents.application.document import application_pdf

__all__ = ["application_pdf"]
