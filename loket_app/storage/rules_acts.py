"""Acts on the desk's own figures: added, never altered. What they say is text that others write and read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from loket_app.storage.tables import RULES_ACT


@dataclass(frozen=True)
class StoredAct:
    """One act as it is kept; `content` is JSON."""

    id: str
    at: datetime
    by: str
    kind: str
    content: str


class RulesActs:
    """The acts of one store."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[StoredAct, ...]:
        """Every act, the oldest first."""
        columns = (RULES_ACT.c[name] for name in ("id", "at", "by", "kind", "content"))
        rows = self._connection.execute(sa.select(*columns).order_by(RULES_ACT.c.seq))
        return tuple(StoredAct(*row) for row in rows)

    def add(self, act: StoredAct) -> None:
        """Put one more behind the others."""
        self._connection.execute(sa.insert(RULES_ACT), vars(act))
