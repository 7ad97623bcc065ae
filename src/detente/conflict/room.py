"""How much memory a model takes to solve, told before it starts."""

from __future__ import annotations

import os

from detente.errors import GameTooLarge

__all__ = ["check_room", "memory_of_machine", "needed"]

_BASE = 40 << 20  # the interpreter and what it loads
_A_CELL = 12  # bytes a state: its code, flags
_A_MAKER = 20  # bytes a state and decision maker: its worth, what it reaches, what the others do, verdicts
_UNKNOWN = 8 << 30  # memory of a machine that does not say


def needed(options: int, decision_makers: int) -> int:
    """Bytes that solving for all concepts takes at most, as measured; infeasible states count as others do."""
    return _BASE + (1 << options) * (_A_CELL + _A_MAKER * decision_makers)


def memory_of_machine() -> int:
    """Bytes of memory that the machine has."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return _UNKNOWN


def check_room(options: int, decision_makers: int, limit: int | None = None) -> None:
    """Go on if the model fits into ``limit`` bytes, or into the machine's memory.

    Raises:
        GameTooLarge: it does not; the message says what it would need.
    """
    need, room = needed(options, decision_makers), limit or memory_of_machine()
    if need > room:
        raise GameTooLarge(
            f"{options} options make 2^{options} = {1 << options:,} states; to solve them for {decision_makers} decision"
            f" makers takes about {_size(need)}, and there are {_size(room)}: leave out options, or split the model"
        )


def _size(count: int) -> str:
    for unit in ("B", "kB", "MB", "GB"):
        if count < 10_000:
            return f"{count} {unit}"
        count //= 1024
    return f"{count:,} TB"
