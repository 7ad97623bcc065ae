"""Attainability: from the status quo, which states can be reached, by which shortest sequence, by whose moves.

No decision maker moves twice running. ``improvements``: each move must be better for the one who makes it.

Source: Li, Kilgour and Hipel (2005), Status quo analysis in the graph model for conflict resolution, Journal
of the Operational Research Society 56.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from detente.conflict.moves import Moves
from detente.errors import GameTooLarge, UsageError

__all__ = ["MOST_STATES", "Path", "Step", "shortest_paths"]

MOST_STATES = 1 << 16  # states are walked one by one


@dataclass(frozen=True, slots=True)
class Step:
    """One move: who makes it, and the code of the state that it leads to."""

    mover: int
    code: int


@dataclass(frozen=True, slots=True)
class Path:
    """A shortest sequence of moves from ``start``; of no steps if it is reached already."""

    start: int
    steps: tuple[Step, ...]

    @property
    def end(self) -> int:
        """The code of the state that it leads to."""
        return self.steps[-1].code if self.steps else self.start


def shortest_paths(
    moves: Moves, start: int, targets: Iterable[int] | None = None, *, improvements: bool = False
) -> dict[int, Path]:
    """A shortest path to each target that can be reached (to every state, without targets), by code.

    Of paths equally short the one of the earlier decision maker and the lower code comes first.

    Raises:
        UsageError: the start is not a feasible state.
        GameTooLarge: there are more than ``MOST_STATES`` states to walk through.
    """
    if len(moves.states) > MOST_STATES:
        raise GameTooLarge(f"{len(moves.states):,} states: paths are looked for among up to {MOST_STATES:,}")
    if not moves.feasible(start):
        raise UsageError(f"state {moves.game.letters(start)} is not feasible: nothing can start there")
    wanted = None if targets is None else set(targets)
    found = {start: Path(start, ())}
    came: dict[tuple[int, int], tuple[int, int] | None] = {(start, -1): None}
    waiting = deque(came)
    while waiting and (wanted is None or not wanted <= set(found)):
        here = waiting.popleft()
        for mover in range(len(moves.game.decision_makers)):
            if mover == here[1]:
                continue
            ends = moves.improvements(mover, here[0]) if improvements else moves.unilateral_moves(mover, here[0])
            for end in ends:
                if (end, mover) not in came:
                    came[end, mover] = here
                    waiting.append((end, mover))
                    found.setdefault(end, _path(came, (end, mover), start))
    return {code: path for code, path in found.items() if wanted is None or code in wanted}


def _path(came: dict[tuple[int, int], tuple[int, int] | None], end: tuple[int, int], start: int) -> Path:
    steps: list[Step] = []
    here: tuple[int, int] | None = end
    while here is not None and here[1] >= 0:
        steps.append(Step(here[1], here[0]))
        here = came[here]
    return Path(start, tuple(reversed(steps)))
