"""A store of its own for each test, and one that is rolled back for those that need many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from loket_app.storage.store import Store

KEY = bytes(range(32))
NOW = datetime(2026, 4, 14, 9, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "loket.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    opened = Store.create(path, KEY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Stays empty: whoever uses it doesn't commit."""
    opened = Store.create(tmp_path_factory.mktemp("shared") / "loket.db", KEY)
    yield opened
    opened.close()
