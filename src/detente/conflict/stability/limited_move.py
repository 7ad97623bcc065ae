"""Limited-move stability of horizon h: looking h moves ahead, would the decision maker stay?

Moves alternate: after mine, one of the others moves or stays, and so on, h moves at most; each picks what
ends best for itself, and stays where no move ends better than staying. With two decision makers this is
backward induction. With more the next mover is not given: the decision maker expects the one whose move ends
worst for it.

Source: Fang, Hipel and Kilgour (1993), section 3.3 (two decision makers), after Zagare (1984) and Kilgour
(1985); the cautious reading for more is ours. Meant for strict preferences: of equally good moves the one
with the lowest code counts.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detente.conflict.arrays import Flags, Worths
from detente.conflict.relations import Relations

__all__ = ["anticipated", "non_myopic", "stable"]

Ends = list[NDArray[np.intp]]


def anticipated(relations: Relations, worths: list[Worths], horizon: int) -> list[Ends]:
    """For each horizon 0 to h and decision maker, where it expects things to end if it is its turn.

    Indices of states, shape (n_states,).
    """
    makers = range(len(worths))
    stay = np.arange(len(relations.states))
    found: list[Ends] = [[stay.copy() for _ in makers]]
    for _ in range(horizon):
        found.append([_looking(relations, worths, found[-1], i) for i in makers])
    return found


def _looking(relations: Relations, worths: list[Worths], ends: Ends, i: int) -> NDArray[np.intp]:
    worth = worths[i].astype(np.int64)
    states = np.arange(worth.size)
    others = np.stack([ends[j] for j in range(len(ends)) if j != i] or [states])
    after = others[worth[others].argmin(axis=0), states]  # where a move to each state is expected to end
    scores = np.where(relations.moves[i], worth[after][None, :], -1)
    choice = scores.argmax(axis=1)
    gains = scores[states, choice] > worth
    return np.where(gains, after[choice], states)


def stable(relations: Relations, worths: list[Worths], horizon: int) -> Flags:
    """Whether each state is stable with this horizon, shape (n_decision_makers, n_states)."""
    ends = anticipated(relations, worths, horizon)[-1]
    return np.stack([one == np.arange(one.size) for one in ends])


def non_myopic(relations: Relations, worths: list[Worths]) -> Flags:
    """Whether each state is limited-move stable for every horizon from some on; same shape as ``stable``.

    Expectations of one horizon give those of the next, so they repeat in the end; the turn of it is looked at.
    """
    seen: dict[bytes, int] = {}
    history: list[Ends] = []
    ends: Ends = [np.arange(len(relations.states)) for _ in worths]
    while (key := b"".join(one.tobytes() for one in ends)) not in seen:
        seen[key] = len(history)
        history.append(ends)
        ends = [_looking(relations, worths, ends, i) for i in range(len(worths))]
    turn = history[seen[key] :]
    stays = [np.stack([one == np.arange(one.size) for one in step]) for step in turn]
    found: Flags = np.logical_and.reduce(stays)
    return found
