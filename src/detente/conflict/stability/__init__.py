"""Stability concepts, one module each; ``CONCEPTS`` lists them by the name used in commands and files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.conflict.arrays import Flags
from detente.conflict.sanctions import Sanctions
from detente.conflict.stability import general, nash, sequential, symmetric, symmetric_sequential

__all__ = ["CONCEPTS", "Concept"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A stability concept: ``stable`` says of each cell whether it is stable for a decision maker."""

    name: str
    title: str
    stable: Callable[[Sanctions, int], Flags]


CONCEPTS: dict[str, Concept] = {
    concept.name: concept
    for concept in (
        Concept(name="nash", title="Nash stability", stable=nash.stable),
        Concept(name="gmr", title="general metarationality", stable=general.stable),
        Concept(name="smr", title="symmetric metarationality", stable=symmetric.stable),
        Concept(name="seq", title="sequential stability", stable=sequential.stable),
        Concept(name="sseq", title="symmetric sequential stability", stable=symmetric_sequential.stable),
    )
}
