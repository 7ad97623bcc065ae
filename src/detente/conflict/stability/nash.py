"""Nash stability: the decision maker has no unilateral improvement.

Source: Fang, Hipel and Kilgour (1993), definition 3.1; Nash (1950).
"""

from __future__ import annotations

from detente.conflict.arrays import Flags
from detente.conflict.sanctions import Sanctions

__all__ = ["stable"]


def stable(sanctions: Sanctions, i: int) -> Flags:
    """Whether each cell is Nash stable for decision maker i, shape (cells,); infeasible cells mean nothing."""
    found: Flags = sanctions.best(i) <= sanctions.board.worth[i]
    return found
