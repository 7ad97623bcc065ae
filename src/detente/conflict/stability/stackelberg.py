"""Stackelberg equilibria: a leader looks two moves ahead, the others answer at once.

Source: Fang, Hipel and Kilgour (1993), section 3.3: limited-move stable of horizon 2 for the leader, Nash
stable for the followers; after von Stackelberg (1934).
"""

from __future__ import annotations

from detente.conflict.arrays import Flags, Worths
from detente.conflict.relations import Relations
from detente.conflict.stability import limited_move

__all__ = ["stable"]


def stable(relations: Relations, worths: list[Worths], leader: int) -> Flags:
    """Whether each state is stable for each decision maker in its part, shape (n_decision_makers, n_states)."""
    found = limited_move.stable(relations, worths, 1)
    found[leader] = limited_move.stable(relations, worths, 2)[leader]
    return found
