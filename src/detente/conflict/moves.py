"""Moves from one state, one by one: for explaining, for plotting, for paths. The solver keeps no such lists."""

from __future__ import annotations

import numpy as np

from detente.conflict.arrays import Worths
from detente.conflict.board import Board
from detente.conflict.game import Direction, Game
from detente.conflict.scattered import board_of

__all__ = ["Moves"]

_MANY = 10  # options of a mover from which on its choices are not gone through one by one


class Moves:
    """The moves of a game and what its states are worth; states are codes, decision makers indices."""

    def __init__(self, game: Game, board: Board | None = None) -> None:
        self.game = game
        self.board = board or board_of(game)
        self.states = self.board.states
        self._worth = [np.asarray(self.board.of_states(worth)) for worth in self.board.worth]

    def worths(self, decision_maker: int) -> Worths:
        """What each feasible state is worth, shape (n_states,), by ascending code: 1 is the worst."""
        return self._worth[decision_maker]

    def worth(self, decision_maker: int, code: int) -> int:
        """What a feasible state is worth: 1 is the worst; more is better.

        Raises:
            KeyError: the state is not feasible.
        """
        return int(self._worth[decision_maker][self.states.index(code)])

    def unilateral_moves(self, decision_maker: int, code: int) -> list[int]:
        """The feasible states that the decision maker reaches in one move, ascending by code."""
        game = self.game
        own = game.owned(decision_maker)
        fixed = own & (code & game.kept(Direction.fwd) | ~code & game.kept(Direction.back))
        free = own & ~fixed
        if free.bit_count() > _MANY:
            return self._from_all(free, code)
        found: list[int] = []
        subset = free
        while subset:  # all subsets of the free options
            end = code ^ subset
            if self.feasible(end):
                found.append(end)
            subset = (subset - 1) & free
        return sorted(found)

    def _from_all(self, free: int, code: int) -> list[int]:
        """The same by looking at every feasible state: quicker than at every choice of many options."""
        kind = self.states.codes.dtype.type
        near = (self.states.codes ^ kind(code)) & ~kind(free) == 0
        return [int(end) for end in self.states.codes[near] if int(end) != code]

    def improvements(self, decision_maker: int, code: int) -> list[int]:
        """The unilateral improvements: moves to states worth more to the mover, ascending by code."""
        own = self.worth(decision_maker, code)
        return [end for end in self.unilateral_moves(decision_maker, code) if self.worth(decision_maker, end) > own]

    def feasible(self, code: int) -> bool:
        """Whether the state is feasible."""
        return code in self.states
