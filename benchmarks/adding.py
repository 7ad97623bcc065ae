"""How fast records go into a ledger: ``python benchmarks/adding.py [--reports 300] [--onto FILE] [--db sqlite|postgresql]``.

Records that are made up, so that nothing is read, are stored a transaction each and add up. ``--onto`` copies a SQLite
ledger first, such as the one of ``benchmarks/ledger.py``, and adds to the copy: what an ``add`` costs when much is there.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import func, select

from detente.ingest import add_records, finish
from detente.ledger.engine import reading
from detente.ledger.schema import Base
from detente.ledger.store import Ledger, open_ledger

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.made_records import records


def rows(ledger: Ledger) -> int:
    """The rows of all tables."""
    with reading(ledger.engine) as connection:
        counts = [connection.scalar(select(func.count()).select_from(table)) for table in Base.metadata.sorted_tables]
    return sum(count or 0 for count in counts)


def main() -> None:
    """Add, and say how long it took, by the clock and by the processor."""
    parser = argparse.ArgumentParser(description="adding to a ledger")
    parser.add_argument("--reports", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--onto")
    parser.add_argument("--db", choices=("sqlite", "postgresql"), default="sqlite")
    asked = parser.parse_args()
    made = list(records(asked.reports, seed=asked.seed))
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        db = str(folder / "x.db")
        if asked.onto:
            shutil.copy(asked.onto, db)
        elif asked.db == "postgresql":
            from tests.ledger import servers

            db = servers.make_database(stack.enter_context(servers.server()), "adding")
        ledger = stack.enter_context(open_ledger(db, create=True))
        name = (ledger.dossiers() or ["crisis"])[0]
        before = rows(ledger)
        times = [(time.perf_counter(), time.process_time())]
        for work in (lambda: list(add_records(ledger.engine, name, made)), lambda: finish(ledger.engine, [name])):
            work()
            times.append((time.perf_counter(), time.process_time()))
        after = rows(ledger)
    for what, (clock, cpu), (clock_end, cpu_end) in (
        ("stored", times[0], times[1]), ("added up", times[1], times[2]), ("whole", times[0], times[2]),
    ):  # fmt: skip
        print(f"{what}: {clock_end - clock:.2f} s, {cpu_end - cpu:.2f} s of CPU, {len(made) / (clock_end - clock):.1f} reports a second")
    print(f"{before:,} rows before, {after - before:,} more: {(after - before) / (times[2][0] - times[0][0]):,.0f} a second")


if __name__ == "__main__":
    main()
