"""When an appeal was lodged, when an open return place was assigned, extensions of the aid, and what was said to be right.

Tables that grow are made anew, so that each reads like one that never was otherwise. Written out and complete in itself,
as 0001: a line is a column, `+` marks what this version adds, `!` what is never empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


class Table(NamedTuple):
    """One table of a case: its columns after the key, and the table that holds it."""

    name: str
    columns: str
    one: bool = False
    of: str = "case"

    def lines(self, *, added: bool) -> Iterator[tuple[str, str]]:
        """Name and kind of each column, with or without what this version adds."""
        for line in self.columns.strip().splitlines():
            name, kind = line.split(maxsplit=1)
            if added or not name.startswith("+"):
                yield name.lstrip("+"), kind.strip()


STAY = Table(
    "stay",
    """
    category                one of applicant rejected no_legal_stay other_procedure legal_stay belgian
    in_reception            flag
    reception_place         text
    arrived_in_belgium      text
    dublin_transfer         flag
    dublin_state            text
    closed_centre           flag
    public_order_concern    flag
    earlier_return_support  flag
    earlier_return_on       text
    open_return_place       one of assigned exception_asked none
    +otp_assigned_on        day
    otp_place               text
    otp_arrived_on          day
    otp_agrees              flag
    otp_agreed_on           day
    otp_end                 one of left no_cooperation subsequent_request permit returned
    otp_ended_on            day
    refuses_to_leave        flag
    guardian                text
    had_procedure           flag
    """,
    one=True,
)
OF_THE_STAY = (
    Table(
        "procedure",
        """kind     one of protection subsequent_protection family humanitarian medical student work tourist other
        started_on  text
        outcome     one of pending positive negative withdrawn""",
        of="stay",
    ),
    Table(
        "decision",
        """
        authority          one of dvz cgvs rvv council_of_state other
        outcome            one of pending positive negative withdrawn
        final              flag
        decided_on         day
        notified_on        day
        appeal_lodged      flag
        +appeal_lodged_on  day
        appeal_suspensive  flag
        hearing_on         day
        """,
        of="stay",
    ),
    Table(
        "leave_order",
        "notified_on day\nleave_by day",
        of="stay",
    ),
)
NEW = (
    Table(
        "aid_extension",
        """
        state        one of asked granted refused
        asked_on     day
        answered_on  day
        until        day
        """,
        of="stay",
    ),
    Table(
        "said_right",
        """
        path   text!
        kind   text!
        other  text!
        about  text!
        on     day!
        by     text!
        """,
    ),
)
FORGOTTEN = ("stay/otp_assigned_on", "stay/decisions/%/appeal_lodged_on", "stay/extensions/%")


def upgrade() -> None:
    """With all of it; nobody was asked yet."""
    _rebuild((STAY, *OF_THE_STAY), added=True)
    for table in NEW:
        _create(table, added=True)


def downgrade() -> None:
    """Without: what these places held goes, and why they held nothing."""
    for place in FORGOTTEN:
        op.get_bind().execute(sa.text("DELETE FROM missing_answer WHERE path LIKE :place"), {"place": place})
    for table in reversed(NEW):
        op.drop_table(table.name)
    _rebuild((STAY, *OF_THE_STAY), added=False)


def _rebuild(tables: tuple[Table, ...], *, added: bool) -> None:
    """Make tables anew, parents first, and take over what both forms have."""
    for table in reversed(tables):
        op.rename_table(table.name, f"{table.name}_before")
    for table in tables:
        made = _create(table, added=added)
        kept = [*_key(table), *(name for name, _kind in table.lines(added=False))]
        before = sa.table(f"{table.name}_before", *(sa.column(name) for name in kept))
        op.execute(sa.insert(made).from_select(kept, sa.select(before)))
    for table in reversed(tables):
        op.drop_table(f"{table.name}_before")


def _key(table: Table) -> tuple[str, ...]:
    return ("case_id",) if table.one else ("case_id", "position", "id")


def _create(table: Table, *, added: bool) -> sa.Table:
    names = ("case_id",) if table.one else ("case_id", "id")
    owner = "case.id" if table.of == "case" else f"{table.of}.case_id"
    return op.create_table(
        table.name,
        *(_column(name, "number!" if name == "position" else "text!") for name in _key(table)),
        *(_column(name, kind, table.name) for name, kind in table.lines(added=added)),
        sa.PrimaryKeyConstraint(*names, name=f"pk_{table.name}"),
        sa.ForeignKeyConstraint(["case_id"], [owner], name=f"fk_{table.name}_{table.of}"),
        sqlite_with_rowid=False,
    )


def _column(name: str, kind: str, table: str = "") -> sa.Column[object]:
    needed = "!" in kind
    if kind.startswith("one of"):
        values = kind.removeprefix("one of").lstrip("!").split()
        check = f"ck_{table}_{name}"
        checked = sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=check)
        return sa.Column(name, checked, nullable=not needed)
    if kind == "flag":
        return sa.Column(name, sa.Boolean(create_constraint=True, name=f"ck_{table}_{name}"))
    kinds = {"text": sa.Text, "day": sa.Date, "number": sa.Integer}
    return sa.Column(name, kinds[kind.rstrip("!")], nullable=not needed)
