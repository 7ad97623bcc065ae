"""Stability where preferences are partly unknown, four ways.

Each concept splits by two questions: does a decision maker leave for a state of which it is not known whether
it is better (ways a and c: it does), and is it deterred by an answer of which that is not known (ways c and
d: it is)? Way a asks most of a stable state, way d least. The others' credible answers are moves to states
that are better for the mover or not known to be otherwise.

Source: Li, Hipel, Kilgour and Fang (2004), Preference uncertainty in the graph model for conflict
resolution, IEEE Transactions on Systems, Man, and Cybernetics A 34.
"""

from __future__ import annotations

from detente.conflict.arrays import Flags
from detente.conflict.relations import Relations
from detente.conflict.stability.judged import Case, judged

__all__ = ["WAYS", "case_of", "stable", "would_move"]

WAYS = ("a", "b", "c", "d")


def stable(relations: Relations, i: int, concept: str, way: str) -> Flags:
    """Whether each state is stable for decision maker i, shape (n_states,)."""
    return judged(case_of(relations, i, way), concept)


def case_of(relations: Relations, i: int, way: str) -> Case:
    """What decision maker i would do and be deterred by, read this way."""
    better, unknown = relations.better[i], relations.unknown[i]
    others = relations.others([i])
    tempted = better | unknown if way in {"a", "c"} else better
    return Case(
        improves=relations.moves[i] & tempted,
        moves=relations.moves[i],
        deters=~better if way in {"c", "d"} else ~(better | unknown),
        answers=relations.reach([relations.moves[j] for j in others]),
        credible=relations.reach([would_move(relations, j) for j in others]),
    )


def would_move(relations: Relations, j: int) -> Flags:
    """Moves of j to states that are better for it, or not known to be otherwise."""
    found: Flags = relations.moves[j] & (relations.better[j] | relations.unknown[j])
    return found
