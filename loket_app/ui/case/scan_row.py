"""One scan of a record: what it is, to be opened or taken away."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from loket_app.domain.attachment import Attachment
from loket_app.i18n import _, formats
from loket_app.i18n.phrases_scan_facts import form_text
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.scan_viewer import show_scan
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.kit.worded import Worded
from loket_app.ui.style import icon, mark


class ScanRow(Worded, QWidget):
    """`Scan 1 · PDF · 240 kB · 14/04/2026`, or that the scan itself is not here."""

    def __init__(self, editor: CaseEditor, scan: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._scan = editor, scan
        self._number, self._here = 1, True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.open = LongButton("link", "document")
        self.open.clicked.connect(self.look)
        self.remove = QToolButton()
        self.remove.setIcon(icon("remove", "muted"))
        mark(self.remove, kind="quiet")
        self.remove.clicked.connect(lambda: editor.remove(f"attachments/{scan.id}"))
        row.addWidget(self.open, 1)
        row.addWidget(self.remove)
        self._words()

    def show_number(self, number: int) -> None:
        """Say which one of the record's scans it is."""
        self._number = number
        self._words()

    def show_here(self, *, here: bool) -> None:
        """Say whether its bytes are in this store: those of an imported case are not."""
        self._here = here
        self.open.setEnabled(here)
        self._words()

    def look(self) -> None:
        """Open it in a window of Loket."""
        show_scan(self._editor, self._scan, self)

    def _words(self) -> None:
        name = _("Scan {number}").format(number=self._number)
        added = formats.format_date(self._scan.added_at.astimezone().date(), "short")
        words = " · ".join((name, form_text(self._scan), added))
        if not self._here:
            words = _("{scan}: the scan itself is not here").format(scan=words)
        self.open.setText(words.replace("&", "&&"))
        self.open.setAccessibleName(words)
        self.remove.setAccessibleName(_("Remove {scan}").format(scan=name))
        self.remove.setToolTip(_("Remove (Ctrl+Z brings it back)"))
