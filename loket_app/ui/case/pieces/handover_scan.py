"""One scan that may go along: a tick, its name, which opens it inside Loket, and what is to be known before it is sent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from loket_app.domain.attachment import Attachment
from loket_app.domain.case import Case
from loket_app.i18n import _, ngettext
from loket_app.i18n.phrases_scan_facts import scan_text
from loket_app.services.editing import CaseEditor
from loket_app.services.handing_over import Leaving, looked_through
from loket_app.services.handover import Refused
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.case.scan_viewer import show_scan
from loket_app.ui.case.scan_work import WORK
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.long_button import LongButton
from loket_app.ui.style import current


class HandoverScan(QWidget):
    """`box` chooses it, `open` shows it. `told` says of a chosen one that it leaves signed as it is, as a picture, or not."""

    def __init__(self, editor: CaseEditor, scan: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._case, self._scan = editor, editor.case, scan
        self._screen = MainThread()
        self.destroyed.connect(self._screen.close)
        self.box = QCheckBox()
        self.box.setMinimumHeight(current().size.control)
        self.box.toggled.connect(self._look)
        self.open = LongButton("link", "document")
        self.open.clicked.connect(lambda: show_scan(editor, self._scan, self))
        self.told = InlineMessage()
        self._lay_out()
        self.words()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(current().size.grid // 2)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.open, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.told)

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

    def _look(self, chosen: bool) -> None:
        """Look through a chosen one beside the screen; what is found is said below it, before anything is made."""
        self.told.hide()
        if chosen and self._editor.scans is not None:
            self._screen.when_done(
                WORK.submit(looked_through, self._editor, self._scan), self._tell_found, self._tell_fault
            )

    def _tell_found(self, found: Leaving) -> None:
        if self.box.isChecked() and (found.sealed or found.drawn):
            self.told.say("warn", _sealed if found.sealed else lambda: _drawn(found.drawn))

    def _tell_fault(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            our_fault(error)
        elif self.box.isChecked():
            words = f"{error.why} {error.remedy}"
            self.told.say("error", lambda: words)


def _sealed() -> str:
    return _(
        "Digitally signed: it leaves as it is, with all that the file tells about who made it, when and with what."
    )


def _drawn(pages: int) -> str:
    words = ngettext(
        "Something lies hidden on a page of this PDF, below a bar for instance. That page leaves as a picture of what it shows.",
        "Something lies hidden on {count} pages of this PDF, below a bar for instance. They leave as pictures of what they"
        " show.",
        pages,
    )
    return words.format(count=pages)
