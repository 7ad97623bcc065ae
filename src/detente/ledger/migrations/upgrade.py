"""Bring a database to today's tables, or say why that can't be."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from detente.errors import LedgerError, NewerLedger

HEAD = "0003"
KNOWN = ("0001", "0002", "0003")
VERSION_TABLE = "detente_version"


def version_of(connection: Connection) -> str | None:
    """The step that the database is at; None for an empty one.

    Raises:
        LedgerError: it is a database of something else.
        NewerLedger: a later detente made it.
    """
    names = inspect(connection).get_table_names()
    if VERSION_TABLE not in names:
        if connection.dialect.name == "sqlite" and names:
            raise LedgerError("is a database of another program: give another file with --db")
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608  a constant
    if found is not None and found not in KNOWN:
        raise NewerLedger(
            f"the ledger is at version {found}, made by a newer detente than this one, which knows {HEAD}: "
            "install the newer one; nothing was changed"
        )
    return found


def upgrade(connection: Connection) -> None:
    """Run the steps that are missing, in the transaction of the connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
