"""Whole cases taken out of a store: those of the sample stories alone. A case of somebody is never deleted here."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa

from loket_app.storage.tables import CASE, METADATA

_OF_A_CASE = "case_id"


def remove_cases(connection: sa.Connection, case_ids: Sequence[str]) -> None:
    """Delete these cases with all that hangs on them, those that hang on others first. The store wipes what it deletes."""
    for table in reversed(METADATA.sorted_tables):
        if _OF_A_CASE in table.c:
            connection.execute(sa.delete(table).where(table.c[_OF_A_CASE].in_(case_ids)))
    connection.execute(sa.delete(CASE).where(CASE.c.id.in_(case_ids)))
