"""Solving a game: which states are stable for whom, and which are equilibria."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from detente.conflict.arrays import Flags
from detente.conflict.board import Board
from detente.conflict.game import Game
from detente.conflict.hypergame import perceived, seen_by
from detente.conflict.relations import Relations
from detente.conflict.sanctions import Sanctions
from detente.conflict.scattered import board_of
from detente.conflict.stability import CONCEPTS, sequences, uncertain
from detente.conflict.states import States, feasible_states

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
    """The game solved for these concepts: of ``CONCEPTS``, or of ``stability.sequences``.

    With partly unknown preferences each concept is solved four ways, ``nash-a`` to ``nash-d`` and so on, or in
    the one asked for; where all is known the ways are one.
    With views each decision maker's verdicts are those of the game that it sees.

    Raises:
        UsageError: a concept is not known.
        GameError: no state is feasible, or a concept is not defined for unknown preferences.
        GameTooLarge: the game is too large for the machine, or for the concept.
    """
    wanted = list(concepts)
    if any(game.views):
        return _seen(game, wanted)
    if game.uncertain:
        return _four_ways(game, wanted)
    ranked = [name for name in wanted if _base(name) in CONCEPTS]
    walked = [name for name in wanted if name not in ranked]
    relations = Relations(game) if walked else None
    found = {name: sequences.stable(relations, name) for name in walked} if relations else {}
    if not ranked and relations:
        return Solution(game=game, states=relations.states, stable=found)
    board = board_of(game)
    found |= _ordered(board, ranked)
    return Solution(game=game, states=board.states, stable={name: found[name] for name in wanted})


def _ordered(board: Board, concepts: Sequence[str]) -> dict[str, Flags]:
    """The concepts that are solved on the hypercube."""
    sanctions = Sanctions(board)
    stable: dict[str, Flags] = {}
    for name in concepts:
        found = np.empty((len(board.worth), len(board.states)), np.bool_)
        for i in range(len(board.worth)):
            found[i] = board.of_states(CONCEPTS[_base(name)].stable(sanctions, i))
        stable[name] = found
        sanctions.forget()
    return stable


def _four_ways(game: Game, concepts: Sequence[str]) -> Solution:
    """Each concept the four ways of partly unknown preferences."""
    relations = Relations(game)
    makers = range(len(game.decision_makers))
    stable: dict[str, Flags] = {}
    for name in concepts:
        base = _base(name)
        if base not in CONCEPTS:
            stable[name] = sequences.stable(relations, name)  # says why not
        for way in uncertain.WAYS if base == name else name[-1]:
            stable[f"{base}-{way}"] = np.stack([uncertain.stable(relations, i, base, way) for i in makers])
    return Solution(game=game, states=relations.states, stable=stable)


def _base(name: str) -> str:
    """The concept of which this is a way, as ``seq`` of ``seq-b``; else the name itself."""
    base, _, way = name.rpartition("-")
    return base if base in CONCEPTS and way in uncertain.WAYS else name


def _seen(game: Game, concepts: Sequence[str]) -> Solution:
    """Each decision maker's verdicts in the game that it sees, about the states as they are."""
    states = feasible_states(game)
    solved = [solve(seen_by(game, i), concepts) for i in range(len(game.decision_makers))]
    names = [name for name in solved[0].stable if all(name in one.stable for one in solved)]
    stable = {name: np.zeros((len(solved), len(states)), np.bool_) for name in names}
    for i, one in enumerate(solved):
        known = {int(code): place for place, code in enumerate(one.states.codes)}
        places = [known.get(perceived(game, i, int(code)), -1) for code in states.codes]
        for name in names:
            flags = np.append(one.stable[name][i], np.False_)  # a state that makes no sense to it is not stable
            stable[name][i] = flags[places]
    return Solution(game=game, states=states, stable=stable)
