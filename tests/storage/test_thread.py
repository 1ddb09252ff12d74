"""The thread that owns the store."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from loket_app.storage.errors import CannotOpen
from loket_app.storage.store import Store
from loket_app.storage.thread import Closed, DatabaseThread
from tests.storage.conftest import KEY
from tests.storage.samples import case, edit, keep, make

LONG = 20


@pytest.fixture
def closed(store: Store, path: Path) -> Path:
    keep(store, case())
    store.close()
    return path


@pytest.fixture
def thread(closed: Path) -> Iterator[DatabaseThread]:
    running = DatabaseThread(lambda: Store.open(closed, KEY))
    yield running
    running.close()


def test_it_works_in_a_thread_of_its_own(thread: DatabaseThread) -> None:
    names = {thread.submit(lambda _store: threading.current_thread().name).result(LONG) for _ in range(3)}
    assert names == {"loket-store"}
    thread.opened.result(LONG)


def test_everything_is_done_in_order(thread: DatabaseThread) -> None:
    done: list[int] = []
    futures = [thread.submit(partial(_note, done, n)) for n in range(200)]
    futures[-1].result(LONG)
    assert done == list(range(200))


def _note(done: list[int], number: int, _store: Store) -> None:
    done.append(number)


def test_an_error_comes_with_the_answer_and_the_next_is_done(thread: DatabaseThread) -> None:
    failed = thread.submit(lambda _store: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        failed.result(LONG)
    assert thread.submit(lambda store: store.verify().cases).result(LONG) == 1


def test_closing_does_what_was_asked_first(thread: DatabaseThread, closed: Path) -> None:
    gate = threading.Event()
    thread.submit(lambda _store: gate.wait(LONG))
    saved = thread.submit(lambda store: make(store, edit(case(), "remarks", "kept")))
    gate.set()
    thread.close()
    assert saved.result(0).remarks == "kept"
    assert [file.name for file in closed.parent.iterdir()] == [closed.name]


def test_a_closed_thread_takes_nothing_more(thread: DatabaseThread) -> None:
    thread.close()
    thread.close()
    with pytest.raises(Closed):
        thread.submit(lambda _store: None)


def test_what_was_cancelled_is_not_done(thread: DatabaseThread) -> None:
    gate, done = threading.Event(), []
    thread.submit(lambda _store: gate.wait(LONG))
    unwanted = thread.submit(lambda _store: done.append("unwanted"))
    assert unwanted.cancel()
    gate.set()
    thread.submit(lambda _store: done.append("wanted")).result(LONG)
    assert done == ["wanted"]


def test_a_program_that_forgets_to_close_ends_all_the_same(closed: Path) -> None:
    text = (
        "from pathlib import Path; from loket_app.storage.store import Store; "
        "from loket_app.storage.thread import DatabaseThread; "
        f"thread = DatabaseThread(lambda: Store.open(Path({str(closed)!r}), bytes(range(32)))); "
        "thread.submit(lambda store: store.set_setting('kept', 1)).result()"
    )
    subprocess.run([sys.executable, "-c", text], cwd=Path(__file__).parents[2], check=True, timeout=LONG)
    store = Store.open(closed, KEY)
    assert store.setting("kept") == 1
    store.close()


def test_a_store_that_does_not_open_says_so_to_everybody(closed: Path) -> None:
    thread = DatabaseThread(lambda: Store.open(closed, bytes(32)))
    waiting = thread.submit(lambda store: store.setting("x"))
    for future in (thread.opened, waiting):
        with pytest.raises(CannotOpen):
            future.result(LONG)
    thread.close()
    assert not thread._thread.is_alive()


def test_what_is_asked_while_it_ends_is_done_or_refused(
    thread: DatabaseThread, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Put in behind the end nobody would take it up, and whoever waits for it would wait for ever."""
    jobs, ending = thread._jobs, threading.Thread(target=thread.close)

    class Jobs:
        """The same queue; the end comes just before the next job."""

        def put(self, job: object) -> None:
            if job is not None:
                ending.start()
                ending.join(0.1)
            jobs.put(job)  # type: ignore[arg-type]  # it is one of the two

        def get(self) -> object:
            return jobs.get()

    monkeypatch.setattr(thread, "_jobs", Jobs())
    asked = thread.submit(lambda store: store.verify().cases)
    assert asked.result(LONG) == 1
    ending.join(LONG)
    with pytest.raises(Closed):
        thread.submit(lambda store: store.verify())
