"""Saving a PDF where the person says, under a name without anybody's name in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from loket_app.i18n import _
from loket_app.services.complaints import Complaint
from loket_app.services.documents import save


def save_pdf(pdf: bytes, number: str, parent: QWidget, title: str = "") -> Path | None:
    """Ask where and write; gives the file, or None when nothing was saved. A failure is said, and nothing is changed."""
    title = title or _("Save the summary")
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, f"{number}.pdf", "PDF (*.pdf)")
    if not chosen:
        return None
    target = Path(chosen).with_suffix(".pdf")
    try:
        save(target, pdf, force=True)
    except Complaint as complaint:
        QMessageBox.warning(parent, "Loket", str(complaint))
        return None
    return target
