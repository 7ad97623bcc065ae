"""One dossier: what it holds and what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, select

from detente.ledger.choices import ACTORS, COMMITMENTS, EVENTS, checked
from detente.ledger.engine import reading
from detente.ledger.frames import Rows
from detente.ledger.pending import how_many
from detente.ledger.schema import Actor, CodedCommitment, CodedEvent, Commitment, Event
from detente.ledger.stored import held_records
from detente.ledger.views.model import ActorView, Changes, CommitmentView, EventView, Query, RowView
from detente.records import Record

if TYPE_CHECKING:
    from detente.ledger.views.series import DyadEvent


class Dossier:
    """The reports of one crisis and what they add up to; made by :meth:`detente.ledger.store.Ledger.dossier`.

    Each answer is as of a day: what was known then. Filters are those of :class:`detente.ledger.views.Query`,
    by name: ``dossier.ledger(actor="RUS", kind="threat", as_of="2022-01-14")``.
    """

    def __init__(self, engine: Engine, name: str, number: int) -> None:
        self.engine = engine
        self.name = name
        self.number = number

    def records(self) -> Iterator[Record]:
        """The current record of each report, by day and report id; one is in memory at a time."""
        with reading(self.engine) as connection:
            for held in held_records(connection, self.number, current=True):
                yield held.record

    def ledger(self, **filters: Any) -> Rows[CommitmentView]:
        """A page of demands, offers, threats and the like, latest first.

        Raises:
            UsageError: a day that is none, an actor or a kind that is not there, a search without a word.
        """
        from detente.ledger.views.commitments import ledger

        with reading(self.engine) as connection:
            return Rows.of(ledger(connection, self.number, Query(**checked(filters, COMMITMENTS))))

    def timeline(self, **filters: Any) -> Rows[EventView]:
        """A page of events, the last day first.

        Raises:
            UsageError: a day that is none, an actor or a kind that is not there, a search without a word.
        """
        from detente.ledger.views.timeline import timeline

        with reading(self.engine) as connection:
            return Rows.of(timeline(connection, self.number, Query(**checked(filters, EVENTS))))

    def actors(self, **filters: Any) -> Rows[ActorView]:
        """A page of actors, those named in most reports first.

        Raises:
            UsageError: a day that is none, an actor or a kind that is not there.
        """
        from detente.ledger.views.actors import actors

        with reading(self.engine) as connection:
            return Rows.of(actors(connection, self.number, Query(**checked(filters, ACTORS))))

    def changes(self, since: str, as_of: str | None = None) -> Changes:
        """All that became known from ``since`` to ``as_of``, both included: the brief of a morning.

        Raises:
            UsageError: a day that is none.
        """
        from detente.ledger.views.changes import changes

        with reading(self.engine) as connection:
            return changes(connection, self.number, since, as_of)

    def show(self, row: str, as_of: str | None = None) -> RowView:
        """One row by its id or the beginning of it, with every report of it.

        Raises:
            UsageError: there is none, or several begin so.
        """
        from detente.ledger.views.show import show

        with reading(self.engine) as connection:
            return show(connection, self.number, row, as_of)

    def names(self) -> dict[str, str]:
        """The name of every actor, by id."""
        with reading(self.engine) as connection:
            rows = connection.execute(select(Actor.id, Actor.name).where(Actor.dossier == self.number))
            return {row.id: row.name for row in rows}

    def dyad(
        self, a: str, b: str, since: str | None = None, until: str | None = None, as_of: str | None = None
    ) -> Iterator[DyadEvent]:
        """The events between two parties that occurred, by day; 'RUS' holds for all that belongs to Russia."""
        from detente.ledger.views.series import dyad

        with reading(self.engine) as connection:
            yield from dyad(connection, self.number, a, b, since, until, as_of)

    def reported(
        self, since: str | None = None, until: str | None = None, as_of: str | None = None
    ) -> Mapping[str, int]:
        """How many events occurred on each day, of all that were reported."""
        from detente.ledger.views.series import reported

        with reading(self.engine) as connection:
            return reported(connection, self.number, since, until, as_of)

    def sources(self) -> dict[str, tuple[str, int, int, int]]:
        """For each row as read: its merged row, and how many reports, families and outlets tell that."""
        found: dict[str, tuple[str, int, int, int]] = {}
        with reading(self.engine) as connection:
            for read, merged in ((CodedEvent, Event), (CodedCommitment, Commitment)):
                query = (
                    select(read.id.label("row"), merged.id, merged.reports, merged.families, merged.outlets)
                    .join(merged, (merged.dossier == read.dossier) & (merged.id == read.merged))
                    .where(read.dossier == self.number)
                )
                for row in connection.execute(query):
                    found[row.row] = (row.id, row.reports, row.families, row.outlets)
        return found

    def unsettled(self) -> int:
        """How many blocks wait to be settled: 0 unless an ``add`` was cut short."""
        with reading(self.engine) as connection:
            return how_many(connection, self.number)
