"""Turns what the database and the disk say into the errors of this layer."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
import sqlcipher3.dbapi2

from loket_app.storage.errors import Busy, CannotSave, Damaged, DiskFull, ReadOnlyFolder, StoreError

_PRIMARY = 0xFF  # SQLite's extended result codes keep the primary code in the lowest byte
_BY_CODE: dict[int, type[StoreError]] = {5: Busy, 6: Busy, 8: ReadOnlyFolder, 13: DiskFull, 14: ReadOnlyFolder}
_UNREADABLE = (11, 26)  # SQLITE_CORRUPT, SQLITE_NOTADB
_BY_ERRNO: dict[int | None, type[StoreError]] = {
    errno.EACCES: ReadOnlyFolder,
    errno.EPERM: ReadOnlyFolder,
    errno.EROFS: ReadOnlyFolder,
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
}


@contextmanager
def telling(path: Path, unreadable: type[StoreError] = Damaged) -> Iterator[None]:
    """Raise what the database says as a StoreError about `path`; `unreadable` is what a page that can't be read means.

    What is our own mistake, such as a broken constraint, goes through as it is.
    """
    try:
        yield
    except sa.exc.IntegrityError:
        raise
    except sa.exc.DBAPIError as error:
        raise _of_database(path, error.orig, unreadable) from error
    except sqlcipher3.dbapi2.Error as error:
        raise _of_database(path, error, unreadable) from error


@contextmanager
def telling_of_files(path: Path) -> Iterator[None]:
    """Raise what the disk says as a StoreError about `path`."""
    try:
        yield
    except OSError as error:
        raise _BY_ERRNO.get(error.errno, CannotSave)(path, errno.errorcode.get(error.errno or 0, "")) from error


def _of_database(path: Path, error: BaseException | None, unreadable: type[StoreError]) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    kind = unreadable if code in _UNREADABLE else _BY_CODE.get(code, CannotSave)
    return kind(path, getattr(error, "sqlite_errorname", ""))
