"""Brings an older store to this version. Alembic takes long to import, so only a store that needs it pays."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

HEAD = "0012"
"""The version of this Loket's tables: the last migration."""

_FOLDER = Path(__file__).parent / "migrations"


def version(connection: sa.Connection) -> str | None:
    """The version of the store's tables; None when they are not Loket's."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()


def is_newer(found: str) -> bool:
    """Whether a later Loket made these tables."""
    return found > HEAD


def migrate(connection: sa.Connection, to: str = "head") -> None:
    """Bring the tables up to a version, within the transaction of the connection."""
    _command("upgrade", connection, to)


def _command(name: str, connection: sa.Connection, to: str) -> None:
    from alembic import command  # 420 ms that only a migration needs
    from alembic.config import Config  # the same

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    getattr(command, name)(config, to)
