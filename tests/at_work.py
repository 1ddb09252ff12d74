"""A desk at work, for tests, pictures and measurements: a store, a clock that stands still, a window that has settled."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from loket_app.domain.case import Case
from loket_app.domain.case import Desk as DeskPlace
from loket_app.services.clock import Clock
from loket_app.services.desk import Desk
from loket_app.services.entrance import Opened, SetUp, create_store, open_store
from loket_app.services.store import add_cases
from loket_app.ui.case.pieces.consent_sheet import ConsentSheet
from loket_app.ui.case.pieces.cost_sheet import CostSheet
from loket_app.ui.case.pieces.explanation_sheet import ExplanationSheet
from loket_app.ui.shell.main_window import MainWindow
from loket_app.ui.summary.summary_piece import SummaryPiece

LOGIN, PASSPHRASE = "AV", "zeven fietsen op zolder"
NOW = datetime(2026, 4, 14, 12, 3, tzinfo=UTC)
PREVIEWS: tuple[type[SummaryPiece | ExplanationSheet | ConsentSheet | CostSheet], ...] = (
    SummaryPiece,
    ExplanationSheet,
    ConsentSheet,
    CostSheet,
)
_SHORT_MS = 1000
_TICK_MS = 4


def still_clock(at: datetime = NOW) -> Clock:
    """It is always this moment; ids are counted."""
    numbers = count(1)
    return Clock(now=lambda: at, new_id=lambda: f"{next(numbers):016x}")


def make_profile(folder: Path, cases: Sequence[Case] = ()) -> Path:
    """The closed profile of An Vos at the desk of Ghent, with these cases in its store."""
    opened = create_store(folder / "profile", SetUp(LOGIN, PASSPHRASE, DeskPlace.GHENT, "An Vos", "nl"))
    add_cases(opened, {case.number: case for case in cases}, clock=still_clock())
    opened.close()
    return opened.profile


def unlock(profile: Path) -> Opened:
    """Open a profile that `make_profile` made."""
    return open_store(profile, LOGIN, PASSPHRASE)


def until(condition: Callable[[], object], seconds: float = 90.0) -> None:
    """Let the screen live until something is so. Raises TimeoutError: late enough for a machine with other work to do."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        loop = QEventLoop()
        QTimer.singleShot(_TICK_MS, loop.quit)
        loop.exec()


def settle(window: MainWindow) -> None:
    """Let the window live until nothing is on its way: no answer of the store, no advice, no preview."""
    for _round in range(3):
        asked = window._desk._thread.submit(lambda _store: None)
        until(asked.done)
        QApplication.processEvents()  # the answers that came before
        until(lambda: _rests(window))


def _rests(window: QWidget) -> bool:
    timers = [timer for timer in window.findChildren(QTimer) if timer.isActive() and timer.isSingleShot()]
    previews = [piece for kind in PREVIEWS for piece in window.findChildren(kind) if piece.isVisible()]
    return all(timer.interval() > _SHORT_MS for timer in timers) and all(piece.is_drawn() for piece in previews)


def open_window(profile: Path, clock: Clock | None = None) -> MainWindow:
    """The main window on a profile, not shown yet. Closing it closes the store."""
    return MainWindow(Desk(unlock(profile), clock=clock or still_clock()))


def row_id(window: MainWindow, text: str) -> str:
    """The id of the first case that is found by a text."""
    found = window._desk.search(text)
    until(found.done)
    return found.result()[0].id
