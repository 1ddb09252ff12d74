"""Pages of a document as pictures, for the preview and the printer, and its copy behind a password."""

from __future__ import annotations

from loket_app.documents.preview import PageImage, page_count, render_fitting, render_page, render_pages
from loket_app.documents.protection import protect

__all__ = ["PageImage", "page_count", "protect", "render_fitting", "render_page", "render_pages"]
