"""The log of changes as rows. The first row of a case, with the empty path, is the case as it was added."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from loket_app.domain.case import Case
from loket_app.domain.changes import Change, apply_all
from loket_app.domain.codec import plain, read, read_field, read_item
from loket_app.domain.shape import shape_at
from loket_app.storage.tables import CHANGE

WHOLE = ""


@dataclass(frozen=True)
class Added:
    """A case as it came into the store: by whom, when (UTC)."""

    case: Case
    by: str
    at: datetime


@dataclass(frozen=True)
class History:
    """A case as it was added and every change since: all that is needed to make it again."""

    added: Added
    changes: tuple[Change, ...]

    def replay(self) -> Case:
        """The case that the log tells of. Raises Conflict, NoSuchPlace when the log contradicts itself."""
        return apply_all(self.added.case, self.changes)


def write_added(connection: sa.Connection, case: Case, by: str, at: datetime) -> None:
    """Log that the case was added."""
    connection.execute(sa.insert(CHANGE), added_row(case, by, at))


def added_row(case: Case, by: str, at: datetime) -> dict[str, Any]:
    """The first row of a case's log."""
    whole = Change(case.id, WHOLE, None, case, by, at, group="")
    return _row(whole, case.revision)


def write_changes(connection: sa.Connection, changes: Sequence[Change], first_revision: int) -> None:
    """Append changes; the first one made the case `first_revision`."""
    rows = [_row(change, revision) for revision, change in enumerate(changes, first_revision)]
    connection.execute(sa.insert(CHANGE), rows)


def _row(change: Change, revision: int) -> dict[str, Any]:
    return {
        "case_id": change.case,
        "revision": revision,
        "path": change.path,
        "before_json": _text(change.before),
        "after_json": _text(change.after),
        "by": change.by,
        "at": change.at,
        "group": change.group,
        "undoes": change.undoes,
        "position": change.position,
    }


def _text(value: Any) -> str:
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def read_histories(connection: sa.Connection, ids: Sequence[str]) -> dict[str, History]:
    """The histories of the cases with these ids that the store has. Raises ValueError, KeyError on a row that can't be read."""
    query = sa.select(CHANGE).where(CHANGE.c.case_id.in_(ids)).order_by(CHANGE.c.seq)
    added: dict[str, Added] = {}
    changes: dict[str, list[Change]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        if row["path"] == WHOLE:
            added[row["case_id"]] = Added(read(Case, json.loads(row["after_json"])), row["by"], row["at"])
        else:
            changes[row["case_id"]].append(_change(row))
    return {case_id: History(first, tuple(changes[case_id])) for case_id, first in added.items()}


def read_changes(connection: sa.Connection, case_id: str) -> tuple[Change, ...]:
    """The changes of one case, oldest first, without its addition."""
    query = sa.select(CHANGE).where(CHANGE.c.case_id == case_id, CHANGE.c.path != WHOLE).order_by(CHANGE.c.seq)
    return tuple(_change(row) for row in connection.execute(query).mappings())


def _change(row: sa.RowMapping) -> Change:
    path = row["path"]
    return Change(
        case=row["case_id"],
        path=path,
        before=_value(path, row["before_json"]),
        after=_value(path, row["after_json"]),
        by=row["by"],
        at=row["at"],
        group=row["group"],
        undoes=row["undoes"],
        position=row["position"],
    )


def _value(path: str, text: str) -> Any:
    data = json.loads(text)
    shape = shape_at(path)
    if path.rpartition("/")[2] == shape.name:
        return read_field(shape, data, path)
    return None if data is None else read_item(shape, data, path)
