"""Witnesses where preferences are partly unknown, and for coalitions: from relations between states.

The tables say which improvements are open and where answers can end; the shortest answer is then walked step
by step among the others' moves.

Source: the definitions in :mod:`detente.conflict.stability.uncertain` and ``coalition``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

import numpy as np

from detente.conflict.arrays import Flags
from detente.conflict.explain.verdict import Improvement, Left, Step, Verdict
from detente.conflict.relations import Relations
from detente.conflict.stability import CONCEPTS
from detente.conflict.stability.coalition import Cases
from detente.conflict.stability.judged import Case, opened, settling
from detente.conflict.stability.uncertain import WAYS, case_of, would_move
from detente.errors import GameError, UsageError

__all__ = ["Tables"]

Turn = tuple[tuple[int, ...], Flags]  # who moves, and where to
Here = tuple[int, int]  # place of a state, and which turn led to it (-1: none)


class Tables:
    """A small game as relations, made ready for questions."""

    def __init__(self, relations: Relations, *, coalitions: bool = False) -> None:
        """``coalitions``: verdicts are those of coalition stability, for coalitions of one as well.

        Raises:
            GameError: coalitions are asked about, and a preference is partly unknown.
        """
        if coalitions and relations.game.uncertain:
            raise GameError("a preference is partly unknown: coalitions are worked out for known ones")
        self.relations = relations
        self._cases: dict[tuple[tuple[int, ...], str], Case] = {}
        self._coalitions = Cases(relations) if coalitions else None

    def verdict(self, concept: str, members: Sequence[int], state: int, *, limit: int = 5) -> Verdict:
        """Whether a feasible state is stable for a decision maker or a coalition, and why.

        Args:
            concept: nash, gmr, smr, seq or sseq; of one decision maker with ``-a`` to ``-d`` for the way in
                which unknown preferences are read.
            members: the indices of those who move together; one but for coalition stability.
            state: its code.
            limit: how many improvements are shown at most, the best first.

        Raises:
            UsageError: the concept is none of these.
        """
        name, way = _split(concept)
        group, place = tuple(sorted(set(members))), self.relations.states.index(state)
        case = self._case(group, way)
        open_ = set(np.flatnonzero(opened(case, name)[place]).tolist())
        better = sorted(np.flatnonzero(case.improves[place]).tolist(), key=lambda end: self._liking(group, place, end))
        shown = [end for end in better if end in open_] or better
        return Verdict(
            concept=concept,
            decision_maker=group[0],
            partners=group[1:],
            state=state,
            stable=not open_,
            improvements=tuple(self._improvement(name, way, group, place, end, opens=bool(open_)) for end in shown[:limit]),
            more=max(0, len(shown) - limit),
        )

    def each(self, concept: str, i: int, state: int) -> tuple[Improvement, ...]:
        """All improvements of one decision maker, each with its answer if it has one, the best first."""
        name, way = _split(concept)
        place = self.relations.states.index(state)
        case = self._case((i,), way)
        open_ = opened(case, name)[place]
        ends = sorted(np.flatnonzero(case.improves[place]).tolist(), key=lambda end: self._liking((i,), place, end))
        return tuple(self._improvement(name, way, (i,), place, end, opens=bool(open_[end])) for end in ends)

    def _case(self, group: tuple[int, ...], way: str) -> Case:
        if (group, way) not in self._cases:
            found = self._coalitions.of(group) if self._coalitions else case_of(self.relations, group[0], way or WAYS[0])
            self._cases[group, way] = found
        return self._cases[group, way]

    def _liking(self, group: Sequence[int], start: int, end: int) -> tuple[bool, int, int, int]:
        """Known improvements first, then those that are better than most, then the smaller change."""
        known = all(self.relations.better[i][start, end] for i in group)
        better = sum(int(self.relations.better[i][:, end].sum()) for i in group)
        return not known, -better, (self._code(start) ^ self._code(end)).bit_count(), end

    def _improvement(self, concept: str, way: str, group: tuple[int, ...], start: int, end: int, *, opens: bool) -> Improvement:
        move = self._step(group, start, end)
        certain = all(bool(self.relations.better[i][start, end]) for i in group)
        if opens:
            return Improvement(move=move, whom=group[0], certain=certain)
        case = self._case(group, way)
        answer = self._answer(group, end, settling(case, concept)[start], credible=concept in {"seq", "sseq"})
        last = self.relations.states.index(answer[-1].end)
        whom, left = self._left(group, start, last)
        counter = self._counter(case, group, last) if concept in {"smr", "sseq"} else None
        countered = self._left(group, start, counter)[1] if counter is not None else "same"
        code = None if counter is None else self._code(counter)
        return Improvement(move=move, answer=answer, left=left, whom=whom, counter=code, countered=countered, certain=certain)

    def _turns(self, group: Sequence[int], *, credible: bool) -> list[Turn]:
        """The moves of the others; credible ones are improvements, of coalitions where a coalition is answered."""
        others = self.relations.others(group)
        if not credible:
            return [((j,), self.relations.moves[j]) for j in others]
        if self._coalitions is not None:
            return [(one, table) for one, table in self._coalitions.improves.items() if not set(one) - set(others)]
        return [((j,), would_move(self.relations, j)) for j in others]

    def _answer(self, group: Sequence[int], start: int, enough: Flags, *, credible: bool) -> tuple[Step, ...]:
        """Breadth first; nobody moves twice running."""
        turns = self._turns(group, credible=credible)
        came: dict[Here, Here | None] = {(start, -1): None}
        queue = deque(came)
        while queue:
            here = queue.popleft()
            for there in self._next(turns, here):
                if there in came:
                    continue
                came[there] = here
                if enough[there[0]]:
                    return self._walked(turns, came, there)
                queue.append(there)
        raise AssertionError("the tables told of an answer that is not there")

    def _next(self, turns: Sequence[Turn], here: Here) -> Iterator[Here]:
        place, last = here
        for number, (_, table) in enumerate(turns):
            if number != last:
                ends = np.flatnonzero(table[place]).tolist()
                yield from ((end, number) for end in sorted(ends, key=lambda end: ((self._code(end) ^ self._code(place)).bit_count(), end)))

    def _walked(self, turns: Sequence[Turn], came: dict[Here, Here | None], end: Here) -> tuple[Step, ...]:
        steps: list[Step] = []
        here = end
        while (before := came[here]) is not None:
            steps.append(self._step(turns[here[1]][0], before[0], here[0]))
            here = before
        return tuple(reversed(steps))

    def _left(self, group: Sequence[int], start: int, end: int) -> tuple[int, Left]:
        """Whom the end suits least, compared with the start, and how."""
        found: list[tuple[Left, int]] = [(self._compared(i, start, end), i) for i in group]
        order: tuple[Left, ...] = ("worse", "same", "unknown", "better")
        left, whom = min(found, key=lambda one: (order.index(one[0]), one[1]))
        return whom, left

    def _compared(self, i: int, start: int, end: int) -> Left:
        better, unknown = self.relations.better[i], self.relations.unknown[i]
        if better[start, end]:
            return "better"
        return "worse" if better[end, start] else "unknown" if unknown[start, end] else "same"

    def _counter(self, case: Case, group: Sequence[int], start: int) -> int | None:
        """Where the group would still go from there, if anywhere."""
        ends = np.flatnonzero(case.improves[start]).tolist()
        return min(ends, key=lambda end: self._liking(group, start, end), default=None)

    def _step(self, group: Sequence[int], start: int, end: int) -> Step:
        return Step(mover=group[0], partners=tuple(group[1:]), start=self._code(start), end=self._code(end))

    def _code(self, place: int) -> int:
        return int(self.relations.states.codes[place])


def _split(concept: str) -> tuple[str, str]:
    """'seq-b' -> seq, b; 'seq' -> seq and no way."""
    name, _, way = concept.partition("-")
    if name not in CONCEPTS or (way and way not in WAYS):
        raise UsageError(f"no stability concept '{concept}': there are {', '.join(CONCEPTS)}, with -a to -d for unknown preferences")
    return name, way
