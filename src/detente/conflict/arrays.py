"""The arrays that the solver works on, by name.

``Codes``: states as whole numbers. ``Worths``: how much each state is worth to one decision maker, as a
whole number, more is better; only the order means anything. ``Flags``: true or false of each state.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Codes", "Flags", "Worths", "code_type", "worth_type"]

Codes: TypeAlias = NDArray[Any]
Worths: TypeAlias = NDArray[Any]
Flags: TypeAlias = NDArray[np.bool_]

_KINDS = (np.uint8, np.uint16, np.uint32, np.uint64)


def code_type(options: int) -> type[np.unsignedinteger[Any]]:
    """The smallest type that holds a state of so many options: 4 bytes up to 32 options, else 8."""
    return np.uint32 if options <= 32 else np.uint64


def worth_type(levels: int) -> type[np.unsignedinteger[Any]]:
    """The smallest type that holds 0, the worths 1 to ``levels``, and one above them all."""
    return next(kind for kind in _KINDS if levels + 1 <= np.iinfo(kind).max)
