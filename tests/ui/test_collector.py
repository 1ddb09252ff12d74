"""Objects that hold each other end on the thread of the screen, whichever thread works meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication

from loket_app.ui.collector import Collector
from tests.at_work import until


class Held:
    """Holds itself, and tells on which thread it ends."""

    def __init__(self, ended: list[Thread]) -> None:
        self.itself, self._ended = self, ended

    def __del__(self) -> None:
        self._ended.append(current_thread())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    running = Collector(qapp)
    yield running
    running.stop()
    running.deleteLater()


@pytest.mark.usefixtures("collector")
def test_nothing_ends_on_the_thread_of_the_store() -> None:
    ended: list[Thread] = []
    made: list[list[int]] = []
    Held(ended)
    working = Thread(target=lambda: made.extend([number] for number in range(200_000)))
    working.start()
    working.join()
    assert ended == []
    until(lambda: ended)
    assert ended == [main_thread()]


def test_python_does_it_again_afterwards(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
