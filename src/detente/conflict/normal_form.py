"""A game in normal form, as Gambit reads it (``.nfg``): each setting of a decision maker's own options is a strategy.

Payoffs are ranks: only their order means anything, so mixed strategies say nothing. Gambit knows neither states that can't be
nor moves that can't be taken back: a choice of strategies that is infeasible pays 0 to all, which is less than any state,
and directions are lost. Its pure equilibria are therefore the Nash equilibria here, where options are reversible,
and, it may be, choices that are infeasible.

Source: the file format as Gambit's documentation has it (payoff version, NFG 1 R).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import product

from detente.conflict.game import Game
from detente.conflict.moves import Moves
from detente.errors import GameTooLarge

__all__ = ["MOST", "as_nfg"]

MOST = 1 << 16  # choices of strategies: what another program reads must be written out


def as_nfg(game: Game) -> str:
    """The text of an ``.nfg`` file; decision makers without options are left out.

    Raises:
        GameTooLarge: there are more than ``MOST`` choices of options.
        GameError: a preference is partly unknown.
    """
    if 1 << len(game.options) > MOST:
        raise GameTooLarge(f"{1 << len(game.options):,} choices of options: a normal form is written for up to {MOST:,}")
    players = [i for i in range(len(game.decision_makers)) if game.owned(i)]
    strategies = [_settings(game, i) for i in players]
    names = " ".join(json.dumps(game.decision_makers[i].name, ensure_ascii=False) for i in players)
    lists = " ".join("{ " + " ".join(f'"{_letters(game, i, code)}"' for code in own) + " }" for i, own in zip(players, strategies, strict=True))
    title = json.dumps(game.title or game.name or "Conflict model", ensure_ascii=False)
    return f"NFG 1 R {title} {{ {names} }} {{ {lists} }}\n\n" + "\n".join(_payoffs(game, players, strategies)) + "\n"


def _payoffs(game: Game, players: Sequence[int], strategies: Sequence[Sequence[int]]) -> Iterator[str]:
    """A line a choice of strategies, the first player's changing fastest."""
    moves = Moves(game)
    for backwards in product(*reversed(strategies)):
        code = sum(backwards)
        yield " ".join(str(moves.worth(i, code) if moves.feasible(code) else 0) for i in players)


def _settings(game: Game, i: int) -> list[int]:
    """All choices of a decision maker's own options, as codes, ascending."""
    own = game.owned(i)
    found, code = [0], 0
    while code != own:
        code = (code - own) & own
        found.append(code)
    return found


def _letters(game: Game, i: int, code: int) -> str:
    """A strategy as Y and N of the decision maker's own options."""
    return "".join("NY"[code >> k & 1] for k in range(len(game.options)) if game.owned(i) >> k & 1)
