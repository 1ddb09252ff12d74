"""Whether a conversation is planned, was held or did not take place; the open return places of earlier requests.

Of a conversation of before nobody was asked whether it took place: its day goes on counting as the one it was held on,
so that no term moves. Tables that grow are made anew, so that each reads like one that never was otherwise. Written out
and complete in itself, as 0001: a line is a column, `+` marks what this version adds, `!` what is never empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

MOMENTS = (
    "info_session intake negative_decision appeal_hearing refusal_first refusal_second refusal_third otp_intake "
    "otp_icam_intake otp_options otp_outtake otp_icam_decision otp_icam_hearing"
)


class Table(NamedTuple):
    """One table of a case: its columns, its key, and the columns and the table that it hangs on."""

    name: str
    columns: str
    key: str
    of: str

    def lines(self, *, added: bool) -> Iterator[tuple[str, str]]:
        """Name and kind of each column, with or without what this version adds."""
        for line in self.columns.strip().splitlines():
            name, kind = line.split(maxsplit=1)
            if added or not name.startswith("+"):
                yield name.lstrip("+"), kind.strip()


TALK = (
    Table(
        "conversation",
        f"""
        case_id          text!
        position         number!
        id               text!
        on               day
        +state           one of planned held not_held
        +not_held_why    text
        place            text
        moment           one of {MOMENTS}
        held_by          one of social_worker icam_coach return_counsellor other
        with_whom        text
        language         text
        interpreter      flag
        stance           one of does_not_want doubts considers wants
        attitude         text
        obstacles        text
        solutions        text
        possibilities    text
        decided          one of returns agrees_with_track other_option undecided no_cooperation
        notes            text
        visible_to_next  flag
        """,
        "case_id id",
        "case.id",
    ),
    Table(
        "conversation_covered",
        "case_id text!\nconversation_id text!\nposition number!\nvalue text!",
        "case_id conversation_id position",
        "conversation.case_id conversation.id",
    ),
)
PLACE = Table(
    "earlier_place",
    """
    case_id           text!
    position          number!
    id                text!
    assigned_on       day
    place             text
    arrived_on        day
    agrees            flag
    agreed_on         day
    end               one of left no_cooperation subsequent_request permit returned
    ended_on          day
    refuses_to_leave  flag
    """,
    "case_id id",
    "stay.case_id",
)
FORGOTTEN = ("conversations/%/state", "conversations/%/not_held_why", "stay/earlier_places/%")


def upgrade() -> None:
    """With both; nobody was asked yet."""
    _rebuild(TALK, added=True)
    _create(PLACE, added=True)


def downgrade() -> None:
    """Without: what these places held goes, and why they held nothing."""
    for place in FORGOTTEN:
        op.get_bind().execute(sa.text("DELETE FROM missing_answer WHERE path LIKE :place"), {"place": place})
    op.drop_table(PLACE.name)
    _rebuild(TALK, added=False)


def _rebuild(tables: tuple[Table, ...], *, added: bool) -> None:
    """Make tables anew, parents first, and take over what both forms have."""
    for table in reversed(tables):
        op.rename_table(table.name, f"{table.name}_before")
    for table in tables:
        made = _create(table, added=added)
        kept = [name for name, _kind in table.lines(added=False)]
        before = sa.table(f"{table.name}_before", *(sa.column(name) for name in kept))
        op.execute(sa.insert(made).from_select(kept, sa.select(before)))
    for table in reversed(tables):
        op.drop_table(f"{table.name}_before")


def _create(table: Table, *, added: bool) -> sa.Table:
    owner = table.of.split()
    held = table.key.split()[: len(owner)]
    above = owner[0].split(".")[0]
    return op.create_table(
        table.name,
        *(_column(name, kind, table.name) for name, kind in table.lines(added=added)),
        sa.PrimaryKeyConstraint(*table.key.split(), name=f"pk_{table.name}"),
        sa.ForeignKeyConstraint(held, owner, name=f"fk_{table.name}_{above}"),
        sqlite_with_rowid=False,
    )


def _column(name: str, kind: str, table: str) -> sa.Column[object]:
    needed, check = "!" in kind, f"ck_{table}_{name}"
    if kind.startswith("one of"):
        values = kind.removeprefix("one of").lstrip("!").split()
        checked = sa.Enum(*values, native_enum=False, create_constraint=True, length=40, name=check)
        return sa.Column(name, checked, nullable=not needed)
    if kind.startswith("flag"):
        return sa.Column(name, sa.Boolean(create_constraint=True, name=check), nullable=not needed)
    kinds = {"text": sa.Text, "day": sa.Date, "number": sa.Integer}
    return sa.Column(name, kinds[kind.rstrip("!")], nullable=not needed)
