"""Where states stand in memory: the hypercube with each decision maker's options side by side.

A cell is a state. Its index is a code whose bits are the options in another order: the options of one
decision maker are neighbours, the reversible ones below the irreversible ones. A reduction over what one
decision maker can move to is then a reduction over one axis of a reshaped array.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.conflict.arrays import Codes, code_type
from detente.conflict.formula import And, Formula, If, Iff, Match, Not, Or
from detente.conflict.game import Direction, Game

__all__ = ["Block", "Layout", "layout_of", "plain_layout"]


@dataclass(frozen=True, slots=True)
class Block:
    """The bits of one decision maker: ``low`` bits below, then reversible ones, then irreversible ones.

    ``forward`` says of each irreversible bit, lowest first, whether it may only be taken (else only dropped).
    """

    low: int
    reversible: int
    forward: tuple[bool, ...]
    high: int

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """Cells above, irreversible settings, reversible settings, cells below."""
        return 1 << self.high, 1 << len(self.forward), 1 << self.reversible, 1 << self.low

    def onward(self, setting: int) -> list[int]:
        """The irreversible settings that can be moved to from this one, itself first."""
        movable = [b for b, forward in enumerate(self.forward) if bool(setting >> b & 1) != forward]
        found = [setting]
        for bit in movable:
            found += [other ^ 1 << bit for other in found]
        return found


@dataclass(frozen=True, slots=True)
class Layout:
    """``order[b]`` is the option that bit b of a cell stands for; ``blocks`` one a decision maker."""

    order: tuple[int, ...]
    blocks: tuple[Block, ...]

    @property
    def cells(self) -> int:
        """How many cells there are, feasible or not."""
        return 1 << len(self.order)

    @property
    def plain(self) -> bool:
        """Whether cells are codes: no option had to change its place."""
        return self.order == tuple(range(len(self.order)))

    def bits(self, options: int) -> int:
        """A bit set over options as one over the bits of a cell."""
        return sum(1 << b for b, option in enumerate(self.order) if options >> option & 1)

    def moved(self, formula: Formula) -> Formula:
        """The same formula over cells."""
        match formula:
            case Match(cares, taken):
                return Match(self.bits(cares), self.bits(taken))
            case Not(part):
                return Not(self.moved(part))
            case And(parts):
                return And(tuple(map(self.moved, parts)))
            case Or(parts):
                return Or(tuple(map(self.moved, parts)))
            case If(one, other):
                return If(self.moved(one), self.moved(other))
            case Iff(one, other):
                return Iff(self.moved(one), self.moved(other))

    def cells_of(self, codes: Codes) -> Codes:
        """The cells of states."""
        if self.plain:
            return codes
        kind = code_type(len(self.order))
        found = np.zeros(codes.shape, kind)
        for bit, option in enumerate(self.order):
            part = codes & kind(1 << option)
            found |= part << kind(bit - option) if bit >= option else part >> kind(option - bit)
        return found


def plain_layout(game: Game) -> Layout:
    """The layout in which cells are codes and nothing is known of blocks."""
    return Layout(tuple(range(len(game.options))), ())


def layout_of(game: Game) -> Layout:
    """The layout of a game; its options stay where they are if each decision maker's stand together."""
    blocks: list[Block] = []
    order: list[int] = []
    owners = dict.fromkeys(option.owner for option in game.options)
    for owner in owners:
        own = [i for i, option in enumerate(game.options) if option.owner == owner]
        own.sort(key=lambda i: game.options[i].direction is not Direction.both)
        order += own
    for i in range(len(game.decision_makers)):
        places = [b for b, option in enumerate(order) if game.options[option].owner == i]
        ways = [game.options[order[b]].direction for b in places]
        forward = tuple(way is Direction.fwd for way in ways if way is not Direction.both)
        low = places[0] if places else 0
        high = len(order) - low - len(places)
        blocks.append(Block(low, len(places) - len(forward), forward, high))
    return Layout(tuple(order), tuple(blocks))
