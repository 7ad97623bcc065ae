"""Reductions over what a decision maker would rather have: its improvements, not all its moves.

The states between which a decision maker moves form a line. Sorted by worth, the improvements of a state
are those above it, so the least value among them is a running minimum from the top. Lines are numbered by the
bits of a cell that are not the mover's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from detente.conflict.arrays import Worths
from detente.conflict.layout import Block
from detente.conflict.states import CHUNK

__all__ = ["Places", "lines_of", "lower_by_improvement"]

Places = NDArray[np.intp]
_SIDE = 64  # lines side by side, since their cells are neighbours in memory
_WIDEST = 1 << 19  # but no more cells than these for it
_LONG = 1 << 9  # from this length on a plain running minimum is quicker than doubling


def lower_by_improvement(
    block: Block, worth: Worths, arrays: Sequence[Worths], lines: Places | None, most: int
) -> list[Places | None]:
    """Lower each value to the least that the mover reaches by an improvement of its own.

    Infeasible states must hold the greatest value of their type; the arrays are changed in place.

    Args:
        block: The mover's place among the bits of a cell.
        worth: What each cell is worth to the mover, (cells,); 0 where not feasible.
        arrays: Values of cells, each (cells,).
        lines: Numbers of the lines to look at; all, if None.
        most: Cells that are worth telling.

    Returns:
        For each array the cells that changed; None if they are more than ``most``.
    """
    changed = [_Changed(most) for _ in arrays]
    for setting in range(block.shape[1]):
        own = _own(block, block.onward(setting))
        for part in _parts(block, own.size, lines):
            cells = _bases(block, part)[:, None] + own
            ladder = _Ladder(cells, worth, block.shape[2])
            for values, found in zip(arrays, changed, strict=True):
                found.add(ladder.lower(values))
    return [found.cells for found in changed]


class _Changed:
    """Cells that changed, as long as they are few."""

    def __init__(self, most: int) -> None:
        self.left, self.parts = most, [np.empty(0, np.intp)]

    def add(self, cells: Places) -> None:
        """These changed as well."""
        self.left -= cells.size
        if self.left >= 0:
            self.parts.append(cells)
        else:
            self.parts.clear()

    @property
    def cells(self) -> Places | None:
        """All of them; None if they are too many."""
        return np.concatenate(self.parts) if self.left >= 0 else None


def lines_of(block: Block, cells: Places) -> Places:
    """The lines on which cells stand, each once, ascending."""
    above = cells >> block.low + block.reversible + len(block.forward)
    return np.unique((above << block.low) | (cells & (1 << block.low) - 1))


def _own(block: Block, settings: list[int]) -> Places:
    """What the states of a line add to its first cell: settings in this order, then reversible settings."""
    high = np.array(settings, np.intp)[:, None] << block.reversible
    return ((high + np.arange(block.shape[2], dtype=np.intp)) << block.low).reshape(-1)


def _parts(block: Block, length: int, lines: Places | None) -> Iterator[Places]:
    """The lines, so many at once that they hold about a chunk of cells."""
    size = max(1, CHUNK // length, min(_SIDE, _WIDEST // length))
    count = block.shape[0] * block.shape[3] if lines is None else lines.size
    for start in range(0, count, size):
        stop = min(start + size, count)
        yield np.arange(start, stop, dtype=np.intp) if lines is None else lines[start:stop]


def _bases(block: Block, lines: Places) -> Places:
    """The first cells of lines."""
    above = lines >> block.low
    return (above << block.low + block.reversible + len(block.forward)) | (lines & (1 << block.low) - 1)


class _Ladder:
    """The cells of some lines in the order of the mover's worth, and where the better ones begin.

    Arrays in that order have a line a column, so that one step works on all lines at once.
    """

    def __init__(self, cells: Places, worth: Worths, asking: int) -> None:
        """``cells``: (lines, length); the first ``asking`` of each line are those asked about."""
        self.lines, self.length = cells.shape
        bits = max(1, (self.length - 1).bit_length())
        kind = np.uint32 if 8 * worth.dtype.itemsize + bits <= 32 else np.uint64
        keys: Worths = worth[cells].astype(kind)
        keys <<= kind(bits)
        keys |= np.arange(self.length, dtype=kind)
        keys.sort(axis=1)
        keys = np.ascontiguousarray(keys.T)
        columns = np.arange(self.lines, dtype=np.intp)
        order = (keys & kind((1 << bits) - 1)).astype(np.intp)
        order += columns * self.length
        keys >>= kind(bits)
        after = _after(keys).astype(np.intp)
        after *= self.lines
        after += columns
        placed = np.empty((self.lines, self.length), np.intp)
        placed.reshape(-1)[order] = after
        self.after = placed[:, :asking]
        self.sorted = cells.reshape(-1)[order]
        self.asking = cells[:, :asking]

    def lower(self, values: Worths) -> Places:
        """Lower the values that are asked about; the cells that changed."""
        least = np.empty((self.length + 1, self.lines), values.dtype)
        least[-1] = np.iinfo(values.dtype).max
        least[:-1] = values[self.sorted]
        found = _running_least(least).reshape(-1)[self.after]
        lower = found < values[self.asking]
        cells: Places = self.asking[lower]
        values[cells] = found[lower]
        return cells


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
