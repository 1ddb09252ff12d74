"""Scans that stand with no paper, cost or consent, so that they can be looked at and taken away."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.attachment import Attachment, loose_scans
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services.editing import CaseEditor
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.case.scan_row import ScanRow
from loket_app.ui.style import current
from loket_app.ui.words import Text


class LooseScansPiece(QWidget):
    """One row a scan; not there without any."""

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._shown: tuple[Attachment, ...] = ()
        self._rows: dict[str, ScanRow] = {}
        self._screen = MainThread()
        self.destroyed.connect(self._screen.close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().size.grid // 2)
        self._column.addWidget(Text(lambda: _("Scans that belong to nothing"), "strong"))
        self._column.addWidget(Text(_what_they_are, "muted"))
        self.show_case(editor.case)

    def rows(self) -> tuple[ScanRow, ...]:
        """One row a scan."""
        return tuple(self._rows.values())

    def show_case(self, case: Case) -> None:
        """Show those of this case."""
        now = loose_scans(case)
        if now != self._shown:
            self._shown = now
            self._fill(now)
        self.setVisible(bool(now))

    def _fill(self, scans: tuple[Attachment, ...]) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {scan.id: ScanRow(self._editor, scan) for scan in scans}
        for number, row in enumerate(self._rows.values(), 1):
            row.show_number(number)
            self._column.addWidget(row)
        if self._rows and self._editor.scans is not None:
            self._screen.when_done(self._editor.scans.held(), self._know_held, our_fault)

    def _know_held(self, held: frozenset[str]) -> None:
        for scan_id, row in self._rows.items():
            row.show_here(here=scan_id in held)


def _what_they_are() -> str:
    return _(
        "The paper or the cost that they belonged to is gone, or nobody said what they show. Remove what isn't needed; "
        "Ctrl+Z brings it back."
    )
