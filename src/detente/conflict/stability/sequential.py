"""Sequential stability: each improvement can be answered credibly so that the decision maker is no better off.

The others answer by moves each of which is an improvement for the one who makes it.

Source: Fraser and Hipel (1979); Fang, Hipel and Kilgour (1993), definitions 3.4 (n = 2) and 4.6 (n > 2).
"""

from __future__ import annotations

from detente.conflict.arrays import Worths
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability.deterred import deterred

__all__ = ["threshold"]


def threshold(sanctions: Sanctions, i: int) -> Worths:
    """The worth from which each state is sequentially stable for decision maker i, shape (cells,)."""
    return deterred(sanctions.board, i, sanctions.by_improvements(i, escape=False))
