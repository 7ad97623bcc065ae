"""Sequential stability: each improvement can be answered credibly so that the decision maker is no better off.

The others answer by moves each of which is an improvement for the one who makes it.

Source: Fraser and Hipel (1979); Fang, Hipel and Kilgour (1993), definitions 3.4 (n = 2) and 4.6 (n > 2).
"""

from __future__ import annotations

from detente.conflict.arrays import Flags
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability.deterred import deterred

__all__ = ["stable"]


def stable(sanctions: Sanctions, i: int) -> Flags:
    """Whether each cell is sequentially stable for decision maker i, shape (cells,); infeasible cells mean nothing."""
    return deterred(sanctions.board, i, sanctions.by_improvements(i, escape=False))
