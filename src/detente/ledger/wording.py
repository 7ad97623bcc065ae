"""Words of acts: stems, negations, what an act puts an end to, which acts undo one another.

Reports tell one act in many words: 'withdraw its troops', 'the withdrawal of all troops'. Words are compared
by stem (Porter 1980, as Snowball's English stemmer has it); words that tell nothing are left out.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import snowballstemmer

__all__ = ["ends", "facts", "opposed", "positive", "stems", "tells_failure"]

_WORD = re.compile(r"[a-z]+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_PASSIVE = re.compile(r"(.+?) (?:(?:should|must|would|will|to|has to|have to) )?(?:be|is|are|been) (\w+)", re.IGNORECASE)
_INNER = re.compile(r"\b(should|must|shall|will|would|can|could|may|do|does|did|is|are|be) (?:not|never)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Facts:
    """The table ``wording.toml``."""

    irreversible_types: frozenset[str]
    irreversible_stems: frozenset[str]
    negations: tuple[str, ...]
    endings: tuple[str, ...]
    opposites: frozenset[frozenset[str]]
    failure: frozenset[str]
    empty: frozenset[str]
    irregular: dict[str, str]


@cache
def facts() -> Facts:
    """The facts about acts, read once."""
    table: dict[str, Any] = tomllib.loads(files("detente.ledger").joinpath("wording.toml").read_text(encoding="utf-8"))
    return Facts(
        irreversible_types=frozenset(table["irreversible_types"]),
        irreversible_stems=frozenset(table["irreversible_stems"]),
        negations=_longest_first(table["negations"]),
        endings=_longest_first(table["endings"]),
        opposites=frozenset(map(frozenset, table["opposites"])),
        failure=frozenset(table["failure"]),
        empty=frozenset(table["empty"]),
        irregular=table["irregular"],
    )


def stems(text: str) -> frozenset[str]:
    """The stems of the words that tell something: 'the withdrawal of its troops' -> withdraw, troop."""
    return _stems(text.lower())


def opposed(one: str, other: str) -> bool:
    """Whether one act undoes the other: 'withdraw the frigates' and 'send frigates'."""
    mine, yours = stems(one), stems(other)
    pairs = [(a, b) for a in mine - yours for b in yours - mine if frozenset((a, b)) in facts().opposites]
    return any((mine & yours) - {a, b} for a, b in pairs)


def positive(text: str) -> tuple[str, bool]:
    """An act without its negation, and whether it had one: 'not to expand' -> 'expand', True."""
    plain = _unquoted(text)
    lowered = plain.lower()
    for word in facts().negations:
        if lowered.startswith(f"{word} "):
            return plain[len(word) :].removeprefix(" to").strip(), True
    inner = _INNER.sub(r"\1", plain)
    return inner.removeprefix("to ").strip(), inner != plain


def _unquoted(text: str) -> str:
    """Words without quotation marks around them or left without their fellow."""
    plain = text.strip().strip("\"'‘’ ")
    return plain if plain.count("“") == plain.count("”") else plain.replace("“", "").replace("”", "")


def ends(text: str) -> str | None:
    """What an act puts an end to: 'halt the enrichment' -> 'the enrichment'; None if it ends nothing."""
    plain = _ARTICLE.sub("", text.strip())
    passive = _PASSIVE.fullmatch(plain)
    if passive and _stems(passive[2].lower()) & _ending_stems():
        return passive[1]
    lowered = plain.lower()
    for word in facts().endings:
        if lowered.startswith(f"{word} "):
            return plain[len(word) :].removeprefix(" of").strip()
    first, _, rest = plain.partition(" ")
    return rest if rest and _stems(first.lower()) & _ending_stems() else None


def tells_failure(text: str) -> bool:
    """Whether a condition says that something comes to nothing: 'if the talks failed'."""
    return any(word in facts().failure for word in _WORD.findall(text.lower()))


@lru_cache(maxsize=16384)
def _stems(text: str) -> frozenset[str]:
    known = facts()
    words = [known.irregular.get(word, word) for word in _WORD.findall(text) if word not in known.empty and len(word) > 1]
    return frozenset(_stemmer().stemWords(words))


@cache
def _ending_stems() -> frozenset[str]:
    return frozenset().union(*(_stems(word) for word in facts().endings if " " not in word))


@cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
