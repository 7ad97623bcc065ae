"""What each state is worth to a decision maker: ranks, from statements or from a ranking.

Source: prioritised statements after Fang, Hipel, Kilgour and Peng (2003), A decision support system for
interactive decision making, part 1; there a state scores the sum of 2^(k-j) over the statements j that hold.
Only the order of the scores matters, so they are ranked as they grow and any number of statements will do.
"""

from __future__ import annotations

import numpy as np

from detente.conflict.arrays import Flags, Worths, code_type, worth_type
from detente.conflict.formula import Formula, truth
from detente.conflict.game import ByRanking, ByStatements, Preference
from detente.conflict.layout import Layout
from detente.conflict.states import CHUNK

__all__ = ["worths"]

_BATCH = 16  # statements looked at together
_KEYS = 1 << 26  # most keys that a table is made for


def worths(preference: Preference, layout: Layout, feasible: Flags | None) -> Worths:
    """Worth of each cell, shape (cells,): 1 is the worst, 0 an infeasible state; dense, ties equal."""
    match preference:
        case ByStatements(statements=statements):
            return _by_statements(tuple(layout.moved(s.formula) for s in statements), layout, feasible)
        case ByRanking(groups=groups):
            return _by_ranking(groups, layout)


def _by_ranking(groups: tuple[tuple[int, ...], ...], layout: Layout) -> Worths:
    found = np.zeros(layout.cells, worth_type(len(groups)))
    kind = code_type(len(layout.order))
    for worth, group in enumerate(reversed(groups), start=1):
        found[layout.cells_of(np.array(group, kind))] = worth
    return found


def _by_statements(formulas: tuple[Formula, ...], layout: Layout, feasible: Flags | None) -> Worths:
    ranks: Worths = np.zeros(layout.cells, np.uint8)
    levels, start = 1, 0
    while start < len(formulas):
        count = max(1, min(_BATCH, len(formulas) - start, (_KEYS // levels).bit_length() - 1))
        batch = formulas[start : start + count]
        ranks, levels = _refined(ranks, levels, batch, feasible)
        start += count
    found = ranks.astype(worth_type(levels))
    found += found.dtype.type(1)
    if feasible is not None:
        found[~feasible] = 0
    return found


def _refined(
    ranks: Worths, levels: int, batch: tuple[Formula, ...], feasible: Flags | None
) -> tuple[Worths, int]:
    """Ranks told apart further by a batch of statements, and how many there are now."""
    keys = levels << len(batch)
    kind = np.uint32 if keys <= 1 << 32 else np.uint64
    code = code_type(ranks.size.bit_length() - 1)
    found = np.empty(ranks.size, kind)
    seen = np.zeros(keys, np.bool_)
    for start in range(0, ranks.size, CHUNK):
        part = slice(start, min(start + CHUNK, ranks.size))
        codes = np.arange(part.start, part.stop, dtype=code)
        key: Worths = ranks[part].astype(kind)
        for formula in batch:
            key <<= kind(1)
            key |= truth(formula, codes)
        found[part] = key
        seen[key if feasible is None else key[feasible[part]]] = True
    table = np.cumsum(seen, dtype=np.uint32)
    levels = int(table[-1])
    small = (table - table.dtype.type(1)).astype(worth_type(levels))
    finer: Worths = np.empty(found.size, small.dtype)
    for start in range(0, ranks.size, CHUNK):
        finer[start : start + CHUNK] = small[found[start : start + CHUNK]]
    return finer, levels
