"""How the connection is set up."""

from __future__ import annotations

from datetime import datetime

import pytest
import sqlalchemy as sa

from loket_app.storage.engine import APPLICATION_ID, CACHE_KIB, driver
from loket_app.storage.store import Store
from tests.storage.samples import case

SETTINGS = {
    "foreign_keys": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
    "temp_store": 2,
    "synchronous": 2,
    "journal_mode": "wal",
    "busy_timeout": 5000,
    "cache_size": -CACHE_KIB,
    "application_id": APPLICATION_ID,
    "cipher_status": "1",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_the_connection_is_careful(store: Store, name: str) -> None:
    assert driver(store._engine).execute(f"PRAGMA {name}").fetchone()[0] == SETTINGS[name]


def test_no_row_may_point_at_nothing(store: Store) -> None:
    with store.work() as work, pytest.raises(sa.exc.IntegrityError):
        work._connection.exec_driver_sql("INSERT INTO change SELECT 1, 'c9', 1, '', '', '', '', '', '', '', 0")


def test_nobody_extends_the_database(store: Store) -> None:
    with pytest.raises(Exception, match="not authorized"):
        driver(store._engine).execute("SELECT load_extension('x')")


def test_a_moment_says_its_time_zone(store: Store) -> None:
    with store.work() as work, pytest.raises(sa.exc.StatementError, match="time zone"):
        work.cases.add(case(), "an", datetime(2026, 4, 14))  # noqa: DTZ001  # the mistake that is meant
