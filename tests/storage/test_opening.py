"""What can stand in the way of opening a store: each its own error, and nothing changed by any."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2

from loket_app.storage.engine import driver
from loket_app.storage.errors import (
    AlreadyThere,
    Busy,
    CannotOpen,
    CannotSave,
    DiskFull,
    NewerStore,
    NoStore,
    NotAStore,
    ReadOnlyFolder,
    StoreError,
)
from loket_app.storage.migrating import HEAD
from loket_app.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.samples import NOW, case, keep

PAGE = 4096


@pytest.fixture
def closed(path: Path, empty_store: Path) -> Path:
    """A store with one case, closed."""
    shutil.copy(empty_store, path)
    store = Store.open(path, KEY)
    keep(store, case())
    store.close()
    return path


def refusal(path: Path, attempt: Callable[[Path, bytes], Store] = Store.open, key: bytes = KEY) -> StoreError:
    """What opening, or creating, fails with; the folder is as it was."""
    before = _folder(path.parent)
    with pytest.raises(StoreError) as raised:
        attempt(path, key)
    assert raised.value.path == path
    assert _folder(path.parent) == before
    return raised.value


def _folder(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() if file.is_file() else b"" for file in folder.iterdir()}


def test_a_store_opens_again(closed: Path) -> None:
    store = Store.open(closed, KEY)
    with store.reading() as work:
        assert work.cases.load("c1") == case()
    store.close()
    assert [file.name for file in closed.parent.iterdir()] == [closed.name]


def test_the_wrong_key(closed: Path) -> None:
    assert type(refusal(closed, key=bytes(32))) is CannotOpen


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_our_mistake(closed: Path, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Store.open(closed, bytes(length))


@pytest.mark.parametrize("offset", [0, 8, 15, 16, 100, PAGE - 80, PAGE - 1])
def test_a_byte_of_the_first_page_flipped(closed: Path, offset: int) -> None:
    _flip(closed, offset)
    assert type(refusal(closed)) is CannotOpen


def test_a_byte_flipped_anywhere_is_never_overlooked(closed: Path) -> None:
    """Beyond the first page the store may open, and then says what it can't read."""
    whole = closed.read_bytes()
    for offset in range(PAGE + 7, len(whole), PAGE):
        closed.write_bytes(whole)
        _flip(closed, offset)
        assert _is_noticed(closed), f"page {offset // PAGE + 1}"


def _is_noticed(path: Path) -> bool:
    try:
        store = Store.open(path, KEY)
    except StoreError as error:
        return type(error).__name__ in ("CannotOpen", "Damaged")
    sound = store.verify().sound
    store.close()
    return not sound


def _flip(path: Path, offset: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 1]))


@pytest.mark.parametrize("length", [1, 15, 16, 1000, PAGE - 1])
def test_only_the_start_is_left(closed: Path, length: int) -> None:
    os.truncate(closed, length)
    assert type(refusal(closed)) is CannotOpen


@pytest.mark.parametrize("pages", [1, 2, 20])
def test_the_end_is_missing(closed: Path, pages: int) -> None:
    os.truncate(closed, pages * PAGE)
    assert _is_noticed(closed)


def test_nothing_there(path: Path) -> None:
    assert type(refusal(path)) is NoStore


def test_a_folder(path: Path) -> None:
    path.mkdir()
    assert type(refusal(path)) is NotAStore


def test_an_empty_file(path: Path) -> None:
    path.touch()
    assert type(refusal(path)) is NotAStore


def test_a_plain_database(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE alembic_version (version_num TEXT)")
    plain.close()
    assert type(refusal(path)) is NotAStore


def test_another_file(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 64)
    assert type(refusal(path)) is CannotOpen


def test_somebody_elses_encrypted_database(path: Path) -> None:
    _with_driver(path, "CREATE TABLE somebody (name TEXT)")
    assert type(refusal(path)) is NotAStore


def test_a_store_without_tables(closed: Path) -> None:
    _with_driver(closed, "DROP TABLE alembic_version")
    assert type(refusal(closed)) is NotAStore


def test_a_newer_store(closed: Path) -> None:
    _with_driver(closed, "UPDATE alembic_version SET version_num = '9017'")
    told = refusal(closed)
    assert type(told) is NewerStore
    assert str(told) == f"NewerStore: loket.db: version 9017, known {HEAD}"


def _with_driver(path: Path, statement: str) -> None:
    connection = sqlcipher3.dbapi2.connect(str(path))
    connection.set_key(f"x'{KEY.hex()}'")
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_folder_where_no_journal_can_be_made(closed: Path) -> None:
    """What a read-only folder does, also for a user who may write everywhere."""
    closed.with_name(closed.name + "-wal").mkdir()
    assert type(refusal(closed)) is ReadOnlyFolder


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_a_file_that_may_not_be_written(closed: Path, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_args: Any, **_options: Any) -> None:
        raise OSError(code, os.strerror(code), str(self))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadOnlyFolder):
        Store.open(closed, KEY)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (errno.EACCES, ReadOnlyFolder),
        (errno.EROFS, ReadOnlyFolder),
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EIO, CannotSave),
    ],
)
def test_no_store_can_be_made(path: Path, code: int, error: type[StoreError], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "open", _failing(code))
    assert type(refusal(path, Store.create)) is error


def test_a_store_whose_tables_fail_is_gone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_connection: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("loket_app.storage.store.migrate", fail)
    with pytest.raises(RuntimeError):
        Store.create(path, KEY)
    assert list(path.parent.iterdir()) == []


def test_a_store_half_made_is_gone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _failing(errno.ENOSPC))
    assert type(refusal(path, Store.create)) is DiskFull


def _failing(code: int) -> Callable[..., int]:
    def fail(*_args: Any, **_options: Any) -> int:
        raise OSError(code, os.strerror(code))

    return fail


def test_no_folder_for_a_new_store(path: Path) -> None:
    with pytest.raises(CannotSave):
        Store.create(path.parent / "nowhere" / "loket.db", KEY)


def test_a_new_store_never_takes_the_place_of_something(closed: Path) -> None:
    assert type(refusal(closed, Store.create)) is AlreadyThere


def test_what_an_interrupted_creation_left_is_no_hindrance(path: Path) -> None:
    path.with_name(path.name + ".new").write_bytes(b"half")
    Store.create(path, KEY).close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["dossiers é #1?.db", "100% of [it] & more.db", "გადა.db"])
def test_any_name_will_do(path: Path, name: str) -> None:
    Store.create(path.with_name(name), KEY).close()
    Store.open(path.with_name(name), KEY).close()
    assert [file.name for file in path.parent.iterdir()] == [name]


def test_another_program_writes(closed: Path) -> None:
    store, other = Store.open(closed, KEY), Store.open(closed, KEY)
    driver(other._engine).execute("PRAGMA busy_timeout = 1")
    with store.work(), pytest.raises(Busy), other.work():
        pass
    with store.work() as work, other.reading() as reading:
        assert reading.cases.count() == 1
        work.cases.add(case("c2", "GNT-2026-0002"), "an", NOW)
        work.commit()
        assert reading.cases.count() == 1  # it sees one state of the store
    with other.reading() as reading:
        assert reading.cases.count() == 2
    store.close()
    other.close()
