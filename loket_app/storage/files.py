"""Files that only their owner reads, and that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loket_app.disk import settle_folder

OWNER_ONLY = 0o600
JOURNALS = ("-wal", "-shm")


def make_file(path: Path) -> None:
    """An empty file that only its owner reads; SQLite gives its journal files the same mode. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ONLY))


def remove(path: Path) -> None:
    """Take away a file and the journals beside it, whichever there are. Raises OSError."""
    for suffix in ("", *JOURNALS):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Give a finished file its name, over what was there. Raises OSError."""
    with draft.open("r+b") as file:
        os.fsync(file.fileno())
    draft.replace(path)
    settle_folder(path.parent)


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """Where a file is made before it gets its name; nothing is left there, from this time or an earlier one."""
    draft = path.with_name(path.name + ".new")
    remove(draft)
    try:
        yield draft
    finally:
        remove(draft)


def copy_whole(source: Path, path: Path) -> None:
    """A copy of a closed file, over what was there. Raises OSError."""
    with draft_of(path) as draft:
        make_file(draft)
        shutil.copyfile(source, draft)
        put_in_place(draft, path)
