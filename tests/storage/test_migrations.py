"""The contract of the migrations, after securedrop-client: six small tests for every migration there will ever be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

from loket_app.storage import migrating
from loket_app.storage.engine import connect
from loket_app.storage.files import make_file
from loket_app.storage.migrating import HEAD, migrate, version
from loket_app.storage.tables import METADATA
from tests.storage.conftest import KEY


def _script() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(migrating._FOLDER))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


VERSIONS = [revision.revision for revision in reversed(list(_script().walk_revisions()))]


@pytest.fixture
def connection(path: Path) -> Iterator[sa.Connection]:
    """An encrypted file without tables."""
    make_file(path)
    engine = connect(path, KEY, new=True)
    with engine.begin() as opened:
        yield opened
    engine.dispose()


def test_there_is_one_head_and_the_code_knows_it() -> None:
    assert _script().get_heads() == [HEAD]
    assert [f"{number:04}" for number in range(1, len(VERSIONS) + 1)] == VERSIONS


def test_the_head_is_what_the_code_expects(connection: sa.Connection) -> None:
    """To the letter: columns, keys, checks, indexes."""
    migrate(connection)
    migrated = _schema(connection)
    take_back(connection, "base")
    METADATA.create_all(connection)
    expected = _schema(connection)
    assert {name: text for name, text in migrated.items() if not _of_words(name)} == expected


@pytest.mark.parametrize("to", VERSIONS)
def test_up(connection: sa.Connection, to: str) -> None:
    migrate(connection, to)
    assert version(connection) == to


@pytest.mark.parametrize("to", VERSIONS)
def test_down(connection: sa.Connection, to: str) -> None:
    migrate(connection)
    take_back(connection, to)
    assert version(connection) == to
    take_back(connection, "base")
    assert _schema(connection) == {}


@pytest.mark.parametrize("to", VERSIONS)
def test_up_and_down_and_up_is_up(connection: sa.Connection, to: str) -> None:
    migrate(connection, to)
    once = _schema(connection)
    take_back(connection, "-1")
    migrate(connection, to)
    assert _schema(connection) == once


def test_every_migration_is_shown_with_data() -> None:
    """A kept store of each version is read by tests/old_stores: a migration without one is not shown."""
    kept = Path(__file__).parents[1] / "old_stores"
    assert sorted(file.stem for file in kept.glob("v*.loket")) == [f"v{version}" for version in VERSIONS]


def take_back(connection: sa.Connection, to: str) -> None:
    migrating._command("downgrade", connection, to)


def _schema(connection: sa.Connection) -> dict[str, list[str]]:
    """Each table, index and trigger in its clauses, one a line; in which order they were written says nothing."""
    rows = connection.exec_driver_sql("SELECT name, coalesce(sql, '') FROM sqlite_master").all()
    return {name: _clauses(text) for name, text in rows if name != "alembic_version" and not _automatic(name)}


def _clauses(statement: str) -> list[str]:
    return sorted(line.strip(" \t,") for line in statement.splitlines())


def _automatic(name: str) -> bool:
    return name.startswith("sqlite_")


def _of_words(name: str) -> bool:
    """The text index is SQLite's own and stands in the migration alone; the tests of the search show it."""
    return name.startswith(("case_words", "case_text_"))
