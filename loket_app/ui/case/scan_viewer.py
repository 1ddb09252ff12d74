"""A scan or a document, looked at inside Loket: its pages, larger, smaller, turned. Nothing of it is written anywhere."""

from __future__ import annotations

from concurrent.futures import Future

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QResizeEvent, QTransform
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from loket_app.domain.attachment import Attachment
from loket_app.i18n import _
from loket_app.i18n.phrases_scan_facts import scan_name
from loket_app.services.attachments import page_count, page_picture
from loket_app.services.editing import CaseEditor
from loket_app.services.handover import Refused
from loket_app.services.printing import PageImage
from loket_app.ui.background import MainThread
from loket_app.ui.case.scan_work import WORK
from loket_app.ui.kit.inline_message import InlineMessage
from loket_app.ui.kit.worded import Worded
from loket_app.ui.shell import shortcuts
from loket_app.ui.style import current, icon
from loket_app.ui.words import Text, Words

LONGEST = 2400
"""Pixels of the longer side: an A4 page at 200 dots an inch."""

_STEP, _LARGEST, _SMALLEST = 1.25, 4.0, 0.25
_TURN, _ROUND = 90, 360
_SHARE = 0.94
_EDGE = 4


class ScanViewer(Worded, QDialog):
    """Shows the pages of `content` when it comes from the store. `is_drawn()` says whether a page can be seen."""

    def __init__(self, media_type: str, content: Future[bytes | None], name: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._media_type, self._content, self._name = media_type, b"", name
        self._page, self._pages = 0, 1
        self._zoom, self._angle = 1.0, 0
        self._picture = QPixmap()
        self._screen = MainThread()
        self.destroyed.connect(self._screen.close)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Loket")  # the list of windows names nobody
        self.resize(parent.size() * _SHARE)
        self._lay_out()
        self._bind()
        self._screen.when_done(content, self._read, self._fail)

    def is_drawn(self) -> bool:
        """Whether a page can be seen."""
        return not self._picture.isNull()

    def turn_page(self, pages: int) -> None:
        """Go on (1) or back (-1)."""
        there = self._page + pages
        if 0 <= there < self._pages:
            self._page = there
            self._draw()

    def zoom(self, factor: float) -> None:
        """Larger or smaller; 0 fits the page into the window."""
        self._zoom = 1.0 if not factor else min(_LARGEST, max(_SMALLEST, self._zoom * factor))
        self._show()

    def rotate(self) -> None:
        """A quarter to the right."""
        self._angle = (self._angle + _TURN) % _ROUND
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._show)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        bar = QHBoxLayout()
        self._where = Text(self._where_words, "muted")
        self._tools: dict[str, QToolButton] = {}
        for name in ("back", "on", "smaller", "fit", "larger", "turn"):
            self._tools[name] = QToolButton()
            bar.addWidget(self._tools[name])
        bar.addWidget(self._where, 1)
        self._tools["close"] = QToolButton()
        bar.addWidget(self._tools["close"])
        column.addLayout(bar)
        self.message = InlineMessage()
        column.addWidget(self.message)
        self.sheet = QLabel()
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea()
        self.area.setWidget(self.sheet)
        self.area.setWidgetResizable(True)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.area, 1)
        column.setSpacing(current().size.grid)

    def _bind(self) -> None:
        acts = {
            "back": ("PgUp", lambda: self.turn_page(-1)),
            "on": ("PgDown", lambda: self.turn_page(1)),
            "smaller": ("-", lambda: self.zoom(1 / _STEP)),
            "fit": ("0", lambda: self.zoom(0)),
            "larger": ("+", lambda: self.zoom(_STEP)),
            "turn": ("R", self.rotate),
            "close": ("Esc", self.close),
        }
        for name, (_key, work) in acts.items():
            self._tools[name].clicked.connect(work)
        shortcuts.bind(self, {key: work for key, work in acts.values() if key != "Esc"})
        shortcuts.bind(self, {"=": acts["larger"][1]})
        self._words()

    def _words(self) -> None:
        told = {
            "back": ("chevron-left", _("Previous page"), "Page Up"),
            "on": ("chevron-right", _("Next page"), "Page Down"),
            "smaller": ("zoom-out", _("Smaller"), "-"),
            "fit": ("document", _("Whole page"), "0"),
            "larger": ("add", _("Larger"), "+"),
            "turn": ("redo", _("Turn"), "R"),
            "close": ("close", _("Close"), "Esc"),
        }
        for name, (picture, words, key) in told.items():
            self._tools[name].setIcon(icon(picture))
            self._tools[name].setAccessibleName(words)
            self._tools[name].setToolTip(f"{words} ({key})")
        self._where.refresh()

    def _where_words(self) -> str:
        page = _("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages) if self._pages > 1 else ""
        return " · ".join(part for part in (self._name(), page) if part)

    def _read(self, content: bytes | None) -> None:
        """The bytes came from the store."""
        if content is None:
            self.message.say("warn", lambda: _("The scan itself is not here. Add it again from the paper."))
            return
        self._content = content
        self._screen.when_done(WORK.submit(page_count, content, self._media_type), self._count, self._fail)

    def _count(self, pages: int) -> None:
        self._pages = pages
        for name in ("back", "on"):
            self._tools[name].setVisible(pages > 1)
        self._draw()

    def _draw(self) -> None:
        page = self._page
        self._where.refresh()
        drawn = WORK.submit(page_picture, self._content, self._media_type, page, LONGEST)
        self._screen.when_done(drawn, lambda picture: self._take(page, picture), self._fail)

    def _take(self, page: int, picture: PageImage) -> None:
        if page != self._page:
            return
        image = QImage(picture.bgra, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGB32)
        self._picture = QPixmap.fromImage(image)
        self.sheet.setAccessibleName(_("Page {page} of {pages}").format(page=page + 1, pages=self._pages))
        self._show()

    def _show(self) -> None:
        if self._picture.isNull():
            return
        turned = self._picture.transformed(QTransform().rotate(self._angle))
        scale = self.devicePixelRatioF()
        room = self.area.maximumViewportSize() * scale * self._zoom
        shown = turned.scaled(
            room.width() - _EDGE,
            room.height() - _EDGE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(scale)
        self.sheet.setPixmap(shown)

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            words = " ".join(part for part in (error.why, error.remedy) if part)
            self.message.say("error", lambda: words)
        else:
            self.message.say("error", lambda: _("This scan can't be shown. Nothing of it was changed."))


def show_scan(editor: CaseEditor, scan: Attachment, parent: QWidget) -> None:
    """Open a scan of a case in a window of Loket; nothing happens in a case without a store."""
    if editor.scans is not None:
        content = editor.scans.content(scan.id)
        viewer = ScanViewer(scan.media_type, content, lambda: scan_name(editor.case, scan), parent.window())
        viewer.setWindowTitle(_("Scan"))
        viewer.open()
