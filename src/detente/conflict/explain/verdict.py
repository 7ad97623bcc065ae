"""What a witness holds: moves, what is answered to them, and where that leaves who would move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Improvement", "Left", "Step", "Verdict"]

Left = Literal["worse", "same", "unknown", "better"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One move: the index of who moves, and the codes of the states before and after.

    ``partners`` are those who move along with it, where a coalition moves as one by a sequence of its members'.
    """

    mover: int
    start: int
    end: int
    partners: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """A move by which a decision maker (or coalition) would do better, and what follows.

    ``answer`` is the shortest sequence of others' moves after which it is no better off than before, empty if
    there is none; for a concept that looks ahead, the moves that are expected to follow. ``left`` is how what
    follows compares with staying, for ``whom`` it deters. ``counter`` is the best that can still be reached by
    one move after the answer, for the concepts that ask, and ``countered`` how that compares.
    ``at_once`` is where the move and the answer lead when they are made at the same moment.
    ``certain`` is whether it is known that the move is an improvement.
    """

    move: Step
    answer: tuple[Step, ...] = ()
    left: Left = "better"
    whom: int | None = None
    counter: int | None = None
    countered: Left = "same"
    at_once: int | None = None
    certain: bool = True

    @property
    def deterred(self) -> bool:
        """Whether what the others can answer makes the move no gain."""
        return bool(self.answer) and self.left != "better"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a state is stable for a decision maker, with the moves that show it.

    Of a stable state every improvement is deterred; of an unstable one the first is not. ``more`` is how
    many improvements are left out, all of the same sort as those shown last. ``partners`` are the other
    members, if the verdict is a coalition's; ``horizon`` how many moves are looked ahead, if any are.
    ``seen`` is the state as the decision maker perceives it, where it judges in its own view of the game;
    ``sensible`` is false where that is no state at all to it.
    """

    concept: str
    decision_maker: int
    state: int
    stable: bool
    improvements: tuple[Improvement, ...] = ()
    more: int = 0
    partners: tuple[int, ...] = ()
    horizon: int | None = None
    seen: int | None = None
    sensible: bool = True

    @property
    def members(self) -> tuple[int, ...]:
        """The coalition whose verdict it is, often of one."""
        return (self.decision_maker, *self.partners)
