"""General metarationality: each improvement can be answered so that the decision maker is no better off.

The others may answer by any moves, even ones that hurt themselves.

Source: Howard (1971); Fang, Hipel and Kilgour (1993), definitions 3.2 (n = 2) and 4.2 (n > 2).
"""

from __future__ import annotations

from detente.conflict.arrays import Worths
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability.deterred import deterred

__all__ = ["threshold"]


def threshold(sanctions: Sanctions, i: int) -> Worths:
    """The worth from which each state is general metarational for decision maker i, shape (cells,)."""
    return deterred(sanctions.board, i, sanctions.by_moves(i, escape=False))
