"""Simultaneous stability: who would both leave a state at once may deter each other.

An improvement is deterred if it is answered as in sequential stability, or if others, improving from the same
state at the same moment, would make the two changes together end no better for the decision maker. Both
changes together must be a feasible state.

Source: Fraser and Hipel (1984), Conflict Analysis: Models and Resolutions, chapter 2 (stability by
simultaneous sanctioning, two decision makers); with more, any of the others may move at once.
"""

from __future__ import annotations

from itertools import product

import numpy as np

from detente.conflict.arrays import Flags, Worths
from detente.conflict.relations import Relations, joined

__all__ = ["spoilt", "stable"]


def stable(relations: Relations, worths: list[Worths]) -> Flags:
    """Whether each state is stable, shape (n_decision_makers, n_states)."""
    makers = range(len(worths))
    improves = [relations.moves[i] & relations.better[i] for i in makers]
    found = np.ones((len(worths), len(relations.states)), np.bool_)
    for i in makers:
        credible = relations.reach([improves[j] for j in relations.others([i])])
        left = improves[i] & ~joined(~relations.better[i], credible.T)
        for state in np.flatnonzero(left.any(axis=1)):
            ends = np.flatnonzero(left[state])
            found[i, state] = all(spoilt(relations, worths[i], improves, i, (int(state), int(end))) is not None for end in ends)
    return found


def spoilt(
    relations: Relations, worth: Worths, improves: list[Flags], i: int, move: tuple[int, int]
) -> dict[int, int] | None:
    """Who else leaves the state at the same moment, by which change, so that the move of i is no gain; None if nobody.

    ``move``: places of the states before and after.
    """
    codes = relations.states.codes
    start, end = (int(codes[place]) for place in move)
    others = relations.others([i])
    changes = [[0, *(int(codes[place]) ^ start for place in np.flatnonzero(improves[j][move[0]]))] for j in others]
    for together in product(*changes):
        if not any(together):
            continue
        code = end
        for change in together:
            code ^= change
        place = int(np.searchsorted(codes, code))
        if place < codes.size and int(codes[place]) == code and worth[place] <= worth[move[0]]:
            return {j: change for j, change in zip(others, together, strict=True) if change}
    return None
