"""How well what tells one thing was brought together: pairs of mentions, and B-cubed.

Source: Bagga and Baldwin (1998), 'Algorithms for scoring coreference chains', section 4 (B-cubed): of each mention the
share of what stands with it that should, and of what should that does.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

__all__ = ["Pairs", "b_cubed", "pairs_of"]

Mention = TypeVar("Mention", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Pairs of mentions: that tell one thing (``gold``), that were brought together (``found``), and both (``right``)."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """The share, 0 to 1, of the pairs brought together that tell one thing; 1 where none was."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share, 0 to 1, of the pairs that tell one thing that were brought together; 1 where none does."""
        return self.right / self.gold if self.gold else 1.0

    def __add__(self, other: Pairs) -> Pairs:
        return Pairs(gold=self.gold + other.gold, found=self.found + other.found, right=self.right + other.right)


def pairs_of(gold: Mapping[Mention, str], found: Mapping[Mention, str]) -> Pairs:
    """The pairs of the mentions of ``gold``.

    Args:
        gold: each mention's cluster.
        found: the same as found; a mention that it lacks stands with no other.

    >>> pairs_of({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})
    Pairs(gold=1, found=3, right=1)
    """
    same = {pair for pair in combinations(gold, 2) if gold[pair[0]] == gold[pair[1]]}
    together = {(a, b) for a, b in combinations(gold, 2) if a in found and b in found and found[a] == found[b]}
    return Pairs(gold=len(same), found=len(together), right=len(same & together))


def b_cubed(parts: Sequence[tuple[Mapping[Mention, str], Mapping[Mention, str]]]) -> tuple[float, float]:
    """Precision and recall by B-cubed over all mentions of several texts, each 0 to 1; of no mention 1 and 1.

    Args:
        parts: for each text the clusters as they should be and as found; mentions of two texts never meet.

    >>> b_cubed([({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})])
    (0.5555555555555556, 1.0)
    """
    precisions: list[float] = []
    recalls: list[float] = []
    for gold, found in parts:
        for mention in gold:
            should = {other for other in gold if gold[other] == gold[mention]}
            does = {other for other in gold if other == mention or (mention in found and found.get(other) == found[mention])}
            precisions.append(len(should & does) / len(does))
            recalls.append(len(should & does) / len(should))
    count = len(precisions)
    return (sum(precisions) / count, sum(recalls) / count) if count else (1.0, 1.0)
