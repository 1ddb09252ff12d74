"""Results of other threads, brought to the thread of the screen. The screen never waits for a disk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

R = TypeVar("R")


class MainThread(QObject):
    """Runs functions on the thread that made it. Call it from any thread; what comes after `close` is dropped."""

    _called = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._open = True
        self._called.connect(self._run)

    def __call__(self, work: Callable[[], None]) -> None:
        """Run this soon on the screen's thread."""
        self._called.emit(work)

    def when_done(
        self, future: Future[R], on_result: Callable[[R], None], on_error: Callable[[BaseException], None]
    ) -> None:
        """Bring the result or the error of a future to the screen's thread. A cancelled one brings nothing."""

        def deliver(done: Future[R]) -> None:
            try:
                error = done.exception()
            except CancelledError:
                return
            if error is None:
                self(lambda: on_result(done.result()))
            else:
                self(lambda: on_error(error))

        future.add_done_callback(deliver)

    def close(self) -> None:
        """Bring nothing any more: the screen goes away."""
        self._open = False

    def _run(self, work: Callable[[], None]) -> None:
        if self._open:
            work()


def our_fault(error: BaseException) -> None:
    """For errors that no screen can mend: raise it where the report of faults is made."""
    raise error
