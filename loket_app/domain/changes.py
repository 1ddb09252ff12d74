"""Every edit of a case is a Change. Undo, history, audit, the draft and merging all read the same log.

A change sets the value at a path (`stay/category`), adds an item (`household/3f2a`, before None) or takes one away
(after None). Changes made in one act share a `group`; a group that takes another back names it in `undoes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, is_dataclass, replace
from datetime import datetime
from typing import Any

from loket_app.domain.case import Case
from loket_app.domain.shape import shape_of


class Conflict(ValueError):
    """The case no longer holds what the change thought it would change."""


class NoSuchPlace(KeyError):
    """A path that leads nowhere in this case."""


@dataclass(frozen=True)
class Change:
    """One edit: where, from what, to what, who, when (UTC). `position` is an item's place in its list."""

    case: str
    path: str
    before: Any
    after: Any
    by: str
    at: datetime
    group: str
    undoes: str = ""
    position: int | None = None


def value_at(case: Case, path: str) -> Any:
    """What stands at a path; None for an item that is not there. Raises NoSuchPlace."""
    here: Any = case
    listed = False
    for step in path.split("/"):
        if listed:
            here, listed = next((item for item in here if item.id == step), None), False
        elif is_dataclass(here) and step in (shapes := shape_of(type(here))):
            here, listed = getattr(here, step), shapes[step].many and shapes[step].is_record
        else:
            raise NoSuchPlace(path)
    return here


def apply(case: Case, change: Change) -> Case:
    """The case after the change, one revision on. Raises Conflict, NoSuchPlace."""
    if value_at(case, change.path) != change.before:
        raise Conflict(change.path)
    changed: Case = _put(case, change.path.split("/"), change)
    return replace(changed, revision=case.revision + 1)


def apply_all(case: Case, changes: Iterable[Change]) -> Case:
    """The case after all the changes, in order. Raises Conflict, NoSuchPlace."""
    for change in changes:
        case = apply(case, change)
    return case


def _put(here: Any, steps: Sequence[str], change: Change) -> Any:
    if isinstance(here, tuple):
        return _put_item(here, steps, change)
    if len(steps) == 1:
        if change.after is None:
            raise NoSuchPlace(change.path)  # only an item can be taken away
        return replace(here, **{steps[0]: change.after})
    return replace(here, **{steps[0]: _put(getattr(here, steps[0]), steps[1:], change)})


def _put_item(items: tuple[Any, ...], steps: Sequence[str], change: Change) -> tuple[Any, ...]:
    if len(steps) > 1:
        return tuple(_put(item, steps[1:], change) if item.id == steps[0] else item for item in items)
    if change.after is None:
        return tuple(item for item in items if item.id != steps[0])
    if change.after.id != steps[0]:
        raise NoSuchPlace(change.path)
    if change.before is not None:
        return tuple(change.after if item.id == steps[0] else item for item in items)
    position = len(items) if change.position is None else change.position
    return (*items[:position], change.after, *items[position:])


def position_of(case: Case, path: str) -> int | None:
    """Where an item stands in its list; None when the path is not an item's."""
    parent, _, item_id = path.rpartition("/")
    siblings = value_at(case, parent) if parent else None
    if not isinstance(siblings, tuple):
        return None
    return next((n for n, item in enumerate(siblings) if getattr(item, "id", None) == item_id), len(siblings))


def inverse(change: Change, *, by: str, at: datetime, group: str) -> Change:
    """The change that takes this one back."""
    return replace(change, before=change.after, after=change.before, by=by, at=at, group=group, undoes=change.group)


def undo(log: Sequence[Change], *, by: str, at: datetime, group: str) -> tuple[Change, ...]:
    """What takes the last act back; empty when there is nothing to take back."""
    done, _ = _stacks(log)
    return _invert(log, done[-1], by, at, group) if done else ()


def redo(log: Sequence[Change], *, by: str, at: datetime, group: str) -> tuple[Change, ...]:
    """What does the last undone act again; empty when nothing was undone since the last edit."""
    _, undone = _stacks(log)
    return _invert(log, undone[-1], by, at, group) if undone else ()


def can_undo_redo(log: Sequence[Change]) -> tuple[bool, bool]:
    """Whether there is something to undo, and something to redo."""
    done, undone = _stacks(log)
    return bool(done), bool(undone)


def _invert(log: Sequence[Change], target: str, by: str, at: datetime, group: str) -> tuple[Change, ...]:
    act = [change for change in log if change.group == target]
    return tuple(inverse(change, by=by, at=at, group=group) for change in reversed(act))


def _stacks(log: Sequence[Change]) -> tuple[list[str], list[str]]:
    done: list[str] = []
    undone: list[str] = []
    for group, undoes in dict.fromkeys((change.group, change.undoes) for change in log):
        if not undoes:
            done.append(group)
            undone.clear()
        elif done and done[-1] == undoes:
            undone.append(group)
            done.pop()
        elif undone and undone[-1] == undoes:
            done.append(group)
            undone.pop()
    return done, undone
