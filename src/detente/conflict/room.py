"""How much memory a model takes to solve, told before it starts."""

from __future__ import annotations

import os

from detente.errors import GameTooLarge

__all__ = ["check_room", "memory_of_machine", "most_states", "needed"]

_BASE = 40 << 20  # the interpreter and what it loads
_A_CELL = 12  # bytes a state: its code, flags
_A_MAKER = 20  # bytes a state and decision maker: its worth, what it reaches, what the others do, verdicts
_UNKNOWN = 8 << 30  # memory of a machine that does not say


def needed(cells: int, decision_makers: int) -> int:
    """Bytes that solving so many states for all concepts takes at most, as measured."""
    return _BASE + cells * (_A_CELL + _A_MAKER * decision_makers)


def memory_of_machine() -> int:
    """Bytes of memory that the machine has."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return _UNKNOWN


def most_states(decision_makers: int) -> int:
    """How many states the machine has room for."""
    return (memory_of_machine() - _BASE) // (_A_CELL + _A_MAKER * decision_makers)


def check_room(cells: int, decision_makers: int, what: str = "states") -> None:
    """Go on if the model fits into the machine's memory.

    Raises:
        GameTooLarge: it does not; the message says what it would need.
    """
    need, room = needed(cells, decision_makers), memory_of_machine()
    if need > room:
        raise GameTooLarge(
            f"the model has {cells:,} {what}; to solve them for {decision_makers} decision makers takes about"
            f" {_size(need)}, and there are {_size(room)}: leave out options, or add infeasible patterns"
        )


def _size(count: int) -> str:
    for unit in ("B", "kB", "MB", "GB"):
        if count < 10_000:
            return f"{count} {unit}"
        count //= 1024
    return f"{count:,} TB"
