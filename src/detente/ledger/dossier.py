"""One dossier: what it holds and what it answers."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Engine

from detente.ledger.engine import reading
from detente.ledger.pending import how_many
from detente.ledger.stored import held_records
from detente.records import Record


class Dossier:
    """The reports of one crisis and what they add up to; made by :meth:`detente.ledger.store.Ledger.dossier`."""

    def __init__(self, engine: Engine, name: str, number: int) -> None:
        self.engine = engine
        self.name = name
        self.number = number

    def records(self) -> Iterator[Record]:
        """The current record of each report, by day and report id; one is in memory at a time."""
        with reading(self.engine) as connection:
            for held in held_records(connection, self.number, current=True):
                yield held.record

    def unsettled(self) -> int:
        """How many blocks wait to be settled: 0 unless an ``add`` was cut short."""
        with reading(self.engine) as connection:
            return how_many(connection, self.number)
