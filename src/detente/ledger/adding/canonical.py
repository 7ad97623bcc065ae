"""One word for all that say the same of an act: stems, what a noun is made from, synonyms, verbs of several words.

'The mobilisation of reserves' and 'mobilize its reserves' tell one act: a noun that is made from a verb is brought
back to it by its ending. A verb that carries nothing but a noun ('hold talks', 'open an inquiry') is left out.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from detente.ledger.adding.bounds import table
from detente.ledger.wording import stems

__all__ = ["WORD", "canonical", "idle", "is_carried", "joined", "stops_a_flow"]

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def joined(text: str) -> str:
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
def canonical(word: str) -> tuple[str, ...]:
    """The stem that stands for a word, none for one that tells nothing.

    >>> canonical("mobilisation") == canonical("mobilize"), canonical("suspension") == canonical("suspended")
    (True, True)
    """
    word = word.lower().removesuffix("'s").removesuffix("’s")
    if word in idle():
        return ()
    same = _synonyms()
    made = sorted(stems(_verb(word)))
    return tuple(same.get(stem, same.get(verb, verb)) for stem, verb in zip(sorted(stems(word)), made, strict=False))


def stops_a_flow(text: str) -> str | None:
    """What no longer flows: 'cut gas supplies', 'close the transit of gas' -> 'the transit of gas'; None where nothing flows."""
    first, _, rest = text.strip().partition(" ")
    if not canonical(first) or canonical(first)[0] not in _stems_of("stoppers"):
        return None
    flows = any(_stems_of("flows").intersection(canonical(word)) for word in WORD.findall(rest))
    return rest if flows else None


def is_carried(verb: str, words: tuple[str, ...]) -> bool:
    """Whether a verb says nothing that the nouns after it do not: 'hold' of 'hold talks'."""
    return verb.lower() in table()["acts"]["light"].split() and bool(_stems_of("deeds").intersection(words))


@cache
def idle() -> frozenset[str]:
    """Words that tell nothing of an act."""
    return frozenset(table()["acts"]["idle"].split())


def _verb(word: str) -> str:
    """The verb that a noun is made from, as far as its ending tells: 'suspension' -> 'suspend'."""
    for ending, verb in table()["acts"]["endings"]:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            return f"{word.removesuffix(ending)}{verb}"
    return word


@cache
def _stems_of(part: str) -> frozenset[str]:
    return frozenset(stem for word in table()["acts"][part].split() for stem in canonical(word))


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
