"""Witnesses for the concepts that walk sequences: what is expected to follow a move, and where it ends.

Source: the definitions in :mod:`detente.conflict.stability.limited_move`, ``stackelberg`` and ``simultaneous``.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from detente.conflict.arrays import Flags, Worths
from detente.conflict.explain.tables import Tables
from detente.conflict.explain.verdict import Improvement, Left, Step, Verdict
from detente.conflict.relations import Relations
from detente.conflict.stability import limited_move, sequences
from detente.conflict.stability.limited_move import Look
from detente.conflict.stability.simultaneous import spoilt

__all__ = ["Ahead"]


class Ahead:
    """A small game whose preferences order all states, made ready for questions on sequences."""

    def __init__(self, relations: Relations) -> None:
        """Raises GameError if a preference is partly unknown."""
        self.relations = relations
        self.worths: list[Worths] = [worth.astype(np.int64) for worth in relations.worths]
        self.tables = Tables(relations)
        self._looks: list[list[Look]] = []

    def verdict(self, concept: str, i: int, state: int, *, limit: int = 5) -> Verdict:
        """Whether a feasible state is stable for decision maker i, and why.

        Of a stable state the moves are shown that would be improvements, with what is expected to follow; of
        an unstable one the move that i would make. ``non-myopic`` shows the first horizon, of those that
        return again and again, with which i would move; if none, the longest.

        Raises:
            UsageError: the concept is none of ``stability.sequences``.
        """
        sort, value = sequences.parsed(concept, [one.name for one in self.relations.game.decision_makers])
        if sort == "simultaneous":
            return self._at_once(i, state, limit)
        place = self.relations.states.index(state)
        if sort == "non-myopic":
            looks, first = self._turn
            leaving = [h for h in range(first, len(looks)) if not looks[h][i].stays[place]]
            return self._looking(concept, i, place, (leaving or [len(looks) - 1])[0], limit)
        return self._looking(concept, i, place, value if sort == "limited" else 1 + (i == value), limit)

    @cached_property
    def _turn(self) -> tuple[list[list[Look]], int]:
        return limited_move.turn_of(self.relations, self.worths)

    def _expected(self, horizon: int) -> list[list[Look]]:
        if len(self._looks) <= horizon:
            self._looks = limited_move.anticipated(self.relations, self.worths, horizon)
        return self._looks

    def _looking(self, concept: str, i: int, place: int, horizon: int, limit: int) -> Verdict:
        looks = self._expected(horizon)
        stays = bool(looks[horizon][i].stays[place])
        ends = self._improvements(i, place) if stays else [int(looks[horizon][i].target[place])]
        shown = [self._followed(looks, i, place, end, horizon) for end in (ends[:limit] if horizon else [])]
        return Verdict(
            concept=concept, decision_maker=i, state=self._code(place), stable=stays, horizon=horizon,
            improvements=tuple(shown), more=max(0, len(ends) - limit) if horizon else 0,
        )  # fmt: skip

    def _followed(self, looks: list[list[Look]], i: int, start: int, end: int, horizon: int) -> Improvement:
        """A move with all that is expected to follow it."""
        steps: list[Step] = []
        here, mover = end, int(looks[horizon][i].follower[end])
        for left in range(horizon - 1, 0, -1):
            look = looks[left][mover] if mover >= 0 else None
            if look is None or look.target[here] == here:
                break
            steps.append(self._step(mover, here, int(look.target[here])))
            here = int(look.target[here])
            mover = int(look.follower[here])
        return Improvement(
            move=self._step(i, start, end), answer=tuple(steps), left=self._left(i, start, here), whom=i,
            certain=bool(self.worths[i][end] > self.worths[i][start]),
        )  # fmt: skip

    def _at_once(self, i: int, state: int, limit: int) -> Verdict:
        found = [one if one.deterred else self._spoilt(i, one) for one in self.tables.each("seq", i, state)]
        open_ = [one for one in found if not one.deterred]
        shown = open_ or found
        return Verdict(
            concept="simultaneous", decision_maker=i, state=state, stable=not open_,
            improvements=tuple(shown[:limit]), more=max(0, len(shown) - limit),
        )  # fmt: skip

    def _spoilt(self, i: int, one: Improvement) -> Improvement:
        """A move that nobody answers, with those who leave at the same moment, if that deters it."""
        start, end = (self.relations.states.index(code) for code in (one.move.start, one.move.end))
        found = spoilt(self.relations, self.worths[i], self._improving, i, (start, end))
        if found is None:
            return one
        code = one.move.end
        for change in found.values():
            code ^= change
        steps = tuple(Step(mover=j, start=one.move.start, end=one.move.start ^ change) for j, change in found.items())
        left = self._left(i, start, self.relations.states.index(code))
        return Improvement(move=one.move, answer=steps, left=left, whom=i, at_once=code)

    @cached_property
    def _improving(self) -> list[Flags]:
        return [moves & better for moves, better in zip(self.relations.moves, self.relations.better, strict=True)]

    def _improvements(self, i: int, place: int) -> list[int]:
        """Where i would rather be, the best first, then the smaller change."""
        ends = np.flatnonzero(self._improving[i][place]).tolist()
        return sorted(ends, key=lambda end: (-int(self.worths[i][end]), (self._code(end) ^ self._code(place)).bit_count(), end))

    def _left(self, i: int, start: int, end: int) -> Left:
        now, then = int(self.worths[i][start]), int(self.worths[i][end])
        return "worse" if then < now else "same" if then == now else "better"

    def _step(self, mover: int, start: int, end: int) -> Step:
        return Step(mover=mover, start=self._code(start), end=self._code(end))

    def _code(self, place: int) -> int:
        return int(self.relations.states.codes[place])
