"""Faults of ours on screen: said calmly, with a report that holds no name and no answer, and the work goes on."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox

from loket_app.i18n import _


def watch() -> None:
    """From now on an error that nobody expected is told to the person and reported, instead of being lost."""
    sys.excepthook = _tell


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not isinstance(error, Exception):
        sys.__excepthook__(kind, error, trace)
        return
    from loket_app.services.crash_report import write_report  # noqa: PLC0415 - late: hardly ever

    report = write_report(error, "window")
    box = QMessageBox(QMessageBox.Icon.Warning, "Loket", _("A fault of Loket stopped what you just did."))
    box.setInformativeText(
        _(
            "What was kept stays kept. Try again, or go on with something else. Send this report, it holds no names: {path}"
        ).format(path=report)
    )
    box.setParent(QApplication.activeWindow(), box.windowFlags())
    box.open()
