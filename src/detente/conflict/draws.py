"""Preferences drawn around today's: by what the statements say of their own certainty and firmness, else by a spread.

A statement of certainty p is kept with probability p; else it says nothing. That a wish was misread is no sign of
the opposite wish, so it is never turned round. What is kept is drawn in an order around the written one: a
statement goes back past another with a likelihood of 2^-d to 1, where d is how far apart they are in firmness, so
that neighbours of one firmness stand either way as often, and neighbours three apart change places once in nine
times. Where one of the two has no firmness, the likelihood is the spread.

With one likelihood for all this is the Mallows model: an order is the less likely the more pairs of neighbours must
change places to reach it. Source: Mallows (1957), Non-null ranking models, Biometrika 44; drawn by repeated
insertion after Doignon, Pekeč and Regenwetter (2004), Psychometrika 69. The likelihood by firmness is this
project's own.
"""

from __future__ import annotations

import dataclasses
import math
import random
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

from detente.conflict.game import ByRanking, ByStatements, Game, Preference, Statement

__all__ = ["drawn", "says_how_sure"]

Entry = TypeVar("Entry")


def drawn(game: Game, spread: float, chance: random.Random) -> Game:
    """A game with preferences drawn around those of this one.

    Args:
        game: the game today.
        spread: likelihood from 0 to 1 that an entry goes back past its neighbour rather than not, where nothing else is known.
        chance: where the draws come from.
    """
    return dataclasses.replace(game, preferences=tuple(_drawn(one, spread, chance) for one in game.preferences))


def says_how_sure(game: Game) -> bool:
    """Whether any statement tells its certainty or firmness."""
    return any(
        statement.certainty is not None or statement.firmness is not None
        for preference in game.preferences
        if isinstance(preference, ByStatements)
        for statement in preference.statements
    )


def _drawn(preference: Preference, spread: float, chance: random.Random) -> Preference:
    match preference:
        case ByStatements(statements=rows):
            kept = [row for row in rows if row.certainty is None or chance.random() < row.certainty]
            return dataclasses.replace(preference, statements=_shuffled(kept, _by_firmness(spread), chance))
        case ByRanking(groups=groups):
            return dataclasses.replace(preference, groups=_shuffled(groups, lambda _, __: spread, chance))


def _by_firmness(spread: float) -> Callable[[Statement, Statement], float]:
    """How likely, to 1, it is that one statement goes back past another."""

    def likelihood(one: Statement, other: Statement) -> float:
        if one.firmness is None or other.firmness is None:
            return spread
        return math.exp2(-abs(one.firmness - other.firmness))

    return likelihood


def _shuffled(rows: Sequence[Entry], likelihood: Callable[[Entry, Entry], float], chance: random.Random) -> tuple[Entry, ...]:
    """An order drawn around this one: each entry is put in, past as many of those before it as the draw says."""
    made: list[Entry] = []
    for row in rows:
        weights = [1.0]
        for other in reversed(made):
            weights.append(weights[-1] * likelihood(row, other))
        back = chance.choices(range(len(weights)), cum_weights=list(accumulate(weights)))[0]
        made.insert(len(made) - back, row)
    return tuple(made)
