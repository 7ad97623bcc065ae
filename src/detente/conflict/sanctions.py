"""The worst that the others can bring about: by any moves of theirs, or by improvements alone.

The published rule for n > 2 decision makers lets the others move one after the other, no one twice running;
who has moved may move again later. Two moves running by one decision maker end where one move of its would,
for its moves (and its improvements, worth being an order) can be joined. So what the others can reach is
reached by any sequence of theirs, and the least value among it is a fixpoint: lower each value to the least
that one of them reaches, until nothing changes.

Source: Fang, Hipel and Kilgour (1993), definitions 4.1 and 4.5 (coalition moves and improvements).
"""

from __future__ import annotations

import numpy as np

from detente.conflict.arrays import Worths
from detente.conflict.board import Board
from detente.conflict.ladder import Places

__all__ = ["Sanctions"]

_FEW = 32  # where more than one cell in so many changed, all lines are looked at again


class Sanctions:
    """Worths after the others have answered, each worked out once; all of shape (cells,)."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._best: dict[int, Worths] = {}
        self._by_improvement: dict[tuple[int, bool], Worths] = {}

    def best(self, i: int) -> Worths:
        """The most that i reaches by one move or by staying."""
        if i not in self._best:
            self._best[i] = self.board.best(self.board.worth[i], i)
        return self._best[i]

    def by_moves(self, i: int, *, escape: bool) -> Worths:
        """The least that the others bring i to by any moves; with ``escape`` after i's best answer."""
        board = self.board
        values = board.blocked(self.best(i) if escape else board.worth[i])
        pending = list(board.others(i))
        while pending:
            mover = pending.pop(0)
            if board.whole or len(list(board.others(i))) == 1:
                board.lower(values, mover)
                continue
            before = values.copy()
            board.lower(values, mover)
            if (before != values).any():
                pending = [*pending, *(j for j in board.others(i) if j != mover and j not in pending)]
        return values

    def by_improvements(self, i: int, *, escape: bool) -> Worths:
        """The least that the others bring i to by improvements of theirs; with ``escape`` after i's best answer."""
        if (i, escape) not in self._by_improvement:
            self._settle(escape=escape)
        return self._by_improvement[i, escape]

    def forget(self) -> None:
        """Let go of what only one concept asks for: large models need the room."""
        self._by_improvement.clear()

    def _settle(self, *, escape: bool) -> None:
        """All decision makers' fixpoints together: the lines of a mover are sorted once for all of them."""
        board = self.board
        everyone = range(len(board.worth))
        values = [board.blocked(self.best(i) if escape else board.worth[i]) for i in everyone]
        pending = [_Pending(board, i) for i in everyone]
        mover = -1
        while any(one.news for one in pending):
            mover = (mover + 1) % len(board.worth)
            asking = [i for i in everyone if mover in pending[i].news]
            if not asking:
                continue
            lines = _together([pending[i].lines(mover) for i in asking])
            changed = board.lower_by_improvement(mover, [values[i] for i in asking], lines, board.size // _FEW)
            for i, cells in zip(asking, changed, strict=True):
                pending[i].moved(mover, cells)
        for i in everyone:
            self._by_improvement[i, escape] = values[i]


class _Pending:
    """What one decision maker's values have still to hear from the others.

    ``news``: by mover, the cells that changed since it was last asked; None for all.
    """

    def __init__(self, board: Board, i: int) -> None:
        self.board, self.others = board, tuple(board.others(i))
        self.news: dict[int, list[Places] | None] = dict.fromkeys(self.others)

    def lines(self, mover: int) -> Places | None:
        """The lines of the mover with news; None for all."""
        news = self.news[mover]
        return None if news is None else self.board.lines(mover, np.concatenate(news))

    def moved(self, mover: int, cells: Places | None) -> None:
        """The mover was asked, and these cells changed; None: more than it is worth to name."""
        del self.news[mover]
        for other in self.others:
            if cells is None and other != mover:
                self.news[other] = None
            elif cells is not None and cells.size and other != mover:
                known = self.news.setdefault(other, [])
                if known is not None:
                    known.append(cells)


def _together(lines: list[Places | None]) -> Places | None:
    """All these lines, each once."""
    some = [one for one in lines if one is not None]
    return np.unique(np.concatenate(some)) if len(some) == len(lines) else None
