"""The program on one profile, from the passphrase to the list of cases. Prints seconds and mebibytes.

`unlocked`: from Enter to the painted first page with what is late, due and waited for, `derived` of which went into the
key; `whole`: until the cards of the open cases stand below it. `listed`: from the click on Cases
to the painted rows. `peak_mib`, `now_mib`: memory after scrolling through the whole list.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from loket_app.i18n import set_language
from loket_app.security import slots
from loket_app.services.track import track_rules
from loket_app.ui.application import Application, make_application
from loket_app.ui.entrance.unlock_window import UnlockWindow
from loket_app.ui.shell.main_window import MainWindow
from tests.at_work import PASSPHRASE, settle, until
from tests.benchmarks import memory

STEPS_OF_SCROLLING = 200
_derive = vars(slots)["derive"]
_deriving = [0.0]


def timed_derive(*given: Any) -> bytes:
    """The derivation of the key, with its time taken."""
    start = time.perf_counter()
    key: bytes = _derive(*given)
    _deriving[0] = time.perf_counter() - start
    return key


def main(profile: Path) -> dict[str, float]:
    """Take the times."""
    set_language("nl")
    qt = make_application()
    sys.excepthook = sys.__excepthook__
    program = Application(qt)
    program.show_door(profile)
    _typing_takes_its_time()
    unlocked, whole = _unlock(program)
    window = program.window
    assert window is not None
    settle(window)
    taken = {"unlocked": unlocked, "whole": whole, "derived": _deriving[0], "listed": _list(window)}
    _scroll(window)
    return {**taken, "peak_mib": memory.peak(), "now_mib": memory.now()}


def _typing_takes_its_time() -> None:
    """Nobody types a passphrase before the program has got its breath."""
    until(lambda: track_rules.cache_info().currsize)
    until(lambda: not any(thread.name.startswith("warm-up") for thread in threading.enumerate()))


def _unlock(program: Application) -> tuple[float, float]:
    vars(slots)["derive"] = timed_derive
    door = program._door
    assert door is not None
    assert isinstance(door.window, UnlockWindow)
    form = door.window.unlock
    form.passphrase.set_text(PASSPHRASE)
    start = time.perf_counter()
    form.try_unlock()
    until(lambda: program.window is not None and program.window._today.overview._shown is not None)
    QApplication.processEvents()
    unlocked = time.perf_counter() - start
    assert program.window is not None
    today = program.window._today
    until(lambda: today._rows is not None and not today._cases._next.isActive())
    QApplication.processEvents()
    return unlocked, time.perf_counter() - start


def _list(window: MainWindow) -> float:
    cases = window._cases
    start = time.perf_counter()
    window.show_place("cases")
    until(lambda: cases._model.rowCount() and cases._model._pages)
    QApplication.processEvents()
    return time.perf_counter() - start


def _scroll(window: MainWindow) -> None:
    window._cases._status.setCurrentIndex(1)
    window._cases.refresh()
    settle(window)
    bar = window._cases._table.verticalScrollBar()
    for step in range(STEPS_OF_SCROLLING + 1):
        bar.setValue(bar.maximum() * step // STEPS_OF_SCROLLING)
        settle(window)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))) + "\n")
