"""No room on the disk: said so, and what was saved before is whole."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from loket_app.storage.engine import driver
from loket_app.storage.errors import AlreadyThere, CannotSave, DiskFull
from loket_app.storage.store import Store
from tests.storage.conftest import KEY
from tests.storage.samples import case, edit, keep, make

LONG = "x" * 100_000


def test_a_change_that_finds_no_room(store: Store) -> None:
    keep(store, case())
    pages = driver(store._engine).execute("PRAGMA page_count").fetchone()[0]
    driver(store._engine).execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull) as told:
        make(store, edit(case(), "remarks", LONG))
    assert told.value.path == store.path
    with store.reading() as work:
        assert work.cases.load("c1") == case()
        assert work.cases.log("c1") == ()
    assert store.verify().sound
    driver(store._engine).execute("PRAGMA max_page_count = 1000000")
    assert make(store, edit(case(), "remarks", LONG)).remarks == LONG


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no limit to a file's size")
def test_a_disk_that_takes_no_more(store: Store) -> None:
    """The system itself refuses the write, in the middle of the journal."""
    import resource  # noqa: PLC0415  # not on Windows

    keep(store, case())
    journal = store.path.with_name(store.path.name + "-wal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (journal.stat().st_size + 10_000, hard))
    try:
        with pytest.raises(CannotSave):
            make(store, edit(case(), "remarks", LONG))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert make(store, edit(case(), "remarks", LONG)).remarks == LONG
    assert store.verify().sound


def test_a_backup_that_finds_no_room_leaves_no_half(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    keep(store, case())
    target = store.path.with_name("copy.db")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        store.backup(target)
    assert sorted(file.name for file in store.path.parent.iterdir()) == ["loket.db", "loket.db-shm", "loket.db-wal"]


def test_a_backup_is_a_whole_store(store: Store, tmp_path: Path) -> None:
    keep(store, case())
    store.backup(tmp_path / "copy.db")
    copy = Store.open(tmp_path / "copy.db", KEY)
    with copy.reading() as work:
        assert work.cases.load("c1") == case()
        assert [row.id for row in work.cases.search("berisha")] == ["c1"]
    assert copy.verify().sound
    copy.close()


def test_a_backup_takes_the_place_of_nothing(store: Store, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        store.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == b"mine"
