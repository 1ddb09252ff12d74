"""Who let which colleague in or kept them out, and when: a table of acts, the oldest first, never altered.

What was done before is not known, so the table begins empty. Written out and complete in itself, as 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KINDS = ("added", "removed")


def upgrade() -> None:
    """With the table."""
    op.create_table(
        "account_act",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*_KINDS, native_enum=False, create_constraint=True, length=40, name="ck_account_act_kind"),
            nullable=False,
        ),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_account_act"),
        sa.UniqueConstraint("id", name="uq_account_act_id"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """Without it: who let whom in goes, the accounts stay."""
    op.drop_table("account_act")
