"""The cues of a sentence: which words introduce what somebody says, and by which row of the table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.language import Sentence, Token
from detente.resources import Lexicon
from detente.resources.rows import CueRow

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADV": "adverb"}
NOT_FINITE_SOURCE = frozenset({"amod"})  # 'the claimed victory' reports nothing by itself


@dataclass(frozen=True, slots=True, eq=False)
class CueHit:
    """A cue word with its row; ``particle`` is the required preposition, particle or light object."""

    token: Token
    row: CueRow
    particle: Token | None


@lru_cache(maxsize=4)
def cue_index(words: Lexicon) -> dict[tuple[str, str], tuple[CueRow, ...]]:
    """Rows by (lemma, part of speech); those that require a particle come first."""
    found: dict[tuple[str, str], list[CueRow]] = {}
    for row in words.cues:
        pos = "verb" if row.pos == "phrase" else row.pos
        for lemma in row.lemma:
            found.setdefault((lemma.split()[0], pos), []).append(row)
    return {key: tuple(sorted(rows, key=lambda r: not r.particle)) for key, rows in found.items()}


def cues_in(sentence: Sentence, words: Lexicon) -> Iterator[CueHit]:
    """The cue words of a sentence, the most specific rows of each, in order."""
    index = cue_index(words)
    for token in sentence.tokens:
        pos = POS.get(token.pos)
        if pos is None or (token.dep in NOT_FINITE_SOURCE and pos == "verb" and token.tag == "VBN"):
            continue
        rows = index.get((token.lemma, pos)) or (index.get((token.lemma, "verb")) if pos == "adjective" and token.tag == "VBN" else None)
        if not rows:
            continue
        hits = [CueHit(token, row, particle) for row in rows if (particle := _particle(token, row)) is not _MISSING]
        specific = [h for h in hits if h.row.particle]
        yield from specific + [h for h in hits if not h.row.particle]


_MISSING = Token(i=-1, start=0, text="", lemma="", pos="", tag="", dep="", ent="")


def _particle(token: Token, row: CueRow) -> Token | None:
    """The dependent that the row requires: None where it requires none, ``_MISSING`` where it is absent."""
    if not row.particle:
        return None
    for wanted in row.particle:
        label, _, lemma = wanted.partition(":")
        if not lemma:
            found = next((c for c in token.children if c.lower == label and c.dep in {"prt", "prep", "advmod", "agent", "dative", "mark"}), None)
        elif label == "obj":
            found = next((c for c in token.children if c.dep in {"dobj", "nsubjpass", "attr"} and c.lemma == lemma), None)
        else:
            found = next((c for c in token.children if c.dep in {"acomp", "oprd", "advmod", "xcomp", "ccomp", "attr"} and c.lemma == lemma), None)
            found = found or next((g for c in token.children if c.dep in {"ccomp", "xcomp"} for g in c.children if g.lemma == lemma), None)
        if found is not None:
            return found
    return _MISSING
