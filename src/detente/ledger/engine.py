"""The database: where it is, how it is opened, and transactions that end whole or not at all.

SQLite runs with a write-ahead log, so that readers never wait for the writer; a writer takes the lock
when it begins (``BEGIN IMMEDIATE``) and waits for another one. PostgreSQL writers wait for each other at an
advisory lock. So two ``add``s at once on one ledger take turns, transaction by transaction.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from detente.errors import LedgerError, UsageError
from detente.ledger.migrations.upgrade import HEAD, upgrade, version_of

DEFAULT = "detente.db"
VARIABLE = "DETENTE_DATABASE_URL"
PATIENCE = 60  # seconds that a writer waits for another
TRIES = 50  # a second
_WRITERS = 0x64657465  # the advisory lock of writers on PostgreSQL: 'dete'
_READS = "detente_reads"


def address(db: str | Path | None = None) -> URL:
    """Where the ledger is: ``db``, else the environment's DETENTE_DATABASE_URL, else ``detente.db``.

    Raises:
        UsageError: it is a URL of a database that is not supported.
    """
    given = str(db) if db is not None else os.environ.get(VARIABLE) or DEFAULT
    if "://" not in given:
        return URL.create("sqlite", database=str(Path(given).expanduser()))
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise UsageError("is no database URL; give a file, or postgresql://user@host/name", where="--db") from error
    kind = url.drivername.partition("+")[0]
    if kind in {"postgres", "postgresql"}:
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite":
        return url
    raise UsageError(f"{kind} is not supported: use a SQLite file or PostgreSQL", where="--db")


def open_engine(db: str | Path | None = None, *, create: bool = False) -> Engine:
    """The engine of a ledger at today's version; ``create`` makes it where there is none.

    Raises:
        UsageError: there is no ledger and none was to be made.
        LedgerError: the database can't be opened, or is none of ours.
        NewerLedger: a later version made it.
    """
    url = address(db)
    shown = url.database or "" if url.drivername == "sqlite" else url.render_as_string(hide_password=True)
    if url.drivername == "sqlite" and not create and not _is_there(url):
        raise UsageError("there is no ledger here; 'detente add REPORT --dossier NAME' makes one", where=shown)
    engine = _engine(url)
    try:
        _bring_up(engine, create=create)
    except LedgerError as error:
        engine.dispose()
        raise error.located(shown) from error.__cause__
    except UsageError as error:
        engine.dispose()
        raise error.located(shown) from None
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes: committed whole at the end, undone on any error.

    Raises:
        LedgerError: the database fails.
    """
    with explained(), engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITERS})
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads, and sees one state of the ledger throughout.

    Raises:
        LedgerError: the database fails.
    """
    with explained(), engine.connect() as bare:
        options = {_READS: True}
        if bare.dialect.name == "postgresql":
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}  # type: ignore[dict-item]
        yield bare.execution_options(**options)


@contextmanager
def explained() -> Iterator[None]:
    """Turn the database's errors into ours.

    Raises:
        LedgerError: says what failed and what to do.
    """
    try:
        yield
    except DBAPIError as error:
        raise LedgerError(_meaning(str(error.orig))) from error
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise LedgerError(
            'PostgreSQL needs a driver that is not installed: pip install "detente[postgres]"'
        ) from error


def _is_there(url: URL) -> bool:
    return bool(url.database) and Path(str(url.database)).exists()


def _engine(url: URL) -> Engine:
    if url.drivername != "sqlite":
        with explained():
            return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    engine = create_engine(url, connect_args={"timeout": PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    """A new connection to SQLite: transactions are ours to begin, not the driver's."""
    connection.isolation_level = None
    for pragma in (f"busy_timeout={PATIENCE * 1000}", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    _use_wal(connection)


def _use_wal(connection: Any) -> None:
    """The change to a write-ahead log does not wait by itself for another process that makes it on a new file, too."""
    for _ in range(PATIENCE * TRIES):
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            time.sleep(1 / TRIES)
        else:
            return
    connection.execute("PRAGMA journal_mode=WAL")


def _begin(connection: Connection) -> None:
    reads = connection.get_execution_options().get(_READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _bring_up(engine: Engine, *, create: bool) -> None:
    with reading(engine) as connection:
        found = version_of(connection)
    if found == HEAD:
        return
    if found is None and not create:
        raise UsageError("there is no ledger in this database; 'detente add REPORT --dossier NAME' makes one")
    with writing(engine) as connection:
        if version_of(connection) != HEAD:  # another process may have been quicker
            upgrade(connection)


_MEANINGS = (
    ("database or disk is full", "there is no space left on the disk"),
    ("disk I/O error", "the disk refuses to write or to read: it may be full, over its quota, or failing"),
    ("No space left", "there is no space left on the database's disk"),
    ("file is not a database", "is no ledger: the file is something else than a database"),
    ("malformed", "the file is damaged; restore it from a backup, or add the reports to a new one"),
    ("unable to open database file", "can't be opened: check the folder and its permissions"),
    ("readonly", "can't be written: check the permissions of the file and its folder"),
    ("locked", f"another process has been writing for over {PATIENCE} seconds; try again when it is done"),
    ("does not exist", "the database can't be opened: make it first, e.g. with createdb"),
    ("connection to server", "the database server can't be reached"),
    ("connection failed", "the database server can't be reached"),
    ("terminat", "the database server went away"),
    ("closed", "the database server went away"),
)


def _meaning(message: str) -> str:
    """What the database's error amounts to, in words that say what to do."""
    for sign, meaning in _MEANINGS:
        if sign in message:
            first = message.strip().splitlines()[0]
            return f"{meaning} ({first}); what was committed is whole: run the same command again to go on"
    return f"the database failed: {message.strip()}"
