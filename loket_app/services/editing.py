"""One open case: every edit is a change, applied at once and written behind the screen's back.

Nothing waits for the disk. What is not written yet stays in `pending`, in order, and is tried again; the saved state
is a fact with a time. Undo and redo are changes like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from loket_app.domain import changes
from loket_app.domain.applicants import beside_relation
from loket_app.domain.case import Case
from loket_app.domain.changes import Change
from loket_app.domain.removing import gone_with
from loket_app.services.attachments import CaseScans
from loket_app.services.clock import Clock

SAME_ACT = timedelta(seconds=20)


@dataclass(frozen=True)
class Saved:
    """Everything is in the store; `at` says since when (None: nothing was edited yet)."""

    at: datetime | None = None


@dataclass(frozen=True)
class Saving:
    """A write is under way."""


@dataclass(frozen=True)
class NotSaved:
    """The store could not be written: why, and since when. The changes are kept and tried again."""

    error: BaseException
    since: datetime


SaveState = Saved | Saving | NotSaved


Recorder = Callable[[Sequence[Change]], Future[Any]]
"""Writes changes in one transaction, on another thread; the future is done when they are in the store."""

Dispatch = Callable[[Callable[[], None]], None]
"""Runs a function on the thread that edits."""


class CaseEditor:
    """Edits of one case by one person. Listeners hear of every new case and of every new saved state."""

    def __init__(
        self,
        case: Case,
        log: Sequence[Change],
        record: Recorder,
        *,
        by: str,
        dispatch: Dispatch,
        clock: Clock | None = None,
        scans: CaseScans | None = None,
    ) -> None:
        self.case = case
        self.scans = scans
        self.state: SaveState = Saved()
        self.by = by
        self._log = list(log)
        self._pending: list[Change] = []
        self._record, self._dispatch, self._clock = record, dispatch, clock or Clock()
        self._on_case: list[Callable[[Case], None]] = []
        self._on_state: list[Callable[[SaveState], None]] = []

    def listen(self, on_case: Callable[[Case], None], on_state: Callable[[SaveState], None] | None = None) -> None:
        """Call these from now on when the case or the saved state changes."""
        self._on_case.append(on_case)
        if on_state is not None:
            self._on_state.append(on_state)

    def forget(self, on_case: Callable[[Case], None], on_state: Callable[[SaveState], None] | None = None) -> None:
        """Stop calling these."""
        self._on_case = [listener for listener in self._on_case if listener != on_case]
        self._on_state = [listener for listener in self._on_state if listener != on_state]

    @property
    def log(self) -> tuple[Change, ...]:
        """Every change of this case, oldest first, written or not."""
        return tuple(self._log)

    @property
    def pending(self) -> tuple[Change, ...]:
        """What is not known to be in the store yet."""
        return tuple(self._pending)

    def set(self, path: str, value: Any) -> None:
        """Answer a question; the same again is no edit. A second applicant takes the first one's place. Raises NoSuchPlace."""
        before = changes.value_at(self.case, path)
        if before != value:
            group, others = self._group_for(path), beside_relation(self.case, path, value, self._log)
            self._do([*self._answers(others, group), self._change(path, before, value, group)])

    def set_many(self, answers: dict[str, Any]) -> None:
        """Answer several questions in one act, undone together."""
        self._do(self._answers(answers, self._clock.new_id()))

    def add(self, list_path: str, item: Any, beside: Mapping[str, Any] | None = None) -> str:
        """Add an item (a person, a document, a cost) at the end of a list, and give its path.

        `beside` are answers that change with it, in the same act.
        """
        path, group = f"{list_path}/{item.id}", self._clock.new_id()
        self._do([self._change(path, None, item, group), *self._answers(beside or {}, group)])
        return path

    def add_many(self, list_path: str, items: Sequence[Any], beside: Mapping[str, Any] | None = None) -> None:
        """Add items at the end of a list in their order, and answers that change with them, in one act."""
        group, end = self._clock.new_id(), len(changes.value_at(self.case, list_path))
        added = (self._change(f"{list_path}/{item.id}", None, item, group) for item in items)
        placed = [replace(change, position=end + at) for at, change in enumerate(added)]
        self._do([*placed, *self._answers(beside or {}, group)])

    def remove(self, item_path: str) -> None:
        """Take an item away with what is of nobody without it; undo brings all of it back to its place."""
        if changes.value_at(self.case, item_path) is None:
            return
        group = self._clock.new_id()
        gone = (*gone_with(self.case, item_path), item_path)
        self._do([self._change(path, changes.value_at(self.case, path), None, group) for path in gone])

    def later(self, work: Callable[[], None]) -> None:
        """Run this soon on the thread that edits; call it from any thread."""
        self._dispatch(work)

    def new_id(self) -> str:
        """An id for a new item."""
        return self._clock.new_id()

    def now(self) -> datetime:
        """The moment of an act, for records that keep it."""
        return self._clock.now()

    def today(self) -> date:
        """The day at the desk, for records that begin with it."""
        return self._clock.today()

    def can_undo_redo(self) -> tuple[bool, bool]:
        """Whether there is something to undo, and something to redo."""
        return changes.can_undo_redo(self._log)

    def undo(self) -> tuple[Change, ...]:
        """Take the last act back, and give what that changed."""
        return self._step(changes.undo)

    def redo(self) -> tuple[Change, ...]:
        """Do the last undone act again, and give what that changed."""
        return self._step(changes.redo)

    def retry(self) -> None:
        """Try to write what could not be written."""
        if self._pending and not isinstance(self.state, Saving):
            self._write()

    def _change(self, path: str, before: Any, after: Any, group: str) -> Change:
        position = changes.position_of(self.case, path)
        return Change(self.case.id, path, before, after, self.by, self._clock.now(), group, position=position)

    def _answers(self, answers: Mapping[str, Any], group: str) -> list[Change]:
        befores = {path: changes.value_at(self.case, path) for path in answers}
        return [self._change(p, befores[p], v, group) for p, v in answers.items() if befores[p] != v]

    def _group_for(self, path: str) -> str:
        """Typing on in one field is one act: undo takes back the answer, not the last letters."""
        last = self._log[-1] if self._log else None
        same = last and last.path == path and not last.undoes and last.by == self.by
        return last.group if last and same and self._clock.now() - last.at < SAME_ACT else self._clock.new_id()

    def _step(self, way: Callable[..., tuple[Change, ...]]) -> tuple[Change, ...]:
        """One step that can be seen: an act that left an answer as it was, typed and wiped out again, is passed by."""
        found: list[Change] = []
        while step := way([*self._log, *found], by=self.by, at=self.now(), group=self.new_id()):
            found += step
            if not _is_idle(step):
                break
        return self._do(found)

    def _do(self, new: Sequence[Change]) -> tuple[Change, ...]:
        if not new:
            return ()
        self.case = changes.apply_all(self.case, new)
        self._log += new
        self._pending += new
        for listener in tuple(self._on_case):
            listener(self.case)
        if not isinstance(self.state, Saving):
            self._write()
        return tuple(new)

    def _write(self) -> None:
        batch = tuple(self._pending)
        self._tell(Saving())
        try:
            asked = self._record(batch)
        except Exception as error:  # noqa: BLE001  whatever the reason, what was typed is kept and tried again
            self._not_written(error)
            return
        asked.add_done_callback(lambda done: self._dispatch(lambda: self._written(batch, done)))

    def _written(self, batch: Sequence[Change], done: Future[Any]) -> None:
        error = done.exception()
        if error is not None:
            self._not_written(error)
            return
        self._failed_since = None
        del self._pending[: len(batch)]
        if self._pending:
            self._write()
        else:
            self._tell(Saved(self._clock.now()))

    def _not_written(self, error: BaseException) -> None:
        since = self._failed_since or self._clock.now()
        self._failed_since = since
        self._tell(NotSaved(error, since))

    _failed_since: datetime | None = None

    def _tell(self, state: SaveState) -> None:
        self.state = state
        for listener in tuple(self._on_state):
            listener(state)


def _is_idle(act: Sequence[Change]) -> bool:
    one_answer = len({change.path for change in act}) == 1 and act[0].before is not None
    return one_answer and act[0].before == act[-1].after
