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

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from detente.conflict.arrays import Flags, Worths
from detente.conflict.relations import Relations

__all__ = ["Look", "anticipated", "non_myopic", "stable", "turn_of"]

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Look:
    """What one decision maker expects with one horizon if it is its turn; indices of states, shape (n_states,).

    ``target``: where it moves, the state itself if it stays. ``end``: where things end. ``follower``: who is
    expected to move after a move to each state; -1 if nobody is left to.
    """

    target: Places
    end: Places
    follower: Places

    @property
    def stays(self) -> Flags:
        """Where it stays."""
        found: Flags = self.end == np.arange(self.end.size)
        return found


def anticipated(relations: Relations, worths: list[Worths], horizon: int) -> list[list[Look]]:
    """For each horizon 0 to h and decision maker, what it expects if it is its turn."""
    found = [_at_rest(relations, worths)]
    for _ in range(horizon):
        found.append([_looking(relations, worths, found[-1], i) for i in range(len(worths))])
    return found


def _at_rest(relations: Relations, worths: list[Worths]) -> list[Look]:
    stay = np.arange(len(relations.states))
    return [Look(stay, stay, np.full_like(stay, -1)) for _ in worths]


def _looking(relations: Relations, worths: list[Worths], looks: list[Look], i: int) -> Look:
    worth = worths[i].astype(np.int64)
    states = np.arange(worth.size)
    others = [j for j in range(len(looks)) if j != i]
    ends = np.stack([looks[j].end for j in others] or [states])
    worst = worth[ends].argmin(axis=0)
    after = ends[worst, states]  # where a move to each state is expected to end
    scores = np.where(relations.moves[i], worth[after][None, :], -1)
    choice = scores.argmax(axis=1)
    gains = scores[states, choice] > worth
    follower = np.array(others, np.intp)[worst] if others else np.full_like(states, -1)
    return Look(np.where(gains, choice, states), np.where(gains, after[choice], states), follower)


def stable(relations: Relations, worths: list[Worths], horizon: int) -> Flags:
    """Whether each state is stable with this horizon, shape (n_decision_makers, n_states)."""
    return np.stack([look.stays for look in anticipated(relations, worths, horizon)[-1]])


def non_myopic(relations: Relations, worths: list[Worths]) -> Flags:
    """Whether each state is limited-move stable for every horizon from some on; same shape as ``stable``."""
    looks, first = turn_of(relations, worths)
    found: Flags = np.logical_and.reduce([np.stack([look.stays for look in step]) for step in looks[first:]])
    return found


def turn_of(relations: Relations, worths: list[Worths]) -> tuple[list[list[Look]], int]:
    """What is expected with horizon 0, 1, and so on until it repeats itself, and the first horizon of what repeats.

    Expectations of one horizon give those of the next, so they repeat in the end.
    """
    seen: dict[bytes, int] = {}
    history: list[list[Look]] = []
    looks = _at_rest(relations, worths)
    while (key := b"".join(look.end.tobytes() for look in looks)) not in seen:
        seen[key] = len(history)
        history.append(looks)
        looks = [_looking(relations, worths, looks, i) for i in range(len(worths))]
    return history, seen[key]
