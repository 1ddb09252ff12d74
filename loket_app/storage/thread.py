"""One thread that owns the store. Whatever is asked of it is done in order; answers and errors come in a Future."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

from loket_app.storage.store import Store

R = TypeVar("R")
Job = tuple[Callable[[Store], Any], "Future[Any]"]


class Closed(RuntimeError):
    """The store was closed; nothing more can be asked of it."""


class DatabaseThread:
    """Opens a store in a thread of its own and works there. Knows nothing of screens.

    A program that ends without `close` is not held up; what was committed by then is kept.
    """

    def __init__(self, opening: Callable[[], Store]) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._closed = False
        self._asking = Lock()
        self.opened: Future[None] = Future()
        self._thread = Thread(target=self._run, args=(opening,), name="loket-store", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[Store], R]) -> Future[R]:
        """Have `work` done with the store, after all that was asked before. Raises Closed.

        What it raises, or what opening the store raised, is raised by the future's `result`.
        """
        future: Future[R] = Future()
        with self._asking:  # behind the end nobody would ever take it up
            if self._closed:
                raise Closed
            self._jobs.put((work, future))
        return future

    def close(self) -> None:
        """Do all that was asked, close the store, end the thread. Safe to call twice."""
        with self._asking:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()

    def _run(self, opening: Callable[[], Store]) -> None:
        try:
            store = opening()
        except BaseException as error:  # noqa: BLE001  # it is raised where the store is waited for
            self.opened.set_exception(error)
            self._refuse(error)
            return
        self.opened.set_result(None)
        try:
            self._work(store)
        finally:
            store.close()

    def _work(self, store: Store) -> None:
        while (job := self._jobs.get()) is not None:
            work, future = job
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(work(store))
            except BaseException as error:  # noqa: BLE001  # it is raised where the answer is waited for
                future.set_exception(error)

    def _refuse(self, error: BaseException) -> None:
        while (job := self._jobs.get()) is not None:
            if job[1].set_running_or_notify_cancel():
                job[1].set_exception(error)
