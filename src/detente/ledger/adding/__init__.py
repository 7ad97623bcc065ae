"""What adds up: which rows of different reports are one event or one commitment, and what became of it.

Every function here is pure. Rows are taken in their canonical order as an online fold: a row joins an earlier
cluster or founds one, and no later row moves an earlier one. So what was known on a day is what the rows of
that day and before it add up to.
"""

from detente.ledger.adding.acts import same_act
from detente.ledger.adding.commitments import commitment_block, merge_commitments
from detente.ledger.adding.events import event_block, merge_events
from detente.ledger.adding.results import Contradiction, MergedCommitment, MergedEvent, StateChange
from detente.ledger.adding.states import evidence_types, states

__all__ = [
    "Contradiction",
    "MergedCommitment",
    "MergedEvent",
    "StateChange",
    "commitment_block",
    "event_block",
    "evidence_types",
    "merge_commitments",
    "merge_events",
    "same_act",
    "states",
]
