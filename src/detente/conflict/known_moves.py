"""Moves from one state where preferences are partly unknown: an improvement is a move that is known to be one."""

from __future__ import annotations

import numpy as np

from detente.conflict.game import Game
from detente.conflict.relations import Relations

__all__ = ["KnownMoves"]


class KnownMoves:
    """The moves of a small game, as :class:`detente.conflict.moves.Moves` has them; states are codes."""

    def __init__(self, game: Game) -> None:
        """Raises GameTooLarge for more states than relations are made for."""
        self.game = game
        self.relations = Relations(game)
        self.states = self.relations.states

    def unilateral_moves(self, decision_maker: int, code: int) -> list[int]:
        """The feasible states that the decision maker reaches in one move, ascending by code."""
        found = np.flatnonzero(self.relations.moves[decision_maker][self.states.index(code)])
        return [int(end) for end in self.states.codes[found]]

    def improvements(self, decision_maker: int, code: int) -> list[int]:
        """Those of these that are known to be better for the mover."""
        place = self.states.index(code)
        better = self.relations.better[decision_maker][place]
        return [end for end in self.unilateral_moves(decision_maker, code) if better[self.states.index(end)]]
