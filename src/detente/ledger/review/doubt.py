"""Which rows an analyst should see first: the doubtful ones, with the reasons for the doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest

from detente.ledger.flatten import FlatRecord
from detente.ledger.review.fields import FlatRow, layer_of
from detente.ledger.rows import CommitmentRow, EventRow, StatementRow

UNSURE = 0.7  # a confidence below it is a reason to look


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """A row, how doubtful it is (0 to 1 and above; more is worse), and why."""

    row: FlatRow
    doubt: float
    reasons: tuple[str, ...]


def doubtful(
    records: Iterable[FlatRecord],
    contradicted: Mapping[str, str],
    done: frozenset[str],
    *,
    layer: str | None = None,
    limit: int = 1000,
) -> tuple[Doubtful, ...]:
    """The rows of records that are not yet reviewed, the most doubtful first, then in order of the dossier.

    Args:
        records: the rows; only ``limit`` of them are held at a time.
        contradicted: by id of a row as read, what contradicts it.
        done: ids of the rows that are reviewed.
        layer: only rows of this layer.
        limit: so many rows.
    """
    found = (
        _doubt(row, contradicted.get(row.id))
        for flat in records
        for row in _rows(flat)
        if row.id not in done and layer in {None, layer_of(row)}
    )
    return tuple(nsmallest(limit, found, key=lambda each: (-each.doubt, each.row.order)))


def _rows(flat: FlatRecord) -> Iterator[FlatRow]:
    yield from flat.commitments
    yield from flat.events
    yield from flat.statements


def _doubt(row: FlatRow, contradiction: str | None) -> Doubtful:
    weighed = list(_reasons(row))
    if contradiction:
        weighed.append((0.5, contradiction))
    return Doubtful(row=row, doubt=round(sum(weight for weight, _ in weighed), 3), reasons=tuple(why for _, why in weighed))


def _reasons(row: FlatRow) -> Iterable[tuple[float, str]]:
    if isinstance(row, EventRow):
        return _of_event(row)
    return _of_commitment(row) if isinstance(row, CommitmentRow) else _of_statement(row)


def _of_event(row: EventRow) -> Iterable[tuple[float, str]]:
    if row.confidence < UNSURE:
        yield 1 - row.confidence, f"the coder is unsure ({row.confidence:.2f})"
    if not row.actors:
        yield 0.3, "nobody is named who did it"


def _of_commitment(row: CommitmentRow) -> Iterable[tuple[float, str]]:
    if row.holder is None:
        yield 0.6, "nobody is named who is bound"
    if row.certainty == "hedged":
        yield 0.3, "hedged, left open"
    if not row.addressees:
        yield 0.1, "nobody is named whom it concerns"


def _of_statement(row: StatementRow) -> Iterable[tuple[float, str]]:
    if row.speaker is None:
        yield 0.6, "no source is named"
