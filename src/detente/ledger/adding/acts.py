"""Whether two acts are one, in whatever words: 'pull back its forces', 'the withdrawal of all troops'.

Words are brought to stems, and stems that say the same to one; words that say when or how are left out. Two
acts are one where enough of these agree, what is done among them. Acts of which one is negated, or undoes
the other, or that name different things, are two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.ledger.adding.bounds import commitment_bounds, table
from detente.ledger.wording import ends, opposed, positive, stems

__all__ = ["Act", "act_of", "deed", "likeness", "parts_of", "same_act", "telling", "without_subject"]

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SUBJECT = re.compile(r"^(?:(?:only|that|if|unless|until|when|once|provided)\s+)*(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,4}(?=[a-z])")
_AND = re.compile(r",?\s+and\s+(?:to\s+)?(?!(?:the|its|their|his|her|all|an?|any)\b)(?=\w+\s+(?:the|its|their|his|her|all|an?|any|from|back|up|out)\b)", re.IGNORECASE)
_MODAL = re.compile(r"^(?:(?:to|must|should|shall|will|would|may|might|could|can|it|they)\s+)+(?:be\s+)?(?!not\b|never\b)", re.IGNORECASE)
_CONDITION = re.compile(r",?\s+\b(?:if|unless|provided|until|before|by|within|in order|so that)\b.*$", re.IGNORECASE | re.DOTALL)
_ABOUT = re.compile(r"\b(?:to|from|in|on|at|with|off|near|against|over|into|for|between|through|towards?|onto)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is compared.

    ``told`` are the stems that tell it, ``head`` the first of them, which is mostly what is done; ``core`` those
    before the first preposition (what is done to what), ``about`` the others (whence, where to, with whom);
    ``names`` the beginnings of the names in it; ``is_positive`` whether it is to be done or not.
    """

    told: frozenset[str]
    head: str | None
    core: frozenset[str]
    about: frozenset[str]
    names: frozenset[str]
    is_positive: bool


@lru_cache(maxsize=65536)
def same_act(one: str, other: str, type_one: str | None = None, type_other: str | None = None) -> bool:
    """Whether the words of two acts of one party tell one act.

    Args:
        one: the words of an act, as a report has them.
        other: the words of the other.
        type_one: the PLOVER type of the act, where it is coded.
        type_other: the same of the other.

    >>> same_act("to withdraw its troops from the valley", "pull back all forces from the valley", "RETREAT", "RETREAT")
    True
    >>> same_act("to withdraw its troops", "withdraw its ambassador")
    False
    """
    mine, yours = act_of(one), act_of(other)
    if mine.is_positive != yours.is_positive or opposed(one, other):
        return False
    if not mine.told or not yours.told:
        return one.strip().casefold() == other.strip().casefold()
    if mine.names and yours.names and not mine.names & yours.names:
        return False
    is_typed = type_one is not None and type_one == type_other
    return _is_to_same(mine, yours, is_typed=is_typed) and _agrees(mine, yours, is_typed=is_typed)


def _is_to_same(mine: Act, yours: Act, *, is_typed: bool) -> bool:
    """Whether the same is done to the same: more than the verb, or than what it is done to, must agree."""
    shared = mine.told & yours.told
    if not (mine.head in yours.told or yours.head in mine.told or (is_typed and len(shared) > 2)):
        return False
    agreed = max(len(mine.core & yours.told), len(yours.core & mine.told))
    if min(len(mine.core), len(yours.core)) > 1 and agreed < 2:
        return False
    if mine.core - yours.told and yours.core - mine.told:
        return False  # a word of either stands where the other has another: 'cut oil deliveries', 'cut gas deliveries'
    if mine.about and yours.about and not (mine.about & yours.told or yours.about & mine.told):
        return False
    return len(shared) > 1 or min(len(mine.told), len(yours.told)) == 1


def _agrees(mine: Act, yours: Act, *, is_typed: bool) -> bool:
    bounds = commitment_bounds()
    shared = len(mine.told & yours.told)
    dice = 2 * shared / (len(mine.told) + len(yours.told))
    within = shared / min(len(mine.told), len(yours.told))
    return dice >= (bounds.typed if is_typed else bounds.untyped) or (within >= bounds.within and shared > 1)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share, 0 to 1, of the smaller set of stems that the larger has; 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@lru_cache(maxsize=16384)
def act_of(text: str) -> Act:
    """An act as it is compared."""
    plain = _CONDITION.sub("", _SUBJECT.sub("", text.strip(), count=1)) or text
    names = frozenset(_root(word) for word in _WORD.findall(plain)[1:] if word[0].isupper() and word.lower() not in _idle())
    plain, negative = positive(_MODAL.sub("", _joined(plain), count=1))
    ended = ends(plain)
    done = plain if ended is None else ended
    words = [stem for word in _WORD.findall(done) for stem in _canonical(word)]
    before = _ABOUT.split(done, maxsplit=1)[0]
    core = telling(before) or frozenset(words)
    told = frozenset(words)
    return Act(told, next(iter(words), None), core, told - core, names, negative == (ended is not None))


@lru_cache(maxsize=16384)
def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell what is done, one for all that say the same."""
    return frozenset(stem for word in _WORD.findall(_joined(text)) for stem in _canonical(word))


def without_subject(text: str) -> str:
    """An act or a clause without the party that it begins with: 'Moscow would hold talks' -> 'would hold talks'."""
    return _SUBJECT.sub("", text.strip(), count=1) or text


def parts_of(act: str) -> tuple[str, ...]:
    """The acts that an act is made of: 'release the crew and return the tanker' -> two.

    >>> parts_of("withdraw its tanks and its guns")
    ('withdraw its tanks and its guns',)
    """
    return tuple(_AND.split(without_subject(act)))


def deed(text: str) -> frozenset[str]:
    """The stems that tell an event's clause, without the party that it begins with: who acts is compared apart."""
    return telling(without_subject(text))


def _joined(text: str) -> str:
    """In small letters, words of several parts as one: 'pull its army back' as 'withdraw its army'."""
    lowered = text.lower()
    for verb, particle, word in table()["acts"]["split"]:
        if verb in lowered and particle in lowered:
            lowered = re.sub(rf"\b{verb}(?:s|ed|ing)?\s+((?:[\w’'-]+\s+){{1,4}}){particle}\b", rf"{word} \1", lowered)
    for phrase, word in _phrases():
        if phrase in lowered:
            lowered = re.sub(rf"\b{re.escape(phrase)}\b", word, lowered)
    return lowered


@lru_cache(maxsize=16384)
def _canonical(word: str) -> tuple[str, ...]:
    """The stem that stands for a word, none for one that tells nothing."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word in _idle():
        return ()
    return tuple(_synonyms().get(stem, stem) for stem in sorted(stems(word)))


def _root(name: str) -> str:
    """The first letters of a name, so that 'Finland' and 'Finnish', 'Crimea' and 'Crimean' are one."""
    return name.lower()[:3]


@cache
def _idle() -> frozenset[str]:
    return frozenset(table()["acts"]["idle"].split())


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(((phrase, word) for phrase, word in table()["acts"]["phrases"]), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _synonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in table()["acts"]["synonyms"]:
        words = group.split()
        first = min(stems(words[0]), default=words[0])
        for word in words:
            for stem in stems(word):
                found.setdefault(stem, first)
    return found
