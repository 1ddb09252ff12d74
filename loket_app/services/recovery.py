"""The recovery sheet: the only other way in when a passphrase is lost."""

from __future__ import annotations

from collections.abc import Iterator

from loket_app.documents.preview import PageImage, render_pages
from loket_app.domain.case import Desk
from loket_app.i18n import language
from loket_app.i18n.labels import label
from loket_app.security.recovery_code import new_recovery_code

__all__ = ["FILE_NAME", "new_recovery_code", "recovery_sheet", "sheet_pages"]

FILE_NAME = "loket-recovery.pdf"


def recovery_sheet(code: str, desk: Desk, login: str) -> bytes:
    """The sheet as a PDF in the language of the screen. Keep it in memory, or where the person chooses."""
    from loket_app.documents.recovery import recovery_sheet_pdf

    return recovery_sheet_pdf(code, f"Loket · {label(desk)} · {login}", language())


def sheet_pages(pdf: bytes, dpi: int) -> Iterator[PageImage]:
    """The pages of a sheet as pictures, for the printer."""
    return render_pages(pdf, dpi)
