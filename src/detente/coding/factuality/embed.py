"""Predicates that decide whether what they embed happened, found by walking up from the event.

The walk is that of Saurí and Pustejovsky 2012, "Are you sure that this happened?" (Computational
Linguistics 38): every predicate on the way up that selects the clause or noun below it as its
complement acts on the factuality found so far, with its own polarity ('did not rule out').
"""

from __future__ import annotations

from detente.coding.factuality.clause import negator, own_clause
from detente.coding.factuality.grammar import PREPOSITION, VERBAL, infinitive
from detente.coding.factuality.model import Verdict
from detente.coding.factuality.tables import Tables
from detente.language import Token
from detente.resources.rows import Embedder

PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
# Rows that presuppose what they embed, whether or not they hold themselves ('did not condemn the attack').
# All other rows of 'occurred' are implicative: 'did not manage to' says that it did not happen (Karttunen
# 1971, "Implicative verbs", Language 47).
FACTIVE = frozenset(
    {"apologize", "regret", "condemn", "praise", "thank/for", "admit", "know", "confirm", "reveal", "remind", "fact",
     "condemnation", "responsibility", "aware", "responsible", "ongoing", "suffer", "aftermath"}
)  # fmt: skip


# Acts that bring about what they embed: where they are denied, it is not done.
DECIDING = frozenset({"order", "authorize", "permit", "consider"})
AVERTING = frozenset({"prevent", "avert", "avoid", "stop"})
INABILITY = frozenset({"able", "capable"})


def kind_of(child: Token) -> str:
    """How a complement hangs on its governor: inf, clause, gerund, obj, subj, or a preposition."""
    if child.dep in {"dobj", "nsubjpass", "attr", "oprd"}:
        return "obj"
    if child.dep in {"nsubj", "csubj"}:
        return "subj"
    if child.pos in VERBAL:
        if infinitive(child):
            return "inf"
        return "gerund" if child.tag == "VBG" and child.dep != "ccomp" else "clause"
    return "obj"


def embedder_of(governor: Token, child: Token, preposition: str, tables: Tables) -> Embedder | None:
    """The row of the table by which a governor acts on a complement; None where it has none."""
    part = PARTS.get(governor.pos, "")
    found = _best(tables.embedders.get((part, governor.lemma), ()), governor, child, preposition)
    if found is None and governor.tag == "VBN":  # 'is reported to have deployed'
        found = _best(tables.embedders.get(("adjective", governor.lower), ()), governor, child, preposition)
    return found


def _best(rows: tuple[Embedder, ...], governor: Token, child: Token, preposition: str) -> Embedder | None:
    kind = kind_of(child)
    best: tuple[int, Embedder] | None = None
    for row in rows:
        rank = _rank(row, governor, kind, preposition)
        if rank is not None and (best is None or rank > best[0]):
            best = rank, row
    return best[1] if best else None


def _rank(row: Embedder, governor: Token, kind: str, preposition: str) -> int | None:
    rank = 0
    wanted = row.complement
    if row.particle:
        if preposition not in row.particle and not _has(governor, row.particle):
            return None
        rank += 2
    if preposition:
        if preposition not in wanted and not (preposition in row.particle and {"obj", "gerund"} & set(wanted)):
            return None
    elif wanted and kind not in wanted:
        return None
    return rank + 1


def _has(governor: Token, particles: tuple[str, ...]) -> bool:
    return any(c.lower in particles and c.dep in PREPOSITION | {"prt", "advmod", "det", "neg"} for c in governor.children)


def apply(row: Embedder, why: str, governor: Token, tables: Tables, verdict: Verdict) -> None:
    """Acts on the verdict as the row says, turned round where the governor itself is negated."""
    effect, hedged = row.effect, row.certainty == "hedged"
    negative = negator(governor) if governor.pos in VERBAL else _negated_predicate(governor)
    words = f"{negative} {why}" if negative and negative not in row.particle else why
    if effect in {"negated", "counterfactual"} and row.id in AVERTING and _was_possible(governor):
        return  # 'the attack could have been prevented': it was not
    if effect in {"negated", "counterfactual"}:
        turned = verdict.value == "negated" or (negative is not None and negative not in row.particle)
        verdict.set("hypothetical" if turned else "negated", words, hedged=hedged or turned)
    elif effect == "hypothetical" and negative and row.id in DECIDING and verdict.value != "historical":
        verdict.set("negated", words)  # 'a blockade has not been ordered'
    elif negative and governor.lower in INABILITY and verdict.value != "negated":
        verdict.set("negated", words)  # 'has not been able to send an envoy'
    elif governor.lower in INABILITY and not negative and _was(governor):
        verdict.hedged = verdict.hedged or hedged  # 'was able to reach them': he did
    elif effect in {"future", "hypothetical"}:
        apply_open(effect, words, bool(negative), verdict, hedged=hedged)
    elif effect == "historical":
        if verdict.value == "occurred" and not negative:
            verdict.set("historical", words)
    elif effect == "occurred" and row.id not in FACTIVE and governor.pos in VERBAL and verdict.value == "occurred":
        own_clause(governor, tables, verdict)
    elif effect == "occurred" and row.id not in FACTIVE and negative and verdict.value == "occurred":
        verdict.set("negated", words)  # 'it is not true that'
    verdict.hedged = verdict.hedged or hedged


def _was(state: Token) -> bool:
    """Whether a state is told as past or reached: 'was able', 'have been able', but not 'if they were able'."""
    be = state.head
    if state.dep not in {"acomp", "oprd"} or be.lemma != "be":
        return False
    past = be.tag == "VBD" or any(c.lower in {"has", "have", "had"} for c in be.all("aux"))
    return past and not any(c.tag == "MD" or c.lower in {"if", "unless", "should"} for c in be.children)


def _was_possible(verb: Token) -> bool:
    """'Could have been averted', 'should have prevented': what was not done."""
    words = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}
    return "have" in words and bool(words & {"could", "might", "should", "would", "ought"})


def apply_open(effect: str, words: str, negative: bool, verdict: Verdict, *, hedged: bool) -> None:
    """Opens what a predicate of the future or of possibility embeds."""
    if verdict.value == "negated":
        return
    if effect == "future" and verdict.value == "historical":
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
