"""One ledger a test, on each database: the same tests hold for both."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.made_records import records

from detente.ledger.store import Ledger, open_ledger
from detente.records import Record

from . import servers

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A running server of our own, or a skip that says why there is none."""
    reason = servers.why_not()
    if reason:
        pytest.skip(reason)
    with servers.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger may be made: a file that is not there yet, or an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "crisis.db")
    return servers.make_database(request.getfixturevalue("postgres"), f"test{next(_numbers)}")


@pytest.fixture
def ledger(db: str) -> Iterator[Ledger]:
    """A new ledger."""
    with open_ledger(db, create=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def made() -> list[Record]:
    """Forty records of a made-up crisis."""
    return list(records(40, seed=7))
