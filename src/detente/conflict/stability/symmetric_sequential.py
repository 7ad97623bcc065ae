"""Symmetric sequential stability: each improvement can be answered credibly so that no counter-move helps.

The others answer by improvements of their own; then the decision maker has one move more, and is still no
better off.

Source: Rêgo and Vieira (2017), Symmetric sequential stability in the graph model for conflict resolution
with multiple decision makers, Group Decision and Negotiation 26.
"""

from __future__ import annotations

from detente.conflict.arrays import Worths
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability.deterred import deterred

__all__ = ["threshold"]


def threshold(sanctions: Sanctions, i: int) -> Worths:
    """The worth from which each state is symmetric sequentially stable for decision maker i, shape (cells,)."""
    return deterred(sanctions.board, i, sanctions.by_improvements(i, escape=True))
