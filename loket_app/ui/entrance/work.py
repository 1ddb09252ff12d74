"""Slow work beside the screen: deriving a key, opening the cases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject

from loket_app.services.entrance_problems import EntranceProblem, OurFault
from loket_app.ui.background import MainThread

R = TypeVar("R")


class Work(QObject):
    """One thing at a time on a thread of its own. Results come back on the screen's thread, as long as this lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="entrance")
        self._screen = MainThread()
        parent.destroyed.connect(self._screen.close)

    def start(
        self, work: Callable[[], R], on_result: Callable[[R], None], on_problem: Callable[[EntranceProblem], None]
    ) -> None:
        """Do `work`. What is no EntranceProblem is our fault: the person reads so, and it is raised for the report."""

        def failed(error: BaseException) -> None:
            if isinstance(error, EntranceProblem):
                on_problem(error)
            else:
                on_problem(OurFault())
                raise error

        self._screen.when_done(self._pool.submit(work), on_result, failed)
