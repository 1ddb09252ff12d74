"""Saving a document where the person says, under a name without anybody's name in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from loket_app.i18n import _
from loket_app.services.complaints import Complaint
from loket_app.services.documents import save


def save_pdf(pdf: bytes, number: str, parent: QWidget, title: str = "") -> Path | None:
    """Ask where and write; gives the file, or None when nothing was saved. A failure is said, and nothing is changed."""
    return save_as(pdf, f"{number}.pdf", "PDF (*.pdf)", parent, title or _("Save the summary"))


def save_as(content: bytes, name: str, kinds: str, parent: QWidget, title: str) -> Path | None:
    """The same for a file of any kind; its ending is that of the `name` that is offered."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(folder / name), kinds)
    if not chosen:
        return None
    target, ending = Path(chosen), Path(name).suffix
    if target.suffix.lower() != ending:
        target = target.with_name(f"{target.name}{ending}")
        if target.exists() and not _may_replace(target, parent):
            return None
    try:
        save(target, content, force=True)
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
