"""A full disk, a server that stops, two adds at once: a clear error, nothing lost, and running again ends equal."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from benchmarks.kill import ADD, NAME, ROOT, exported
from benchmarks.made_records import records

from detente.errors import LedgerError, UsageError
from detente.ledger.store import open_ledger
from detente.records.encode import as_json

from . import servers

pytestmark = pytest.mark.slow
REPORTS = 60


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty records in a file."""
    path = tmp_path_factory.mktemp("source") / "records.jsonl"
    path.write_text("".join(f"{as_json(record)}\n" for record in records(REPORTS, seed=13)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of an add that nothing disturbs."""
    db = str(tmp_path_factory.mktemp("expected") / "whole.db")
    assert started(source, db).wait() == 0
    return exported(db)


def started(source: Path, db: str, before: str = "") -> subprocess.Popen[bytes]:
    """An ``add`` in a process of its own, which runs some code before; its errors go to a file beside the source."""
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-c", before + ADD, "add", source, "--records", "--dossier", NAME, "--db", db, "--quiet"]
    with source.with_suffix(".err").open("wb") as errors:
        return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path}, stderr=errors)


def failed(process: subprocess.Popen[bytes], source: Path) -> str:
    """What a process that failed said."""
    assert process.wait(120) != 0
    said = source.with_suffix(".err").read_text(encoding="utf-8")
    assert "Traceback" not in said
    return said


def stored(db: str) -> int:
    """How many reports can be read back whole; each read checks them."""
    with open_ledger(db) as ledger:
        return sum(1 for _ in ledger.dossier(NAME).records()) if ledger.dossiers() else 0


@pytest.mark.parametrize("size", [700_000, 900_000])
def test_a_disk_that_fills_up_is_said_so_and_running_again_ends_equal(
    size: int, source: Path, expected: str, tmp_path: Path
) -> None:
    """No file of the process may grow further: the add says so in one line, and what it stored is whole."""
    db = str(tmp_path / "small.db")
    with open_ledger(db, create=True):
        pass
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size})); "
    assert "run the same command again" in failed(started(source, db, limit), source)
    assert stored(db) < REPORTS or exported(db) != expected
    assert started(source, db).wait() == 0
    assert exported(db) == expected


def test_a_server_that_stops_is_said_so_and_running_again_ends_equal(source: Path, expected: str) -> None:
    """The server is killed while reports are stored, and started again."""
    if reason := servers.why_not():
        pytest.skip(reason)
    with servers.home() as folder:
        server = servers.start(folder)
        db = servers.make_database(servers.address(folder), "gone")
        process = started(source, db)
        while not _some(db):
            time.sleep(0.02)
        server.kill()
        server.wait()
        said = failed(process, source)
        assert "went away" in said or "can't be reached" in said
        (folder / "data" / "postmaster.pid").unlink(missing_ok=True)
        server = servers.start(folder)
        assert 0 < stored(db) <= REPORTS
        assert started(source, db).wait() == 0
        assert exported(db) == expected
        server.terminate()
        server.wait(30)


def _some(db: str) -> bool:
    try:
        return stored(db) > 3
    except (LedgerError, UsageError):  # the ledger is being made
        return False


def test_two_processes_that_add_the_same_end_in_one_ledger(db: str, source: Path, expected: str) -> None:
    """Both succeed, and the ledger is as if one had done it."""
    both = [started(source, db) for _ in range(2)]
    assert [process.wait(300) for process in both] == [0, 0]
    assert exported(db) == expected
