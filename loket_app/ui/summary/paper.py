"""One document of a case, made beside the screen: for the preview, the printer and the disk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeAlias

from PySide6.QtCore import QObject

from loket_app.domain.advice import Advice
from loket_app.domain.case import Case
from loket_app.services.printing import PageImage, render_pages
from loket_app.ui.background import MainThread, our_fault

DPI = 86  # an A4 page within the column of a case page, so that it is shown pixel by pixel

Wanted: TypeAlias = tuple[object, ...]
"""How a document is wanted, the language first: two that are equal give the same document."""

Write: TypeAlias = Callable[[Case, Advice, Wanted], bytes]
Pages: TypeAlias = tuple[PageImage, ...]


class Paper(QObject):
    """Makes a document with `write` on a thread of its own, and keeps the last one as long as the case stays the same."""

    def __init__(self, name: str, write: Write, parent: QObject) -> None:
        super().__init__(parent)
        self._write, self._screen = write, MainThread()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix=name)
        self.destroyed.connect(_shutdown(self._pool, self._screen))
        self.case: Case | None = None
        self._advice: Advice | None = None
        self._made: tuple[Case, Advice, Wanted, bytes] | None = None

    def follow(self, case: Case, advice: Advice) -> bool:
        """Be about this case and its advice; gives whether that is another one than before."""
        other = self.case is not case or self._advice != advice
        if other:
            self.case, self._advice = case, advice
        return other

    def made(self, wanted: Wanted) -> bytes | None:
        """The document of the case as it stands now, when it was made already."""
        if self._made is None:
            return None
        case, advice, made_as, pdf = self._made
        return pdf if case is self.case and advice is self._advice and made_as == wanted else None

    def preview(self, wanted: Wanted, scale: float, show: Callable[[Pages], None]) -> None:
        """Show the pages as pictures for a screen of that scale; nothing when they are shown already."""
        if self.case is None or self._advice is None or self.made(wanted) is not None:
            return
        case, advice = self.case, self._advice

        def work() -> tuple[bytes, Pages]:
            pdf = self._write(case, advice, wanted)
            return pdf, tuple(render_pages(pdf, round(DPI * scale)))

        def shown(made: tuple[bytes, Pages]) -> None:
            self._made = (case, advice, wanted, made[0])
            show(made[1])

        self._screen.when_done(self._pool.submit(work), shown, our_fault)

    def use(self, wanted: Wanted, use: Callable[[bytes], object]) -> None:
        """Use the document of the case as it stands now, not of a preview that lags behind."""
        ready = self.made(wanted)
        if ready is not None:
            use(ready)
        elif self.case is not None and self._advice is not None:
            pdf: Future[bytes] = self._pool.submit(self._write, self.case, self._advice, wanted)
            self._screen.when_done(pdf, lambda done: _run(use, done), our_fault)


def _shutdown(pool: ThreadPoolExecutor, screen: MainThread) -> Callable[[], None]:
    def stop() -> None:
        screen.close()
        pool.shutdown(wait=False, cancel_futures=True)

    return stop


def _run(use: Callable[[bytes], object], pdf: bytes) -> None:
    use(pdf)
