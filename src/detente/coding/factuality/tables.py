"""Modals, embedding predicates and conditional connectives, indexed for the walk up the tree."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from detente.records import Factuality
from detente.resources import Lexicon
from detente.resources.rows import Embedder

VALUES = frozenset({"occurred", "future", "hypothetical", "negated", "historical"})
# An obligation says what ought to be, not what will be: what must be done is not yet done.
OPEN_FORCE = frozenset({"obligation", "permission"})
SKIP = frozenset({"be", "have", "to", "of", "from", "on", "for"})


@dataclass(frozen=True, slots=True)
class Force:
    """What a modal makes of the event in its scope."""

    value: Factuality
    words: str
    hedged: bool


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The tables of a lexicon by the words that the walk meets."""

    auxiliaries: dict[str, Force]  # 'will', 'could'
    predicates: dict[str, tuple[tuple[str, Force], ...]]  # 'able' -> ('to', hypothetical)
    embedders: dict[tuple[str, str], tuple[Embedder, ...]]  # (pos, lemma)
    conditional_marks: frozenset[str]  # subordinators: 'if', 'unless'
    conditional_phrases: tuple[tuple[str, ...], ...]  # 'in the event of'


@lru_cache(maxsize=4)
def tables_of(lexicon: Lexicon) -> Tables:
    """The indexes of a lexicon, built once for each fingerprint."""
    auxiliaries: dict[str, Force] = {}
    predicates: dict[str, list[tuple[str, Force]]] = {}
    for row in lexicon.modals:
        force = _force(row.factuality, row.force, row.modal, row.certainty == "hedged")
        words = row.modal.split()
        if force is None:
            continue
        if len(words) == 1:
            auxiliaries.setdefault(words[0], force)
        elif words[-1] in SKIP and words[0] not in {"no", "ought"}:
            content = [w for w in words if w not in SKIP] or [words[0]]
            predicates.setdefault(content[-1], []).append((words[-1], force))
    embedders: dict[tuple[str, str], list[Embedder]] = {}
    for embedder in lexicon.embedders:
        for lemma in embedder.lemma:
            embedders.setdefault((embedder.pos, lemma), []).append(embedder)
    marks, phrases = _conditionals(lexicon)
    return Tables(
        auxiliaries,
        {k: tuple(v) for k, v in predicates.items()},
        {k: tuple(v) for k, v in embedders.items()},
        marks,
        phrases,
    )


def _force(value: str, force: str, words: str, hedged: bool) -> Force | None:
    if value not in VALUES:
        return None
    if force in OPEN_FORCE and value == "future":
        value = "hypothetical"
    return Force(cast("Factuality", value), words, hedged)


def _conditionals(lexicon: Lexicon) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    marks: set[str] = set()
    phrases: set[tuple[str, ...]] = set()
    for row in lexicon.connectives:
        words = tuple(row.connective.lower().split())
        if row.polarity not in {"if", "unless"} or not words:
            continue
        if len(words) == 1 and row.form == "subordinator":
            marks.add(words[0])
        elif words[-1] == "of" and len(words) > 1:
            phrases.add(words)
    return frozenset(marks - {"and", "or", "with", "without"}), tuple(sorted(phrases))
