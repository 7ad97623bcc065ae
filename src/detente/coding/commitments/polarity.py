"""Whether a clause is negated: by its verb, its subject, its object, or a negative phrase in front."""

from __future__ import annotations

from detente.language import Token

PHRASES = frozenset("account circumstance condition mean means way time event case pretext point moment stage cost manner guise".split())
NO_ONE = frozenset({"nobody", "nothing", "none", "neither"})
GIVING = frozenset({"give", "make", "offer", "extend"})


def is_negated(verb: Token) -> bool:
    """Whether a verb, its subject or its object is negated."""
    if any(c.dep == "neg" or c.lower in {"never", "neither", "nowise", "nor", "hardly", "scarcely"} or is_negative_phrase(c) for c in verb.children):
        return True
    if _opened_by_negative(verb) or (verb.dep == "conj" and any(c.lower == "nor" and c.i < verb.i for c in verb.head.children)):
        return True  # 'neither endorsed nor rejected the idea'
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None and has_no(subject):
        return True
    if any(t.lower in {"nothing", "nobody"} for p in verb.all("prep") for t in p.all("pobj")):
        return True  # 'would negotiate on nothing'
    if any(_has_determiner_no(t) and t.lemma not in PHRASES for p in verb.all("prep") if p.i > verb.i for t in p.all("pobj")):
        return True  # 'will take part in no talks'
    target = verb.child("dobj", "attr")
    return target is not None and (target.lower in NO_ONE or _has_determiner_no(target))


def has_no(noun: Token) -> bool:
    """'Nobody', 'no troops', 'none of them', 'not one rifle', 'not an inch', 'neither the flag nor …'."""
    if noun.lower in NO_ONE or _has_determiner_no(noun):
        return True
    if noun.lower in {"one", "side", "party"} and any(c.lower in {"no", "neither"} for c in noun.children):
        return True
    tokens = noun.sent.tokens
    first = tokens[noun.left]
    if first.lower == "neither":
        return True
    return first.lower == "not" and noun.left + 1 < len(tokens) and tokens[noun.left + 1].lower in {"a", "an", "one", "even", "any"}


def _has_determiner_no(noun: Token) -> bool:
    return any((c.dep == "det" and c.lower in {"no", "neither"}) or (c.dep in {"preconj", "cc"} and c.lower == "neither" and c.i < noun.i) for c in noun.children)


def is_negative_phrase(prep: Token) -> bool:
    """'on no account', 'by no means', 'under no circumstances', 'at no time', 'no longer'."""
    if prep.dep == "advmod" and prep.lower in {"longer", "more"}:
        return any(c.lower == "no" for c in prep.children)
    inner = prep.child("pobj") if prep.dep == "prep" else None
    return inner is not None and inner.lemma in PHRASES and _has_determiner_no(inner)


def _opened_by_negative(verb: Token) -> bool:
    """'In no circumstances, he said, would forces be sent': a negative phrase in front of an inverted modal."""
    modal = next((c for c in verb.children if c.dep == "aux" and c.tag == "MD"), None)
    subject = verb.child("nsubj", "nsubjpass", "expl")
    if modal is None or subject is None or subject.i < modal.i:
        return False
    tokens = verb.sent.tokens[: modal.i]
    return any(t.lower == "no" and t.head.lemma in PHRASES for t in tokens[:6]) or any(t.lower in {"never", "neither", "nowhere", "nor"} for t in tokens[:3])


def is_barred(verb: Token, trigger: Token) -> bool:
    """'Vowed never again to test', 'assurances not to harm': the negation stands between the word and the infinitive."""
    between = verb.sent.tokens[trigger.i + 1 : verb.i]
    to = next((t for t in reversed(between) if t.lower == "to"), None)
    return to is not None and any(t.lower in {"not", "never"} for t in verb.sent.tokens[max(trigger.i + 1, to.i - 3) : to.i])


def is_withheld(noun: Token) -> bool:
    """'No such undertaking can be given', 'refused to make any promise': the act of speech itself is not done."""
    giving = noun.head
    return noun.dep in {"dobj", "nsubjpass"} and giving.lemma in GIVING and (is_negated(giving) or (giving.head.lemma in {"refuse", "decline"} and giving.dep == "xcomp"))
