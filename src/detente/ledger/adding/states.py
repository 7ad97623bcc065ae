"""What became of a commitment."""

from __future__ import annotations

from collections.abc import Sequence

from detente.ledger.adding.results import MergedCommitment, StateChange
from detente.ledger.rows import CommitmentRow, EventRow


def evidence_types(commitment: MergedCommitment) -> frozenset[str]:
    """The PLOVER types of events that could change its state."""
    return frozenset(filter(None, (commitment.act_type, commitment.condition_type)))


def states(
    commitment: MergedCommitment,
    events: Sequence[EventRow],  # noqa: ARG001
    commitments: Sequence[CommitmentRow],  # noqa: ARG001
) -> tuple[StateChange, ...]:
    """Its changes of state after it was first made, in order."""
    del commitment
    return ()
