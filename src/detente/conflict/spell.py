"""A formula as a statement that can be read again."""

from __future__ import annotations

import re

from detente.conflict.formula import And, Formula, If, Iff, Match, Not, Or
from detente.conflict.game import Game
from detente.conflict.language import Reader

__all__ = ["spelled"]

_WHOLE, _ANY, _ALL, _PART = range(4)  # how tightly a place binds


def spelled(formula: Formula, game: Game, binding: int = 0) -> str:
    """The formula in the language of statements, options by key or name; ``binding`` > 0 asks for brackets."""
    match formula:
        case Match():
            return _match(formula, game, binding)
        case Not(part):
            return f"NOT {spelled(part, game, _PART)}"
        case And(parts):
            return _joined("AND", parts, game, binding, _ALL)
        case Or(parts):
            return _joined("OR", parts, game, binding, _ANY)
        case If(then, condition):
            text = f"{spelled(then, game, _ANY)} IF {spelled(condition, game, _ANY)}"
        case Iff(left, right):
            text = f"{spelled(left, game, _ANY)} IFF {spelled(right, game, _ANY)}"
    return f"({text})" if binding > _WHOLE else text


def _joined(word: str, parts: tuple[Formula, ...], game: Game, binding: int, own: int) -> str:
    if not parts:  # true everywhere, false nowhere: said of the first option
        name = _name(0, game)
        return f"({name} OR NOT {name})" if word == "AND" else f"({name} AND NOT {name})"
    if len(parts) == 1:
        return spelled(parts[0], game, binding)
    text = f" {word} ".join(spelled(part, game, own + 1) for part in parts)
    return f"({text})" if binding > own else text


def _match(formula: Match, game: Game, binding: int) -> str:
    names = [
        _name(i, game) if formula.taken >> i & 1 else f"NOT {_name(i, game)}"
        for i in range(len(game.options))
        if formula.cares >> i & 1
    ]
    if not names:
        return _joined("AND", (), game, binding, _ALL)
    text = " AND ".join(names)
    return f"({text})" if binding > _ALL and len(names) > 1 else text


def _name(option: int, game: Game) -> str:
    """The key, or the name, with its owner if another option shares it; quoted where it holds signs."""
    one = game.options[option]
    named = [(game.decision_makers[o.owner].name, o.name, o.key) for o in game.options]
    known = Reader(named).names
    tries = (one.key, one.name, f"{game.decision_makers[one.owner].name}: {one.name}")
    for text in tries:
        if text and known.get(" ".join(text.split()).casefold()) == [option]:
            plain = re.fullmatch(r"[\w:,.-]+( [\w:,.-]+)*", text) and not re.search(
                r"\b(AND|OR|NOT|IF|IFF|IMPLIES)\b|^-?\d+$", text
            )
            if plain:
                return text
            if '"' not in text:
                return f'"{text}"'
    return str(option + 1)
