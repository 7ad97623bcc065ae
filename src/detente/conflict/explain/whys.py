"""One place to ask why: any concept, one decision maker or a coalition, each in its own view of the game."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.conflict.explain.ahead import Ahead
from detente.conflict.explain.tables import Tables
from detente.conflict.explain.verdict import Verdict
from detente.conflict.explain.witness import Explainer
from detente.conflict.game import Game
from detente.conflict.hypergame import perceived, seen_by
from detente.conflict.relations import Relations
from detente.conflict.stability import CONCEPTS, sequences
from detente.errors import UsageError

__all__ = ["Whys"]


class Whys:
    """A game made ready for questions of every kind; each answer costs little after the first of its kind."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self._made: dict[tuple[str, int], Explainer | Tables | Ahead] = {}
        self._coalitions: Tables | None = None

    def verdict(self, concept: str, members: Sequence[int], state: int, *, limit: int = 5) -> Verdict:
        """Whether a state is stable for a decision maker or a coalition, and why.

        A decision maker who sees the game otherwise judges the state that it perceives, in its own view. A
        coalition judges the game as it is. Where a preference is partly unknown, ``seq`` is ``seq-a``.

        Args:
            concept: any that ``solve`` knows.
            members: the indices of those who move together.
            state: the code of a feasible state.
            limit: how many improvements are shown at most, the best first.

        Raises:
            UsageError: the concept is not known, not for coalitions, or the state is not feasible.
            GameError: the concept is not defined for unknown preferences.
            GameTooLarge: the game is too large for the concept.
        """
        if len(members) != 1:
            return self._together(concept, tuple(sorted(set(members))), state, limit)
        (i,) = members
        view = self.game.views[i] if self.game.views else None
        if view is None:
            return self._alone(concept, i, i if any(self.game.views) else -1, state, limit)
        seen = perceived(self.game, i, state)
        try:
            found = self._alone(concept, i, i, seen, limit)
        except _SenselessError:
            return Verdict(concept=concept, decision_maker=i, state=state, stable=False, seen=seen, sensible=False)
        return replace(found, state=state, seen=seen)

    def _alone(self, concept: str, i: int, view: int, state: int, limit: int) -> Verdict:
        """The verdict of one in the game that ``view`` sees (-1: all alike)."""
        asked = self._asked(concept, view)
        states = asked.board.states if isinstance(asked, Explainer) else asked.relations.states
        if state not in states:
            raise _SenselessError(f"state {self.game.letters(state)} (code {state}) is not feasible")
        if isinstance(asked, Tables):
            return asked.verdict(concept if "-" in concept else f"{concept}-a", [i], state, limit=limit)
        return asked.verdict(concept, i, state, limit=limit)

    def _asked(self, concept: str, view: int) -> Explainer | Tables | Ahead:
        sort = concept if concept in CONCEPTS else "ways" if concept.partition("-")[0] in CONCEPTS else "ahead"
        if sort == "ahead":
            sequences.parsed(concept, [one.name for one in self.game.decision_makers])
        if (sort, view) not in self._made:
            game = seen_by(self.game, view) if view >= 0 else self.game
            self._made[sort, view] = _made(game, sort)
        return self._made[sort, view]

    def _together(self, concept: str, members: tuple[int, ...], state: int, limit: int) -> Verdict:
        if concept not in CONCEPTS:
            raise UsageError(f"no coalition stability '{concept}': there are {', '.join(CONCEPTS)}")
        if self._coalitions is None:
            self._coalitions = Tables(Relations(replace(self.game, views=())), coalitions=True)
        tables = self._coalitions
        if state not in tables.relations.states:
            raise UsageError(f"state {self.game.letters(state)} (code {state}) is not feasible")
        return tables.verdict(concept, members, state, limit=limit)


class _SenselessError(UsageError):
    """The state is none in this view of the game."""


def _made(game: Game, sort: str) -> Explainer | Tables | Ahead:
    if sort == "ahead":
        return Ahead(Relations(game))
    if sort == "ways" or game.uncertain:
        return Tables(Relations(game))
    return Explainer(game)
