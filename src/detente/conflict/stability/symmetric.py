"""Symmetric metarationality: each improvement can be answered so that no counter-move of the decision maker helps.

After the others' answer, by any moves, the decision maker has one move more and is still no better off.

Source: Howard (1971); Fang, Hipel and Kilgour (1993), definitions 3.3 (n = 2) and 4.3 (n > 2).
"""

from __future__ import annotations

from detente.conflict.arrays import Worths
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability.deterred import deterred

__all__ = ["threshold"]


def threshold(sanctions: Sanctions, i: int) -> Worths:
    """The worth from which each state is symmetric metarational for decision maker i, shape (cells,)."""
    return deterred(sanctions.board, i, sanctions.by_moves(i, escape=True))
