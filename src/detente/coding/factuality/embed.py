"""Predicates that decide whether what they embed happened, found by walking up from the event.

The walk is that of Saurí and Pustejovsky 2012, "Are you sure that this happened?" (Computational
Linguistics 38): every predicate on the way up that selects the clause or noun below it as its
complement acts on the factuality found so far, with its own polarity ('did not rule out').
"""

from __future__ import annotations

from detente.coding.factuality.clause import modal, negator
from detente.coding.factuality.grammar import PREPOSITION, VERBAL, infinitive
from detente.coding.factuality.model import Verdict
from detente.coding.factuality.tables import Tables
from detente.language import Token
from detente.resources.rows import Embedder

PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
IMPLICATIVE = frozenset({"occurred", "inherit", "keep", "implicative"})
KINDS = {
    "inf": frozenset({"inf", "infinitive", "to", "to-inf"}),
    "clause": frozenset({"clause", "that", "ccomp"}),
    "gerund": frozenset({"gerund", "ing"}),
    "obj": frozenset({"obj", "noun", "np", "nominal", "object"}),
    "subj": frozenset({"subj", "subject", "nsubj"}),
}


def kind_of(child: Token) -> str:
    """How a complement hangs on its governor: inf, clause, gerund, obj, subj, or a preposition."""
    if child.dep in {"dobj", "nsubjpass", "attr", "oprd"}:
        return "obj"
    if child.dep in {"nsubj", "csubj", "csubjpass"}:
        return "subj"
    if child.pos in VERBAL:
        if infinitive(child):
            return "inf"
        return "gerund" if child.tag == "VBG" and child.dep != "ccomp" else "clause"
    return "obj"


def embedder_of(governor: Token, child: Token, preposition: str, tables: Tables) -> Embedder | None:
    """The row of the table by which a governor acts on a complement; None where it has none."""
    part = PARTS.get(governor.pos, "")
    rows = tables.embedders.get((part, governor.lemma), ())
    if not rows and governor.tag == "VBN":
        rows = tables.embedders.get(("adjective", governor.lower), ())
    kind = kind_of(child)
    best: tuple[int, Embedder] | None = None
    for row in rows:
        rank = _rank(row, governor, kind, preposition)
        if rank is not None and (best is None or rank > best[0]):
            best = rank, row
    return best[1] if best else None


def _rank(row: Embedder, governor: Token, kind: str, preposition: str) -> int | None:
    rank = 0
    if row.particle:
        if preposition not in row.particle and not _has(governor, row.particle):
            return None
        rank += 2
    if row.complement:
        names = KINDS.get(kind, frozenset({kind}))
        wanted = set(row.complement)
        if not (names & wanted or preposition in wanted):
            return None
        rank += 1
    elif preposition and kind == "obj" and not row.particle:
        return None
    return rank


def _has(governor: Token, particles: tuple[str, ...]) -> bool:
    return any(c.lower in particles and c.dep in PREPOSITION | {"prt", "advmod"} for c in governor.children)


def apply(effect: str, why: str, governor: Token, tables: Tables, verdict: Verdict, *, hedged: bool) -> None:
    """Acts on the verdict as the effect says, turned round where the governor itself is negated."""
    negative = negator(governor) if governor.pos in VERBAL else _negated_predicate(governor)
    words = f"{negative} {why}" if negative else why
    before = verdict.value
    if effect == "negated":
        if before == "negated":
            verdict.set("hypothetical", words)
        else:
            verdict.set("hypothetical" if negative else "negated", words, hedged=hedged or bool(negative))
    elif effect in {"future", "hypothetical"}:
        _open(effect, words, bool(negative), verdict, hedged)
    elif effect in {"occurred", "implicative"}:
        if negative and effect == "implicative" and before == "occurred":
            verdict.set("negated", words)
        else:
            verdict.hedged = verdict.hedged or hedged
    if effect in {"implicative", "inherit"} and governor.pos in VERBAL:
        force = modal(governor, tables)
        if force is not None and force.value in {"future", "hypothetical"} and verdict.value == "occurred":
            verdict.set(force.value, f"'{force.words}' {why}", hedged=force.hedged)


def _open(effect: str, words: str, negative: bool, verdict: Verdict, hedged: bool) -> None:
    if verdict.value == "negated":
        return
    if effect == "future" and negative:
        verdict.set("negated", words)
    elif effect == "future" and verdict.value in {"occurred", "future"}:
        verdict.set("future", words, hedged=hedged)
    elif effect == "hypothetical":
        verdict.set("hypothetical", words, hedged=hedged)


def _negated_predicate(governor: Token) -> str | None:
    """'no plan to', 'not ready to'."""
    for child in governor.children:
        if child.dep in {"det", "neg"} and child.lower in {"no", "not"}:
            return child.text
    head = governor.head
    if governor.dep in {"acomp", "attr", "oprd"} and head.pos in VERBAL:
        return negator(head)
    return None
