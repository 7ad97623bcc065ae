"""How much of a sentence an act is given by: its complement, and the word that makes it one where the complement is short."""

from __future__ import annotations

from detente.coding.commitments.model import Act, Offsets, Predicate
from detente.coding.commitments.polarity import is_withheld
from detente.coding.commitments.slots import ADJECTIVES
from detente.language import Token

NEAR = 8  # words between a verb and the infinitive that it takes
SHORT = 30  # characters: an act shorter than that is given with the word that makes it one


def extent(trigger: Token, act: Act, row: Predicate) -> Offsets:
    """Offsets of the words that an act is given by: those of the complement, with the verb where they say too little alone."""
    if row.pos == "noun" and is_withheld(trigger):
        return trigger.sent.tokens[trigger.left].start, max(act.span[1], trigger.head.end)  # 'no commitment to revise the treaty had been made'
    if row.pos == "adjective":
        start, end = _whole_clause(trigger, act.span)
        return (trigger.start if 0 < act.head.i - trigger.i <= 4 and end - start < SHORT else start), end
    if act.slot == "inf" and row.pos == "verb" and 0 < act.head.i - trigger.i <= NEAR and act.span[1] - act.span[0] < SHORT:
        return min(trigger.start, act.span[0]), act.span[1]  # 'declines to submit', 'urged both to talk': a short infinitive says too little alone
    return _with_trigger(trigger, act.span, act.head) if act.slot in {"obj", "pp"} else act.span


def _whole_clause(adjective: Token, act: Offsets) -> Offsets:
    """'Israel was prepared to comply': an act that an adjective names, with its subject, as under a modal."""
    verb = adjective.head
    subject = verb.child("nsubj") if verb.lemma in ADJECTIVES else None
    if subject is None or subject.i > adjective.i or subject.lower in {"who", "which", "that"}:
        return act
    tokens = adjective.sent.tokens
    if any(t.text in {",", ";", ":", "“", "”", '"'} for t in tokens[subject.left : adjective.i]):
        return tokens[verb.i if verb.i > subject.i else adjective.i].start, act[1]
    return tokens[subject.left].start, act[1]


def _with_trigger(trigger: Token, act: Offsets, head: Token) -> Offsets:
    """'demanded redress', 'threat of war': a bare noun says too little alone, and is given with the word that makes it an act."""
    if head.pos != "NOUN" or not 0 < head.i - trigger.i <= 3 or head.right != head.i:
        return act
    tokens = head.sent.tokens
    inside = [t for t in tokens[trigger.i + 1 : head.i + 1] if t.start >= act[0]]
    return (trigger.start, act[1]) if len(inside) <= 2 and all(t.pos in {"NOUN", "DET"} for t in inside) else act
