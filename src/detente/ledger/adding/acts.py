"""Whether two acts are one, in whatever words: 'pull back its forces', 'the withdrawal of all troops'.

Words are brought to stems, and stems that say the same to one; words that say when or how are left out. Two
acts are one where enough of these agree, what is done among them. Acts of which one is negated, or undoes
the other, or that name different things, are two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from detente.ledger.adding.bounds import commitment_bounds
from detente.ledger.adding.canonical import WORD, canonical, idle, is_carried, joined, stops_a_flow
from detente.ledger.wording import ends, opposed, positive

__all__ = ["Act", "act_of", "deed", "likeness", "parts_of", "same_act", "telling", "telling_with_names", "undenied", "without_subject"]

_SUBJECT = re.compile(r"^(?:(?:only|that|if|unless|until|when|once|provided)\s+)*(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,4}(?=[a-z])")
_AND = re.compile(r",?\s+and\s+(?:to\s+)?(?!(?:the|its|their|his|her|all|an?|any)\b)(?=\w+\s+(?:the|its|their|his|her|all|an?|any|from|back|up|out)\b)", re.IGNORECASE)
_MODAL = re.compile(r"^(?:(?:to|must|should|shall|will|would|may|might|could|can|it|they)\s+)+(?:be\s+)?(?!not\b|never\b)", re.IGNORECASE)
_CONDITION = re.compile(r",?\s+\b(?:if|unless|provided|until|before|by|within|in order|so that)\b.*$", re.IGNORECASE | re.DOTALL)
_PASSIVE = re.compile(
    r"(?P<object>.+?)\s+(?:(?:should|must|shall|would|will|has to|have to|to)\s+)*(?:be|is|are|been|was|were)\s+(?P<verb>\w+(?:ed|en|wn|nt|ld|ut|withdraw))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT = re.compile(r"\b(?:to|from|in|on|at|with|off|near|against|over|into|for|between|through|towards?|onto)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it is compared.

    ``told`` are the stems that tell it, ``head`` the first of them, which is mostly what is done; ``core`` those
    before the first preposition (what is done to what), ``about`` the others (whence, where to, with whom);
    ``names`` the beginnings of the names in it; ``is_positive`` whether it is to be done or not; ``is_bare`` whether a
    verb was left out that only carried its noun, so that the other's verb must be told by this noun.
    """

    told: frozenset[str]
    head: str | None
    core: frozenset[str]
    about: frozenset[str]
    names: frozenset[str]
    is_positive: bool
    is_bare: bool = False


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
    few, many = sorted((parts_of(one), parts_of(other)), key=len)
    if len(many) > 1:
        return all(any(same_act(a, b, type_one, type_other) for b in many) for a in few)
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
    heads = (mine.head in yours.told or not yours.is_bare) and (yours.head in mine.told or not mine.is_bare)
    if not ((heads and (mine.head in yours.told or yours.head in mine.told)) or (is_typed and len(shared) > 2)):
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
    names = frozenset(_root(word) for word in WORD.findall(plain)[1:] if word[0].isupper() and word.lower() not in idle())
    plain, negative = positive(_MODAL.sub("", _active(joined(plain)), count=1))
    ended = ends(plain) or stops_a_flow(plain)
    whole = plain if ended is None else ended
    done = _unburdened(whole)
    words = [stem for word in WORD.findall(done) for stem in canonical(word)]
    before = _ABOUT.split(done, maxsplit=1)[0]
    core = telling(before) or frozenset(words)
    told = frozenset(words)
    return Act(told, next(iter(words), None), core, told - core, names, negative == (ended is not None), done != whole and ended is None)


def _unburdened(text: str) -> str:
    """An act without a verb that only carries its noun: 'open an inquiry' -> 'an inquiry'."""
    verb, _, rest = text.strip().partition(" ")
    return rest if is_carried(verb, tuple(telling(rest))) else text


@lru_cache(maxsize=16384)
def telling(text: str) -> frozenset[str]:
    """The stems of the words that tell what is done, one for all that say the same."""
    return frozenset(stem for word in WORD.findall(joined(text)) for stem in canonical(word))


def telling_with_names(text: str) -> frozenset[str]:
    """The stems that tell what is done; names by their beginnings, so that 'Finnish' stands for 'Finland'."""
    names = [word for word in WORD.findall(text) if word[0].isupper() and word.lower() not in idle()]
    plain = WORD.sub(lambda found: "" if found[0] in names else found[0], text)
    return telling(plain) | {_root(name) for name in names}


def without_subject(text: str) -> str:
    """An act or a clause without the party that it begins with: 'Moscow would hold talks' -> 'would hold talks'."""
    return _SUBJECT.sub("", text.strip(), count=1) or text


def undenied(act: str) -> str:
    """An act without its subject and its 'not': what a party refuses by saying that it will not do it.

    >>> undenied("Kenya would not release the fishermen"), undenied("to release the fishermen")
    ('would release the fishermen', 'release the fishermen')
    """
    return positive(without_subject(act))[0]


def parts_of(act: str) -> tuple[str, ...]:
    """The acts that an act is made of: 'release the crew and return the tanker' -> two.

    >>> parts_of("withdraw its tanks and its guns")
    ('withdraw its tanks and its guns',)
    """
    return tuple(_AND.split(without_subject(act)))


def deed(text: str) -> frozenset[str]:
    """The stems that tell an event's clause, without the party that it begins with: who acts is compared apart."""
    return telling(without_subject(_active(text)))


def _root(name: str) -> str:
    """The first letters of a name, so that 'Finland' and 'Finnish', 'Crimea' and 'Crimean' are one."""
    return name.lower()[:3]


def _active(text: str) -> str:
    """The passive turned: 'the embargo must be lifted' -> 'lifted the embargo'."""
    found = _PASSIVE.fullmatch(text)
    return f"{found['verb']} {found['object']}{found['rest']}" if found else text
