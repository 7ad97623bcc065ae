"""Coalition stability: would a group, moving together, leave a state?

A coalition improves on a state by any sequence of its members' moves that ends where all of them are better
off. It is deterred by an answer after which one member is no better off than at the start. Credible answers
are sequences of coalition improvements by coalitions of the others.

Source: Kilgour, Hipel, Fang and Peng (2001), Coalition analysis in group decision support, Group Decision
and Negotiation 10; Inohara and Hipel (2008), Coalition analysis in the graph model for conflict resolution,
Systems Engineering 11, for CGMR, CSMR and CSEQ; the symmetric sequential form is theirs put together.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations

import numpy as np

from detente.conflict.arrays import Flags
from detente.conflict.relations import Relations, closed
from detente.conflict.stability.judged import Case, judged

__all__ = ["Cases", "coalitions", "stable_for_coalitions"]

Coalition = tuple[int, ...]


def coalitions(members: Iterable[int]) -> list[Coalition]:
    """All coalitions of these decision makers, single ones included, small ones first."""
    everyone = sorted(members)
    return list(chain.from_iterable(combinations(everyone, size) for size in range(1, len(everyone) + 1)))


def stable_for_coalitions(relations: Relations, concept: str) -> dict[Coalition, Flags]:
    """Whether each state is stable for each coalition, shape (n_states,); concepts as for single ones."""
    cases = Cases(relations)
    return {group: judged(cases.of(group), concept) for group in cases.everyone}


class Cases:
    """What each coalition can do together and would do, as relations of shape (n_states, n_states)."""

    def __init__(self, relations: Relations) -> None:
        self.everyone = coalitions(range(len(relations.moves)))
        self.relations = relations
        self.moves = {group: relations.reach([relations.moves[i] for i in group]) for group in self.everyone}
        self.improves = {group: self.moves[group] & _all(relations.better, group) for group in self.everyone}

    def of(self, group: Coalition) -> Case:
        """What a coalition would do and be deterred by."""
        others = tuple(self.relations.others(group))
        none = np.zeros_like(self.moves[group])
        return Case(
            improves=self.improves[group],
            moves=self.moves[group],
            deters=~_all(self.relations.better, group),
            answers=self.moves.get(others, none),
            credible=closed(np.logical_or.reduce([none, *(self.improves[one] for one in coalitions(others))])),
        )


def _all(tables: list[Flags], members: Coalition) -> Flags:
    found: Flags = np.logical_and.reduce([tables[i] for i in members])
    return found
