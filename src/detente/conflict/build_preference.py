"""The preferences of a model file: statements, or a ranking of states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from detente.conflict.faults import Faults, Place
from detente.conflict.formula import Formula
from detente.conflict.game import ByRanking, ByStatements, Game, Preference, Statement
from detente.conflict.language import written
from detente.conflict.states import States, feasible_states
from detente.errors import GameError

__all__ = ["read_preference"]

Formulate = Callable[[Place, Any], Formula | None]


def read_preference(
    faults: Faults, formulate: Formulate, name: str, entries: Mapping[str, Any], game: Game | None
) -> Preference:
    """The preference of one decision maker; ``game`` is None if its states can't be told yet."""
    place = ("preferences", name)
    entry = entries.get(name)
    if not isinstance(entry, Mapping):
        faults.add(place, f"the preferences of '{name}' are missing: give it 'statements' or a 'ranking'")
        return ByStatements()
    faults.near_misses(place, entry, ("statements", "ranking", "label", "cites"))
    if ("statements" in entry) == ("ranking" in entry):
        faults.add(place, f"'{name}' needs either 'statements' or a 'ranking'")
        return ByStatements()
    if "ranking" in entry:
        return _ranking(faults, (*place, "ranking"), entry["ranking"], game)
    return _statements(faults, formulate, place, entry)


def _statements(faults: Faults, formulate: Formulate, place: Place, entry: Mapping[str, Any]) -> ByStatements:
    found: list[Statement] = []
    for i, one in enumerate(faults.many(place, entry, "statements")):
        here = (*place, "statements", i)
        table = one if isinstance(one, Mapping) else {"statement": one}
        faults.near_misses(here, table, ("statement", "label", "cites"))
        said = table.get("statement")
        formula = formulate(here, said)
        if formula is not None:
            found.append(Statement(formula=formula, text=written(said), **faults.notes(here, table)))
    return ByStatements(statements=tuple(found), **faults.notes(place, entry))


def _ranking(faults: Faults, place: Place, entry: Any, game: Game | None) -> Preference:
    if not isinstance(entry, list):
        faults.add(place, "a ranking is a list of state numbers, best first; a list within it is a tie")
        return ByStatements()
    if game is None:
        return ByStatements()  # other faults come first: without them the states can't be counted
    try:
        states = feasible_states(game)
    except GameError as error:
        faults.add(("infeasible",), error.message)
        return ByStatements()
    groups: list[tuple[int, ...]] = []
    seen: set[int] = set()
    for i, one in enumerate(entry):
        tied = one if isinstance(one, list) else [one]
        codes = [_code(faults, (*place, i), state, states, seen) for state in tied]
        groups.append(tuple(code for code in codes if code is not None))
    left = [int(n) + 1 for n in range(len(states)) if int(states.codes[n]) not in seen]
    if left:
        some = ", ".join(map(str, left[:8])) + (", …" if len(left) > 8 else "")
        faults.add(place, f"the ranking leaves out {len(left)} of {len(states)} states ({some}): rank them all")
    return ByRanking(groups=tuple(group for group in groups if group))


def _code(faults: Faults, place: Place, state: Any, states: States, seen: set[int]) -> int | None:
    code: int | None = None
    if isinstance(state, str) and len(state) == states.options and not set(state) - set("YN"):
        code = sum(1 << i for i, letter in enumerate(state) if letter == "Y")
        if code not in states.codes:
            faults.add(place, f"state {state} is not feasible: take it out of the ranking")
            return None
    elif isinstance(state, int) and not isinstance(state, bool) and 1 <= state <= len(states):
        code = int(states.codes[state - 1])
    else:
        faults.add(place, f"{state!r} is no state: give its number from 1 to {len(states)}, or Y and N for each option")
        return None
    if code in seen:
        faults.add(place, f"state {state} is ranked twice: keep one")
        return None
    seen.add(code)
    return code
