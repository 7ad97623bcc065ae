"""What placed reports are found by when new ones come in: their sketches, and the first users of each shingle."""

from __future__ import annotations

import struct
from collections.abc import Sequence


def packed(shingles: Sequence[int]) -> bytes:
    """Signed 64-bit numbers as bytes.

    >>> unpacked(packed([3, -1]))
    (3, -1)
    """
    return struct.pack(f"<{len(shingles)}q", *shingles)


def unpacked(data: bytes) -> tuple[int, ...]:
    """The numbers that the bytes hold."""
    return struct.unpack(f"<{len(data) // 8}q", data)
