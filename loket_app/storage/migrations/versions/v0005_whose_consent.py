"""Whose consent it is: each adult answers apart, and a guardian for a minor.

A record of before holds one answer for all adults, and says so: nobody is asked anew, and nothing is guessed of whose
it was. The table is made anew, so that it reads like one that never was otherwise. Written out and complete in itself,
as 0001: a line is a column, `+` marks what this version adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


class Table(NamedTuple):
    """The table of a case that is made anew: its columns after the key."""

    name: str
    columns: str

    def lines(self, *, added: bool) -> Iterator[tuple[str, str]]:
        """Name and kind of each column, with or without what this version adds."""
        for line in self.columns.strip().splitlines():
            name, kind = line.split(maxsplit=1)
            if added or not name.startswith("+"):
                yield name.lstrip("+"), kind.strip()


TABLE = Table(
    "consent",
    """
    purpose       one of! programme data_to_iom data_to_caritas message photos
    state         one of given declined withdrawn
    on            day
    language      text
    interpreter   flag
    signed        flag
    withdrawn_on  day
    +person       text!
    +answered_by  text
    """,
)
_EVERYBODY = "everybody"
_KEY = ("case_id", "position", "id")


def upgrade() -> None:
    """Every answer of before is one for all adults."""
    before = _set_aside()
    made = _create(TABLE, added=True)
    kept = _kept()
    rows = sa.select(*(before.c[name] for name in kept), sa.literal(_EVERYBODY))
    op.execute(sa.insert(made).from_select([*kept, "person"], rows))
    op.drop_table(before.name)


def downgrade() -> None:
    """Without: whose it was, and who answered for a minor, go."""
    before = _set_aside()
    made = _create(TABLE, added=False)
    kept = _kept()
    op.execute(sa.insert(made).from_select(kept, sa.select(*(before.c[name] for name in kept))))
    op.drop_table(before.name)


def _set_aside() -> sa.TableClause:
    """The table of before, under a name that leaves its own free."""
    before = f"{TABLE.name}_before"
    op.rename_table(TABLE.name, before)
    return sa.table(before, *(sa.column(name) for name in _kept()))


def _kept() -> list[str]:
    """What both forms have."""
    return [*_KEY, *(name for name, _kind in TABLE.lines(added=False))]


def _create(table: Table, *, added: bool) -> sa.Table:
    return op.create_table(
        table.name,
        *(_column(name, "number!" if name == "position" else "text!", table.name) for name in _KEY),
        *(_column(name, kind, table.name) for name, kind in table.lines(added=added)),
        sa.PrimaryKeyConstraint("case_id", "id", name=f"pk_{table.name}"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=f"fk_{table.name}_case"),
        sqlite_with_rowid=False,
    )


def _column(name: str, kind: str, table: str) -> sa.Column[object]:
    needed = "!" in kind
    if kind.startswith("one of"):
        values = kind.removeprefix("one of").removeprefix("!").split()
        check = f"ck_{table}_{name}"
        checked = sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=check)
        return sa.Column(name, checked, nullable=not needed)
    if kind == "flag":
        return sa.Column(name, sa.Boolean(create_constraint=True, name=f"ck_{table}_{name}"))
    kinds = {"text": sa.Text, "day": sa.Date, "number": sa.Integer}
    return sa.Column(name, kinds[kind.rstrip("!")], nullable=not needed)
