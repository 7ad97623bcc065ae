"""The feasible states of a game: their codes, numbers and letters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.conflict.arrays import Codes, Flags, code_type
from detente.conflict.formula import Formula, options_in, truth
from detente.conflict.game import Game
from detente.conflict.room import check_room
from detente.errors import GameError

__all__ = ["CHUNK", "States", "allowed", "feasible_states"]

_CUBE = 24  # options up to which all choices are looked at
CHUNK = 1 << 16  # cells looked at together: what stays in a core's cache


@dataclass(frozen=True, slots=True, eq=False)
class States:
    """``codes``: the feasible states, ascending, of shape (n_states,); a state's number is its place from 1."""

    codes: Codes
    options: int

    def __len__(self) -> int:
        return int(self.codes.size)

    def __contains__(self, code: int) -> bool:
        place = int(np.searchsorted(self.codes, code))
        return place < len(self) and int(self.codes[place]) == code

    def index(self, code: int) -> int:
        """The place of a feasible state among them, from 0.

        Raises:
            KeyError: the state is not feasible.
        """
        if code not in self:
            raise KeyError(code)
        return int(np.searchsorted(self.codes, code))

    def number(self, code: int) -> int:
        """The number of a feasible state, from 1.

        Raises:
            KeyError: the state is not feasible.
        """
        return self.index(code) + 1


def allowed(rules: tuple[Formula, ...], cells: int) -> Flags:
    """Of each of the cells 0 to ``cells - 1``, whether no rule holds in it."""
    found = np.ones(cells, np.bool_)
    kind = code_type(cells.bit_length() - 1)
    for start in range(0, cells, CHUNK):
        codes = np.arange(start, min(start + CHUNK, cells), dtype=kind)
        for rule in rules:
            found[start : start + CHUNK] &= ~truth(rule, codes)
    return found


def feasible_states(game: Game) -> States:
    """The feasible states of a game.

    Raises:
        GameError: there is none.
        GameTooLarge: there are more than the machine has room for.
    """
    codes = _grown(game) if len(game.options) > _CUBE else _sifted(game)
    if not codes.size:
        raise GameError("no state is feasible: one of the infeasible patterns or implications must go")
    return States(codes, len(game.options))


def _sifted(game: Game) -> Codes:
    """Those of all choices of options that no rule forbids."""
    cells = 1 << len(game.options)
    kind = code_type(len(game.options))
    if not game.infeasible:
        return np.arange(cells, dtype=kind)
    return np.flatnonzero(allowed(tuple(r.formula for r in game.infeasible), cells)).astype(kind)


def _grown(game: Game) -> Codes:
    """The same, option by option from the last to the first; a rule is asked once all its options are there."""
    spoken = [options_in(rule.formula) for rule in game.infeasible]
    free = [i for i in range(len(game.options)) if not any(options >> i & 1 for options in spoken)]
    kind = code_type(len(game.options))
    codes = np.zeros(1, kind)
    for option in reversed([i for i in range(len(game.options)) if i not in free]):
        codes = np.concatenate((codes, codes | kind(1 << option)))
        for rule, options in zip(game.infeasible, spoken, strict=True):
            if options & -options == 1 << option:
                codes = codes[~truth(rule.formula, codes)]
        check_room(codes.size, len(game.decision_makers), "states half looked at")
    check_room(codes.size << len(free), len(game.decision_makers))
    for option in free:
        codes = np.concatenate((codes, codes | kind(1 << option)))
    codes.sort()
    return codes
