"""Inverse analysis: which preferences would make a state stable, and how far they are from today's.

Only how a decision maker ranks the state against the others matters. The state is stable from a certain
worth on, the threshold that the solver works out anyway. Raising it to a tie with that worth changes its
order with the states in between and no other pair; no change of fewer pairs does it. For each improvement
must rank no higher than the state, or one of its answers must (with the decision maker's counter-moves, for
SMR and SSEQ); and whatever lies between the state and the highest of these has to change places with one of
the two. So the number of states in between is the least Kendall distance to a preference that makes the
state stable, what the others prefer being as it is.

Source: Kinsara, Petersons, Hipel and Kilgour (2015), Advanced decision support for the graph model for
conflict resolution, Journal of Decision Systems 24 (inverse problem); Kendall (1938) for the distance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from detente.conflict.board import Board
from detente.conflict.game import ByRanking, Game
from detente.conflict.sanctions import Sanctions
from detente.conflict.scattered import board_of
from detente.conflict.solution import solve
from detente.conflict.stability import CONCEPTS
from detente.errors import UsageError

__all__ = ["Demand", "Inverse", "inverse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What one decision maker would have to prefer for the state to be stable.

    ``passed``: the codes of the states that the state has to rank as high as, or higher; today it ranks below.
    ``distance``: how many there are; 0 if it is stable today.
    """

    decision_maker: int
    passed: tuple[int, ...]

    @property
    def distance(self) -> int:
        """Pairs of states whose order changes."""
        return len(self.passed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inverse:
    """A state and concept with a demand for each decision maker.

    ``holds``: whether the state is an equilibrium once all demands are met together; the others' credible
    answers may change with their preferences, so for SEQ and SSEQ it is solved anew.
    """

    code: int
    concept: str
    demands: tuple[Demand, ...]
    holds: bool

    @property
    def distance(self) -> int:
        """Pairs of states whose order changes, over all decision makers."""
        return sum(demand.distance for demand in self.demands)


def inverse(game: Game, code: int, concept: str) -> Inverse:
    """What would make a state stable for every decision maker.

    Raises:
        UsageError: the concept is none of nash, gmr, smr, seq, sseq, or the state is not feasible.
        GameError: a preference is partly unknown.
    """
    if concept not in CONCEPTS:
        raise UsageError(f"no stability concept '{concept}': inverse analysis knows {', '.join(CONCEPTS)}")
    board = board_of(game)
    if code not in board.states:
        raise UsageError(f"state {game.letters(code)} is not feasible")
    sanctions = Sanctions(board)
    demands = tuple(_demand(board, sanctions, concept, i, code) for i in range(len(board.worth)))
    changed = replace(game, preferences=tuple(_raised(board, one, code) for one in demands))
    return Inverse(code=code, concept=concept, demands=demands, holds=code in solve(changed, [concept]).equilibria(concept))


def _demand(board: Board, sanctions: Sanctions, concept: str, i: int, code: int) -> Demand:
    place = board.states.index(code)
    worth = board.of_states(board.worth[i])
    needed = board.of_states(CONCEPTS[concept].threshold(sanctions, i))[place]
    passed = board.states.codes[(worth > worth[place]) & (worth <= needed)]
    return Demand(decision_maker=i, passed=tuple(map(int, passed)))


def _raised(board: Board, demand: Demand, code: int) -> ByRanking:
    """Today's order with the state tied to the highest of those that it has to pass."""
    worth = np.asarray(board.of_states(board.worth[demand.decision_maker])).astype(np.int64)
    if demand.passed:
        places = [board.states.index(one) for one in demand.passed]
        worth[board.states.index(code)] = worth[places].max()
    groups = _groups(zip(worth.tolist(), board.states.codes.tolist(), strict=True))
    return ByRanking(groups=groups)


def _groups(worths: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    found: dict[int, list[int]] = {}
    for worth, code in worths:
        found.setdefault(worth, []).append(code)
    return tuple(tuple(found[worth]) for worth in sorted(found, reverse=True))
