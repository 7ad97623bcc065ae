"""What each state is worth to a decision maker: ranks, from statements or from a ranking.

Source: prioritised statements after Fang, Hipel, Kilgour and Peng (2003), A decision support system for
interactive decision making, part 1; there a state scores the sum of 2^(k-j) over the statements j that hold.
Only the order of the scores matters, so they are ranked as they grow and any number of statements will do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from detente.conflict.arrays import Codes, Flags, Worths, code_type, worth_type
from detente.conflict.formula import Formula, truth
from detente.conflict.game import ByRanking, ByStatements, Preference
from detente.conflict.layout import Layout
from detente.conflict.states import CHUNK
from detente.errors import GameError

__all__ = ["worths", "worths_of_states"]

_BATCH = 8  # statements for which counting keys is worth a pass over the states
_KEYS = 1 << 20  # most keys that are counted, but for more states than that
_PAGE = 128  # keys counted in one byte


Pieces = Callable[[], Iterator[Codes]]


def worths(preference: Preference, layout: Layout, feasible: Flags | None) -> Worths:
    """Worth of each cell, shape (cells,): 1 is the worst, 0 an infeasible state; dense, ties equal.

    Raises:
        GameError: the preference is partly unknown.
    """
    _check(preference)
    if isinstance(preference, ByRanking):
        return _by_ranking(preference.groups, layout)
    formulas = tuple(layout.moved(statement.formula) for statement in preference.statements)
    count = layout.cells if feasible is None else int(np.count_nonzero(feasible))
    worth = _by_statements(formulas, lambda: _pieces(layout.cells, feasible), count)
    if feasible is None:
        return worth
    found = np.zeros(layout.cells, worth.dtype)
    found[feasible] = worth
    return found


def worths_of_states(preference: Preference, codes: Codes) -> Worths:
    """Worth of each of these states alone, shape of ``codes``, which ascend: 1 is the worst; dense, ties equal.

    Raises:
        GameError: the preference is partly unknown.
    """
    _check(preference)
    if isinstance(preference, ByStatements):
        formulas = tuple(statement.formula for statement in preference.statements)
        pieces = range(0, codes.size, CHUNK)
        return _by_statements(formulas, lambda: (codes[i : i + CHUNK] for i in pieces), codes.size)
    found = np.zeros(codes.size, worth_type(len(preference.groups)))
    for worth, group in enumerate(reversed(preference.groups), start=1):
        found[np.searchsorted(codes, np.array(group, codes.dtype))] = worth
    return found


def _check(preference: Preference) -> None:
    known = not preference.partial if isinstance(preference, ByRanking) else not any(s.unknown for s in preference.statements)
    if not known:
        raise GameError("a preference is partly unknown; without it only nash, gmr, smr, seq and sseq can be solved, four ways each")


def _by_ranking(groups: tuple[tuple[int, ...], ...], layout: Layout) -> Worths:
    found = np.zeros(layout.cells, worth_type(len(groups)))
    kind = code_type(len(layout.order))
    for worth, group in enumerate(reversed(groups), start=1):
        found[layout.cells_of(np.array(group, kind))] = worth
    return found


def _pieces(cells: int, feasible: Flags | None) -> Iterator[Codes]:
    """The feasible cells, a piece at a time."""
    kind = code_type(cells.bit_length() - 1)
    for start in range(0, cells, CHUNK):
        codes = np.arange(start, min(start + CHUNK, cells), dtype=kind)
        yield codes if feasible is None else codes[feasible[start : start + CHUNK]]


def _by_statements(formulas: tuple[Formula, ...], pieces: Pieces, count: int) -> Worths:
    """Worth from 1 of each of ``count`` states that come in pieces."""
    ranks: Worths = np.zeros(count, np.uint8)
    levels, start = 1, 0
    while start < len(formulas) and levels < count:  # once all states are told apart, no statement matters
        room = max(_KEYS, 2 * count) // levels
        counting = room >> min(_BATCH, len(formulas) - start) > 0
        size = min(len(formulas) - start, (room if counting else (1 << 64) // levels).bit_length() - 1)
        keys = _keys(ranks, levels << size, formulas[start : start + size], pieces())
        ranks, levels = _counted(keys, levels << size) if counting else _sorted(keys)
        start += size
    worth: Worths = ranks.astype(worth_type(levels), copy=False)
    worth += worth.dtype.type(1)
    return worth


def _keys(ranks: Worths, limit: int, batch: tuple[Formula, ...], pieces: Iterator[Codes]) -> Worths:
    """Of each state its rank so far followed by a bit for each statement; all under ``limit``."""
    keys: Worths = np.empty(ranks.size, np.uint32 if limit <= 1 << 32 else np.uint64)
    kind = keys.dtype.type
    done = 0
    for codes in pieces:
        key: Worths = ranks[done : done + codes.size].astype(kind)
        for first in range(0, len(batch), 8):
            eight = batch[first : first + 8]
            key <<= kind(len(eight))
            key |= _byte(eight, codes)
        keys[done : done + codes.size] = key
        done += codes.size
    return keys


def _byte(formulas: tuple[Formula, ...], codes: Codes) -> Worths:
    """A bit for each of up to eight formulas, the first highest: bytes are shifted many at a time, wide keys are not."""
    found: Worths = truth(formulas[0], codes).view(np.uint8).copy()
    for formula in formulas[1:]:
        found <<= np.uint8(1)
        found |= truth(formula, codes).view(np.uint8)
    return found


def _counted(keys: Worths, limit: int) -> tuple[Worths, int]:
    """Dense ranks of keys under ``limit``, equal for equal keys, and how many there are; by counting."""
    seen = np.zeros(-(-limit // _PAGE) * _PAGE, np.bool_)
    for start in range(0, keys.size, CHUNK):
        seen[keys[start : start + CHUNK]] = True
    within = np.cumsum(seen.reshape(-1, _PAGE), axis=1, dtype=np.uint8)
    before = np.cumsum(within[:, -1], dtype=np.uint32)
    levels = int(before[-1])
    before -= within[:, -1]
    ranks: Worths = np.empty(keys.size, worth_type(levels))
    for start in range(0, keys.size, CHUNK):
        key = keys[start : start + CHUNK]
        ranks[start : start + CHUNK] = before[key // _PAGE] + within.reshape(-1)[key] - 1
    return ranks, levels


def _sorted(keys: Worths) -> tuple[Worths, int]:
    """Dense ranks of keys, equal for equal keys, and how many there are; by sorting."""
    order = np.argsort(keys)
    ranks: Worths = np.empty(keys.size, np.uint32)
    last, levels = keys[order[0]], 0
    for start in range(0, keys.size, CHUNK):
        places = order[start : start + CHUNK]
        part = keys[places]
        new = np.concatenate(([part[0] != last], part[1:] != part[:-1]))
        steps = np.cumsum(new, dtype=np.uint32) + np.uint32(levels)
        ranks[places] = steps
        last, levels = part[-1], int(steps[-1])
    return ranks.astype(worth_type(levels + 1), copy=False), levels + 1
