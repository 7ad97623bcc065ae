"""A game made ready for solving: worths over the cells, and reductions over what can be moved to.

The moves of a decision maker from a state change any of its own options at once; they end in a feasible
state, whatever lies between. So no list of moves is kept: the best (or worst) of what can be reached in one
move is a reduction over the axes of the mover's options. Axes of irreversible options are reduced one way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from detente.conflict.arrays import Codes, Flags, Worths
from detente.conflict.game import Game
from detente.conflict.ladder import Places, lines_of, lower_by_improvement
from detente.conflict.layout import Block, layout_of
from detente.conflict.room import check_room
from detente.conflict.states import CHUNK, States, allowed, feasible_states
from detente.conflict.worth import worths

__all__ = ["Board"]


class Board:
    """The game on its hypercube.

    ``worth[i]``: (cells,), what each state is worth to decision maker i; 0 where not feasible.
    ``feasible``: (cells,), or None if every state is.
    """

    def __init__(self, game: Game) -> None:
        """Raises GameTooLarge if the hypercube does not fit into the machine."""
        check_room(1 << len(game.options), len(game.decision_makers), "choices of options")
        self.game = game
        self.layout = layout_of(game)
        rules = tuple(self.layout.moved(rule.formula) for rule in game.infeasible)
        self.feasible: Flags | None = allowed(rules, self.layout.cells) if rules else None
        self.states: States = feasible_states(game)
        self.worth: tuple[Worths, ...] = tuple(worths(p, self.layout, self.feasible) for p in game.preferences)

    def blocked(self, values: Worths) -> Worths:
        """A copy in which no infeasible state is ever the least."""
        found = values.copy()
        self.block(found)
        return found

    def block(self, values: Worths) -> None:
        """See to it that no infeasible state is the least."""
        if self.feasible is not None:
            values[~self.feasible] = np.iinfo(values.dtype).max

    def best(self, values: Worths, mover: int) -> Worths:
        """The most that the mover reaches by one move or by staying; infeasible states must hold 0."""
        block = self.layout.blocks[mover]
        reached = _reduced(values, block, np.maximum)
        spread = np.empty(block.shape, values.dtype)  # in the order of cells, which broadcast copies are not
        spread[:] = reached
        found: Worths = spread.reshape(values.shape)
        if self.feasible is not None:
            found[~self.feasible] = 0
        return found

    def lower(self, values: Worths, mover: int) -> None:
        """Lower each value to the least that the mover reaches by one move; infeasible states stay out."""
        block = self.layout.blocks[mover]
        values.reshape(block.shape)[:] = _reduced(values, block, np.minimum)
        self.block(values)

    def cell(self, code: int) -> int:
        """The cell of a feasible state."""
        return self.layout.bits(code)

    @property
    def size(self) -> int:
        """How many cells there are."""
        return self.layout.cells

    @property
    def whole(self) -> bool:
        """Whether every choice of options is a state."""
        return self.feasible is None

    def lower_by_improvement(
        self, mover: int, arrays: Sequence[Worths], lines: Places | None, most: int
    ) -> list[Places | None]:
        """Lower each value to the least that the mover reaches by an improvement; the cells that changed, if few."""
        return lower_by_improvement(self.layout.blocks[mover], self.worth[mover], arrays, lines, most)

    def lines(self, mover: int, cells: Places) -> Places | None:
        """The lines of a mover on which cells stand; None for all."""
        return lines_of(self.layout.blocks[mover], cells)

    def of_states(self, cells: Flags | Worths) -> Flags | Worths:
        """Values of cells as values of the feasible states by ascending code, shape (n_states,)."""
        if self.layout.plain:
            return cells if self.feasible is None else cells[self.feasible]
        found = np.empty(len(self.states), cells.dtype)
        places = self._places
        for start in range(0, found.size, CHUNK):
            found[start : start + CHUNK] = cells[places[start : start + CHUNK]]
        return found

    @cached_property
    def _places(self) -> Codes:
        """The cells of the feasible states by ascending code."""
        return self.layout.cells_of(self.states.codes)

    def others(self, decision_maker: int) -> Iterator[int]:
        """All the other decision makers who own an option."""
        for i in range(len(self.game.decision_makers)):
            if i != decision_maker and self.game.owned(i):
                yield i


def _reduced(values: Worths, block: Block, reduce: np.ufunc) -> Worths:
    """Reduced over what the block's owner reaches; shape (above, irreversible, 1, below)."""
    found: Worths = reduce.reduce(values.reshape(block.shape), axis=2, keepdims=True)
    above, settings, _, below = block.shape
    for bit, forward in enumerate(block.forward):
        halves = found.reshape(above, settings >> bit + 1, 2, 1 << bit, below)
        before, after = (0, 1) if forward else (1, 0)
        reduce(halves[:, :, before], halves[:, :, after], out=halves[:, :, before])
    return found
