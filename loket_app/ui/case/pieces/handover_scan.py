"""One scan that may go along: a tick, and its name, which opens it inside Loket."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.i18n.phrases_scan_facts import scan_text
from loket_app.services.editing import CaseEditor
from loket_app.ui.case.scan_viewer import show_scan
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current


class HandoverScan(QWidget):
    """`box` chooses it, `open` shows it."""

    def __init__(self, editor: CaseEditor, scan: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case, self._scan = editor.case, scan
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().size.grid // 2)
        self.box = QCheckBox()
        self.box.setMinimumHeight(current().size.control)
        self.open = LongButton("link", "document")
        self.open.clicked.connect(lambda: show_scan(editor, self._scan, self))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.open, 1)
        self.words()

    def show_scan(self, case: Case, scan: Attachment) -> None:
        """Name it as this case has it."""
        self._case, self._scan = case, scan
        self.words()

    def words(self) -> None:
        """Name it in the language of now."""
        name = scan_text(self._case, self._scan)
        self.open.setText(name.replace("&", "&&"))
        self.open.setAccessibleName(_("Look at it: {scan}").format(scan=name))
        self.open.setToolTip(_("Look at it inside Loket"))
        self.box.setAccessibleName(_("Send along: {scan}").format(scan=name))
        self.box.setToolTip(_("Send along"))
