"""General metarationality: each improvement can be answered so that the decision maker is no better off.

The others may answer by any moves, even ones that hurt themselves.

Source: Howard (1971); Fang, Hipel and Kilgour (1993), definitions 3.2 (n = 2) and 4.2 (n > 2).
"""

from __future__ import annotations

from detente.conflict.arrays import Flags
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability.deterred import deterred

__all__ = ["stable"]


def stable(sanctions: Sanctions, i: int) -> Flags:
    """Whether each cell is general metarational for decision maker i, shape (cells,); infeasible cells mean nothing."""
    return deterred(sanctions.board, i, sanctions.by_moves(i, escape=False))
