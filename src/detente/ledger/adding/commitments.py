"""Which commitment rows tell one commitment."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from detente.ledger.adding.results import MergedCommitment
from detente.ledger.rows import CommitmentRow


def commitment_block(row: CommitmentRow) -> str:
    """What rows must share to be one commitment: kind and the country of the holder."""
    return f"{row.kind}|{(row.holder or '').partition('/')[0]}"


def merge_commitments(rows: Sequence[CommitmentRow]) -> tuple[MergedCommitment, ...]:
    """The commitments that the rows of one block tell."""
    clusters: dict[tuple[object, ...], list[CommitmentRow]] = {}
    for row in sorted(rows, key=lambda each: each.order):
        clusters.setdefault((row.addressees, row.act.casefold()), []).append(row)
    return tuple(_merged(members) for members in clusters.values())


def _merged(rows: list[CommitmentRow]) -> MergedCommitment:
    first = rows[0]
    return MergedCommitment(
        id="C-" + hashlib.sha256(first.id.encode()).hexdigest()[:20],
        members=tuple(row.id for row in rows),
        kind=first.kind,
        holder=first.holder,
        voices=tuple(sorted({row.voice for row in rows if row.voice})),
        addressees=first.addressees,
        act=first.act,
        act_row=first.id,
        act_type=first.act_type,
        condition=first.condition,
        polarity=first.polarity,
        condition_type=first.condition_type,
        deadline=first.deadline,
        certainty=first.certainty,
    )
