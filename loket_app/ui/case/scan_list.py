"""The scans of one record of a case: added from a file, by dropping or pasting, and looked at inside Loket alone."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QSettings
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QImageWriter, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from loket_app.domain.attachment import AttachmentKind, same_scan, scans_about
from loket_app.domain.case import Case
from loket_app.i18n import _
from loket_app.services.attachments import Offered, attach, from_content, from_file
from loket_app.services.complaints import Complaint
from loket_app.services.editing import CaseEditor
from loket_app.services.saving import why_scan_not_kept
from loket_app.ui.background import MainThread, our_fault
from loket_app.ui.case.scan_row import ScanRow
from loket_app.ui.case.scan_work import WORK
from loket_app.ui.kit.button import Button
from loket_app.ui.kit.flow import FlowBox
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.style import current
from loket_app.ui.words import Text


class ScanList(QWidget):
    """Scans about the record with the id `about`, kept as `kind`. It follows the case with `show_case`."""

    def __init__(self, editor: CaseEditor, about: str, kind: AttachmentKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._about, self._kind = editor, about, kind
        self._rows: dict[str, ScanRow] = {}
        self._again: Offered | None = None
        self._screen = MainThread()
        self.destroyed.connect(self._screen.close)
        self.setAcceptDrops(True)
        self._lay_out()
        self.show_case(editor.case)

    def show_case(self, case: Case) -> None:
        """Show the scans of this record."""
        present = {scan.id: scan for scan in scans_about(case, self._about)}
        for gone in [known for known in self._rows if known not in present]:
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        new = [scan_id for scan_id in present if scan_id not in self._rows]
        for scan_id in new:
            self._rows[scan_id] = ScanRow(self._editor, present[scan_id])
            self._list.insertWidget(list(present).index(scan_id), self._rows[scan_id])
        for number, scan_id in enumerate(present, 1):
            self._rows[scan_id].show_number(number)
        if new and self._editor.scans is not None:
            self._screen.when_done(self._editor.scans.held(), self._know_held, our_fault)

    def reveal(self, path: str) -> bool:
        """Put the cursor on the scan at a path; the list of scans has none of its own."""
        row = self._rows.get(path.removeprefix("attachments/"))
        if row is not None:
            row.open.setFocus()
        return row is not None

    def rows(self) -> tuple[ScanRow, ...]:
        """One row a scan."""
        return tuple(self._rows.values())

    def choose(self) -> None:
        """Ask for files."""
        kinds = _("Scans") + " (*.jpg *.jpeg *.png *.pdf *.JPG *.JPEG *.PNG *.PDF)"
        chosen, _filter = QFileDialog.getOpenFileNames(self, _("Add a scan"), "", kinds)
        # Qt's own dialog remembers folders, and a folder may be named after somebody
        QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
        self.add_files([Path(name) for name in chosen])

    def add_files(self, paths: list[Path]) -> None:
        """Take in scans that lie in files."""
        for path in paths:
            self._take(WORK.submit(from_file, path))

    def paste(self) -> bool:
        """Take in what the clipboard holds, when that is a picture or files; gives whether it was."""
        return self._take_data(QGuiApplication.clipboard().mimeData())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may come."""
        if _files(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped; where it lay it stays."""
        if self._take_data(event.mimeData()):
            event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes in what was copied."""
        if not (event.matches(QKeySequence.StandardKey.Paste) and self.paste()):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Name the rows in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_case(self._editor.case)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid // 2)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.message = InlineMessage()
        self.message.acted.connect(self._keep_again)
        line = FlowBox()
        self.button = Button(lambda: _("Add a scan"), "quiet", "add")
        self.button.clicked.connect(self.choose)
        self.button.setToolTip(_hint())
        line.add(self.button)
        column.addLayout(self._list)
        column.addWidget(line)
        column.addWidget(Text(_hint, "muted"))
        column.addWidget(self.message)

    def _take_data(self, data: QMimeData) -> bool:
        files = _files(data)
        if files:
            self.add_files(files)
            return True
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self._take(WORK.submit(_from_picture, image, _("The picture")))
            return True
        return False

    def _take(self, looked_at: Future[Offered]) -> None:
        self.message.hide()
        self._screen.when_done(looked_at, self._offer, self._refuse)

    def _offer(self, offered: Offered) -> None:
        """Keep it, unless the case has the same scan already: that is said, and left to the counsellor."""
        twin = same_scan(self._editor.case, offered.sha256, self._about)
        if twin is None:
            self._keep(offered)
        elif twin.about == self._about:
            self.message.say("info", lambda: _("This scan is already here."))
        else:
            self._again = offered
            self.message.say("warn", _elsewhere, lambda: _("Add it here too"))

    def _keep_again(self) -> None:
        if self._again is not None:
            offered, self._again = self._again, None
            self.message.hide()
            self._keep(offered)

    def _keep(self, offered: Offered) -> None:
        kept = attach(self._editor, offered, self._kind, self._about)
        self._screen.when_done(kept, lambda _kept: None, self._lament)

    def _refuse(self, error: BaseException) -> None:
        if not isinstance(error, Complaint):
            our_fault(error)
        self.message.say("error", lambda: str(error))

    def _lament(self, error: BaseException) -> None:
        self.message.say("error", lambda: why_scan_not_kept(error))

    def _know_held(self, held: frozenset[str]) -> None:
        for scan_id, row in self._rows.items():
            row.show_here(here=scan_id in held)


def _hint() -> str:
    return _("JPEG, PNG or PDF, at most 10 MB. Drop it here, or paste it with Ctrl+V.")


def _elsewhere() -> str:
    return _("The same scan is already in this case, with something else.")


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _from_picture(image: QImage, called: str) -> Offered:
    """A copied picture as a PNG, made in memory."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return from_content(bytes(content.data()), called)
