"""Pages of a PDF one under the other, as they will be printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.printing import PageImage
from loket_app.ui.style import current, mark

_NARROWEST = 160


class PageView(QWidget):
    """Shows pictures of pages; keeps the ones it has until new ones come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current().size.grid * 2)
        self._pages: list[QLabel] = []

    def show_pages(self, pages: Sequence[PageImage], scale: float) -> None:
        """Show these pages, made for a screen of that scale."""
        while len(self._pages) > len(pages):
            sheet = self._pages.pop()
            self._layout.removeWidget(sheet)
            sheet.deleteLater()
        while len(self._pages) < len(pages):
            self._pages.append(self._sheet())
        for number, (label, page) in enumerate(zip(self._pages, pages, strict=True), 1):
            label.setPixmap(_picture(page, scale))
            label.setAccessibleName(_("Page {page} of {pages}").format(page=number, pages=len(pages)))

    def add_page(self, page: PageImage, pages: int, scale: float) -> None:
        """Show one page more below the others, of so many that there are."""
        self._pages.append(self._sheet())
        self._pages[-1].setPixmap(_picture(page, scale))
        self._pages[-1].setAccessibleName(_("Page {page} of {pages}").format(page=len(self._pages), pages=pages))

    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def _sheet(self) -> QLabel:
        label = _Sheet()
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        mark(label, kind="paper")
        self._layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        return label


class _Sheet(QLabel):
    """A page that becomes smaller where there is less room than it wants."""

    def __init__(self) -> None:
        super().__init__()
        self.setScaledContents(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the narrowest page."""
        return QSize(_NARROWEST, self.heightForWidth(_NARROWEST))

    def heightForWidth(self, width: int) -> int:
        """The height that keeps its shape."""
        picture = self.pixmap()
        return round(width * picture.height() / picture.width()) if picture.width() else width


def _picture(page: PageImage, scale: float) -> QPixmap:
    image = QImage(page.bgra, page.width, page.height, 4 * page.width, QImage.Format.Format_RGB32)
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(scale)
    return picture
