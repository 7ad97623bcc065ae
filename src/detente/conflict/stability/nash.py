"""Nash stability: the decision maker has no unilateral improvement.

Source: Fang, Hipel and Kilgour (1993), definition 3.1; Nash (1950).
"""

from __future__ import annotations

from detente.conflict.arrays import Worths
from detente.conflict.sanctions import Sanctions

__all__ = ["threshold"]


def threshold(sanctions: Sanctions, i: int) -> Worths:
    """The worth from which each state is Nash stable for decision maker i, shape (cells,)."""
    return sanctions.best(i)
