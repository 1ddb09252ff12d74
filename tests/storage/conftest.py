"""A store of its own for each test, and one that is rolled back for those that need many."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from loket_app.storage.store import Store

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "loket.db"


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new store, made once: making one takes longer than opening one."""
    made = tmp_path_factory.mktemp("empty") / "loket.db"
    Store.create(made, KEY).close()
    return made


@pytest.fixture
def store(path: Path, empty_store: Path) -> Iterator[Store]:
    shutil.copy(empty_store, path)
    opened = Store.open(path, KEY)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory, empty_store: Path) -> Iterator[Store]:
    """Stays empty: whoever uses it doesn't commit."""
    path = Path(shutil.copy(empty_store, tmp_path_factory.mktemp("shared")))
    opened = Store.open(path, KEY)
    yield opened
    opened.close()
