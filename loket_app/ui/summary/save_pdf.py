"""Saving a PDF where the person says, under a name without anybody's name in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from loket_app.i18n import _
from loket_app.services.complaints import Complaint
from loket_app.services.documents import save


def save_pdf(pdf: bytes, number: str, parent: QWidget, title: str = "") -> Path | None:
    """Ask where and write; gives the file, or None when nothing was saved. A failure is said, and nothing is changed."""
    title = title or _("Save the summary")
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(folder / f"{number}.pdf"), "PDF (*.pdf)")
    if not chosen:
        return None
    target = Path(chosen)
    if target.suffix.lower() != ".pdf":
        target = target.with_name(f"{target.name}.pdf")
        if target.exists() and not _may_replace(target, parent):
            return None
    try:
        save(target, pdf, force=True)
    except Complaint as complaint:
        QMessageBox.warning(parent, "Loket", str(complaint))
        return None
    finally:
        # Qt's own dialog remembers folders, and a folder may be named after somebody
        QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
    return target


def _may_replace(target: Path, parent: QWidget) -> bool:
    """Ask: the dialog did not, as the name without its ending was free."""
    words = _("{name} is there already. Replace it?").format(name=target.name)
    return QMessageBox.question(parent, "Loket", words) == QMessageBox.StandardButton.Yes
