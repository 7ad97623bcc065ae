"""How firm the equilibria are: under every single swap of preferences, without any one statement, and under draws.

The draws are by what the statements say of their certainty and firmness (:mod:`detente.conflict.draws`).
"""

from __future__ import annotations

import dataclasses
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from detente.conflict.draws import drawn
from detente.conflict.game import ByStatements, Game, Preference, Statement
from detente.conflict.solution import Solution, solve
from detente.conflict.stability import CONCEPTS
from detente.conflict.whatif import Change, Difference, difference, swap_preference, withdraw_statement
from detente.errors import UsageError

__all__ = ["Firmness", "drops_of", "sampled", "single_drops", "single_swaps", "swap_in_words", "swaps_of"]


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
    return _tried(game, swaps_of(game), tuple(concepts))


def drops_of(game: Game) -> Iterator[Change]:
    """For every statement that is not quite certain: that it does not hold."""
    for i, preference in enumerate(game.preferences):
        for place, row in enumerate(_entries(preference)):
            if isinstance(row, Statement) and row.certainty is not None and row.certainty < 1:
                yield dataclasses.replace(withdraw_statement(i, place), says=_drop_in_words(game, i, place, row))


def single_drops(game: Game, concepts: Iterable[str] = tuple(CONCEPTS)) -> Firmness:
    """How firm each equilibrium is when any one statement that is not quite certain does not hold."""
    return _tried(game, drops_of(game), tuple(concepts))


def _tried(game: Game, changes: Iterable[Change], wanted: tuple[str, ...]) -> Firmness:
    today = solve(game, wanted)
    found = [difference(today, change, wanted) for change in changes]
    return Firmness(
        variants=len(found),
        share={name: _share(found, name) for name in wanted},
        breaking={name: _breaking(today, found, name) for name in wanted},
    )


def sampled(
    game: Game, *, draws: int = 200, spread: float = 0.3, seed: int = 1, concepts: Iterable[str] = tuple(CONCEPTS)
) -> Firmness:
    """How often each state is an equilibrium when all preferences are drawn around today's.

    Args:
        game: the game today.
        draws: how many games are drawn.
        spread: Mallows dispersion, 0 (as today) to 1 (any order is as likely as another), for preferences that
            do not tell how certain and firm they are.
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
        solution = solve(drawn(game, spread, chance), wanted)
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


def swap_in_words(game: Game, i: int, place: int) -> str:
    """What a swap of neighbouring preferences means: 'if A cared more for the second than for the first', with what is cited."""
    preference = game.preferences[i]
    if isinstance(preference, ByStatements):
        rows = preference.statements[place : place + 2]
        first, second = (_named(row, place + k) for k, row in enumerate(rows))
        cited = _cited(*rows)
    else:
        first, second = (_group(game, group) for group in preference.groups[place : place + 2])
        cited = ""
    return f"if {_who(game, i)} cared more for {second} than for {first}{cited}"


def _drop_in_words(game: Game, i: int, place: int, row: Statement) -> str:
    return f"if {_who(game, i)} did not care for {_named(row, place)} after all (certainty {row.certainty:g}){_cited(row)}"


def _who(game: Game, i: int) -> str:
    one = game.decision_makers[i]
    return one.label or one.name


def _named(row: Statement, place: int) -> str:
    return row.label or row.text or f"statement {place + 1}"


def _cited(*rows: Statement) -> str:
    cites = dict.fromkeys(cite for row in rows for cite in row.cites)
    return f" [{', '.join(cites)}]" if cites else ""


def _group(game: Game, codes: tuple[int, ...]) -> str:
    return "state " + " = ".join(game.letters(code) for code in codes)


def _entries(preference: Preference) -> Sequence[object]:
    return preference.statements if isinstance(preference, ByStatements) else preference.groups
