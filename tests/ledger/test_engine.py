"""Where a ledger is, how it is opened, and what is said when it can't be."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from benchmarks.made_records import records
from sqlalchemy import Engine, select, text

from detente.errors import LedgerError, NewerLedger, UsageError
from detente.ingest import add_records, finish
from detente.ledger.engine import VARIABLE, address, open_engine, reading, writing
from detente.ledger.migrations.upgrade import HEAD, VERSION_TABLE
from detente.ledger.schema import Base, DayCount, Pair, Party, Watch, derived
from detente.ledger.store import open_ledger

DERIVED = {name.__tablename__ for name in vars(derived).values() if getattr(name, "__module__", "") == derived.__name__}


def test_a_file_is_an_address(tmp_path: Path) -> None:
    """A path is a SQLite file."""
    assert address(tmp_path / "x.db").database == str(tmp_path / "x.db")


def test_the_environment_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a file, DETENTE_DATABASE_URL holds; without that, detente.db."""
    monkeypatch.setenv(VARIABLE, "postgres://desk:secret@server/ledgers")
    assert address().drivername == "postgresql+psycopg"
    monkeypatch.delenv(VARIABLE)
    assert address().database == "detente.db"


@pytest.mark.parametrize("url", ["mysql://x/y", "://", "http://x y"])
def test_other_databases_are_refused(url: str) -> None:
    """Only SQLite and PostgreSQL."""
    with pytest.raises(UsageError):
        address(url)


def test_a_missing_ledger_is_not_made_by_asking(tmp_path: Path) -> None:
    """A question never makes a file."""
    with pytest.raises(UsageError, match="no ledger here"):
        open_ledger(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_an_empty_database_is_no_ledger_to_ask(db: str) -> None:
    """On either database."""
    with pytest.raises(UsageError, match="no ledger"):
        open_ledger(db)


def test_the_tables_are_those_of_the_schema(db: str) -> None:
    """The migrations end in what the schema says."""
    engine = open_engine(db, create=True)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        found = [each for each in compare_metadata(context, Base.metadata) if "sentence" not in str(each)]
    engine.dispose()
    assert found == []


def test_a_newer_ledger_is_left_alone(db: str) -> None:
    """The error says which version made it."""
    engine = open_engine(db, create=True)
    with writing(engine) as connection:
        connection.execute(text("UPDATE detente_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(NewerLedger, match=f"version 9999.*knows {HEAD}"):
        open_engine(db, create=True)


def test_an_older_ledger_is_brought_up(db: str) -> None:
    """Opening runs the steps that are missing."""
    engine = open_engine(db, create=True)
    with writing(engine) as connection:
        for table in reversed(Base.metadata.sorted_tables):
            if table.name in DERIVED:
                table.drop(connection)
        connection.execute(text("UPDATE detente_version SET version_num = '0001'"))
    engine.dispose()
    engine = open_engine(db)
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT version_num FROM detente_version")) == HEAD
        assert connection.scalar(text("SELECT count(*) FROM pending")) == 0
    engine.dispose()


def test_what_a_step_fills_is_what_settling_writes(db: str) -> None:
    """A settled ledger of the version before the series is brought up: the same pairs, counts, parties and watches."""
    tables = (Pair, DayCount, Party, Watch)
    with open_ledger(db, create=True) as ledger:
        list(add_records(ledger.engine, "crisis", records(30, seed=6)))
        finish(ledger.engine, ["crisis"])
        before = [_rows(ledger.engine, table) for table in tables]
        with writing(ledger.engine) as connection:
            for gone in ("TABLE pairs", "TABLE day_counts", "TABLE sketches", "TABLE shingles", "INDEX ix_parties_ahead", "INDEX ix_events_ahead"):
                connection.execute(text(f"DROP {gone}"))
            connection.execute(text("DROP INDEX ix_state_changes_state"))
            connection.execute(text("CREATE INDEX ix_state_changes_state ON state_changes (dossier, state, made, commitment)"))
            for column in ("parties DROP COLUMN known", "watches DROP COLUMN known", "watches DROP COLUMN closed"):
                connection.execute(text(f"ALTER TABLE {column}"))
            connection.execute(text("UPDATE detente_version SET version_num = '0002'"))
    with open_ledger(db) as ledger:
        after = [_rows(ledger.engine, table) for table in tables]
        assert after[:3] == before[:3]
        assert [row[:-1] for row in after[3]] == [row[:-1] for row in before[3]]
        list(add_records(ledger.engine, "crisis", records(31, seed=6)))
        finish(ledger.engine, ["crisis"])
        assert ledger.dossier().unsettled() == 0


def _rows(engine: Engine, table: type[Base]) -> list[tuple[object, ...]]:
    with reading(engine) as connection:
        return sorted(map(tuple, connection.execute(select(table))), key=repr)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """A SQLite file with other tables is refused."""
    path = tmp_path / "bookmarks.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with pytest.raises(LedgerError, match="another program"):
        open_engine(path, create=True)


@pytest.mark.parametrize(
    ("content", "says"), [(b"not a database at all, but long enough to be one" * 40, "no ledger"), (None, "can't be opened")]
)
def test_what_is_no_database_gets_a_clear_error(tmp_path: Path, content: bytes | None, says: str) -> None:
    """A text file, a folder."""
    path = tmp_path / "thing"
    path.write_bytes(content) if content else path.mkdir()
    with pytest.raises(LedgerError, match=says):
        open_engine(path, create=True)


def test_a_server_that_is_not_there_gets_a_clear_error(tmp_path: Path) -> None:
    """No traceback of a driver."""
    pytest.importorskip("psycopg")
    with pytest.raises(LedgerError, match="can't be reached"):
        open_engine(f"postgresql://desk@/x?host={tmp_path}", create=True)


def test_a_failed_transaction_leaves_nothing(db: str) -> None:
    """What was written before the error is undone."""
    engine = open_engine(db, create=True)
    with pytest.raises(RuntimeError), writing(engine) as connection:  # noqa: PT012  the error ends the transaction
        connection.execute(text("INSERT INTO dossiers (name) VALUES ('x')"))
        raise RuntimeError
    with reading(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM dossiers")) == 0
    engine.dispose()
