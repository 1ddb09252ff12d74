"""Cases from their rows: one question per table for any number of cases, then put together by shape."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, TypeAlias

import sqlalchemy as sa

from loket_app.domain.answers import NOT_ASKED, Missing
from loket_app.domain.case import Case
from loket_app.storage.tables import CASES, EMPTY, MISSING_ANSWER, RecordTable

Key: TypeAlias = tuple[str, ...]
Found: TypeAlias = Mapping[Key, Sequence[sa.RowMapping]]


ALL_PARTS = frozenset(CASES.children)


def load_cases(connection: sa.Connection, ids: Sequence[str], parts: Collection[str] = ALL_PARTS) -> dict[str, Case]:
    """The cases with these ids that the store has; of the parts that are not asked for, nothing."""
    rows = _Rows(connection, ids, parts)
    return {row["id"]: rows.build(CASES, row, (), "") for row in rows.of(CASES.table, ())}


class _Rows:
    """All rows of some cases, by table and by the key of what they belong to."""

    def __init__(self, connection: sa.Connection, ids: Sequence[str], parts: Collection[str]) -> None:
        self._found: dict[str, Found] = {}
        for node in (CASES, *(below for part in sorted(parts) for below in CASES.children[part].walk())):
            self._found[node.table.name] = _read(connection, node.table, node.owner, ids)
            for table in node.lists.values():
                owner = tuple(column.name for column in table.primary_key)[:-1]
                self._found[table.name] = _read(connection, table, owner, ids)
        missing = connection.execute(sa.select(MISSING_ANSWER).where(MISSING_ANSWER.c.case_id.in_(ids)))
        self._missing = {(row.case_id, row.path): row.state for row in missing}

    def of(self, table: sa.Table, owner: Key) -> Sequence[sa.RowMapping]:
        """The rows of one owner, in their order."""
        return self._found.get(table.name, {}).get(owner, ())

    def build(self, node: RecordTable, row: sa.RowMapping, owner: Key, path: str) -> Any:
        """The record of a row and all that belongs to it."""
        key = (*owner, row["id"]) if node.many else owner
        values = {s.name: self._answer(row[s.name], key[0], path + s.name) for s in node.scalars}
        for name, table in node.lists.items():
            several = tuple(part["value"] for part in self.of(table, key))
            values[name] = self._answer(several or None, key[0], path + name)
        for name, child in node.children.items():
            values[name] = self._below(child, key, f"{path}{name}/")
        return node.record(**values)

    def _below(self, child: RecordTable, key: Key, path: str) -> Any:
        rows = self.of(child.table, key)
        if not child.many:
            return self.build(child, rows[0], key, path) if self._asked(child) else child.record()
        return tuple(self.build(child, row, key, f"{path}{row['id']}/") for row in rows)

    def _asked(self, node: RecordTable) -> bool:
        return node.table.name in self._found

    def _answer(self, value: Any, case_id: str, path: str) -> Any:
        if value is not None:
            return value
        state = self._missing.get((case_id, path))
        if state == EMPTY:
            return ()
        return NOT_ASKED if state is None else Missing(state)


def _read(connection: sa.Connection, table: sa.Table, owner: Key, ids: Sequence[str]) -> Found:
    case_id = table.c.case_id if owner else table.c.id
    query = sa.select(table).where(case_id.in_(ids))
    if "position" in table.c:
        query = query.order_by(table.c.position)
    found: defaultdict[Key, list[sa.RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[tuple(row[column] for column in owner)].append(row)
    return found
