"""The return track on paper: the dates of the person, in plain words, and the track on one page for the file."""

from __future__ import annotations

from loket_app.documents.track.my_dates import my_dates_pdf
from loket_app.documents.track.page import track_page_pdf

__all__ = ["my_dates_pdf", "track_page_pdf"]
