"""The store: one encrypted file. Everything in it is reached through a unit of work, from the thread that opened it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa

from loket_app.storage.backup import copy_to, restore
from loket_app.storage.engine import connect, relaxed_keys
from loket_app.storage.errors import AlreadyThere, MigrationFailed, NewerStore, NotAStore
from loket_app.storage.files import draft_of, make_file, put_in_place
from loket_app.storage.migrating import HEAD, is_newer, migrate, version
from loket_app.storage.telling import telling, telling_of_files
from loket_app.storage.unit import UnitOfWork
from loket_app.storage.verification import Progress, Verification, unfollowed, verify


class Store:
    """An open store. Make one with `create` or `open`; it belongs to the thread that did."""

    def __init__(self, path: Path, engine: sa.Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def create(cls, path: Path, key: bytes) -> Self:
        """A new, empty store, opened. Raises AlreadyThere, ReadOnlyFolder, DiskFull, CannotSave; then nothing is left."""
        if path.exists():
            raise AlreadyThere(path)
        with telling(path), telling_of_files(path), draft_of(path) as draft:
            make_file(draft)
            cls._fill(draft, key)
            put_in_place(draft, path)
        return cls.open(path, key)

    @staticmethod
    def _fill(path: Path, key: bytes) -> None:
        engine = connect(path, key, new=True)
        try:
            with engine.begin() as connection:
                migrate(connection)
        finally:
            engine.dispose()

    @classmethod
    def open(cls, path: Path, key: bytes) -> Self:
        """The store at a path, brought to this version when it is older, with a copy of the older one beside it.

        Raises NoStore, NotAStore, CannotOpen (wrong key or damaged), ReadOnlyFolder, NewerStore, MigrationFailed, Busy.
        """
        engine = connect(path, key)
        try:
            found = _readable_version(path, engine)
            if found != HEAD:
                _bring_up(path, engine, found)
                engine = connect(path, key)
        except BaseException:
            engine.dispose()
            raise
        return cls(path, engine)

    def close(self) -> None:
        """Let go of the file; its journal is folded in."""
        self._engine.dispose()

    @contextmanager
    def work(self) -> Iterator[UnitOfWork]:
        """A transaction that may write; rolled back unless committed. Raises Busy, DiskFull, CannotSave, Damaged."""
        with self._connected(writing=True) as connection:
            yield UnitOfWork(connection)

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A transaction that sees one state of the store and writes nothing. Raises Damaged."""
        with self._connected(writing=False) as connection:
            yield UnitOfWork(connection)

    @contextmanager
    def _connected(self, *, writing: bool) -> Iterator[sa.Connection]:
        with telling(self.path), self._engine.connect().execution_options(writing=writing) as connection:
            connection.begin()
            yield connection

    def setting(self, key: str, default: Any = None) -> Any:
        """A setting of the store, as the JSON value that was kept."""
        with self.reading() as work:
            return work.setting(key, default)

    def set_setting(self, key: str, value: Any) -> None:
        """Keep a setting: any JSON value."""
        with self.work() as work:
            work.set_setting(key, value)
            work.commit()

    def backup(self, target: Path) -> None:
        """A whole copy with the same key, also while others write. Raises AlreadyThere, ReadOnlyFolder, DiskFull."""
        if target.exists():
            raise AlreadyThere(target)
        copy_to(self._engine, target)

    def verify(self, progress: Progress = unfollowed) -> Verification:
        """Every page, every row, every case. `progress` hears how many of how many; what it raises ends the work."""
        with telling(self.path):
            return verify(self._engine, progress)


def _readable_version(path: Path, engine: sa.Engine) -> str:
    """The version of a store that this Loket can read."""
    with telling(path), engine.connect() as connection:
        found = version(connection)
    if found is None:
        raise NotAStore(path, "no version")
    if is_newer(found):
        raise NewerStore(path, found, HEAD)
    return found


def _bring_up(path: Path, engine: sa.Engine, found: str) -> None:
    """Migrate, or put everything back as it was. Closes the engine."""
    backup = path.with_name(f"{path.name}.v{found}")
    copy_to(engine, backup)
    try:
        with relaxed_keys(engine) as connection:
            migrate(connection)
    except Exception as error:
        engine.dispose()
        restore(backup, path)
        raise MigrationFailed(path, found, HEAD, backup) from error
    engine.dispose()
