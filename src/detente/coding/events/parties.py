"""Tokens that fill a slot -> the actors that they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from detente.language import Token
from detente.resolve.actors import parties_of
from detente.resolve.model import Cast

# Prepositions by which people and forces are told to be someone's: 'rebels in Darfur', 'troops from Chad'.
BELONGING = ("of", "from", "in")


def actors_in(tokens: Iterable[Token], cast: Cast) -> tuple[str, ...]:
    """The actors of the noun phrases with these heads, each once, in text order."""
    found: dict[str, None] = {}
    for token in tokens:
        for actor in parties_of(token, cast) or _belonging(token, cast):
            found[actor] = None
    return tuple(found)


def _belonging(token: Token, cast: Cast) -> tuple[str, ...]:
    for preposition in BELONGING:
        for child in token.children:
            if child.dep == "prep" and child.lower == preposition:
                inner = child.child("pobj")
                if inner is not None:
                    found = parties_of(inner, cast)
                    if found:
                        return found
    return ()
