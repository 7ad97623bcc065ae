"""Verdicts in sentences: 'Russia could do better by …, but then the United States would …'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.conflict.explain.witness import Explainer, Improvement, Step, Verdict
from detente.conflict.game import Game

__all__ = ["change_in_words", "sentence", "verdict_rows"]

_CREDIBLE = frozenset({"seq", "sseq"})


def sentence(explainer: Explainer, verdict: Verdict) -> str:
    """One or more sentences that say why the state is stable for the decision maker, or why not."""
    if not verdict.improvements:
        who = _name(explainer.game, verdict.decision_maker)
        return f"{who} has no move by which it would do better."
    told = [_improvement(explainer, verdict, one) for one in verdict.improvements]
    if verdict.more:
        sort = "deterred as well" if verdict.stable else "open to it as well"
        told.append(f"{verdict.more} more such {'moves are' if verdict.more > 1 else 'move is'} {sort}.")
    return " ".join(told)


def change_in_words(game: Game, start: int, end: int, form: str = "ing") -> str:
    """What a move changes: "taking up 'a strike' and giving up 'the talks'".

    Args:
        game: whose options are named.
        start: the state before.
        end: the state after.
        form: 'ing' for 'taking up', '' for 'take up'.
    """
    up, down = ("taking up", "giving up") if form == "ing" else ("take up", "give up")
    added = [_option(game, i) for i in _bits(end & ~start)]
    dropped = [_option(game, i) for i in _bits(start & ~end)]
    parts = [f"{verb} {_listed(options)}" for verb, options in ((up, added), (down, dropped)) if options]
    return " and ".join(parts) or ("staying" if form == "ing" else "stay")


def verdict_rows(explainer: Explainer, verdict: Verdict) -> list[dict[str, Any]]:
    """The verdict as plain rows, one an improvement: for tables, CSV and JSON."""
    game = explainer.game
    return [
        {
            "concept": verdict.concept,
            "decision_maker": _name(game, verdict.decision_maker),
            "state": game.letters(verdict.state),
            "stable": verdict.stable,
            "move": game.letters(one.move.end),
            "answer": [{"mover": _name(game, s.mover), "from": game.letters(s.start), "to": game.letters(s.end)} for s in one.answer],
            "counter": None if one.counter is None else game.letters(one.counter),
        }
        for one in verdict.improvements
    ]


def _improvement(explainer: Explainer, verdict: Verdict, one: Improvement) -> str:
    game, who = explainer.game, _name(explainer.game, verdict.decision_maker)
    begin = f"{who} could do better by {change_in_words(game, one.move.start, one.move.end)} (to {game.letters(one.move.end)})"
    if not one.deterred:
        return f"{begin}, and {_nothing_deters(verdict.concept)}."
    verb = "would" if verdict.concept in _CREDIBLE else "could"
    steps = ", then ".join(_step(game, step, verb) for step in one.answer)
    left = _left(explainer, verdict, one.answer[-1].end)
    return f"{begin}, but then {steps}, which leaves {who} {left}{_counter(explainer, verdict, one)}."


def _nothing_deters(concept: str) -> str:
    if concept == "nash":
        return "this concept asks no more"
    if concept in _CREDIBLE:
        return "no answer that the others would gain by leaves it without that gain"
    return "no answer of the others leaves it without that gain"


def _step(game: Game, step: Step, verb: str) -> str:
    return f"{_name(game, step.mover)} {verb} {change_in_words(game, step.start, step.end, '')} (to {game.letters(step.end)})"


def _left(explainer: Explainer, verdict: Verdict, end: int) -> str:
    then, now = explainer.worth(verdict.decision_maker, end), explainer.worth(verdict.decision_maker, verdict.state)
    return "worse off than now" if then < now else "no better off than now"


def _counter(explainer: Explainer, verdict: Verdict, one: Improvement) -> str:
    if verdict.concept not in {"smr", "sseq"}:
        return ""
    if one.counter is None:
        return ", with no move of its own that would help"
    change = change_in_words(explainer.game, one.answer[-1].end, one.counter)
    left = _left(explainer, verdict, one.counter)
    return f"; even {change} would leave it {left}"


def _name(game: Game, index: int) -> str:
    one = game.decision_makers[index]
    return one.label or one.name


def _option(game: Game, index: int) -> str:
    return f"‘{game.options[index].label or game.options[index].name}’"


def _bits(options: int) -> list[int]:
    return [i for i in range(options.bit_length()) if options >> i & 1]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
