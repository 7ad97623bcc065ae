"""The five concepts from their definitions, in plain Python: lists of moves, sequences of the others, no arrays.

It shares nothing with the solver: it reads the dictionary of a model file on its own.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any


class Oracle:
    """A model given as the dictionary of a JSON file, solved by brute force."""

    def __init__(self, model: dict[str, Any]) -> None:
        self.model = model
        self.makers: list[str] = model["decision_makers"]
        self.options: list[dict[str, str]] = model["options"]
        codes = range(2 ** len(self.options))
        self.codes = [c for c in codes if not any(self.matches(p, c) for p in model["infeasible"])]
        self.score = {dm: self.scores(model["preferences"][dm]) for dm in self.makers}

    def matches(self, pattern: str, code: int) -> bool:
        """Whether a state has the letters of a pattern."""
        return all(letter == "-" or (letter == "Y") == bool(code >> i & 1) for i, letter in enumerate(pattern))

    def scores(self, preference: dict[str, Any]) -> dict[int, int]:
        """A number a state, more is better."""
        if "ranking" in preference:
            groups = [g if isinstance(g, list) else [g] for g in preference["ranking"]]
            return {self.codes[n - 1]: -place for place, group in enumerate(groups) for n in group}
        statements = preference["statements"]
        return {
            code: sum(
                2 ** (len(statements) - j)
                for j, patterns in enumerate(statements, start=1)
                if any(self.matches(p, code) for p in patterns)
            )
            for code in self.codes
        }

    def can_move(self, dm: str, start: int, end: int) -> bool:
        """Whether the decision maker can go from one state to the other by itself."""
        for i, option in enumerate(self.options):
            before, after = bool(start >> i & 1), bool(end >> i & 1)
            if before == after:
                continue
            if option["owner"] != dm:
                return False
            if option.get("direction", "both") == ("fwd" if before else "back"):
                return False
        return start != end

    @cached_property
    def moves(self) -> dict[str, dict[int, list[int]]]:
        """Of each decision maker and state, the states it can move to."""
        return {dm: {s: [t for t in self.codes if self.can_move(dm, s, t)] for s in self.codes} for dm in self.makers}

    @cached_property
    def improvements(self) -> dict[str, dict[int, list[int]]]:
        """Those moves that are better for the mover than the state it leaves."""
        return {
            dm: {s: [t for t in ends if self.score[dm][t] > self.score[dm][s]] for s, ends in moves.items()}
            for dm, moves in self.moves.items()
        }

    def sequences_end(self, others: list[str], start: int, table: dict[str, dict[int, list[int]]]) -> set[int]:
        """Where legal sequences of the others end: at least one move, nobody moves twice running."""
        seen: set[tuple[int, str]] = set()
        waiting = [(end, dm) for dm in others for end in table[dm][start]]
        while waiting:
            state, last = waiting.pop()
            if (state, last) in seen:
                continue
            seen.add((state, last))
            waiting += [(end, dm) for dm in others if dm != last for end in table[dm][state]]
        return {state for state, _ in seen}

    @cached_property
    def answers(self) -> dict[tuple[str, bool], dict[int, set[int]]]:
        """Of each decision maker, and whether answers must be credible: where the others can bring each state."""
        return {
            (dm, credible): {
                s: self.sequences_end(
                    [o for o in self.makers if o != dm], s, self.improvements if credible else self.moves
                )
                for s in self.codes
            }
            for dm in self.makers
            for credible in (False, True)
        }

    def sanctioned(self, dm: str, start: int, end: int, *, credible: bool, escape: bool) -> bool:
        """Whether the others can answer the move from ``start`` to ``end`` so that it does not pay."""
        score = self.score[dm]
        return any(
            score[answer] <= score[start]
            and not (escape and any(score[last] > score[start] for last in self.moves[dm][answer]))
            for answer in self.answers[dm, credible][end]
        )

    def is_stable(self, concept: str, dm: str, state: int) -> bool:
        """Whether a state is stable for a decision maker."""
        improvements = self.improvements[dm][state]
        if concept == "nash":
            return not improvements
        credible, escape = concept in {"seq", "sseq"}, concept in {"smr", "sseq"}
        return all(self.sanctioned(dm, state, end, credible=credible, escape=escape) for end in improvements)

    def stability(self) -> dict[str, dict[str, list[int]]]:
        """Concept, decision maker, codes."""
        return {
            concept: {dm: [s for s in self.codes if self.is_stable(concept, dm, s)] for dm in self.makers}
            for concept in ("nash", "gmr", "smr", "seq", "sseq")
        }
