"""A unit of work: one transaction, rolled back unless it was committed."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa

from loket_app.storage.account_acts import AccountActs
from loket_app.storage.agenda import Agenda
from loket_app.storage.attachments import Attachments
from loket_app.storage.cases import Cases
from loket_app.storage.rules_acts import RulesActs
from loket_app.storage.tables import SETTING


class UnitOfWork:
    """What one act reads and writes. Use it in a `with`; without `commit` nothing of it stays."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.cases = Cases(connection)
        self.agenda = Agenda(connection)
        self.attachments = Attachments(connection)
        self.rules_acts = RulesActs(connection)
        self.account_acts = AccountActs(connection)

    def commit(self) -> None:
        """Keep what was written."""
        self._connection.commit()

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting of the store, as the JSON value that was kept."""
        value = self._connection.execute(sa.select(SETTING.c.value).where(SETTING.c.key == key)).scalar()
        return default if value is None else json.loads(value)

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a setting: any JSON value."""
        self._connection.execute(sa.delete(SETTING).where(SETTING.c.key == key))
        self._connection.execute(sa.insert(SETTING), {"key": key, "value": json.dumps(value, ensure_ascii=False)})
