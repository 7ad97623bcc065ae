"""A game of many options and few feasible states, made ready for solving: memory by feasible states.

The hypercube has a cell for every choice of options, feasible or not. Where nearly all are infeasible, the
feasible states are kept alone. Those that differ only in a mover's reversible options form a group; a group
reaches others by the mover's irreversible options. Reductions are over groups, then over the groups reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.conflict.arrays import Codes, Flags, Worths
from detente.conflict.board import Board
from detente.conflict.game import Direction, Game
from detente.conflict.ladder import Places
from detente.conflict.layout import plain_layout
from detente.conflict.room import check_room
from detente.conflict.states import States, feasible_states
from detente.conflict.worth import worths_of_states

__all__ = ["Scattered", "board_of"]

_SMALL = 12  # options up to which the hypercube costs nothing
_RARE = 16  # choices of options to a feasible state from which on it is not worth it


class Scattered(Board):
    """The feasible states alone: a cell is a state, in ascending order of codes."""

    def __init__(self, game: Game, states: States) -> None:
        self.game, self.states = game, states
        self.layout = plain_layout(game)
        self.feasible = None
        self.worth = tuple(worths_of_states(one, states.codes) for one in game.preferences)
        self._groups: dict[int, _Groups] = {}

    def cell(self, code: int) -> int:
        """The cell of a feasible state: its place among them."""
        return self.states.index(code)

    @property
    def size(self) -> int:
        """Cells: the feasible states."""
        return len(self.states)

    @property
    def whole(self) -> bool:
        """Whether every choice of options is a state: never, or the hypercube would do."""
        return False

    def best(self, values: Worths, mover: int) -> Worths:
        """The most that the mover reaches by one move or by staying."""
        return self.groups(mover).reduced(values, np.maximum)

    def lower(self, values: Worths, mover: int) -> None:
        """Lower each value to the least that the mover reaches by one move."""
        values[:] = self.groups(mover).reduced(values, np.minimum)

    def lower_by_improvement(
        self, mover: int, arrays: Sequence[Worths], lines: Places | None, most: int  # noqa: ARG002  there are no lines
    ) -> list[Places | None]:
        """Lower each value to the least that the mover reaches by an improvement; the cells that changed."""
        found: list[Places | None] = []
        for values, least in zip(arrays, self.groups(mover).least_above(arrays), strict=True):
            cells = np.flatnonzero(least < values)
            np.minimum(values, least, out=values)
            found.append(cells if cells.size <= most else None)
        return found

    def lines(self, mover: int, cells: Places) -> Places | None:  # noqa: ARG002  there are no lines
        """All lines are looked at again: None."""
        return None

    def of_states(self, cells: Flags | Worths) -> Flags | Worths:
        """The values as they are: cells are states."""
        return cells

    def groups(self, mover: int) -> _Groups:
        """The states by what the mover can't change back and forth."""
        if mover not in self._groups:
            self._groups[mover] = _Groups(self.game, mover, self.states.codes, self.worth[mover])
        return self._groups[mover]


class _Groups:
    """States that differ in a mover's reversible options only; ``place``: the group of each state."""

    def __init__(self, game: Game, mover: int, codes: Codes, worth: Worths) -> None:
        self.worth = worth
        kind = codes.dtype.type
        own = game.owned(mover)
        self.forward, self.backward = own & game.kept(Direction.fwd), own & game.kept(Direction.back)
        reversible = own & ~self.forward & ~self.backward
        self.keys, place = np.unique(codes & ~kind(reversible), return_inverse=True)
        self.place: Places = place.reshape(-1).astype(np.intp)

    @cached_property
    def order(self) -> Places:
        """The states, group by group."""
        return np.argsort(self.place, kind="stable")

    @cached_property
    def starts(self) -> Places:
        """Where each group begins in the order; and the end."""
        return np.searchsorted(self.place[self.order], np.arange(self.keys.size + 1))

    def onward(self) -> Iterator[NDArray[np.intp]]:
        """For each way to use irreversible options, one at least: the group that each group reaches, or -1."""
        kind = self.keys.dtype.type
        movable = self.forward | self.backward
        subset = movable
        while subset:
            forward, backward = kind(subset & self.forward), kind(subset & self.backward)
            can = ((self.keys & forward) == 0) & ((self.keys & backward) == backward)
            target = self.keys ^ kind(subset)
            place = np.minimum(np.searchsorted(self.keys, target), self.keys.size - 1)
            yield np.where(can & (self.keys[place] == target), place, -1)
            subset = (subset - 1) & movable

    def reduced(self, values: Worths, reduce: np.ufunc) -> Worths:
        """Each state's value reduced over all that the mover reaches, itself included."""
        own = reduce.reduceat(values[self.order], self.starts[:-1])
        found = own.copy()
        for target in self.onward():
            reached = target >= 0
            found[reached] = reduce(found[reached], own[target[reached]])
        every: Worths = found[self.place]
        return every

    def ranks(self, groups: Places) -> NDArray[np.uint64]:
        """A number that grows with the group, given for each state, and within it with the state's worth."""
        return groups.astype(np.uint64) * np.uint64(int(self.worth.max()) + 1) + self.worth

    @cached_property
    def climb(self) -> tuple[Places, NDArray[np.uint64]]:
        """The states, group by group, by what they are worth to the mover; and their ranks in this order."""
        ranks = self.ranks(self.place)
        order = np.argsort(ranks)
        return order, ranks[order]

    @cached_property
    def members(self) -> Places:
        """The group of each place in the order."""
        return np.repeat(np.arange(self.keys.size), np.diff(self.starts))

    def least_above(self, arrays: Sequence[Worths]) -> list[Worths]:
        """For each array the least value among the mover's improvements; the greatest of its type if none."""
        order, ranks = self.climb
        ladders = [self._running_least(values[order]) for values in arrays]
        found = [np.full(values.shape, np.iinfo(values.dtype).max, values.dtype) for values in arrays]
        for target in (np.arange(self.keys.size), *self.onward()):
            there = target[self.place]
            above = np.searchsorted(ranks, self.ranks(np.maximum(there, 0)), side="right")
            some = np.flatnonzero((there >= 0) & (above < self.starts[there + 1]))
            for least, ladder in zip(found, ladders, strict=True):
                least[some] = np.minimum(least[some], ladder[above[some]])
        return found

    def _running_least(self, values: Worths) -> Worths:
        """The least of each value and those after it in its group."""
        group = self.members
        longest, step = int(np.diff(self.starts).max()), 1
        while step < longest:
            same = group[:-step] == group[step:]
            values[:-step] = np.where(same, np.minimum(values[:-step], values[step:]), values[:-step])
            step *= 2
        return values


def board_of(game: Game) -> Board:
    """The game made ready for solving: on its hypercube, or by its feasible states if these are few.

    Raises:
        GameError: no state is feasible.
        GameTooLarge: the machine has no room for it.
    """
    if len(game.options) <= _SMALL or not game.infeasible:
        return Board(game)
    states = feasible_states(game)
    if 1 << len(game.options) <= _RARE * len(states):
        return Board(game)
    check_room(len(states), len(game.decision_makers))
    return Scattered(game, states)
