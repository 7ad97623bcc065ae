"""The concepts that walk sequences of moves, by name: for small games with preferences that order all states.

``simultaneous``, ``non-myopic``, ``limited-H`` for a horizon H, ``stackelberg-NAME`` for a leader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente.conflict.arrays import Flags
from detente.conflict.relations import Relations
from detente.conflict.stability import limited_move, simultaneous, stackelberg
from detente.errors import UsageError

__all__ = ["SEQUENCES", "parsed", "stable"]

SEQUENCES = ("simultaneous", "non-myopic", "limited-H", "stackelberg-NAME")


def stable(relations: Relations, name: str) -> Flags:
    """Whether each state is stable, shape (n_decision_makers, n_states).

    Raises:
        UsageError: the name is none of these concepts, or names no decision maker.
        GameError: a preference is partly unknown.
    """
    sort, value = parsed(name, [one.name for one in relations.game.decision_makers])
    worths = relations.worths
    match sort:
        case "limited":
            return limited_move.stable(relations, worths, value)
        case "stackelberg":
            return stackelberg.stable(relations, worths, value)
        case "non-myopic":
            return limited_move.non_myopic(relations, worths)
        case _:
            return simultaneous.stable(relations, worths)


def parsed(name: str, makers: Sequence[str]) -> tuple[str, int]:
    """The concept without its number or name, and that: the horizon, or the index of the leader; else 0.

    Raises:
        UsageError: the name is none of these concepts, or names no decision maker.
    """
    horizon = re.fullmatch(r"limited-([1-9]\d?)", name)
    if horizon:
        return "limited", int(horizon[1])
    if name in {"non-myopic", "simultaneous"}:
        return name, 0
    names = {one.casefold(): i for i, one in enumerate(makers)}
    leader = name.casefold().removeprefix("stackelberg-")
    if name.startswith("stackelberg-") and leader in names:
        return "stackelberg", names[leader]
    if name.startswith("stackelberg-"):
        raise UsageError(f"'{name}' names no decision maker: there are {', '.join(names)}")
    raise UsageError(f"no stability concept '{name}': there are nash, gmr, smr, seq, sseq, {', '.join(SEQUENCES)}")
