"""Advice that was given keeps what was said as data, so that it can be held against the advice of today.

Advice of before has no such data: the column stays empty there. Written out and complete in itself, as 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEXTS = ("id", "at", "by", "verdict", "tables_version", "text")
_KEPT = ("case_id", "position", *_TEXTS, "departure_on")
_BEFORE = "advice_given_before"


def upgrade() -> None:
    """With the column."""
    _rebuild(sa.Column("outcome", sa.Text))


def downgrade() -> None:
    """Without it: the words of the advice stay, the data goes."""
    _rebuild()


def _rebuild(*more: sa.Column[str]) -> None:
    """Make the table anew, so that it reads like one that never was otherwise."""
    op.rename_table("advice_given", _BEFORE)
    made = op.create_table(
        "advice_given",
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in _TEXTS),
        sa.Column("departure_on", sa.Date),
        *more,
        sa.PrimaryKeyConstraint("case_id", "id", name="pk_advice_given"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_advice_given_case"),
        sqlite_with_rowid=False,
    )
    before = sa.table(_BEFORE, *(sa.column(name) for name in _KEPT))
    op.execute(sa.insert(made).from_select(_KEPT, sa.select(before)))
    op.drop_table(_BEFORE)
