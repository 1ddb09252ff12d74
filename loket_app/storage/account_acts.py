"""Acts on accounts: added, never altered."""

from __future__ import annotations

import sqlalchemy as sa

from loket_app.domain.accounts import AccountAct
from loket_app.storage.tables import ACCOUNT_ACT


class AccountActs:
    """The acts of one store."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[AccountAct, ...]:
        """Every act, the oldest first."""
        columns = (ACCOUNT_ACT.c[name] for name in ("id", "at", "by", "kind", "login", "name"))
        rows = self._connection.execute(sa.select(*columns).order_by(ACCOUNT_ACT.c.seq))
        return tuple(AccountAct(*row) for row in rows)

    def add(self, act: AccountAct) -> None:
        """Put one more behind the others."""
        self._connection.execute(sa.insert(ACCOUNT_ACT), vars(act))
