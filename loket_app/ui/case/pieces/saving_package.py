"""Saving a package where the person says, under a name without anybody's name in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from loket_app.i18n import _
from loket_app.services.documents import save


def save_package(package: bytes, file_name: str, parent: QWidget) -> Path | None:
    """Ask where and write, whole or not at all; gives the file, None when nobody chose one. Raises Complaint."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    try:
        chosen, _kind = QFileDialog.getSaveFileName(
            parent, _("Save the package"), str(folder / file_name), "age (*.age)"
        )
        if not chosen:
            return None
        save(Path(chosen), package, force=True)
    finally:
        # Qt's own dialog remembers folders, and a folder may be named after somebody
        QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
    return Path(chosen)
