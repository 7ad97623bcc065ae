"""How reviews stand to what is read now: which row each is about, and whether the reading still agrees.

=========  ==========================================================================================
held       the row is read as it was when it was judged
confirmed  a newer reading says what the analyst corrected it to
conflict   a newer reading says something else in a field that was judged
gone       no row is read there any more
=========  ==========================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from detente.ledger.flatten import FlatRecord
from detente.ledger.review.fields import LABELS, FlatRow, judged
from detente.ledger.review.model import Review, Value

Standing = Literal["held", "confirmed", "conflict", "gone"]
_LEAST_OVERLAP = 0.5  # of both stretches together: below it they are two rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """A review with the row that it is about now; ``differs`` names the fields that are read otherwise."""

    review: Review
    standing: Standing
    row: FlatRow | None = None
    differs: tuple[tuple[str, Value, Value], ...] = ()  # field, as judged, as read now


def standings(flat: FlatRecord, reviews: Iterable[Review]) -> tuple[Stands, ...]:
    """How each review of a report stands to the rows read from it now, in order of time."""
    rows = rows_of(flat)
    by_id = {row.id: row for layer in rows.values() for row in layer}
    return tuple(_standing(review, _row(review, by_id, rows)) for review in sorted(reviews, key=lambda each: each.order))


def rows_of(flat: FlatRecord) -> dict[str, Sequence[FlatRow]]:
    """The rows of a record by layer."""
    return {"events": flat.events, "statements": flat.statements, "commitments": flat.commitments}


def _row(review: Review, by_id: Mapping[str, FlatRow], rows: Mapping[str, Sequence[FlatRow]]) -> FlatRow | None:
    """The row of a review: by id, else the one that covers the same words best."""
    if review.row in by_id:
        return by_id[review.row]
    near = [(_overlap(review, row), _same_claim(review, row), row) for row in rows[review.layer]]
    found = [item for item in near if item[0] >= _LEAST_OVERLAP]
    return max(found, key=lambda item: (item[1], item[0], item[2].id))[2] if found else None


def _overlap(review: Review, row: FlatRow) -> float:
    """The share of both stretches that they have in common, 0 to 1."""
    common = min(review.end, row.end) - max(review.start, row.start)
    whole = max(review.end, row.end) - min(review.start, row.start)
    return max(0, common) / whole if whole else 1.0


def _same_claim(review: Review, row: FlatRow) -> bool:
    label = LABELS[review.layer]
    return bool(dict(review.read).get(label) == getattr(row, label))


def _standing(review: Review, row: FlatRow | None) -> Stands:
    if row is None:
        return Stands(review=review, standing="gone")
    now, changes = dict(judged(row)), dict(review.changes)
    differs = tuple((name, was, now[name]) for name, was in review.read if name in now and now[name] != was)
    if not differs:
        return Stands(review=review, standing="held", row=row)
    wanted = all(changes.get(name) == value for name, _, value in differs)
    return Stands(review=review, standing="confirmed" if wanted else "conflict", row=row, differs=differs)
