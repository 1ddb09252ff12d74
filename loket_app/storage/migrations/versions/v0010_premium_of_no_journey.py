"""A premium that was paid for a journey that was not made: whether one was, and what came back of it.

The table that grows is made anew, so that it reads like one that never was otherwise. Written out and complete in itself,
as 0001: a line is a column, `+` marks what this version adds.
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TABLE, BEFORE = "departure", "departure_before"
COLUMNS = """
booked_on             day
booked_by             one of iom fedasil_booking caritas
carrier               text
travel_number         text
leaves_on             day
leaves_at             text
result                one of departed withdrew no_show refused_boarding postponed
departed_on           day
arrived_on            day
note                  text
+premium_given        flag
premium_paid          cents
premium_paid_on       day
+premium_returned     cents
+premium_returned_on  day
premium_difference    text
"""
FORGOTTEN = ("departure/premium_given", "departure/premium_returned", "departure/premium_returned_on")


def upgrade() -> None:
    """With it; of no case is it known yet."""
    _rebuild(added=True)


def downgrade() -> None:
    """Without: what stood there goes, and why nothing did."""
    held = sa.table("missing_answer", sa.column("path"))
    op.execute(sa.delete(held).where(held.c.path.in_(FORGOTTEN)))
    _rebuild(added=False)


def _lines(*, added: bool) -> Iterator[tuple[str, str]]:
    """Name and kind of each column, with or without what this version adds."""
    for line in COLUMNS.strip().splitlines():
        name, kind = line.split(maxsplit=1)
        if added or not name.startswith("+"):
            yield name.lstrip("+"), kind.strip()


def _rebuild(*, added: bool) -> None:
    """Make the table anew and take over what both forms have."""
    op.rename_table(TABLE, BEFORE)
    made = op.create_table(
        TABLE,
        sa.Column("case_id", sa.Text, nullable=False),
        *(_column(name, kind) for name, kind in _lines(added=added)),
        sa.PrimaryKeyConstraint("case_id", name=f"pk_{TABLE}"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=f"fk_{TABLE}_case"),
        sqlite_with_rowid=False,
    )
    kept = ["case_id", *(name for name, _kind in _lines(added=False))]
    before = sa.table(BEFORE, *(sa.column(name) for name in kept))
    op.execute(sa.insert(made).from_select(kept, sa.select(before)))
    op.drop_table(BEFORE)


def _column(name: str, kind: str) -> sa.Column[object]:
    check = f"ck_{TABLE}_{name}"
    if kind.startswith("one of"):
        values = kind.removeprefix("one of").split()
        return sa.Column(
            name, sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=check), nullable=True
        )
    if kind == "flag":
        return sa.Column(name, sa.Boolean(create_constraint=True, name=check), nullable=True)
    kinds = {"text": sa.Text, "day": sa.Date, "cents": sa.BigInteger}
    return sa.Column(name, kinds[kind], nullable=True)
