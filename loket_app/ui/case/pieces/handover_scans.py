"""The scans that may go along: each named by its paper, receipt or person, chosen by a tick, opened by a press."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case
from loket_app.i18n import _, ngettext
from loket_app.i18n.phrases_scan_facts import size_text
from loket_app.services.editing import CaseEditor
from loket_app.services.handover import LARGEST_PACKAGE
from loket_app.ui.case.pieces.handover_scan import HandoverScan
from loket_app.ui.style import current
from loket_app.ui.words import Text


class HandoverScans(QWidget):
    """None goes along by itself. Emits `changed` when one is chosen or left out."""

    changed = Signal()

    def __init__(self, editor: CaseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._case = editor.case
        self._rows: dict[str, HandoverScan] = {}
        self._sizes: dict[str, int] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, current().size.grid, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(Text(lambda: _("Which scans go along?"), "strong"))
        self.total = Text(self._total_words, "muted")
        self._layout.addWidget(self.total)

    def chosen(self) -> frozenset[str]:
        """The ids of the scans that go along."""
        return frozenset(scan_id for scan_id, row in self._rows.items() if row.box.isChecked())

    def rows(self) -> tuple[HandoverScan, ...]:
        """One a scan."""
        return tuple(self._rows.values())

    def choose(self, scans: Collection[str]) -> None:
        """Tick these that are offered and no other."""
        for scan_id, row in tuple(self._rows.items()):
            row.box.setChecked(scan_id in scans)

    def show_scans(self, case: Case, scans: tuple[Attachment, ...]) -> None:
        """Offer these scans of a case; what was chosen stays chosen."""
        self._case = case
        present = {scan.id: scan for scan in scans}
        for gone in [known for known in self._rows if known not in present]:
            row = self._rows.pop(gone)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for scan in scans:
            if scan.id not in self._rows:
                self._rows[scan.id] = self._row(scan)
            self._rows[scan.id].show_scan(case, scan)
        self._sizes = {scan.id: scan.size for scan in scans}
        self.total.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Name them in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for row in self._rows.values():
                row.words()

    def _total_words(self) -> str:
        """How much goes along, beside how much may."""
        chosen = self.chosen()
        size = sum(self._sizes[scan_id] for scan_id in chosen)
        words = ngettext("{count} scan chosen: {size}.", "{count} scans chosen: {size}.", len(chosen))
        told = words.format(count=len(chosen), size=size_text(size)) if chosen else ""
        if size <= LARGEST_PACKAGE:
            return told
        more = _("A package holds {limit} at most: choose fewer.").format(limit=size_text(LARGEST_PACKAGE))
        return f"{told} {more}"

    def _row(self, scan: Attachment) -> HandoverScan:
        row = HandoverScan(self._editor, scan)
        row.box.toggled.connect(self._toggled)
        self._layout.addWidget(row)
        return row

    def _toggled(self) -> None:
        self.total.refresh()
        self.changed.emit()
