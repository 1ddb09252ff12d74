"""What must be written so that the tables hold the new case instead of the old one: only the rows that differ.

Records are frozen and an edit shares all that it did not touch, so what is the same object needs no look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import sqlalchemy as sa

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.domain.case import Case
from loket_app.storage.tables import CASES, EMPTY, MISSING_ANSWER, RecordTable

Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True)
class Insert:
    """A new row."""

    table: sa.Table
    row: Row


@dataclass(frozen=True)
class Update:
    """The columns of one row that changed."""

    table: sa.Table
    key: Row
    values: Row


@dataclass(frozen=True)
class Delete:
    """The rows with that key gone."""

    table: sa.Table
    key: Row


Write: TypeAlias = Insert | Update | Delete


def writes(old: Case | None, new: Case, derived: Row) -> Iterator[Write]:
    """The writes, in an order that every foreign key allows. `derived` are the case row's columns for lists."""
    if old is None:
        yield from _insert(CASES, _Place({}, "", new.id), new, derived)
    else:
        yield from _change(CASES, _Place({}, "", new.id), old, new, derived)


@dataclass(frozen=True)
class _Place:
    """Where a record stands: the columns that name its parent, its path, its case."""

    owner: Row
    path: str
    case_id: str

    def below(self, node: RecordTable, record: Any, name: str) -> _Place:
        """The place of what the record holds under a name."""
        key = _key(node, self, record)
        child = node.children[name]
        return _Place(dict(zip(child.owner, key.values(), strict=True)), f"{self.path}{name}/", self.case_id)

    def item(self, item_id: str) -> _Place:
        """The place of one item of a list."""
        return _Place(self.owner, f"{self.path}{item_id}/", self.case_id)


def _key(node: RecordTable, place: _Place, record: Any) -> dict[str, Any]:
    return {**place.owner, "id": record.id} if node.many else dict(place.owner)


def _insert(node: RecordTable, place: _Place, record: Any, extra: Row) -> Iterator[Write]:
    key = _key(node, place, record)
    yield Insert(node.table, {**key, **extra, **_values(node, record)})
    yield from _answers(node, place, key, None, record)
    for name in node.children:
        yield from _below(node, place, name, None, record)


def _delete(node: RecordTable, place: _Place, record: Any) -> Iterator[Write]:
    key = _key(node, place, record)
    for name in node.children:
        yield from _below(node, place, name, record, None)
    yield from _answers(node, place, key, record, None)
    yield Delete(node.table, key)


def _change(node: RecordTable, place: _Place, old: Any, new: Any, extra: Row) -> Iterator[Write]:
    key = _key(node, place, new)
    before, after = _values(node, old), {**_values(node, new), **extra}
    changed = {name: value for name, value in after.items() if name not in before or before[name] != value}
    if changed:
        yield Update(node.table, key, changed)
    if old is not new:
        yield from _answers(node, place, key, old, new)
        for name in node.children:
            yield from _below(node, place, name, old, new)


def _below(node: RecordTable, place: _Place, name: str, old: Any, new: Any) -> Iterator[Write]:
    """The writes for the records that one field holds."""
    child, there = node.children[name], place.below(node, new or old, name)
    was, now = getattr(old, name, None), getattr(new, name, None)
    if was is now:
        return
    if child.many:
        yield from _items(child, there, was or (), now or ())
    elif was is None:
        yield from _insert(child, there, now, {})
    elif now is None:
        yield from _delete(child, there, was)
    else:
        yield from _change(child, there, was, now, {})


def _items(node: RecordTable, there: _Place, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Write]:
    was = {item.id: (position, item) for position, item in enumerate(old)}
    kept = {item.id for item in new}
    for item_id, (_, item) in was.items():
        if item_id not in kept:
            yield from _delete(node, there.item(item_id), item)
    for position, item in enumerate(new):
        place = there.item(item.id)
        if item.id not in was:
            yield from _insert(node, place, item, {"position": position})
        elif was[item.id] != (position, item):
            moved = {} if was[item.id][0] == position else {"position": position}
            yield from _change(node, place, was[item.id][1], item, moved)


def _values(node: RecordTable, record: Any) -> dict[str, Any]:
    found = {shape.name: getattr(record, shape.name) for shape in node.scalars}
    return {name: None if isinstance(value, Missing) else value for name, value in found.items()}


def _answers(node: RecordTable, place: _Place, key: Row, old: Any, new: Any) -> Iterator[Write]:
    """The answers of several values, and why there is no answer."""
    for name, table in node.lists.items():
        several, instead = _several(old, name), _several(new, name)
        owner = dict(zip((column.name for column in table.primary_key), key.values(), strict=False))
        if several and several != instead:
            yield Delete(table, owner)
        if several != instead:
            yield from (Insert(table, {**owner, "position": n, "value": v}) for n, v in enumerate(instead))
    for name in node.questions:
        was, now = _why(old, name), _why(new, name)
        if was != now:
            yield from _state(place, name, was, now)


def _several(record: Any, name: str) -> tuple[Any, ...]:
    value = getattr(record, name, ())
    return () if isinstance(value, Missing) else value


def _why(record: Any, name: str) -> str:
    """Why there is nothing in the column or the rows; empty when there is, or when it was not asked."""
    value = getattr(record, name, NOT_ASKED)
    if value == ():
        return EMPTY
    return value.value if isinstance(value, Missing) and value is not NOT_ASKED else ""


def _state(place: _Place, name: str, was: str, now: str) -> Iterator[Write]:
    key = {"case_id": place.case_id, "path": place.path + name}
    if was:
        yield Delete(MISSING_ANSWER, key)
    if now:
        yield Insert(MISSING_ANSWER, {**key, "state": now})


def execute(connection: sa.Connection, changes: Iterable[Write]) -> None:
    """Do the writes one by one."""
    for write in changes:
        match write:
            case Insert(table, row):
                connection.execute(sa.insert(table), dict(row))
            case Update(table, key, values):
                connection.execute(sa.update(table).where(*_named(table, key)).values(values))
            case Delete(table, key):
                connection.execute(sa.delete(table).where(*_named(table, key)))


def _named(table: sa.Table, key: Row) -> Iterator[sa.ColumnElement[bool]]:
    return (table.c[column] == value for column, value in key.items())
