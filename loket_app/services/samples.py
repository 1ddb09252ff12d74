"""The sample stories in a store of the desk: which of them are there, and taking them out once nobody needs them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from loket_app.services.clock import Clock
from loket_app.storage.store import Store
from loket_app.storage.unit import UnitOfWork

SAMPLES = {
    "demo-1": "BRU-0000-0001",
    "demo-2": "BRU-0000-0002",
    "demo-3": "BRU-0000-0003",
    "demo-4": "BRU-0000-0004",
}
"""The ids of the stories with their numbers: no desk gives a number of the year 0."""

_REMOVED = "samples_removed"


@dataclass(frozen=True)
class Removed:
    """The last time that stories were taken out: when, and the login of who did it."""

    at: datetime
    by: str


@dataclass(frozen=True)
class SamplesHere:
    """The numbers of the stories that are in the store, and when any were taken out."""

    numbers: tuple[str, ...]
    removed: Removed | None


class Samples:
    """Of one store; `submit` has work done on its thread."""

    def __init__(self, submit: Callable[[Callable[[Store], Any]], Future[Any]], login: str, clock: Clock) -> None:
        self._submit, self._login, self._clock = submit, login, clock

    def here(self) -> Future[SamplesHere]:
        """What there is of them."""

        def job(store: Store) -> SamplesHere:
            with store.reading() as unit:
                return _here(unit)

        return self._submit(job)

    def remove(self) -> Future[SamplesHere]:
        """Take out those that are here, with all that was tried in them, and note when and by whom. No undo."""

        def job(store: Store) -> SamplesHere:
            with store.work() as unit:
                found = _found(unit)
                if found:
                    unit.cases.remove_samples(list(found))
                    unit.set_setting(_REMOVED, {"at": self._clock.now().isoformat(), "by": self._login})
                    unit.commit()
            with store.reading() as unit:
                return _here(unit)

        return self._submit(job)


def _found(unit: UnitOfWork) -> dict[str, str]:
    """Those of which both the id and the number are a story's."""
    return {case: number for case, number in SAMPLES.items() if unit.cases.has(case, number)}


def _here(unit: UnitOfWork) -> SamplesHere:
    noted = unit.setting(_REMOVED)
    removed = Removed(datetime.fromisoformat(noted["at"]), noted["by"]) if noted else None
    return SamplesHere(tuple(_found(unit).values()), removed)
