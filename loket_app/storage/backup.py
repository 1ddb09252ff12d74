"""Copies of a store. A file with a journal is never copied as a file: the database writes the copy itself."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from loket_app.storage.engine import driver
from loket_app.storage.files import JOURNALS, copy_whole, draft_of, make_file, put_in_place
from loket_app.storage.telling import telling, telling_of_files


def copy_to(engine: sa.Engine, target: Path) -> None:
    """A whole, compact copy under the same key. Raises ReadOnlyFolder, DiskFull, CannotSave; then no copy is left."""
    with telling(target), telling_of_files(target), draft_of(target) as draft:
        make_file(draft)
        driver(engine).execute("VACUUM INTO ?", (str(draft),))
        put_in_place(draft, target)


def restore(backup: Path, path: Path) -> None:
    """Put a copy in the place of a closed store; the copy stays. Raises ReadOnlyFolder, DiskFull, CannotSave."""
    with telling_of_files(path):
        for journal in JOURNALS:
            path.with_name(path.name + journal).unlink(missing_ok=True)
        copy_whole(backup, path)
