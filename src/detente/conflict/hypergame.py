"""Misperceptions: each decision maker judges states in the game that it sees.

A state is stable for a decision maker if it is so in its own view of the game; it is an equilibrium if it is
stable for each in its own view. Options that it does not know of are never taken in what it sees.

Source: Wang, Hipel and Fraser (1988), Modeling misperceptions in games, Behavioral Science 33 (hypergames of
the first level).
"""

from __future__ import annotations

from dataclasses import replace

from detente.conflict.formula import Match
from detente.conflict.game import ByRanking, Game, Preference, Rule

__all__ = ["perceived", "seen_by"]


def seen_by(game: Game, decision_maker: int) -> Game:
    """The game as a decision maker sees it; the game itself if it sees it as it is."""
    view = game.views[decision_maker] if game.views else None
    if view is None:
        return replace(game, views=())
    hidden = [1 << i for i in range(len(game.options)) if view.unaware >> i & 1]
    rules = tuple(Rule(formula=Match(bit, bit), text="not known of") for bit in hidden)
    preferences = (own or actual for own, actual in zip(view.preferences, game.preferences, strict=True))
    return replace(
        game,
        views=(),
        infeasible=(*game.infeasible, *rules),
        preferences=tuple(_without(one, view.unaware) for one in preferences),
    )


def perceived(game: Game, decision_maker: int, code: int) -> int:
    """The state that a decision maker takes a state for."""
    view = game.views[decision_maker] if game.views else None
    return code & ~view.unaware if view else code


def _without(preference: Preference, hidden: int) -> Preference:
    """A preference among the states in which no hidden option is taken."""
    match preference:
        case ByRanking(groups=groups, chains=chains):
            left = tuple(_cut(chain, hidden) for chain in chains)
            return replace(preference, groups=_cut(groups, hidden), chains=left)
        case _:
            return preference


def _cut(groups: tuple[tuple[int, ...], ...], hidden: int) -> tuple[tuple[int, ...], ...]:
    left = (tuple(code for code in group if not code & hidden) for group in groups)
    return tuple(group for group in left if group)
