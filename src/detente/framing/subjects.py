"""Who is the subject of an act's words, and the act without it: 'Britain will send frigates' -> 'send frigates'."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from detente.resources import lexicon

_MODAL = r"(?:will|would|could|may|might|shall|should|must|can|(?:is|are|was|were) (?:to|ready to|prepared to|willing to|going to))"
_CLAUSE = re.compile(rf"^(?P<subject>[^,;:]{{1,60}}?)\s+{_MODAL}\s+(?!(?:not |never )?be\b)(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL)
_PRONOUN = re.compile(r"^(?:he|she|it|they|we|I|his country|her country|his government|our country)$", re.IGNORECASE)
_IT = re.compile(r"^(?:it|he|she|they|we)\s+(?=[a-z])", re.IGNORECASE)


def subject_of(text: str, makers: Iterable[str]) -> str | None:
    """The decision maker that an act's words begin with: 'Icelandic gunboats harassed …' -> ISL; None if none."""
    start = re.sub(r"^(?:the|an?)\s+", "", text.strip(), flags=re.IGNORECASE)
    found = [(len(name), maker) for maker in makers for name in spoken(maker) if _begins(start, name)]
    return max(found)[1] if found else None


def without_subject(text: str, owner: str) -> str:
    """The act's words without its owner in front; unchanged where the subject is somebody else."""
    plain = text.strip()
    clause = _CLAUSE.match(plain)
    if clause and (_PRONOUN.match(clause["subject"]) or subject_of(clause["subject"], [owner])):
        return clause["rest"].strip()
    if _IT.match(plain):
        return _IT.sub("", plain)
    bare = next((name for name in spoken(owner, adjectives=False) if _begins(plain, name)), None)
    return plain[len(bare) :].strip() or plain if bare and not _possessive(plain, bare) else plain


@cache
def spoken(root: str, *, adjectives: bool = True) -> tuple[str, ...]:
    """The names by which reports call a state or body, the longest first; with adjectives: 'Icelandic'."""
    words = lexicon()
    names: list[str] = []
    for state in words.states:
        if state.code == root:
            names += [state.name, *state.names, state.capital, *(state.adjectives if adjectives else ())]
    for body in words.bodies:
        if body.id == root:
            names += [body.name, *body.aliases]
    return tuple(sorted({name for name in names if name}, key=lambda name: (-len(name), name)))


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _possessive(text: str, name: str) -> bool:
    return text[len(name) :].startswith(("’s", "'s", "’", "'", "-"))
