"""A store of an earlier version is brought up, with a copy beside it; when that fails it is as it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from loket_app.storage import backup, migrating
from loket_app.storage.engine import driver
from loket_app.storage.errors import DiskFull, MigrationFailed
from loket_app.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.samples import case, keep

HEAD = migrating.HEAD
NEXT = f"{int(HEAD) + 1:04}"
MIGRATION = """
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{now}"


def upgrade():
    op.add_column("person", sa.Column("shoe_size", sa.Integer))
    op.execute("UPDATE person SET shoe_size = 42")
    {then}
"""
Later = Callable[[str], None]


@pytest.fixture
def older(store: Store, path: Path) -> Path:
    """A closed store of the version of today."""
    keep(store, case())
    store.close()
    return path


@pytest.fixture
def later(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Later:
    """A Loket of the next version, whose migration ends with the given statement."""
    folder = tmp_path_factory.mktemp("later") / "migrations"
    shutil.copytree(migrating._FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def become(then: str) -> None:
        text = MIGRATION.format(next=NEXT, now=HEAD, then=then)
        (folder / "versions" / f"v{NEXT}.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(migrating, "_FOLDER", folder)
        monkeypatch.setattr(migrating, "HEAD", NEXT)
        monkeypatch.setattr("loket_app.storage.store.HEAD", NEXT)

    return become


def test_it_is_brought_up_and_kept(older: Path, later: Later, monkeypatch: pytest.MonkeyPatch) -> None:
    later("pass")
    store = Store.open(older, KEY)
    assert driver(store._engine).execute("SELECT shoe_size FROM person").fetchall() == [(42,)]
    assert driver(store._engine).execute("PRAGMA foreign_keys").fetchone() == (1,)
    with store.reading() as work:
        assert work.cases.load("c1") == case()
    store.close()
    assert _names(older) == ["loket.db", f"loket.db.v{HEAD}"]
    monkeypatch.undo()
    _holds_the_case(older.with_name(f"loket.db.v{HEAD}"))


@pytest.mark.parametrize(
    "then",
    [
        "raise RuntimeError",
        "op.execute('DELETE FROM nowhere')",
        "op.execute('DELETE FROM person')",  # leaves rows that point at nobody
        "op.execute('COMMIT'); op.execute('DELETE FROM change'); raise RuntimeError",
    ],
)
def test_a_migration_that_fails_changes_nothing(
    older: Path, later: Later, then: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    later(then)
    with pytest.raises(MigrationFailed) as told:
        Store.open(older, KEY)
    assert (told.value.found, told.value.known, told.value.backup.name) == (HEAD, NEXT, f"loket.db.v{HEAD}")
    assert _names(older) == ["loket.db", f"loket.db.v{HEAD}"]
    assert {file.stat().st_mode & 0o777 for file in older.parent.iterdir()} == {0o600}
    monkeypatch.undo()
    _holds_the_case(older)


def test_after_a_failure_it_can_be_tried_again(older: Path, later: Later) -> None:
    later("raise RuntimeError")
    with pytest.raises(MigrationFailed):
        Store.open(older, KEY)
    later("op.execute('UPDATE person SET shoe_size = 43')")
    store = Store.open(older, KEY)
    assert driver(store._engine).execute("SELECT shoe_size FROM person").fetchall() == [(43,)]
    store.close()


def test_without_room_for_the_copy_nothing_is_begun(older: Path, later: Later, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_draft: Path, path: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    before = older.read_bytes()
    later("pass")
    monkeypatch.setattr(backup, "put_in_place", full)
    with pytest.raises(DiskFull):
        Store.open(older, KEY)
    assert older.read_bytes() == before
    assert _names(older) == ["loket.db"]


def test_a_store_of_today_does_not_wait_for_alembic(older: Path) -> None:
    text = (
        "import sys; from pathlib import Path; from loket_app.storage.store import Store;"
        f"Store.open(Path({str(older)!r}), bytes(range(32))).close();"
        "sys.exit(any(name.split('.')[0] in ('alembic', 'mako') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", text], cwd=Path(__file__).parents[2], check=False).returncode == 0


def _names(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


def _holds_the_case(path: Path) -> None:
    store = Store.open(path, KEY)
    with store.reading() as work:
        assert work.cases.load("c1") == case()
    assert store.verify().sound
    store.close()
