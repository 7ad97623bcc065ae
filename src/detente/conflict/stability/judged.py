"""What concepts over relations share: is every improvement answered?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.conflict.arrays import Flags
from detente.conflict.relations import joined

__all__ = ["Case", "judged"]


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
    if concept == "nash":
        return np.asarray(~case.improves.any(axis=1))
    deters = case.deters
    if concept in {"smr", "sseq"}:
        deters = deters & ~joined(~deters, case.moves.T)  # no counter-move leads where it would not be deterred
    answers = case.credible if concept in {"seq", "sseq"} else case.answers
    answered = joined(deters, answers.T)
    return np.asarray(~np.logical_and(case.improves, ~answered).any(axis=1))
