"""What Today asks stands in the indexes alone, and of closed cases no days to watch are kept any more.

Days are a copy of what the cases say: a case that is opened again gets its own anew. Written out and complete in itself,
as 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_CLOSED = "closed"


def upgrade() -> None:
    """With the revision of a case and the kind of a day; without the days of closed cases."""
    _index("ix_case_status", "case", ["status", "id", "revision"])
    _index("ix_agenda_item_on", "agenda_item", ["on", "kind", "case_id"])
    case = sa.table("case", sa.column("id"), sa.column("status"))
    closed = sa.select(case.c.id).where(case.c.status == _CLOSED)
    for name in ("agenda_item", "agenda"):
        days = sa.table(name, sa.column("case_id"))
        op.execute(sa.delete(days).where(days.c.case_id.in_(closed)))


def downgrade() -> None:
    """As before; the days of closed cases were forgotten there as well, a little later."""
    _index("ix_agenda_item_on", "agenda_item", ["on", "case_id"])
    _index("ix_case_status", "case", ["status", "id"])


def _index(name: str, table: str, columns: list[str]) -> None:
    op.drop_index(name, table)
    op.create_index(name, table, columns)
