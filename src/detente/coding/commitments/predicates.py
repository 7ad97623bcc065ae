"""The words that make commitments: those of ``commitments.csv`` first, then those of ``cues.csv``.

Directives and commissives as in Searle (1976); the complements are those of Quirk and others (1985, ch. 16).
"""

from __future__ import annotations

from functools import lru_cache

from detente.coding.commitments.model import Predicate
from detente.language import Token
from detente.resources import Lexicon

PUTTING = frozenset({"put", "present", "submit", "float", "table", "unveil", "outline"})  # 'gov:put': verbs of putting forward


@lru_cache(maxsize=4)
def predicates(words: Lexicon) -> dict[str, tuple[Predicate, ...]]:
    """The predicates by lemma, those with more particles first."""
    found: dict[str, list[Predicate]] = {}
    barred = {f"{row.lemma}/{row.pos}" for row in words.commitments if row.kind == "none"}
    for row in words.commitments:
        if row.kind != "none":
            name = f"{row.pos[0]}.{row.lemma}" + (f".{','.join(row.particle)}" if row.particle else "")
            found.setdefault(row.lemma, []).append(Predicate(name, row.pos, row.lemma, row.particle, row.kind, row.takes))
    for cue in words.cues:
        for lemma in cue.lemma:
            if not cue.commitment or f"{lemma}/{cue.pos}" in barred or " " in lemma:
                continue
            pos = "verb" if cue.pos == "phrase" else cue.pos
            for particle in cue.particle or ("",):
                found.setdefault(lemma, []).append(Predicate(cue.id, pos, lemma, tuple(_parts(particle)), cue.commitment, cue.takes))
    return {lemma: tuple(sorted(rows, key=lambda r: -len(r.particles))) for lemma, rows in found.items()}


def _parts(particle: str) -> list[str]:
    """'out obj:red line' as 'out' and 'obj:red line'."""
    head, colon, rest = particle.partition(":")
    if not colon:
        return particle.split()
    *before, label = head.split() or [head]
    return [*before, f"{label}:{rest}"]


def is_verb(token: Token) -> bool:
    """Whether a word is a verb, if need be against its tag: a 'noun' with a subject and a clause is one."""
    if token.tag.startswith("VB"):
        return True
    return token.pos == "NOUN" and token.child("nsubj") is not None and token.child("ccomp", "dobj", "xcomp") is not None


def fits(token: Token, row: Predicate) -> bool:
    """Whether a word is this predicate here: its part of speech, and all that must stand with it."""
    if row.pos == "verb":
        right = is_verb(token) and token.dep not in {"aux", "auxpass", "amod", "compound"}
    elif row.pos == "noun":
        right = token.pos == "NOUN" and token.dep not in {"compound", "npadvmod"}
    else:
        right = token.pos == "ADJ" or token.tag in {"VBN", "JJ", "VBD"}
        right = right and token.dep not in {"amod", "aux"}
    return right and all(_has(token, part) for part in row.particles)


def _has(token: Token, part: str) -> bool:
    label, _, word = part.rpartition(":")
    if label == "obj":
        last, *before = reversed(word.split())
        target = next((c for c in token.all("dobj", "nsubjpass", "attr", "npadvmod") if c.lemma == last), None)
        if target is None:
            return False
        return not before or any(c.lower in before for c in target.children)
    if label == "acomp":
        return any(c.lemma == word and c.i > token.i for c in token.children)
    if label == "gov":
        return token.dep in {"dobj", "nsubjpass"} and token.head.lemma in (PUTTING if word == "put" else {word})
    if label:
        return False
    if part == "be":
        return token.head.lemma in {"be", "stand", "remain", "seem", "become"}
    nearby = token.sent.tokens[token.i + 1 : token.i + 4]
    return any(c.lower == part and c.i > token.i for c in token.children) or any(
        t.lower == part and t.head.i >= token.i - 1 and t.dep != "aux" for t in nearby
    )
