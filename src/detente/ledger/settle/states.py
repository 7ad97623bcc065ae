"""What became of the commitments that a new row may bear on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from detente.ledger.adding import MergedCommitment, StateChange, evidence_types, states
from detente.ledger.load import chunks, commitment_rows, event_rows
from detente.ledger.review import analyst_states, reviews_of_row, states_with
from detente.ledger.rows import CommitmentRow, EventRow
from detente.ledger.schema import CodedCommitment, CodedEvent, Commitment, Party, Watch
from detente.ledger.schema import StateChange as Stored
from detente.ledger.settle.commitments import merged_commitment
from detente.ledger.watchers import FOREVER, root

FINAL = frozenset({"met", "carried out", "withdrawn"})  # states that detente.ledger.adding.states leaves no more
Told = TypeVar("Told", EventRow, CommitmentRow)


def settle_states(connection: Connection, dossier: int, blocks: Sequence[str]) -> None:
    """Make the states of these commitments, by id; ids that are no more have none."""
    query = select(Commitment.id, Commitment.known, Commitment.body).where(
        Commitment.dossier == dossier, Commitment.id.in_(blocks)
    )
    commitments = connection.execute(query).all()
    evidence = _Evidence(connection, dossier, min((found.known for found in commitments), default=FOREVER))
    for found in commitments:
        connection.execute(delete(Stored).where(Stored.dossier == dossier, Stored.commitment == found.id))
        each = merged_commitment(found.body)
        derived = states(each, evidence.events(each, found.known), evidence.commitments(each, found.known))
        said = analyst_states(reviews_of_row(connection, dossier, each.id), each.id)
        _put(connection, dossier, found.known, each, states_with(derived, said))
        _close(connection, dossier, each.id, derived)


def _close(connection: Connection, dossier: int, commitment: str, derived: Sequence[StateChange]) -> None:
    """Say until when new rows may change the state: after a final one, none does."""
    closed = min((change.day for change in derived if change.state in FINAL), default=FOREVER)
    watches = (Watch.dossier == dossier, Watch.commitment == commitment, Watch.closed != closed)
    connection.execute(update(Watch).where(*watches).values(closed=closed))


class _Evidence:
    """The rows told from a day on that may bear on commitments, loaded once a party however many it has."""

    def __init__(self, connection: Connection, dossier: int, since: str) -> None:
        self.connection = connection
        self.dossier = dossier
        self.since = since
        self.events_of: dict[tuple[str, str], list[EventRow]] = {}
        self.commitments_of: dict[str, list[CommitmentRow]] = {}

    def events(self, each: MergedCommitment, known: str) -> list[EventRow]:
        """The event rows of the types that matter, with one of the parties, told since the commitment was made."""
        keys = [(party, kind) for party in _roots(each) for kind in sorted(evidence_types(each))]
        return _since(known, (row for key in keys for row in self._events(*key)))

    def commitments(self, each: MergedCommitment, known: str) -> list[CommitmentRow]:
        """The commitment rows of the parties told since then: refusals, pledges, withdrawals."""
        return _since(known, (row for party in _roots(each) for row in self._commitments(party)))

    def _events(self, party: str, kind: str) -> list[EventRow]:
        if (party, kind) not in self.events_of:
            ids = self._merged("events", party, Party.kind == kind)
            self.events_of[party, kind] = [
                row
                for some in chunks(ids)
                for row in event_rows(
                    self.connection, self.dossier, CodedEvent.merged.in_(some), CodedEvent.known >= self.since
                )
            ]
        return self.events_of[party, kind]

    def _commitments(self, party: str) -> list[CommitmentRow]:
        if party not in self.commitments_of:
            ids = self._merged("commitments", party, Party.parts.contains("h"))
            self.commitments_of[party] = [
                row
                for some in chunks(ids)
                for row in commitment_rows(self.connection, self.dossier, CodedCommitment.merged.in_(some), CodedCommitment.known >= self.since)
            ]
        return self.commitments_of[party]

    def _merged(self, layer: str, party: str, which: ColumnElement[bool]) -> list[str]:
        query = select(Party.row).where(
            Party.dossier == self.dossier, Party.layer == layer, Party.actor == party, which
        )
        return sorted(set(self.connection.scalars(query)))


def _roots(each: MergedCommitment) -> list[str]:
    return sorted({root(actor) for actor in (*filter(None, [each.holder]), *each.addressees)})


def _since(known: str, rows: Iterable[Told]) -> list[Told]:
    """The rows told from a day on, each once, in canonical order."""
    found = {row.id: row for row in rows if row.known >= known}
    return sorted(found.values(), key=lambda row: row.order)


def _put(
    connection: Connection, dossier: int, made: str, each: MergedCommitment, changes: Sequence[StateChange]
) -> None:
    first = StateChange(state="open", day=made, row=each.members[0], why="", rule="made")
    steps = [first, *changes]
    ends = [later.day for _, later in pairwise(steps)]
    rows = [
        {
            "dossier": dossier,
            "commitment": each.id,
            "step": step,
            "state": change.state,
            "known": change.day,
            "until": until,
            "made": made,
            "row": change.row,
            "rule": change.rule,
            "why": change.why,
        }
        for step, (change, until) in enumerate(zip(steps, [*ends, FOREVER], strict=True))
    ]
    connection.execute(insert(Stored), rows)
