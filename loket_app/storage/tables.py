"""The tables. Those of a case follow its shape: one table a record, one column a field, one row an answer of several.

A value that is missing is NULL. `missing_answer` says why, by the path of the question; NULL without a row there was
never asked. An answer of several values that is `none` has no rows and the state `empty`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from loket_app.domain.accounts import AccountActKind
from loket_app.domain.case import Case
from loket_app.domain.shape import FieldShape, shape_of
from loket_app.domain.status import Status
from loket_app.storage.columns import Moment, column_type, enum_column

METADATA = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

EMPTY = "empty"


@dataclass(frozen=True)
class RecordTable:
    """Where one kind of record is kept.

    `owner` are the columns that name its parent, `key` those that name a row; `questions` are the fields whose answer
    may be missing.
    """

    record: type[Any]
    table: sa.Table
    many: bool
    owner: tuple[str, ...]
    key: tuple[str, ...]
    scalars: tuple[FieldShape, ...]
    lists: Mapping[str, sa.Table]
    questions: tuple[str, ...]
    children: Mapping[str, RecordTable]

    def walk(self) -> Iterator[RecordTable]:
        """This table and all below it, parents first."""
        yield self
        for child in self.children.values():
            yield from child.walk()


def snake(name: str) -> str:
    """`TravelDocument` → `travel_document`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def one_of(plural: str) -> str:
    """`nationalities` → `nationality`."""
    return plural.removesuffix("ies") + "y" if plural.endswith("ies") else plural.removesuffix("s")


def _record_table(record: type[Any], *, many: bool, parent: sa.Table | None, above: tuple[str, ...]) -> RecordTable:
    """The table of a record below `parent`, whose key is `above`, and everything below it."""
    name = snake(record.__name__)
    owner = () if parent is None else _as_owner(parent.name, above)
    key = (*owner, "id") if many else owner
    shapes = shape_of(record).values()
    scalars = tuple(shape for shape in shapes if not shape.many and not shape.is_record)
    table = sa.Table(
        name,
        METADATA,
        *(sa.Column(column, sa.Text, nullable=False) for column in owner),
        *([sa.Column("position", sa.Integer, nullable=False)] if owner and many else []),
        *(_column(shape) for shape in scalars),
        *(_DERIVED if parent is None else ()),
        *_keys(owner, key, parent, above),
        sqlite_with_rowid=parent is None,
    )
    lists = {s.name: _list_table(s, table, key) for s in shapes if s.many and not s.is_record}
    children = {s.name: _record_table(s.kind, many=s.many, parent=table, above=key) for s in shapes if s.is_record}
    questions = tuple(s.name for s in shapes if s.may_miss)
    return RecordTable(record, table, many, owner, key, scalars, lists, questions, children)


