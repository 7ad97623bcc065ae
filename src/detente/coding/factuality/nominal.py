"""Event nouns: what their phrase says, and when they share the fate of their verb."""

from __future__ import annotations

from typing import cast

from detente.coding.factuality.clause import condition, modal, negator
from detente.coding.factuality.grammar import VERBAL, infinitive
from detente.coding.factuality.model import Verdict
from detente.coding.factuality.tables import Tables
from detente.language import Token
from detente.records import Factuality

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
# Verbs that only say that an event takes place: the noun is the event.
TAKING_PLACE = frozenset(
    {"be", "begin", "start", "take", "occur", "happen", "continue", "resume", "end", "break", "hold", "conduct",
     "launch", "carry", "impose", "stage", "mount", "follow", "come", "go", "open", "make", "reach", "sign",
     "have", "give", "issue", "commit", "perform", "undertake", "declare", "deliver", "lead", "trigger", "cause",
     "provoke", "result", "prompt", "erupt", "collapse", "fail", "remain", "last", "proceed", "materialise",
     "materialize", "receive", "see", "seek", "want", "need", "accept", "avoid", "risk", "implement", "join"}
)  # fmt: skip


def own_noun(noun: Token, tables: Tables, verdict: Verdict) -> None:
    """Sets what a noun's own phrase says of it: 'no talks', 'a possible attack', 'planned drills'."""
    for child in noun.children:
        if child.dep in {"det", "neg"} and child.lower in {"no", "neither"} and not (child.lower == "neither" and is_definite(noun)):
            verdict.set("negated", child.text)
        elif child.dep == "det" and child.lower == "any" and verdict.value == "occurred":
            verdict.set("hypothetical", child.text)
        elif child.dep in {"amod", "advmod", "compound"} and verdict.value == "occurred":
            _modifier(child, tables, verdict)


def _modifier(word: Token, tables: Tables, verdict: Verdict) -> None:
    """'a planned attack', 'a possible deal', 'the averted strike'."""
    for form in (word.lower, word.lemma):
        for row in tables.embedders.get(("adjective", form), ()):
            if "head" not in row.complement:
                continue
            value = "negated" if row.effect == "counterfactual" else row.effect
            if value in {"future", "hypothetical", "negated", "historical"}:
                verdict.set(cast("Factuality", value), word.text, hedged=row.certainty == "hedged")
            else:
                verdict.hedged = verdict.hedged or row.certainty == "hedged"
            return


def inherits(noun: Token, verb: Token, tables: Tables) -> bool:
    """Whether an event noun happened only if its clause did.

    A verb of taking place or bringing about says so; elsewhere an indefinite noun in a clause that is
    itself open, negated or conditional does, while a definite one is presupposed ('Iran must end its
    attacks').
    """
    if noun.dep in {"nsubj", "nsubjpass"} and _is_there(noun, verb):
        return False
    if verb.lemma in TAKING_PLACE or (infinitive(verb) and not is_definite(noun)):
        return True
    if is_definite(noun):
        return False
    open_clause = modal(verb, tables) or negator(verb) or condition(verb, tables)
    return open_clause is not None or verb.pos in VERBAL


def _is_there(noun: Token, verb: Token) -> bool:
    """'How the strikes would end', 'the invasion is not the first': what ends or is described is there."""
    if verb.lemma in {"end", "stop", "cease"} and noun.dep == "nsubj":
        return is_definite(noun) or bool(noun.all("amod"))
    if noun.dep == "nsubj" and is_definite(noun) and any(c.dep in {"dobj", "ccomp"} and c.i > verb.i for c in verb.children):
        return True  # 'the threats will not make us yield': it does something
    described = verb.child("attr") is not None or verb.child("acomp") is not None
    return verb.lemma == "be" and is_definite(noun) and described


def is_definite(noun: Token) -> bool:
    """Whether a noun phrase presupposes its referent: article, demonstrative or possessor."""
    return any((c.dep == "det" and c.lower in DEFINITE) or c.dep == "poss" for c in noun.children)
