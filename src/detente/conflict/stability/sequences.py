"""The concepts that walk sequences of moves, by name: for small games with preferences that order all states.

``simultaneous``, ``non-myopic``, ``limited-H`` for a horizon H, ``stackelberg-NAME`` for a leader.
"""

from __future__ import annotations

import re

from detente.conflict.arrays import Flags
from detente.conflict.relations import Relations
from detente.conflict.stability import limited_move, simultaneous, stackelberg
from detente.errors import UsageError

__all__ = ["SEQUENCES", "stable"]

SEQUENCES = ("simultaneous", "non-myopic", "limited-H", "stackelberg-NAME")


def stable(relations: Relations, name: str) -> Flags:
    """Whether each state is stable, shape (n_decision_makers, n_states).

    Raises:
        UsageError: the name is none of these concepts, or names no decision maker.
        GameError: a preference is partly unknown.
    """
    horizon = re.fullmatch(r"limited-([1-9]\d?)", name)
    if horizon:
        return limited_move.stable(relations, relations.worths, int(horizon[1]))
    if name == "non-myopic":
        return limited_move.non_myopic(relations, relations.worths)
    if name == "simultaneous":
        return simultaneous.stable(relations, relations.worths)
    names = {one.name.casefold(): i for i, one in enumerate(relations.game.decision_makers)}
    leader = name.casefold().removeprefix("stackelberg-")
    if name.startswith("stackelberg-") and leader in names:
        return stackelberg.stable(relations, relations.worths, names[leader])
    if name.startswith("stackelberg-"):
        raise UsageError(f"'{name}' names no decision maker: there are {', '.join(names)}")
    raise UsageError(f"no stability concept '{name}': there are nash, gmr, smr, seq, sseq, {', '.join(SEQUENCES)}")
