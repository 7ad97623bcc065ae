"""What the concepts with sanctions share: the best that an improvement comes to after the answer."""

from __future__ import annotations

import numpy as np

from detente.conflict.arrays import Worths
from detente.conflict.board import Board

__all__ = ["deterred"]


def deterred(board: Board, i: int, answered: Worths) -> Worths:
    """The most that i is left with by moving away; a state worth as much is stable. Shape (cells,).

    ``answered``: (cells,), what i gets once the others have answered there. A move that is no improvement
    is worth at most its own state, so it never makes a state unstable.
    """
    return board.best(np.minimum(answered, board.worth[i]), i)
