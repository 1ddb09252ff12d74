"""What exactly leaves, what stays and why, what is missing, and which scans go along."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case
from loket_app.domain.handover import Handover
from loket_app.domain.handover_content import Stopped
from loket_app.i18n import _, formats, ngettext
from loket_app.i18n.labels import capital, label
from loket_app.i18n.phrases_leaving import difference_text, leaving_lines, staying_lines
from loket_app.services.handover import Preview, Refused, correction
from loket_app.ui.case.pieces.columns import Columns
from loket_app.ui.case.pieces.gaps_list import GapsList
from loket_app.ui.kit.folding import Folding
from loket_app.ui.style import current
from loket_app.ui.words import Text


class HandoverPreview(QWidget):
    """Emits `asked` with the path of a gap, `changed` when a scan is chosen or left out."""

    asked = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Preview | None = None
        self._case: Case | None = None
        self.scans: dict[str, QCheckBox] = {}
        self._columns: Columns | None = None
        self._gaps: GapsList | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid // 2)
        self.what = Folding(self._what_words, self._make_columns, "row")
        self.missing = Folding(self._missing_words, self._make_gaps, "row")
        self.differs = Text(str)
        for part in (self.differs, self.what, self.missing):
            self._layout.addWidget(part)

    def chosen(self) -> frozenset[str]:
        """The ids of the scans that go along."""
        return frozenset(scan_id for scan_id, box in self.scans.items() if box.isChecked())

    def show_preview(self, case: Case, found: Preview, corrects: Handover | None) -> None:
        """Show what this handover would be."""
        self._case, self._found = case, found
        self._offer_scans(found.scans)
        self.what.refresh()
        self.missing.refresh()
        self.missing.setVisible(bool(found.gaps))
        self._show_differences(case, found, corrects)
        if self._columns is not None:
            self._fill_columns(self._columns)
        if self._gaps is not None:
            self._gaps.show_gaps(case, found.gaps)

    def _show_differences(self, case: Case, found: Preview, corrects: Handover | None) -> None:
        lines: list[str] = []
        if corrects is not None and not found.stops:
            try:
                differs = correction(case, corrects, scans=self.chosen())
            except (Refused, Stopped):
                differs = ()
            lines = [difference_text(case, each) for each in differs] or [_("Nothing differs from that version.")]
        self.differs.setVisible(bool(lines))
        self.differs.setText("\n".join(lines))

    def _offer_scans(self, scans: tuple[Attachment, ...]) -> None:
        present = {scan.id: scan for scan in scans}
        for gone in [known for known in self.scans if known not in present]:
            box = self.scans.pop(gone)
            self._layout.removeWidget(box)
            box.deleteLater()
        for scan in scans:
            if scan.id not in self.scans:
                self.scans[scan.id] = self._box()
            self.scans[scan.id].setText(_("Send along: {scan}").format(scan=_scan_words(scan)).replace("&", "&&"))

    def _box(self) -> QCheckBox:
        box = QCheckBox()
        box.setMinimumHeight(current().size.control)
        box.toggled.connect(lambda _on: self.changed.emit())
        self._layout.addWidget(box)
        return box

    def _what_words(self) -> str:
        if self._found is None:
            return ""
        leaves, stays = len(self._found.leaves), len(self._found.stays)
        going = ngettext("{count} answer leaves", "{count} answers leave", leaves).format(count=leaves)
        staying = ngettext("{count} stays at the desk", "{count} stay at the desk", stays).format(count=stays)
        return f"{going}, {staying}"

    def _missing_words(self) -> str:
        count = len(self._found.gaps) if self._found is not None else 0
        return ngettext("{count} question was not asked yet.", "{count} questions were not asked yet.", count).format(
            count=count
        )

    def _make_columns(self) -> QWidget:
        self._columns = Columns((lambda: _("What leaves"), lambda: _("What stays, and why")))
        self._fill_columns(self._columns)
        return self._columns

    def _fill_columns(self, columns: Columns) -> None:
        if self._found is not None and self._case is not None:
            columns.show_lines(
                list(leaving_lines(self._case, self._found.leaves)), list(staying_lines(self._found.stays))
            )

    def _make_gaps(self) -> QWidget:
        self._gaps = GapsList()
        self._gaps.asked.connect(self.asked)
        if self._found is not None and self._case is not None:
            self._gaps.show_gaps(self._case, self._found.gaps)
        return self._gaps


def _scan_words(scan: Attachment) -> str:
    return f"{capital(label(scan.kind))} · {formats.format_date(scan.added_at.date())}"
