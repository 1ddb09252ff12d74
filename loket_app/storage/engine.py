"""The connection to the encrypted file. All that is SQLite's own, but for the text index, stands here.

The key goes straight to SQLCipher as 32 raw bytes: never into a URL, an SQL text, a repr or a log.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import sqlcipher3.dbapi2
from sqlalchemy import event, pool

from loket_app.storage.errors import CannotOpen, NoStore, NotAStore, ReadOnlyFolder
from loket_app.storage.telling import telling

KEY_BYTES = 32
PAGE_BYTES = 4096  # SQLCipher's own
APPLICATION_ID = 0x4C4F4B54  # "LOKT", in the header of every store
PLAIN_HEADER = b"SQLite format 3\x00"
CACHE_KIB = 32 * 1024
BUSY_MS = 5_000

# cipher_memory_security stays off: wiping every buffer makes search twelve times slower (4 ms becomes 47 ms).
_SETTINGS = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "temp_store = MEMORY",
    f"busy_timeout = {BUSY_MS}",
    f"cache_size = -{CACHE_KIB}",
    "journal_mode = WAL",
    "synchronous = FULL",
)


class LooseRows(Exception):
    """Rows of a table point at rows that are not there."""


def connect(path: Path, key: bytes, *, new: bool = False) -> sa.Engine:
    """An engine with one connection, for one thread; `new` makes the empty file at `path` a store.

    Raises NoStore, NotAStore, ReadOnlyFolder, CannotOpen, Busy. Then the file is as it was.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a store's key has 32 bytes")
    if not new:
        _look_at(path)
    with telling(path, CannotOpen):
        connection = _connection(path, key, new=new)
    engine = sa.create_engine(
        "sqlite+pysqlite://", module=sqlcipher3.dbapi2, creator=lambda: connection, poolclass=pool.StaticPool
    )
    event.listen(engine, "begin", _begin)
    return engine


def _look_at(path: Path) -> None:
    """Tell what can be told before a key is tried."""
    try:
        if not path.exists():
            raise NoStore(path)
        if not path.is_file():
            raise NotAStore(path, "not a file")
        with path.open("r+b") as file:
            start = file.read(PAGE_BYTES)
    except OSError as error:
        raise ReadOnlyFolder(path) from error
    if not start or start.startswith(PLAIN_HEADER):
        raise NotAStore(path, "a plain database" if start else "empty")
    if len(start) < PAGE_BYTES:
        raise CannotOpen(path, "shorter than a page")


def _connection(path: Path, key: bytes, *, new: bool) -> Any:
    uri = path.absolute().as_uri() + "?mode=rw"
    connection = sqlcipher3.dbapi2.connect(uri, uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(f"x'{key.hex()}'")
        if new:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _prove(connection, path)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _prove(connection: Any, path: Path) -> None:
    """That the key fits, that it is Loket's, and that it can be written."""
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise NotAStore(path, "another database")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def _begin(connection: sa.Connection) -> None:
    """A unit of work that will write takes the write lock first, so that what it read cannot go stale under it."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def driver(engine: sa.Engine) -> Any:
    """The driver's own connection, for what may not run in a transaction."""
    lent = engine.raw_connection()
    try:
        return lent.driver_connection
    finally:
        lent.close()


@contextmanager
def relaxed_keys(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction in which tables may be rebuilt: foreign keys count when it ends. Raises LooseRows."""
    connection = driver(engine)
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with engine.connect().execution_options(writing=True) as lent, lent.begin():
            yield lent
            loose = lent.exec_driver_sql("PRAGMA foreign_key_check").first()
            if loose is not None:
                raise LooseRows(loose[0])
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