def _as_owner(table: str, key: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{table}_id" if column == "id" else column for column in key)


def _keys(
    owner: tuple[str, ...], key: tuple[str, ...], parent: sa.Table | None, above: tuple[str, ...]
) -> Iterator[sa.Constraint]:
    yield sa.PrimaryKeyConstraint(*key)
    if parent is not None:
        yield sa.ForeignKeyConstraint(owner, [parent.c[column] for column in above])


def _column(shape: FieldShape) -> sa.Column[Any]:
    return sa.Column(shape.name, column_type(shape.kind, shape.name), nullable=shape.may_miss)


def _list_table(shape: FieldShape, table: sa.Table, key: tuple[str, ...]) -> sa.Table:
    """The rows of an answer of several values."""
    owner = _as_owner(table.name, key)
    return sa.Table(
        f"{table.name}_{one_of(shape.name)}",
        METADATA,
        *(sa.Column(column, sa.Text, nullable=False) for column in owner),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("value", column_type(shape.kind, "value"), nullable=False),
        *_keys(owner, (*owner, "position"), table, key),
        sqlite_with_rowid=False,
    )


_DERIVED: tuple[sa.Column[Any], ...] = (
    sa.Column("status", enum_column(Status, "status"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("sort_name", sa.Text, nullable=False),
    sa.Column("destination", sa.Text),
    sa.Column("household_size", sa.Integer, nullable=False),
    sa.Column("updated_at", Moment, nullable=False),
)
"""What lists and counts need of a case, kept in the same transaction as the answers that it comes from."""

CASES = _record_table(Case, many=True, parent=None, above=())
CASE = CASES.table
ADVICE_GIVEN = CASES.children["advice"].table

sa.Index("ux_case_number", CASE.c.number, unique=True)
for _listed in ("sort_name", "destination", "household_size", "counsellor", "desk", "opened_on", "updated_at"):
    sa.Index(
        f"ix_case_{_listed}", CASE.c[_listed], CASE.c.id
    )  # with the id, any page of any order is read from the index
sa.Index("ix_case_status", CASE.c.status, CASE.c.id, CASE.c.revision)
"""With the revision, the index alone tells which days to watch are behind their case."""

MISSING_ANSWER = sa.Table(
    "missing_answer",
    METADATA,
    sa.Column("case_id", sa.Text, sa.ForeignKey(CASE.c.id), nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column(
        "state",
        sa.Enum("unknown", "declined", EMPTY, native_enum=False, create_constraint=True, length=40, name="state"),
        nullable=False,
    ),
    sa.PrimaryKeyConstraint("case_id", "path"),
    sqlite_with_rowid=False,
)

CHANGE = sa.Table(
    "change",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("case_id", sa.Text, sa.ForeignKey(CASE.c.id), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("path", sa.Text, nullable=False),
    sa.Column("before_json", sa.Text, nullable=False),
    sa.Column("after_json", sa.Text, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("group", sa.Text, nullable=False),
    sa.Column("undoes", sa.Text, nullable=False),
    sa.Column("position", sa.Integer),
    sa.UniqueConstraint("case_id", "revision"),
    sqlite_autoincrement=True,
)
"""The log: each edit of each case, never altered. The row with the empty path holds the case as it was added."""

SETTING = sa.Table(
    "setting",
    METADATA,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sqlite_with_rowid=False,
)

CASE_TEXT = sa.Table(
    "case_text",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("case_id", sa.Text, sa.ForeignKey(CASE.c.id), nullable=False, unique=True),
    sa.Column("words", sa.Text, nullable=False),
)
"""The words by which a case is found; the text index of search.py follows it by triggers."""

ATTACHMENT_CONTENT = sa.Table(
    "attachment_content",
    METADATA,
    sa.Column("case_id", sa.Text, sa.ForeignKey(CASE.c.id), nullable=False),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.PrimaryKeyConstraint("case_id", "id"),
)
"""The bytes of scans. They outlive their record in the case, so that undo brings a scan back whole."""

AGENDA = sa.Table(
    "agenda",
    METADATA,
    sa.Column("case_id", sa.Text, sa.ForeignKey(CASE.c.id), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("rules", sa.Text, nullable=False),
    sa.PrimaryKeyConstraint("case_id"),
    sqlite_with_rowid=False,
)
"""For which revision of a case, and by which rules, its days to watch were worked out: others are worked out anew."""

AGENDA_ITEM = sa.Table(
    "agenda_item",
    METADATA,
    sa.Column("case_id", sa.Text, sa.ForeignKey(AGENDA.c.case_id), nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("on", sa.Date),
    sa.Column("opens_on", sa.Date),
    sa.Column("who", sa.Text),
    sa.PrimaryKeyConstraint("case_id", "position"),
    sqlite_with_rowid=False,
)
"""A day to watch in a case: a deadline, an appointment, somebody to ask again."""

sa.Index("ix_agenda_item_on", AGENDA_ITEM.c.on, AGENDA_ITEM.c.kind, AGENDA_ITEM.c.case_id)
"""With the kind, days are counted in the index alone."""

RULES_ACT = sa.Table(
    "rules_act",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("content", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Acts on the desk's own layer of figures, oldest first, never altered: the layer is what they add up to."""

ACCOUNT_ACT = sa.Table(
    "account_act",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("at", Moment, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("kind", enum_column(AccountActKind, "kind"), nullable=False),
    sa.Column("login", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Who let whom in and kept whom out, oldest first, never altered."""
