"""A small game as relations between its states: moves and preferences as tables of true and false.

The solver at size needs preferences that order all states. Here they may be partial, coalitions may move,
and sequences may be walked one by one; the price is a table of n_states by n_states for each relation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from detente.conflict.arrays import Flags, Worths
from detente.conflict.formula import truth
from detente.conflict.game import ByStatements, Direction, Game, Preference
from detente.conflict.states import feasible_states
from detente.conflict.worth import worths_of_states
from detente.errors import GameError, GameTooLarge

__all__ = ["MOST_STATES", "Relations", "joined"]

Chain = Sequence[tuple[int, ...]]
MOST_STATES = 2048  # a table has as many cells as the square of this


class Relations:
    """Tables of shape (n_states, n_states) by decision maker; row: the state now, column: the other state.

    ``moves[i]``: i can go there in one move. ``better[i]``: i knows that it is better there.
    ``unknown[i]``: i's preference between the two is not known.
    """

    def __init__(self, game: Game) -> None:
        """Raises GameTooLarge for more than ``MOST_STATES`` feasible states."""
        self.game = game
        self.states = feasible_states(game)
        if len(self.states) > MOST_STATES:
            raise GameTooLarge(
                f"{len(self.states):,} states: partial preferences, coalitions and sequences are worked out for up to"
                f" {MOST_STATES:,}; leave out options, or ask for nash, gmr, smr, seq and sseq only"
            )
        makers = range(len(game.decision_makers))
        self.moves = [self._moves(i) for i in makers]
        tables = [self._preference(one) for one in game.preferences]
        self.better = [better for better, _ in tables]
        self.unknown = [unknown for _, unknown in tables]

    def _moves(self, i: int) -> Flags:
        codes = self.states.codes.astype(np.int64)
        changed = codes[:, None] ^ codes[None, :]
        dropped, added = changed & codes[:, None], changed & codes[None, :]
        stuck = dropped & self.game.kept(Direction.fwd) | added & self.game.kept(Direction.back)
        found: Flags = (changed != 0) & (changed & ~self.game.owned(i) == 0) & (stuck == 0)
        return found

    def _preference(self, preference: Preference) -> tuple[Flags, Flags]:
        if isinstance(preference, ByStatements):
            return self._by_statements(preference)
        if preference.partial:
            return self._by_chains((preference.groups, *preference.chains))
        worth = np.asarray(self._worth(preference))
        better = worth[:, None] < worth[None, :]
        return better, np.zeros_like(better)

    @property
    def worths(self) -> list[Worths]:
        """What each state is worth to each decision maker, shape (n_states,).

        Raises:
            GameError: a preference is partly unknown.
        """
        if self.game.uncertain:
            raise GameError("a preference is partly unknown; without it only nash, gmr, smr, seq and sseq can be solved, four ways each")
        return [self._worth(one) for one in self.game.preferences]

    def _worth(self, preference: Preference) -> Worths:
        return worths_of_states(preference, self.states.codes)

    def _by_statements(self, preference: ByStatements) -> tuple[Flags, Flags]:
        count = len(self.states)
        better, unknown, open_ = (np.full((count, count), value) for value in (False, False, True))
        for statement in preference.statements:
            holds = truth(statement.formula, self.states.codes)
            told = open_ & (holds[:, None] != holds[None, :])
            if statement.unknown:
                unknown |= told
            else:
                better |= told & holds[None, :]
            open_ &= ~told
        return better, unknown

    def _by_chains(self, chains: Sequence[Chain]) -> tuple[Flags, Flags]:
        count = len(self.states)
        known = np.eye(count, dtype=np.bool_)  # the column is no worse than the row
        strict: list[tuple[int, int]] = []
        for chain in chains:
            groups = [[self.states.index(code) for code in group] for group in chain]
            for group in groups:
                known[np.ix_(group, group)] = True
            for above, below in pairwise(groups):
                known[np.ix_(below, above)] = True
                strict += [(b, a) for b in below for a in above]
        known = closed(known)
        if any(known[a, b] for b, a in strict):
            raise GameError("the chains of a preference contradict each other: a state is better than itself")
        return known & ~known.T, ~(known | known.T)

    def reach(self, movers: Sequence[Flags]) -> Flags:
        """Where sequences of these movers end, no one moving twice running; not by no move at all."""
        last = [table.copy() for table in movers]
        growing = True
        while growing:
            growing = False
            for j, table in enumerate(movers):
                before = [one for k, one in enumerate(last) if k != j]
                if not before:
                    continue
                more = joined(np.logical_or.reduce(before), table) & ~last[j]
                if more.any():
                    last[j] |= more
                    growing = True
        return np.logical_or.reduce(last) if last else np.zeros_like(self.moves[0])

    def others(self, members: Iterable[int]) -> list[int]:
        """The decision makers who are not members."""
        return [i for i in range(len(self.moves)) if i not in set(members)]


def joined(first: Flags, second: Flags) -> Flags:
    """First one relation, then the other."""
    return (first.astype(np.float32) @ second.astype(np.float32)) > 0


def closed(relation: Flags) -> Flags:
    """The relation any number of times."""
    while True:
        more = relation | joined(relation, relation)
        if (more == relation).all():
            return relation
        relation = more
