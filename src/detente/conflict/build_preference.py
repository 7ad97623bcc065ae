"""The preferences of a model file: statements, or a ranking of states."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from detente.conflict.faults import Faults, Place
from detente.conflict.formula import Formula
from detente.conflict.game import ByRanking, ByStatements, Game, Preference, Statement
from detente.conflict.language import written
from detente.conflict.states import States, feasible_states
from detente.errors import GameError

__all__ = ["read_preference"]

Groups = tuple[tuple[int, ...], ...]
Formulate = Callable[[Place, Any], Formula | None]


def read_preference(
    faults: Faults, formulate: Formulate, place: Place, entry: Any, game: Game | None
) -> Preference:
    """The preference of one decision maker, whose name ends the place; ``game`` is None if it has faults."""
    name = place[-1]
    if not isinstance(entry, Mapping):
        faults.add(place, f"the preferences of '{name}' are missing: give it 'statements' or a 'ranking'")
        return ByStatements()
    faults.near_misses(place, entry, ("statements", "ranking", "known", "label", "cites"))
    if sum(key in entry for key in ("statements", "ranking", "known")) != 1:
        faults.add(place, f"'{name}' needs either 'statements' or a 'ranking' (or 'known', chains of states)")
        return ByStatements()
    if "statements" in entry:
        return _statements(faults, formulate, place, entry)
    states = _states_of(faults, game)
    if states is None:
        return ByStatements()  # other faults come first: without them the states can't be counted
    ranked = _Ranked(faults, states)
    notes = faults.notes(place, entry)
    if "ranking" in entry:
        return ByRanking(groups=ranked.whole((*place, "ranking"), entry["ranking"]), **notes)
    chains = ranked.chains((*place, "known"), entry["known"])
    return ByRanking(groups=chains[0] if chains else (), chains=chains[1:], partial=True, **notes)


def _statements(faults: Faults, formulate: Formulate, place: Place, entry: Mapping[str, Any]) -> ByStatements:
    found: list[Statement] = []
    for i, one in enumerate(faults.many(place, entry, "statements")):
        here = (*place, "statements", i)
        table = one if isinstance(one, Mapping) else {"statement": one}
        faults.near_misses(here, table, ("statement", "unknown", "certainty", "firmness", "label", "cites"))
        unknown = table.get("unknown", False) is True
        said = table.get("statement")
        formula = formulate(here, said)
        certainty, firmness = (_number(faults, here, table, key) for key in ("certainty", "firmness"))
        if formula is not None:
            notes = faults.notes(here, table)
            found.append(
                Statement(formula=formula, text=written(said), unknown=unknown, certainty=certainty, firmness=firmness, **notes)
            )
    return ByStatements(statements=tuple(found), **faults.notes(place, entry))


def _number(faults: Faults, place: Place, table: Mapping[str, Any], key: str) -> float | None:
    """The number under a key, a certainty being from 0 to 1; None if there is none."""
    value = table.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        faults.add((*place, key), f"'{key}' must be a number")
        return None
    if key == "certainty" and not 0 <= value <= 1:
        faults.add((*place, key), f"certainty is from 0 (surely not) to 1 (surely), not {value}")
        return None
    return float(value)


def _states_of(faults: Faults, game: Game | None) -> States | None:
    if game is None:
        return None
    try:
        return feasible_states(game)
    except GameError as error:
        faults.add(("infeasible",), error.message)
        return None


class _Ranked:
    """Reads lists of states."""

    def __init__(self, faults: Faults, states: States) -> None:
        self.faults, self.states = faults, states

    def whole(self, place: Place, entry: Any) -> Groups:
        """A ranking in which every feasible state stands once."""
        seen: set[int] = set()
        groups = self.groups(place, entry, seen)
        if len(seen) < len(self.states) and isinstance(entry, list):
            left = [n + 1 for n in range(len(self.states)) if int(self.states.codes[n]) not in seen]
            some = ", ".join(map(str, left[:8])) + (", …" if len(left) > 8 else "")
            self.faults.add(place, f"the ranking leaves out {len(left)} of {len(self.states)} states ({some}): rank them all")
        return groups

    def chains(self, place: Place, entry: Any) -> tuple[Groups, ...]:
        """Chains of states, each best first; in each a state stands once."""
        if not isinstance(entry, list) or not entry:
            self.faults.add(place, "'known' is a list of chains, each a list of states, best first")
            return ()
        return tuple(self.groups((*place, i), one, set()) for i, one in enumerate(entry))

    def groups(self, place: Place, entry: Any, seen: set[int]) -> Groups:
        """A list of states, a list within it being a tie."""
        if not isinstance(entry, list):
            self.faults.add(place, "a ranking is a list of states, best first; a list within it is a tie")
            return ()
        groups: list[tuple[int, ...]] = []
        for i, one in enumerate(entry):
            tied = one if isinstance(one, list) else [one]
            codes = [self.code((*place, i), state, seen) for state in tied]
            groups.append(tuple(code for code in codes if code is not None))
        return tuple(group for group in groups if group)

    def code(self, place: Place, state: Any, seen: set[int]) -> int | None:
        """The code of a state given by number or letters; None, and a fault, if it is none or stands there already."""
        count = self.states.options
        if isinstance(state, str) and len(state) == count and not set(state) - set("YN"):
            code = sum(1 << i for i, letter in enumerate(state) if letter == "Y")
            if code not in self.states:
                self.faults.add(place, f"state {state} is not feasible: take it out of the ranking")
                return None
        elif isinstance(state, int) and not isinstance(state, bool) and 1 <= state <= len(self.states):
            code = int(self.states.codes[state - 1])
        else:
            wanted = f"give its number from 1 to {len(self.states)}, or Y and N for each option"
            self.faults.add(place, f"{state!r} is no state: {wanted}")
            return None
        if code in seen:
            self.faults.add(place, f"state {state} is ranked twice: keep one")
            return None
        seen.add(code)
        return code
