"""For whom an unnamed source speaks: 'a source close to the Prime Minister', 'it was announced from Cairo'."""

from __future__ import annotations

from detente.language import Token
from detente.resolve.actors import parties_of
from detente.resolve.model import Cast

NEAR = frozenset({"close", "near", "familiar", "inside", "within", "at", "in", "from", "of", "for", "with", "to"})
UNNAMED = frozenset(
    """
    source official aide adviser advisor diplomat spokesman spokeswoman spokesperson officer minister envoy representative
    delegate ambassador insider figure circle quarter authority negotiator
    """.split()
)
DEPTH = 3


def spoken_for(source: Token, cast: Cast) -> str | None:
    """The party named in the phrase of a source that has no name of its own."""
    if source.lemma not in UNNAMED:
        return None
    todo = [(source, 0)]
    while todo:
        token, depth = todo.pop(0)
        for child in token.children:
            if child.dep == "pobj" and (found := parties_of(child, cast)):
                return found[0]
            if depth < DEPTH and child.i > source.i and (child.lower in NEAR or child.dep in {"pobj", "amod", "acl"}):
                todo.append((child, depth + 1))
    return None


def seat(cue: Token, cast: Cast) -> Token | None:
    """'From Cairo it was announced that …': the capital that stands for the source."""
    subject = cue.child("nsubjpass")
    if subject is None or subject.lower != "it":
        return None
    for preposition in cue.all("prep"):
        place = preposition.child("pobj")
        if preposition.lower in {"from", "in", "at"} and place is not None and parties_of(place, cast):
            return place
    return None
