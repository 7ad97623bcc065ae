"""The kill test: SIGKILL at random moments of an ``add``, and the ledger is as if nothing had happened.

``python benchmarks/kill.py [--kills 50] [--reports 300] [--seed 1] [--db sqlite|postgresql]`` adds made-up records,
kills the process at moments drawn from the seed, starts it again, and so on, a few times a ledger. The moments are
drawn from the time in which it works: what a process takes to start is measured first. After each kill every report
that is there must be whole; at the end the export must be the same bytes as that of a run that was never cut.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

from benchmarks.made_records import records

from detente.ledger.export.jsonl import lines
from detente.ledger.store import open_ledger
from detente.records.encode import as_json

ROOT = Path(__file__).resolve().parents[1]
NAME = "crisis"
A_LEDGER = 4  # kills of one ledger; then it is finished and compared, and the next one begins
ADD = "from detente.cli import main; main()"


@dataclass(slots=True)
class Outcome:
    """How often the process was killed at work, how many ledgers came out of it, and whether all were right."""

    kills: int = 0
    ledgers: int = 0
    cut: int = 0  # kills after which some but not all reports were there
    unsettled: int = 0  # kills after which all were there, and had not yet added up
    identical: bool = True
    whole: bool = True


def kill_test(made: Callable[[], str], *, kills: int, reports: int, seed: int, folder: Path) -> Outcome:
    """Kill and restart an ``add`` so many times.

    Args:
        made: gives the address of a new, empty ledger each time.
        kills: how often.
        reports: of one ledger.
        seed: of the records and of the moments.
        folder: for the file of records.
    """
    random = Random(seed)  # noqa: S311  not for secrets
    source = folder / "records.jsonl"
    source.write_text("".join(f"{as_json(record)}\n" for record in records(reports, seed=seed)), encoding="utf-8")
    expected, idle, longest = _measured(source, made())
    outcome = Outcome()
    while outcome.kills < kills:
        db = made()
        last = min(outcome.kills + A_LEDGER, kills)
        while outcome.kills < last and not _killed(source, db, random.uniform(0.6 * idle, longest), outcome):
            outcome.whole &= _is_whole(db, reports, outcome)
        _finished(source, db)
        outcome.ledgers += 1
        outcome.identical &= exported(db) == expected
    return outcome


def _measured(source: Path, db: str) -> tuple[str, float, float]:
    """The export of a run that nobody kills, the seconds of a run that finds nothing to do, and of the first."""
    began = time.monotonic()
    _finished(source, db)
    done = time.monotonic()
    _finished(source, db)
    return exported(db), time.monotonic() - done, done - began


def start(source: Path, db: str) -> subprocess.Popen[bytes]:
    """An ``add`` in a process of its own."""
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    command = [sys.executable, "-c", ADD, "add", source, "--records", "--dossier", NAME, "--db", db, "--quiet"]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path})


def _finished(source: Path, db: str) -> None:
    """Let an ``add`` run to its end.

    Raises:
        RuntimeError: it failed.
    """
    if start(source, db).wait():
        raise RuntimeError("an add that nobody kills must end well")


def exported(db: str) -> str:
    """The export of the dossier."""
    with open_ledger(db) as ledger:
        return "".join(lines(ledger.dossier(NAME)))


def _killed(source: Path, db: str, delay: float, outcome: Outcome) -> bool:
    """Whether the process was done before the moment came; counts the kill if not."""
    process = start(source, db)
    try:
        process.wait(delay)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        outcome.kills += 1
        return False
    return True


def _is_whole(db: str, reports: int, outcome: Outcome) -> bool:
    """Whether what is there can be read back, each record whole."""
    try:
        with open_ledger(db, create=True) as ledger:
            if not ledger.dossiers():
                return True
            dossier = ledger.dossier(NAME)
            found = sum(1 for _ in dossier.records())
            outcome.unsettled += found == reports and dossier.unsettled() > 0
    except AssertionError:
        return False
    outcome.cut += 0 < found < reports
    return found <= reports


def main() -> None:
    """Run it and say how it went."""
    parser = argparse.ArgumentParser(description="SIGKILL at random moments of an add")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--db", choices=("sqlite", "postgresql"), default="sqlite")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        numbers = count(1)
        if asked.db == "sqlite":
            made = lambda: str(folder / f"{next(numbers)}.db")  # noqa: E731
        else:
            from tests.ledger import servers

            url = stack.enter_context(servers.server())
            made = lambda: servers.make_database(url, f"kill{next(numbers)}")  # noqa: E731
        began = time.monotonic()
        outcome = kill_test(made, kills=asked.kills, reports=asked.reports, seed=asked.seed, folder=folder)
    print(f"{asked.db}: {outcome.kills} kills of an add of {asked.reports} reports, {outcome.cut} of them while reports were")
    print(f"being stored, {outcome.unsettled} while they added up; {outcome.ledgers} ledgers, {time.monotonic() - began:.0f} s")
    print(f"every record whole: {outcome.whole}; exports the same bytes: {outcome.identical}")
    sys.exit(0 if outcome.whole and outcome.identical else 1)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
