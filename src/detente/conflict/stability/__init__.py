"""Stability concepts, one module each; ``CONCEPTS`` lists them by the name used in commands and files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.conflict.arrays import Flags, Worths
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability import general, nash, sequential, symmetric, symmetric_sequential

__all__ = ["CONCEPTS", "Concept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A stability concept for preferences that order all states.

    ``threshold``: of each cell, the worth from which it would be stable for a decision maker.
    """

    name: str
    title: str
    threshold: Callable[[Sanctions, int], Worths]

    def stable(self, sanctions: Sanctions, i: int) -> Flags:
        """Whether each cell is stable for decision maker i, shape (cells,); infeasible cells mean nothing."""
        found: Flags = self.threshold(sanctions, i) <= sanctions.board.worth[i]
        return found


CONCEPTS: dict[str, Concept] = {
    concept.name: concept
    for concept in (
        Concept(name="nash", title="Nash stability", threshold=nash.threshold),
        Concept(name="gmr", title="general metarationality", threshold=general.threshold),
        Concept(name="smr", title="symmetric metarationality", threshold=symmetric.threshold),
        Concept(name="seq", title="sequential stability", threshold=sequential.threshold),
        Concept(name="sseq", title="symmetric sequential stability", threshold=symmetric_sequential.threshold),
    )
}
