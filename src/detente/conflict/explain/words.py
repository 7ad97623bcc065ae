"""Verdicts in sentences: 'Russia could do better by …, but then the United States would …'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from detente.conflict.explain.verdict import Improvement, Left, Step, Verdict
from detente.conflict.game import Game

__all__ = ["change_in_words", "named", "sentence", "verdict_rows"]

_CREDIBLE = frozenset({"seq", "sseq", "simultaneous"})
_LEFT: dict[Left, str] = {
    "worse": "worse off than now",
    "same": "no better off than now",
    "unknown": "where it is not known to be better off than now",
    "better": "better off than now all the same",
}


def sentence(game: Game, verdict: Verdict) -> str:
    """One or more sentences that say why the state is stable for the decision maker, or why not."""
    who = named(game, *verdict.members)
    begin = _view(game, verdict)
    if not verdict.sensible:
        return f"{begin}the state would be {game.letters(verdict.seen or 0)}, which is none: so it is not stable for it."
    if not verdict.improvements:
        ahead = f", looking {_moves(verdict.horizon)} ahead" if verdict.horizon else ""
        have, they = ("have", "all of them") if verdict.partners else ("has", "it")
        return f"{begin}{who} {have} no move by which {they} would do better{ahead}."
    told = [_ahead(game, verdict, one) if verdict.horizon else _improvement(game, verdict, one) for one in verdict.improvements]
    if verdict.more:
        sort = "deterred as well" if verdict.stable else "open to it as well"
        told.append(f"{verdict.more} more such {'moves are' if verdict.more > 1 else 'move is'} {sort}.")
    return begin + " ".join(told)


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


def verdict_rows(game: Game, verdict: Verdict) -> list[dict[str, Any]]:
    """The verdict as plain rows, one an improvement (one in all if there is none): for tables, CSV and JSON."""
    about = {
        "concept": verdict.concept,
        "decision_maker": " + ".join(_name(game, i) for i in verdict.members),
        "state": game.letters(verdict.state),
        "seen_as": None if verdict.seen is None else game.letters(verdict.seen),
        "stable": verdict.stable,
    }
    none: dict[str, Any] = {"move": None, "certain": None, "answer": [], "at_once": None, "left": None, "counter": None}
    return [about | _row(game, one) for one in verdict.improvements] or [about | none]


def named(game: Game, *members: int) -> str:
    """The names of decision makers as one phrase: 'Norway and Iceland'."""
    return _listed([_name(game, i) for i in members])


def _row(game: Game, one: Improvement) -> dict[str, Any]:
    return {
        "move": game.letters(one.move.end),
        "certain": one.certain,
        "answer": [
            {"mover": " + ".join(_name(game, i) for i in (s.mover, *s.partners)), "from": game.letters(s.start), "to": game.letters(s.end)}
            for s in one.answer
        ],
        "at_once": None if one.at_once is None else game.letters(one.at_once),
        "left": one.left if one.answer else None,
        "counter": None if one.counter is None else game.letters(one.counter),
    }


def _view(game: Game, verdict: Verdict) -> str:
    """'As Aland sees it (it does not know of …), ' where it sees the game otherwise; else nothing."""
    view = game.views[verdict.decision_maker] if verdict.seen is not None else None
    if view is None:
        return ""
    parts = []
    if view.unaware:
        parts.append(f"it does not know of {_listed([_option(game, i) for i in _bits(view.unaware)])}")
    wrong = [i for i, one in enumerate(view.preferences) if one is not None]
    if wrong:
        parts.append(f"with its own idea of what {named(game, *wrong)} {'prefer' if len(wrong) > 1 else 'prefers'}")
    return f"As {_name(game, verdict.decision_maker)} sees it ({', '.join(parts)}): " if parts else ""


def _improvement(game: Game, verdict: Verdict, one: Improvement) -> str:
    begin = _begin(game, verdict, one)
    if not one.deterred:
        return f"{begin}, and {_nothing_deters(verdict)}."
    whom = "it" if one.whom is None else _name(game, one.whom)
    if one.at_once is not None:
        others = " and ".join(f"{named(game, s.mover)} {change_in_words(game, s.start, s.end)}" for s in one.answer)
        return f"{begin}, but {others} at the same moment would make it {game.letters(one.at_once)}, which leaves {whom} {_LEFT[one.left]}."
    verb = "would" if verdict.concept.partition("-")[0] in _CREDIBLE else "could"
    steps = ", then ".join(_step(game, step, verb) for step in one.answer)
    return f"{begin}, but then {steps}, which leaves {whom} {_LEFT[one.left]}{_counter(game, verdict, one)}."


def _begin(game: Game, verdict: Verdict, one: Improvement) -> str:
    who, end = named(game, *verdict.members), game.letters(one.move.end)
    together = " together" if verdict.partners else ""
    change = change_in_words(game, one.move.start, one.move.end)
    if one.certain:
        return f"{who}{together} could do better by {change} (to {end})"
    return f"{who} might do better by {change} (to {end}; it is not known which of the two it prefers)"


def _ahead(game: Game, verdict: Verdict, one: Improvement) -> str:
    """A move and what is expected to follow it, for concepts that look ahead."""
    who, change = named(game, verdict.decision_maker), change_in_words(game, one.move.start, one.move.end)
    steps = ", then ".join(_step(game, step, "would") for step in one.answer)
    if verdict.stable:
        return f"{who} could do better by {change} (to {game.letters(one.move.end)}), but then {steps}, which leaves {who} {_LEFT[one.left]}."
    begin = f"Looking {_moves(verdict.horizon)} ahead, {who} does better by {change} (to {game.letters(one.move.end)})"
    if not steps:
        return f"{begin}, and nobody is expected to answer."
    return f"{begin}: then {steps}, which leaves {who} better off than now."


def _moves(count: int | None) -> str:
    return "one move" if count == 1 else f"{count} moves"


def _nothing_deters(verdict: Verdict) -> str:
    name = verdict.concept.partition("-")[0]
    if name == "nash":
        return "this concept asks no more"
    them = "one of them" if verdict.partners else "it"
    if name in _CREDIBLE:
        return f"no answer that the others would gain by leaves {them} without that gain"
    return f"no answer of the others leaves {them} without that gain"


def _step(game: Game, step: Step, verb: str) -> str:
    who = named(game, step.mover, *step.partners)
    return f"{who}{' together' if step.partners else ''} {verb} {change_in_words(game, step.start, step.end, '')} (to {game.letters(step.end)})"


def _counter(game: Game, verdict: Verdict, one: Improvement) -> str:
    if verdict.concept.partition("-")[0] not in {"smr", "sseq"}:
        return ""
    if one.counter is None:
        return ", with no move of its own that would help"
    change = change_in_words(game, one.answer[-1].end, one.counter)
    return f"; even {change} would leave it {_LEFT[one.countered]}"


def _name(game: Game, index: int) -> str:
    one = game.decision_makers[index]
    return one.label or one.name


def _option(game: Game, index: int) -> str:
    return f"‘{game.options[index].label or game.options[index].name}’"


def _bits(options: int) -> list[int]:
    return [i for i in range(options.bit_length()) if options >> i & 1]


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
