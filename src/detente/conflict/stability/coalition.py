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

__all__ = ["coalitions", "stable_for_coalitions"]

Coalition = tuple[int, ...]


def coalitions(members: Iterable[int]) -> list[Coalition]:
    """All coalitions of these decision makers, single ones included, small ones first."""
    everyone = sorted(members)
    return list(chain.from_iterable(combinations(everyone, size) for size in range(1, len(everyone) + 1)))


def stable_for_coalitions(relations: Relations, concept: str) -> dict[Coalition, Flags]:
    """Whether each state is stable for each coalition, shape (n_states,); concepts as for single ones."""
    everyone = coalitions(range(len(relations.moves)))
    moves = {group: relations.reach([relations.moves[i] for i in group]) for group in everyone}
    improves = {group: moves[group] & _all(relations.better, group) for group in everyone}
    found: dict[Coalition, Flags] = {}
    for group in everyone:
        others = tuple(relations.others(group))
        none = np.zeros_like(moves[group])
        credible = closed(np.logical_or.reduce([none, *(improves[one] for one in coalitions(others))]))
        case = Case(
            improves=improves[group],
            moves=moves[group],
            deters=~_all(relations.better, group),
            answers=moves.get(others, none),
            credible=credible,
        )
        found[group] = judged(case, concept)
    return found


def _all(tables: list[Flags], members: Coalition) -> Flags:
    found: Flags = np.logical_and.reduce([tables[i] for i in members])
    return found
