"""Witnesses: for a verdict of stability, the improving moves and the answer that deters each, step by step.

The solver says whether an answer exists (the least that the others can bring about); the shortest such
answer is then looked for only among states from which one still exists, so that the search stays small
however large the game is.

Source: the definitions of the concepts (:mod:`detente.conflict.stability`); a sanction as a legal sequence
of moves after Fang, Hipel and Kilgour (1993), definition 4.1.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from detente.conflict.arrays import Worths
from detente.conflict.explain.verdict import Improvement, Left, Step, Verdict
from detente.conflict.game import Game
from detente.conflict.moves import Moves
from detente.conflict.sanctions import Sanctions
from detente.conflict.scattered import board_of
from detente.errors import UsageError

__all__ = ["Explainer"]

_MANY = 512  # improvements up to which they are compared with one another
_ANSWERS = {"gmr": (False, False), "smr": (False, True), "seq": (True, False), "sseq": (True, True)}


class Explainer:
    """A game made ready for questions; each answer costs little after the first of its concept."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.board = board_of(game)
        self.moves = Moves(game, self.board)
        self.sanctions = Sanctions(self.board)
        self._answered: dict[tuple[str, int], Worths] = {}

    def verdict(self, concept: str, decision_maker: int, state: int, *, limit: int = 5) -> Verdict:
        """Whether a state is stable for a decision maker, and why.

        Args:
            concept: nash, gmr, smr, seq or sseq.
            decision_maker: its index.
            state: the code of a feasible state.
            limit: how many improvements are shown at most: first those that change nothing that another leaves
                as it is, among them the best.

        Raises:
            UsageError: the concept has no witness, or the state is not feasible.
        """
        if concept != "nash" and concept not in _ANSWERS:
            raise UsageError(f"no witness is known for {concept!r}: there are nash, {', '.join(_ANSWERS)}")
        if not self.moves.feasible(state):
            raise UsageError(f"state {self.game.letters(state)} (code {state}) is not feasible")
        better = self._improvements(decision_maker, state)
        open_ = [t for t in better if self._is_open(concept, decision_maker, state, t)]
        shown = _telling(state, open_ or better)[:limit]
        return Verdict(
            concept=concept,
            decision_maker=decision_maker,
            state=state,
            stable=not open_,
            improvements=tuple(self._improvement(concept, decision_maker, state, t) for t in shown),
            more=len(open_ or better) - len(shown),
        )

    def worth(self, decision_maker: int, state: int) -> int:
        """What a feasible state is worth to a decision maker: 1 is the worst."""
        return self.moves.worth(decision_maker, state)

    def _cell(self, state: int) -> int:
        return self.board.cell(state)

    def _improvements(self, i: int, state: int) -> list[int]:
        """Where i would rather be, the best first, then the smaller change."""
        return sorted(self.moves.improvements(i, state), key=lambda t: (-self.worth(i, t), (t ^ state).bit_count(), t))

    def _is_open(self, concept: str, i: int, state: int, target: int) -> bool:
        """Whether the others have no answer to a move."""
        return concept == "nash" or int(self._answers(concept, i)[self._cell(target)]) > self.worth(i, state)

    def _answers(self, concept: str, i: int) -> Worths:
        """The least that the others can bring i to, by this concept's moves; (cells,)."""
        if (concept, i) not in self._answered:
            credible, escape = _ANSWERS[concept]
            by = self.sanctions.by_improvements if credible else self.sanctions.by_moves
            self._answered[concept, i] = by(i, escape=escape)
        return self._answered[concept, i]

    def _improvement(self, concept: str, i: int, state: int, target: int) -> Improvement:
        move = Step(mover=i, start=state, end=target)
        if self._is_open(concept, i, state, target):
            return Improvement(move=move, whom=i)
        answer = self._shortest_answer(concept, i, state, target)
        counter = self._counter(i, answer[-1].end) if _ANSWERS[concept][1] else None
        left = self._left(i, state, answer[-1].end)
        countered = "same" if counter is None else self._left(i, state, counter)
        return Improvement(move=move, answer=answer, left=left, whom=i, counter=counter, countered=countered)

    def _left(self, i: int, state: int, end: int) -> Left:
        """How the end compares with the state for i."""
        now, then = self.worth(i, state), self.worth(i, end)
        return "worse" if then < now else "same" if then == now else "better"

    def _counter(self, i: int, state: int) -> int | None:
        """The best that i can still move to, if that is better than to stay."""
        return next(iter(self._improvements(i, state)), None)

    def _shortest_answer(self, concept: str, i: int, state: int, target: int) -> tuple[Step, ...]:
        """Breadth first over the others' moves, kept to states from which an answer still exists."""
        credible, escape = _ANSWERS[concept]
        answers, enough = self._answers(concept, i), self.worth(i, state)
        final = self.sanctions.best(i) if escape else self.board.worth[i]
        came: dict[int, Step | None] = {target: None}
        queue = deque([target])
        while queue:
            here = queue.popleft()
            for step in self._answering(i, here, credible=credible):
                cell = self._cell(step.end)
                if step.end in came or int(answers[cell]) > enough:
                    continue
                came[step.end] = step
                if int(final[cell]) <= enough:
                    return _path(came, step)
                queue.append(step.end)
        raise AssertionError("the solver found an answer that is not there")

    def _answering(self, i: int, state: int, *, credible: bool) -> Iterator[Step]:
        """The others' moves: credible ones by what their mover likes best, else the smallest change first."""
        for mover in self.board.others(i):
            ends = self._improvements(mover, state) if credible else self.moves.unilateral_moves(mover, state)
            ends = ends if credible else sorted(ends, key=lambda end: ((end ^ state).bit_count(), end))
            yield from (Step(mover=mover, start=state, end=end) for end in ends)


def _telling(state: int, ends: list[int]) -> list[int]:
    """The same in another order: moves that do all that another does, and more besides, come last."""
    if len(ends) > _MANY:
        return ends
    changes = {end: end ^ state for end in ends}
    more = {end for end, own in changes.items() if any(own != other and own & other == other for other in changes.values())}
    return [*(end for end in ends if end not in more), *(end for end in ends if end in more)]


def _path(came: dict[int, Step | None], last: Step) -> tuple[Step, ...]:
    """The steps from the first state to the last, two running by one mover joined into one."""
    steps = [last]
    while (before := came[steps[-1].start]) is not None:
        steps.append(before)
    joined: list[Step] = []
    for step in reversed(steps):
        if joined and joined[-1].mover == step.mover:
            step = Step(mover=step.mover, start=joined.pop().start, end=step.end)  # noqa: PLW2901  the two as one
        joined.append(step)
    return tuple(joined)
