"""Alembic's entry: run the steps on the connection that the engine hands over, within its transaction."""

from __future__ import annotations

from alembic import context

from detente.ledger.migrations.upgrade import VERSION_TABLE
from detente.ledger.schema import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
context.run_migrations()
