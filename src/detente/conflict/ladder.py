"""Reductions over what a decision maker would rather have: its improvements, not all its moves.

The states between which a decision maker moves form a line. Sorted by worth, the improvements of a state
are those above it, so the least value among them is a running minimum from the top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.conflict.arrays import Worths
from detente.conflict.board import Board
from detente.conflict.layout import Block
from detente.conflict.states import CHUNK

__all__ = ["lower_by_improvement"]

_LONG = 1 << 9  # from this length on a plain running minimum is quicker than doubling


def lower_by_improvement(board: Board, mover: int, arrays: Sequence[Worths]) -> list[bool]:
    """Lower each value to the least that the mover reaches by an improvement of its own; which arrays changed.

    Infeasible states must hold the greatest value of their type; the arrays are changed in place.
    """
    block = board.layout.blocks[mover]
    changed = [False] * len(arrays)
    worth = board.worth[mover].reshape(block.shape)
    shaped = [array.reshape(block.shape) for array in arrays]
    for setting in range(block.shape[1]):
        onward = block.onward(setting)
        for part in _parts(block, len(onward)):
            ladder = _Ladder(_lines(worth, part, onward), block.shape[2])
            for i, values in enumerate(shaped):
                changed[i] |= ladder.lower(values, part, onward)
    return changed


Part = tuple[slice, slice]


def _parts(block: Block, settings: int) -> Iterator[Part]:
    """Slices of the cells above and below such that a part holds about a chunk of cells."""
    above, _, own, below = block.shape
    room = max(1, CHUNK // (own * settings))
    wide, high = min(below, room), max(1, room // below)
    for top in range(0, above, high):
        for left in range(0, below, wide):
            yield slice(top, top + high), slice(left, left + wide)


def _lines(values: Worths, part: Part, onward: list[int]) -> Worths:
    """A copy of a part with a line a row: settings in the order of ``onward``, then reversible settings."""
    top, left = part
    cut = values[top, onward[0] : onward[0] + 1, :, left] if len(onward) == 1 else values[top, :, :, left][:, onward]
    return cut.transpose(0, 3, 1, 2).reshape(-1, len(onward) * values.shape[2])


class _Ladder:
    """The order of the states of each line by the mover's worth, and where the better ones begin.

    Arrays in that order have a line a column, so that one step works on all lines at once.
    """

    def __init__(self, worth: Worths, asking: int) -> None:
        """``worth``: (lines, length); the first ``asking`` states of each line are those asked about."""
        self.lines, self.length = worth.shape
        bits = max(1, (self.length - 1).bit_length())
        kind = np.uint32 if 8 * worth.dtype.itemsize + bits <= 32 else np.uint64
        keys: Worths = worth.astype(kind)
        keys <<= kind(bits)
        keys |= np.arange(self.length, dtype=kind)
        keys.sort(axis=1)
        keys = np.ascontiguousarray(keys.T)
        columns = np.arange(self.lines, dtype=np.intp)
        self.order = (keys & kind((1 << bits) - 1)).astype(np.intp)
        self.order += columns * self.length
        keys >>= kind(bits)
        after = _after(keys).astype(np.intp)
        after *= self.lines
        after += columns
        placed = np.empty((self.lines, self.length), np.intp)
        placed.reshape(-1)[self.order] = after
        self.after: NDArray[np.intp] = placed[:, :asking]
        self.asking = asking

    def lower(self, values: Worths, part: Part, onward: list[int]) -> bool:
        """Lower the values of the part that are asked about; whether any changed."""
        lines = _lines(values, part, onward)
        least = np.empty((self.length + 1, self.lines), values.dtype)
        least[-1] = np.iinfo(values.dtype).max
        least[:-1] = lines.reshape(-1)[self.order]
        found = _running_least(least).reshape(-1)[self.after]
        own = lines[:, : self.asking]
        if not bool((found < own).any()):
            return False
        top, left = part
        target = values[top, onward[0], :, left]
        np.minimum(own, found, out=found)
        target[:] = found.reshape(target.shape[0], target.shape[2], self.asking).transpose(0, 2, 1)
        return True


def _after(ranks: Worths) -> Worths:
    """For each place of a sorted line, the first place of a greater worth; the length if there is none."""
    length = ranks.shape[0]
    kind = np.uint16 if length < 1 << 16 else np.uint32
    found = np.full(ranks.shape, length, kind)
    places = np.arange(1, length, dtype=kind)[:, None]
    np.copyto(found[:-1], places, where=ranks[1:] != ranks[:-1])
    found = _running_least(found)
    found[ranks == 0] = length  # nobody moves on from an infeasible state
    return found


def _running_least(values: Worths) -> Worths:
    """The least of each value and all below it in its column; the array itself, changed."""
    if values.shape[0] > _LONG:
        np.minimum.accumulate(values[::-1], axis=0, out=values[::-1])
        return values
    step = 1
    while step < values.shape[0]:  # each value knows the least of twice as many
        np.minimum(values[:-step], values[step:], out=values[:-step])
        step *= 2
    return values
