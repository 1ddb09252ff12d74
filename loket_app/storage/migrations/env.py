"""Runs the migrations on the connection that it is given; there is no alembic.ini and no URL."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
