"""What if: change one preference, option or feasibility, and see which equilibria move.

A change is a function from game to game; ``difference`` solves both and compares state by state.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from detente.conflict.formula import Formula, holds
from detente.conflict.game import ByRanking, ByStatements, Direction, Game, Preference, Rule, Statement
from detente.conflict.solution import Solution, solve
from detente.conflict.stability import CONCEPTS
from detente.errors import UsageError

Entry = TypeVar("Entry")

__all__ = [
    "Change",
    "Difference",
    "Shift",
    "difference",
    "forbid",
    "permit",
    "set_direction",
    "state_preference",
    "swap_preference",
    "withdraw_statement",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change to a game, and what it is in words."""

    says: str
    apply: Callable[[Game], Game]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Equilibria of one concept that a change keeps, makes and ends; codes, ascending."""

    kept: tuple[int, ...]
    gained: tuple[int, ...]
    lost: tuple[int, ...]

    @property
    def moved(self) -> bool:
        """Whether anything changed."""
        return bool(self.gained or self.lost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A change with the shift of equilibria by concept."""

    says: str
    shifts: Mapping[str, Shift]

    @property
    def moved(self) -> bool:
        """Whether any equilibrium of any concept changed."""
        return any(shift.moved for shift in self.shifts.values())


def difference(before: Solution, change: Change, concepts: Iterable[str] = tuple(CONCEPTS)) -> Difference:
    """What a change does to the equilibria of a solved game.

    Raises:
        UsageError: the change does not fit the game.
        GameError: no state is feasible any more.
    """
    wanted = tuple(concepts)
    after = solve(change.apply(before.game), wanted)
    return Difference(says=change.says, shifts={name: _shift(before.equilibria(name), after.equilibria(name)) for name in wanted})


def forbid(formula: Formula, text: str) -> Change:
    """No state in which the formula holds is feasible any more."""
    rule = Rule(formula=formula, text=text)
    return Change(says=f"if {text} were infeasible", apply=lambda game: _without_lost(game, (*game.infeasible, rule)))


def permit(index: int) -> Change:
    """The rule of this index (from 0) no longer holds.

    Rankings then say nothing of the states that become feasible, so only games with statements can be permitted more.
    """

    def apply(game: Game) -> Game:
        if not 0 <= index < len(game.infeasible):
            raise UsageError(f"there is no infeasible pattern {index + 1}: the game has {len(game.infeasible)}")
        if any(isinstance(p, ByRanking) for p in game.preferences):
            raise UsageError("a ranking says nothing of states that were not feasible: state the preferences instead")
        return dataclasses.replace(game, infeasible=(*game.infeasible[:index], *game.infeasible[index + 1 :]))

    return Change(says=f"if infeasible pattern {index + 1} were lifted", apply=apply)


def set_direction(option: int, direction: Direction) -> Change:
    """An option becomes reversible or irreversible."""
    words = {"both": "could be taken and dropped at will", "fwd": "could never be taken back", "back": "could never be taken up again"}

    def apply(game: Game) -> Game:
        if not 0 <= option < len(game.options):
            raise UsageError(f"there is no option {option + 1}: the game has {len(game.options)}")
        changed = dataclasses.replace(game.options[option], direction=direction)
        return dataclasses.replace(game, options=(*game.options[:option], changed, *game.options[option + 1 :]))

    return Change(says=f"if option {option + 1} {words[direction.value]}", apply=apply)


def swap_preference(decision_maker: int, place: int) -> Change:
    """A decision maker's statements (or ranks) ``place`` and ``place + 1`` (from 0) change places."""

    def apply(game: Game) -> Game:
        preference = game.preferences[decision_maker]
        size = len(_entries(preference))
        if not 0 <= place < size - 1:
            raise UsageError(f"there are no preferences {place + 1} and {place + 2} to swap: there are {size}")
        match preference:
            case ByStatements(statements=rows):
                return _with(game, decision_maker, dataclasses.replace(preference, statements=_swapped(rows, place)))
            case ByRanking(groups=groups):
                return _with(game, decision_maker, dataclasses.replace(preference, groups=_swapped(groups, place)))

    return Change(says=f"if preferences {place + 1} and {place + 2} of decision maker {decision_maker + 1} changed places", apply=apply)


def state_preference(decision_maker: int, statement: Statement, place: int = 0) -> Change:
    """A decision maker has one statement more, at this place (0: the most important)."""

    def apply(game: Game) -> Game:
        rows = _statements(game, decision_maker)
        return _with_statements(game, decision_maker, (*rows[:place], statement, *rows[place:]))

    return Change(says=f"if decision maker {decision_maker + 1} put {statement.text or 'the statement'} at place {place + 1}", apply=apply)


def withdraw_statement(decision_maker: int, place: int) -> Change:
    """A decision maker no longer cares for its statement of this place (from 0)."""

    def apply(game: Game) -> Game:
        rows = _statements(game, decision_maker)
        if not 0 <= place < len(rows):
            raise UsageError(f"there is no statement {place + 1}: there are {len(rows)}")
        return _with_statements(game, decision_maker, (*rows[:place], *rows[place + 1 :]))

    return Change(says=f"if decision maker {decision_maker + 1} dropped statement {place + 1}", apply=apply)


def _statements(game: Game, decision_maker: int) -> tuple[Statement, ...]:
    preference = game.preferences[decision_maker]
    if isinstance(preference, ByStatements):
        return preference.statements
    name = game.decision_makers[decision_maker].name
    raise UsageError(f"{name}'s preferences are a ranking: it has no statements to add or drop")


def _with_statements(game: Game, decision_maker: int, rows: tuple[Statement, ...]) -> Game:
    old = game.preferences[decision_maker]
    return _with(game, decision_maker, ByStatements(statements=rows, label=old.label, cites=old.cites))


def _with(game: Game, decision_maker: int, preference: Preference) -> Game:
    rows = game.preferences
    return dataclasses.replace(game, preferences=(*rows[:decision_maker], preference, *rows[decision_maker + 1 :]))


def _without_lost(game: Game, rules: tuple[Rule, ...]) -> Game:
    """The game with these rules, rankings cut to the states that are left."""
    def kept(preference: Preference) -> Preference:
        if isinstance(preference, ByStatements):
            return preference
        cut = [_left(chain, rules) for chain in (preference.groups, *preference.chains)]
        return dataclasses.replace(preference, groups=cut[0], chains=tuple(chain for chain in cut[1:] if chain))

    return dataclasses.replace(game, infeasible=rules, preferences=tuple(map(kept, game.preferences)))


def _left(chain: tuple[tuple[int, ...], ...], rules: tuple[Rule, ...]) -> tuple[tuple[int, ...], ...]:
    """A list of tied states without those that a rule forbids."""
    groups = (tuple(code for code in group if not any(holds(rule.formula, code) for rule in rules)) for group in chain)
    return tuple(group for group in groups if group)


def _entries(preference: Preference) -> Sequence[object]:
    return preference.statements if isinstance(preference, ByStatements) else preference.groups


def _swapped(rows: tuple[Entry, ...], place: int) -> tuple[Entry, ...]:
    return (*rows[:place], rows[place + 1], rows[place], *rows[place + 2 :])


def _shift(before: Iterable[int], after: Iterable[int]) -> Shift:
    old, new = set(before), set(after)
    return Shift(kept=tuple(sorted(old & new)), gained=tuple(sorted(new - old)), lost=tuple(sorted(old - new)))
