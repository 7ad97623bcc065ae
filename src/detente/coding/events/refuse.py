"""Refusals that name nobody: 'there would be no negotiation', 'no foreign soldier will be accepted'."""

from __future__ import annotations

from collections.abc import Mapping

from detente.coding.events.model import Coded
from detente.coding.factuality.clause import negator
from detente.coding.factuality.grammar import is_passive
from detente.language import Token

MODAL = frozenset({"will", "would", "can", "could", "shall", "'ll", "’ll", "ca", "wo", "sha", "must", "may"})
WANTED = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
GRANTED = frozenset(
    {"accept", "allow", "permit", "tolerate", "grant", "recognize", "recognise", "admit", "approve", "negotiate",
     "discuss", "surrender", "cede", "concede", "arrange", "withdraw", "release", "lift", "sign", "consider",
     "entertain", "give", "abandon", "yield", "trade", "bargain", "relinquish"}
)  # fmt: skip
NOBODY = frozenset({"nobody", "none", "no-one", "nothing"})
POSSIBLE = frozenset({"possible", "acceptable", "negotiable", "conceivable", "imaginable", "thinkable", "feasible"})
QUESTION = frozenset({"question", "option", "table"})


def refused(verb: Token, by_trigger: Mapping[Token, Coded]) -> Token | None:
    """The word by which a clause without a willing subject refuses something; None where it does not."""
    if negator(verb) is None or verb.dep in {"relcl", "advcl", "acl"}:
        return None
    modal = next((c for c in verb.children if c.dep == "aux" and c.lower in MODAL), None)
    if verb.lemma == "be":
        return _existential(verb, modal, by_trigger) or _impossible(verb, by_trigger)
    if modal is None:
        return None
    subject = verb.child("nsubjpass", "nsubj")
    passive = is_passive(verb) and verb.child("agent") is None
    nobody = subject is not None and subject.lower in NOBODY
    if not (passive or nobody):
        return None
    wanted = verb in by_trigger and by_trigger[verb].event in WANTED
    told = subject is not None and subject in by_trigger and by_trigger[subject].event in WANTED
    return modal if verb.lemma in GRANTED or wanted or told else None


def _existential(verb: Token, modal: Token | None, by_trigger: Mapping[Token, Coded]) -> Token | None:
    """'There would be no talks', 'there can be no question of a withdrawal'."""
    thing = verb.child("attr", "nsubj")
    if modal is None or thing is None or verb.child("expl") is None:
        return None
    event = by_trigger.get(thing)
    return modal if thing.lemma in QUESTION or (event is not None and event.event in WANTED) else None


def _impossible(verb: Token, by_trigger: Mapping[Token, Coded]) -> Token | None:
    """'Dialogue is by no means possible', 'a withdrawal is not acceptable'."""
    subject = verb.child("nsubj")
    if subject is None or subject not in by_trigger or by_trigger[subject].event not in WANTED:
        return None
    return next((t for t in verb.sent.tokens[verb.i + 1 : verb.right + 1] if t.lower in POSSIBLE), None)
