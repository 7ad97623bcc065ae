"""Solving a game: which states are stable for whom, and which are equilibria."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from detente.conflict.arrays import Flags
from detente.conflict.board import Board
from detente.conflict.game import Game
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability import CONCEPTS
from detente.conflict.states import States
from detente.errors import UsageError

__all__ = ["Solution", "solve"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Solution:
    """A game solved. ``stable[concept]`` is (n_decision_makers, n_states): states by ascending code."""

    game: Game
    states: States
    stable: Mapping[str, Flags]

    def equilibria(self, concept: str) -> list[int]:
        """The codes of the states that are stable for every decision maker, ascending."""
        return self._codes(np.asarray(self.stable[concept].all(axis=0)))

    def stable_for(self, concept: str, decision_maker: int) -> list[int]:
        """The codes of the states that are stable for one decision maker, ascending."""
        return self._codes(self.stable[concept][decision_maker])

    def is_stable(self, concept: str, decision_maker: int, code: int) -> bool:
        """Whether a feasible state is stable for a decision maker."""
        return bool(self.stable[concept][decision_maker, self.states.index(code)])

    def _codes(self, flags: Flags) -> list[int]:
        return [int(code) for code in self.states.codes[flags]]


def solve(game: Game, concepts: Iterable[str] = tuple(CONCEPTS)) -> Solution:
    """The game solved for these concepts, named as in ``CONCEPTS``.

    Raises:
        UsageError: a concept is not known.
        GameError: no state is feasible.
    """
    wanted = list(concepts)
    for name in wanted:
        if name not in CONCEPTS:
            raise UsageError(f"no stability concept {name!r}: there are {', '.join(CONCEPTS)}")
    board = Board(game)
    sanctions = Sanctions(board)
    stable: dict[str, Flags] = {}
    for name in wanted:
        found = np.empty((len(game.decision_makers), len(board.states)), np.bool_)
        for i in range(len(game.decision_makers)):
            found[i] = board.of_states(CONCEPTS[name].stable(sanctions, i))
        stable[name] = found
        sanctions.forget()
    return Solution(game=game, states=board.states, stable=stable)
