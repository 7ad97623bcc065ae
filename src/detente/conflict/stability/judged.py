"""What concepts over relations share: is every improvement answered?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.conflict.arrays import Flags
from detente.conflict.relations import joined

__all__ = ["Case", "answers_of", "judged", "opened", "settling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A mover, one or a coalition, by relations of shape (n_states, n_states).

    ``improves``: it would go there. ``moves``: it can. ``deters``: ending there, it would rather have stayed.
    ``answers``: where the others can go by any moves; ``credible``: by moves that they would make.
    """

    improves: Flags
    moves: Flags
    deters: Flags
    answers: Flags
    credible: Flags


def judged(case: Case, concept: str) -> Flags:
    """Whether each state is stable, shape (n_states,), for ``nash``, ``gmr``, ``smr``, ``seq`` or ``sseq``."""
    return np.asarray(~opened(case, concept).any(axis=1))


def opened(case: Case, concept: str) -> Flags:
    """The improvements that no answer deters, shape (n_states, n_states)."""
    if concept == "nash":
        return case.improves
    found: Flags = case.improves & ~joined(settling(case, concept), answers_of(case, concept).T)
    return found


def settling(case: Case, concept: str) -> Flags:
    """The states (columns) that deter from leaving a state (rows) once an answer ends there, for good."""
    if concept in {"smr", "sseq"}:
        return case.deters & ~joined(~case.deters, case.moves.T)  # no counter-move leads where it would not be deterred
    return case.deters


def answers_of(case: Case, concept: str) -> Flags:
    """Where the others can bring each state, by the moves that the concept allows them."""
    return case.credible if concept in {"seq", "sseq"} else case.answers
