"""The pages of a document that came from elsewhere: nobody knows how many they are, how large, how long they take."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loket_app.i18n import _
from loket_app.services.printing import PageImage, page_count, render_fitting
from loket_app.ui.background import MainThread
from loket_app.ui.style import current
from loket_app.ui.summary.page_view import PageView
from loket_app.ui.summary.paper import DPI
from loket_app.ui.words import Text

MOST_PAGES = 20
"""Pages that are drawn; an application of a large family has eight."""
_A4_LONG = 297 / 25.4
"""Inches of the longer side of A4: no page is drawn larger, whatever it says of itself."""


class PackagePages(QWidget):
    """Draws beside the screen, one page at a time. `failed` when a page can't be drawn."""

    failed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content, self._pages, self._round = b"", 0, 0
        self._screen = MainThread()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="package-pages")
        self.destroyed.connect(_stopping(self._pool, self._screen))
        self._view, self._more = PageView(), Text(self._words, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().size.grid)
        column.addWidget(self._more)
        column.addWidget(self._view)
        self.clear()

    def page_count(self) -> int:
        """How many pages are shown."""
        return self._view.page_count()

    def clear(self) -> None:
        """Show nothing, also of what is being drawn at this moment."""
        self._round += 1
        self._content, self._pages = b"", 0
        self._view.show_pages((), 1)
        self._more.hide()
        self.hide()

    def show_pdf(self, content: bytes) -> None:
        """Show the first pages of a PDF, each when it is drawn."""
        self.clear()
        self._content = content
        self.show()
        now = self._round
        self._screen.when_done(
            self._pool.submit(page_count, content), lambda pages: self._count(now, pages), lambda _e: self._fail(now)
        )

    def _count(self, now: int, pages: int) -> None:
        if now != self._round:
            return
        self._pages = pages
        self._more.refresh()
        self._more.setVisible(pages > MOST_PAGES)
        self._draw(now)

    def _draw(self, now: int) -> None:
        number = self.page_count()
        if number >= min(self._pages, MOST_PAGES):
            return
        longest = round(_A4_LONG * DPI * self.devicePixelRatioF())
        drawn = self._pool.submit(render_fitting, self._content, number, longest)
        self._screen.when_done(drawn, self._taking(now), lambda _error: self._fail(now))

    def _taking(self, now: int) -> Callable[[PageImage], None]:
        def take(page: PageImage) -> None:
            if now == self._round:
                self._view.add_page(page, self._pages, self.devicePixelRatioF())
                self._draw(now)

        return take

    def _fail(self, now: int) -> None:
        if now == self._round:
            self.failed.emit()

    def _words(self) -> str:
        return _("The first {count} of its {pages} pages:").format(count=MOST_PAGES, pages=self._pages)


def _stopping(pool: ThreadPoolExecutor, screen: MainThread) -> Callable[[], None]:
    def stop() -> None:
        screen.close()
        pool.shutdown(wait=False, cancel_futures=True)

    return stop
