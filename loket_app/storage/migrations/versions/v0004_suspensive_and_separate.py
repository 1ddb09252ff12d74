"""Whether an appeal suspends, and whether a cost that is like another one was looked at: it is another receipt.

Both tables are made anew, so that each reads like one that never was otherwise. Written out and complete in itself, as
0001: a line is a column, `+` marks what this version adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


class Table(NamedTuple):
    """One table of a case: its columns after the key, and the table that holds it."""

    name: str
    columns: str
    of: str

    def lines(self, *, added: bool) -> Iterator[tuple[str, str]]:
        """Name and kind of each column, with or without what this version adds."""
        for line in self.columns.strip().splitlines():
            name, kind = line.split(maxsplit=1)
            if added or not name.startswith("+"):
                yield name.lstrip("+"), kind.strip()


TABLES = (
    Table(
        "decision",
        """
        authority           one of dvz cgvs rvv council_of_state other
        outcome             one of pending positive negative withdrawn
        final               flag
        decided_on          day
        notified_on         day
        appeal_lodged       flag
        +appeal_suspensive  flag
        hearing_on          day
        """,
        of="stay",
    ),
    Table(
        "cost",
        """
        kind                 one of document_fee photos translation legalisation travel_to_embassy travel_to_departure administrative other
        person               text
        description          text
        amount               cents
        spent_on             day
        state                one of planned paid_by_client approved reimbursed refused
        receipt              flag
        receipt_missing_why  text
        receipt_number       text
        +separate_receipt    flag
        currency             text
        foreign_amount       text
        rate                 text
        rate_on              day
        rate_source          text
        reimbursed_by        one of iom fedasil other
        reimbursed_on        day
        refused_why          text
        note                 text
        """,
        of="case",
    ),
)
_KEY = ("case_id", "position", "id")


def upgrade() -> None:
    """With both; nobody was asked yet."""
    for table in TABLES:
        _rebuild(table, added=True)


def downgrade() -> None:
    """Without: these two answers go."""
    for table in reversed(TABLES):
        _rebuild(table, added=False)


def _rebuild(table: Table, *, added: bool) -> None:
    """Make a table anew and take over what both forms have."""
    before = f"{table.name}_before"
    op.rename_table(table.name, before)
    made = _create(table, added=added)
    kept = [*_KEY, *(name for name, _kind in table.lines(added=False))]
    taken = sa.table(before, *(sa.column(name) for name in kept))
    op.execute(sa.insert(made).from_select(kept, sa.select(taken)))
    op.drop_table(before)


def _create(table: Table, *, added: bool) -> sa.Table:
    return op.create_table(
        table.name,
        *(_column(name, "number!" if name == "position" else "text!", table.name) for name in _KEY),
        *(_column(name, kind, table.name) for name, kind in table.lines(added=added)),
        sa.PrimaryKeyConstraint("case_id", "id", name=f"pk_{table.name}"),
        sa.ForeignKeyConstraint(["case_id"], [_owner(table)], name=f"fk_{table.name}_{table.of}"),
        sqlite_with_rowid=False,
    )


def _owner(table: Table) -> str:
    return "case.id" if table.of == "case" else f"{table.of}.case_id"


def _column(name: str, kind: str, table: str) -> sa.Column[object]:
    needed = "!" in kind
    if kind.startswith("one of"):
        values = kind.removeprefix("one of").split()
        check = f"ck_{table}_{name}"
        checked = sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=check)
        return sa.Column(name, checked)
    if kind == "flag":
        return sa.Column(name, sa.Boolean(create_constraint=True, name=f"ck_{table}_{name}"))
    kinds = {"text": sa.Text, "day": sa.Date, "cents": sa.BigInteger, "number": sa.Integer}
    return sa.Column(name, kinds[kind.rstrip("!")], nullable=not needed)
