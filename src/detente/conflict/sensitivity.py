"""How firm the equilibria are: under every single swap of preferences, and under preferences drawn around today's.

Drawing is by the Mallows model: an order is the less likely the more pairs of neighbours must change
places to reach it. Source: Mallows (1957), Non-null ranking models, Biometrika 44; drawn by repeated
insertion after Doignon, Pekeč and Regenwetter (2004), Psychometrika 69.
"""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from detente.conflict.game import ByRanking, ByStatements, Game, Preference
from detente.conflict.solution import Solution, solve
from detente.conflict.stability import CONCEPTS
from detente.conflict.whatif import Change, Difference, difference, swap_preference
from detente.errors import UsageError

Entry = TypeVar("Entry")

__all__ = ["Firmness", "sampled", "single_swaps", "swap_in_words", "swaps_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """How often each state is an equilibrium over many variants of a game.

    ``share[concept][code]`` is between 0 and 1, for every state that is an equilibrium at least once;
    ``breaking[concept][code]`` are the changes that end a state which is one today.
    """

    variants: int
    share: Mapping[str, Mapping[int, float]]
    breaking: Mapping[str, Mapping[int, tuple[str, ...]]]


def swaps_of(game: Game) -> Iterator[Change]:
    """Every swap of two neighbouring preferences of one decision maker, in order."""
    for i, preference in enumerate(game.preferences):
        for place in range(len(_entries(preference)) - 1):
            change = swap_preference(i, place)
            yield dataclasses.replace(change, says=swap_in_words(game, i, place))


def single_swaps(game: Game, concepts: Iterable[str] = tuple(CONCEPTS)) -> Firmness:
    """How firm each equilibrium is when any one pair of neighbouring preferences changes places."""
    wanted = tuple(concepts)
    today = solve(game, wanted)
    changes = [difference(today, change, wanted) for change in swaps_of(game)]
    return Firmness(
        variants=len(changes),
        share={name: _share(changes, name) for name in wanted},
        breaking={name: _breaking(today, changes, name) for name in wanted},
    )


def sampled(
    game: Game, *, draws: int = 200, spread: float = 0.3, seed: int = 1, concepts: Iterable[str] = tuple(CONCEPTS)
) -> Firmness:
    """How often each state is an equilibrium when all preferences are drawn around today's.

    Args:
        game: the game today.
        draws: how many games are drawn.
        spread: Mallows dispersion, 0 (as today) to 1 (any order is as likely as another).
        seed: of the draws; the same seed gives the same answer.
        concepts: which concepts to solve for.

    Raises:
        UsageError: ``spread`` is not between 0 and 1, or ``draws`` is less than 1.
    """
    if not 0 <= spread <= 1 or draws < 1:
        raise UsageError(f"spread is from 0 to 1 and draws 1 or more, not {spread} and {draws}")
    wanted = tuple(concepts)
    chance = random.Random(seed)  # noqa: S311  a sample, not a secret
    counts: dict[str, Counter[int]] = {name: Counter() for name in wanted}
    for _ in range(draws):
        drawn = tuple(_drawn(preference, spread, chance) for preference in game.preferences)
        solution = solve(dataclasses.replace(game, preferences=drawn), wanted)
        for name in wanted:
            counts[name].update(solution.equilibria(name))
    share = {name: {code: n / draws for code, n in sorted(counts[name].items())} for name in wanted}
    return Firmness(variants=draws, share=share, breaking={name: {} for name in wanted})


def _share(changes: Sequence[Difference], name: str) -> dict[int, float]:
    counts: Counter[int] = Counter()
    for change in changes:
        counts.update((*change.shifts[name].kept, *change.shifts[name].gained))
    return {code: n / len(changes) for code, n in sorted(counts.items())}


def _breaking(today: Solution, changes: Sequence[Difference], name: str) -> dict[int, tuple[str, ...]]:
    return {code: tuple(c.says for c in changes if code in c.shifts[name].lost) for code in today.equilibria(name)}


def _drawn(preference: Preference, spread: float, chance: random.Random) -> Preference:
    match preference:
        case ByStatements(statements=rows):
            return dataclasses.replace(preference, statements=_shuffled(rows, spread, chance))
        case ByRanking(groups=groups):
            return dataclasses.replace(preference, groups=_shuffled(groups, spread, chance))


def _shuffled(rows: Sequence[Entry], spread: float, chance: random.Random) -> tuple[Entry, ...]:
    """An order drawn around this one: each entry is put in, spread^k as likely k places before its own."""
    made: list[Entry] = []
    for row in rows:
        weights = [spread**back for back in range(len(made) + 1)]
        back = chance.choices(range(len(made) + 1), cum_weights=list(accumulate(weights)))[0]
        made.insert(len(made) - back, row)
    return tuple(made)


def swap_in_words(game: Game, i: int, place: int) -> str:
    """What a swap of neighbouring preferences means: 'if A cared more for the second than for the first'."""
    one = game.decision_makers[i]
    who, preference = one.label or one.name, game.preferences[i]
    if isinstance(preference, ByStatements):
        first, second = (s.label or s.text or f"statement {place + k + 1}" for k, s in enumerate(preference.statements[place : place + 2]))
    else:
        first, second = (_group(game, group) for group in preference.groups[place : place + 2])
    return f"if {who} cared more for {second} than for {first}"


def _group(game: Game, codes: tuple[int, ...]) -> str:
    return "state " + " = ".join(game.letters(code) for code in codes)


def _entries(preference: Preference) -> Sequence[object]:
    return preference.statements if isinstance(preference, ByStatements) else preference.groups
