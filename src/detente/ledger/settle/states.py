"""What became of the commitments that a new row may bear on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import Connection, delete, insert, select

from detente.ledger.adding import MergedCommitment, StateChange, evidence_types, states
from detente.ledger.load import chunks, commitment_rows, event_rows
from detente.ledger.review import analyst_states, reviews_of_row, states_with
from detente.ledger.rows import CommitmentRow, EventRow
from detente.ledger.schema import CodedCommitment, CodedEvent, Commitment, Party
from detente.ledger.schema import StateChange as Stored
from detente.ledger.settle.commitments import merged_commitment
from detente.ledger.watchers import root

FOREVER = "~"  # sorts after every day


def settle_states(connection: Connection, dossier: int, blocks: Sequence[str]) -> None:
    """Make the states of these commitments, by id; ids that are no more have none."""
    query = select(Commitment.id, Commitment.known, Commitment.body).where(
        Commitment.dossier == dossier, Commitment.id.in_(blocks)
    )
    for found in connection.execute(query).all():
        connection.execute(delete(Stored).where(Stored.dossier == dossier, Stored.commitment == found.id))
        each = merged_commitment(found.body)
        _put(connection, dossier, found.known, each, _changes(connection, dossier, found.known, each))


def _changes(connection: Connection, dossier: int, known: str, each: MergedCommitment) -> tuple[StateChange, ...]:
    roots = sorted({root(actor) for actor in (*filter(None, [each.holder]), *each.addressees)})
    derived = states(each, _events(connection, dossier, known, each, roots), _others(connection, dossier, known, roots))
    return states_with(derived, analyst_states(reviews_of_row(connection, dossier, each.id), each.id))


def _events(
    connection: Connection, dossier: int, known: str, each: MergedCommitment, roots: Sequence[str]
) -> list[EventRow]:
    """The event rows of the types that matter, with one of the parties, told since the commitment was made."""
    types = evidence_types(each)
    if not types:
        return []
    merged = select(Party.row).where(
        Party.dossier == dossier,
        Party.layer == "events",
        Party.actor.in_(roots),
        Party.kind.in_(sorted(types)),
    )
    ids = sorted(set(connection.scalars(merged)))
    rows = [
        row
        for some in chunks(ids)
        for row in event_rows(connection, dossier, CodedEvent.merged.in_(some), CodedEvent.known >= known)
    ]
    return sorted(rows, key=lambda row: row.order)


def _others(connection: Connection, dossier: int, known: str, roots: Sequence[str]) -> list[CommitmentRow]:
    """The commitment rows of the parties told since then: refusals, pledges, withdrawals."""
    merged = select(Party.row).where(
        Party.dossier == dossier, Party.layer == "commitments", Party.parts.contains("h"), Party.actor.in_(roots)
    )
    ids = sorted(set(connection.scalars(merged)))
    rows = [
        row
        for some in chunks(ids)
        for row in commitment_rows(
            connection, dossier, CodedCommitment.merged.in_(some), CodedCommitment.known >= known
        )
    ]
    return sorted(rows, key=lambda row: row.order)


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
