"""What the concepts with sanctions share: no improvement is worth it after the answer."""

from __future__ import annotations

import numpy as np

from detente.conflict.arrays import Flags, Worths
from detente.conflict.board import Board

__all__ = ["deterred"]


def deterred(board: Board, i: int, answered: Worths) -> Flags:
    """Whether the best that i can improve to is worth no more, after the answer, than staying; (cells,).

    ``answered``: (cells,), what i gets once the others have answered there. A move that is no improvement
    is worth at most its own state, so it never makes a state unstable.
    """
    own = board.worth[i]
    found: Flags = board.best(np.minimum(answered, own), i) <= own
    return found
