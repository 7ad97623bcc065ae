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

__all__ = ["Act", "act_of", "likeness", "same_act", "telling"]

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SUBJECT = re.compile(r"(?:that\s+)?(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,4}(?=(?:must|should|shall|will|would|may|might|could|can|to|not|[a-z]+)\b)")
_CONDITION = re.compile(r",?\s+\b(?:if|unless|provided|until|before|by|within|in order|so that)\b.*$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is compared: the stems that tell it, the first of them, the names in it, and its sign."""

    text: str
    told: frozenset[str]
    head: str | None
    names: frozenset[str]
    is_positive: bool


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
    shared = mine.told & yours.told
    is_typed = type_one is not None and type_one == type_other
    if not (mine.head in yours.told or yours.head in mine.told or (is_typed and len(shared) > 1)):
        return False
    if len(shared) == 1 and min(len(mine.told), len(yours.told)) > 1:
        return False  # only what is done agrees, not to what
    bounds = commitment_bounds()
    dice = 2 * len(shared) / (len(mine.told) + len(yours.told))
    within = len(shared) / min(len(mine.told), len(yours.told))
    return dice >= (bounds.typed if is_typed else bounds.untyped) or (within >= bounds.within and len(shared) > 1)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share, 0 to 1, of the smaller set of stems that the larger has; 0 where either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


@lru_cache(maxsize=16384)
def act_of(text: str) -> Act:
    """An act as it is compared."""
    plain = _CONDITION.sub("", _SUBJECT.sub("", text.strip(), count=1)) or text
    plain, negative = positive(plain)
    ended = ends(plain)
    told = telling(ended if ended is not None else plain)
    words = [stem for word in _WORD.findall(_joined(ended or plain)) for stem in _canonical(word)]
    head = next(iter(words), None)
    names = frozenset(_root(word) for word in _WORD.findall(plain)[1:] if word[0].isupper() and word.lower() not in _idle())
    return Act(text, told, "end " + head if ended is not None and head else head, names, negative == (ended is not None))


@lru_cache(maxsize=16384)
def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell what is done, one for all that say the same."""
    return frozenset(stem for word in _WORD.findall(_joined(text)) for stem in _canonical(word))


def _joined(text: str) -> str:
    lowered = text.lower()
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
