"""A game as a model file: TOML that a person can read and edit, with its labels, citations and comments."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Protocol

from detente.conflict.game import ByRanking, ByStatements, Direction, Game, Preference, Rule, Statement
from detente.conflict.spell import spelled

__all__ = ["as_toml"]


class _Noted(Protocol):
    """What every part of a game carries."""

    @property
    def label(self) -> str:
        """A word for people."""

    @property
    def cites(self) -> tuple[str, ...]:
        """Ids of ledger rows."""

    @property
    def comments(self) -> tuple[str, ...]:
        """Comments of its lines."""


def as_toml(game: Game) -> str:
    """The model file of a game; reading it gives an equal game. Questions are comments that begin with ``?``."""
    lines = [*_head(game), *_rules(game), *_options(game), *_preferences(game), *_views(game)]
    left = [one for one in game.questions if f"# ? {one}" not in {line.strip() for line in lines}]
    lines += [f"# ? {_flat(question)}" for question in left]
    return "\n".join(lines).rstrip() + "\n"


def _head(game: Game) -> Iterator[str]:
    for key, value in (("name", game.name), ("title", game.title), ("source", game.source)):
        if value:
            yield f"{key} = {_text(value)}"
    yield "decision_makers = ["
    for one in game.decision_makers:
        yield from _comments(one, "  ")
        yield f"  {_entry('name', one.name, one)},"
    yield "]"
    if game.status_quo is not None:
        yield f"status_quo = {_text(game.letters(game.status_quo))}"
    yield ""


def _rules(game: Game) -> Iterator[str]:
    for key, wanted in (("infeasible", False), ("implications", True)):
        rules = [rule for rule in game.infeasible if rule.implies is wanted]
        if rules:
            yield f"{key} = ["
            for rule in rules:
                yield from _comments(rule, "  ")
                yield f"  {_entry('statement', _said(rule, game), rule)},"
            yield "]"
            yield ""


def _options(game: Game) -> Iterator[str]:
    for option in game.options:
        yield from _comments(option)
        yield "[[options]]"
        if option.key:
            yield f"key = {_text(option.key)}"
        yield f"name = {_text(option.name)}"
        yield f"owner = {_text(game.decision_makers[option.owner].name)}"
        if option.direction is not Direction.both:
            yield f"direction = {_text(option.direction)}"
        yield from (f"{key} = {value}" for key, value in _notes(option))
        yield ""


def _preferences(game: Game) -> Iterator[str]:
    for maker, preference in zip(game.decision_makers, game.preferences, strict=True):
        yield from _comments(preference)
        yield f"[preferences.{_text(maker.name)}]"
        yield from (f"{key} = {value}" for key, value in _notes(preference))
        yield from _preference(preference, game)
        yield ""


def _preference(preference: Preference, game: Game) -> Iterator[str]:
    match preference:
        case ByStatements(statements=statements):
            yield "statements = ["
            for statement in statements:
                yield from _comments(statement, "  ")
                yield f"  {_entry('statement', _said(statement, game), statement)},"
            yield "]"
        case ByRanking(groups=groups, partial=False):
            yield "ranking = ["
            yield from (f"  {one}," for one in _ranks(groups, game))
            yield "]"
        case ByRanking(groups=groups, chains=chains):
            yield "known = ["
            yield from (f"  [{', '.join(_ranks(chain, game))}]," for chain in (groups, *chains))
            yield "]"


def _ranks(groups: tuple[tuple[int, ...], ...], game: Game) -> Iterator[str]:
    for group in groups:
        letters = [game.letters(code) for code in group]
        yield _text(letters[0]) if len(letters) == 1 else _list(letters)


def _views(game: Game) -> Iterator[str]:
    for maker, view in zip(game.decision_makers, game.views, strict=False):
        if view is None:
            continue
        yield from _comments(view)
        yield f"[views.{_text(maker.name)}]"
        if view.unaware:
            numbers = [str(i + 1) for i in range(len(game.options)) if view.unaware >> i & 1]
            yield f"unaware = {_list(numbers)}"
        yield from (f"{key} = {value}" for key, value in _notes(view))
        for other, preference in zip(game.decision_makers, view.preferences, strict=True):
            if preference is not None:
                yield f"[views.{_text(maker.name)}.preferences.{_text(other.name)}]"
                yield from (f"{key} = {value}" for key, value in _notes(preference))
                yield from _preference(preference, game)
        yield ""


def _said(one: Statement | Rule, game: Game) -> str:
    """The statement as it was written, or spelled from its formula."""
    if one.text:
        return one.text
    if isinstance(one, Rule) and one.implies:
        return _implied(one, game)
    return spelled(one.formula, game)


def _implied(rule: Rule, game: Game) -> str:
    from detente.conflict.formula import And, Not

    match rule.formula:
        case And((left, Not(right))):
            return f"{spelled(left, game, 1)} IMPLIES {spelled(right, game, 1)}"
        case other:
            name = spelled(other, game, 1)
            return f"{name} IMPLIES NOT {name}"


def _entry(key: str, value: str, one: _Noted) -> str:
    """A text alone, or a table if there is more to say."""
    notes = list(_notes(one))
    if isinstance(one, Statement):
        notes = [*_weighed(one), *notes]
    if not notes:
        return _text(value)
    return "{ " + ", ".join(f"{k} = {v}" for k, v in [(key, _text(value)), *notes]) + " }"


def _weighed(one: Statement) -> Iterator[tuple[str, str]]:
    """What is known of a statement beside what it says."""
    if one.unknown:
        yield "unknown", "true"
    for key, value in (("certainty", one.certainty), ("firmness", one.firmness)):
        if value is not None:
            yield key, repr(float(value))


def _notes(one: _Noted) -> Iterator[tuple[str, str]]:
    if one.label:
        yield "label", _text(one.label)
    if one.cites:
        yield "cites", _list(one.cites)


def _comments(one: _Noted, indent: str = "") -> Iterator[str]:
    yield from (f"{indent}# {_flat(comment)}" for comment in one.comments)


def _list(texts: Sequence[str]) -> str:
    return "[" + ", ".join(map(_text, texts)) + "]"


def _text(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _flat(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
