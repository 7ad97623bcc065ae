"""Whether an act is welcome or not to those whom it is done to, by its verb, its object and the events in it."""

from __future__ import annotations

from typing import Literal

from detente.coding.commitments.context import Reading
from detente.coding.commitments.wording import (
    ANSWER,
    CONFLICT,
    DREADED,
    FRIENDLY,
    GROWING,
    HARM,
    HARMING,
    HELPING,
    LOSSES,
    SUFFERING,
)
from detente.language import Token

Valence = Literal["hostile", "friendly", "neutral"]
NOUNS = frozenset({"NOUN", "PROPN"})
PHRASES = frozenset("account circumstance condition mean means way time event case pretext point moment stage cost manner guise".split())
COUNTERING = frozenset("combat counter fight prevent avoid avert reduce address tackle defeat eliminate mitigate overcome resolve settle solve tackle cope".split())
GOING = frozenset("resume begin start follow continue come go".split())
LIGHT = frozenset("take have make give carry use face impose launch conduct mount remain continue start keep begin do be consider hold send".split())


def is_negated(verb: Token) -> bool:
    """Whether a verb, its subject or its object is negated."""
    if any(c.dep == "neg" or c.lower in {"never", "neither", "nowise", "nor"} or is_negative_phrase(c) for c in verb.children):
        return True
    if _opened_by_negative(verb):
        return True
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None and (subject.lower in {"nobody", "nothing", "none", "neither"} or _has_no(subject) or _is_no_one(subject)):
        return True
    target = verb.child("dobj", "attr")
    return target is not None and _has_no(target)


def is_negative_phrase(prep: Token) -> bool:
    """'on no account', 'by no means', 'under no circumstances', 'at no time', 'no longer'."""
    if prep.dep == "advmod" and prep.lower in {"longer", "more"}:
        return any(c.lower == "no" for c in prep.children)
    inner = prep.child("pobj") if prep.dep == "prep" else None
    return inner is not None and inner.lemma in PHRASES and _has_no(inner)


def _opened_by_negative(verb: Token) -> bool:
    """'In no circumstances, he said, would forces be sent': a negative phrase in front of an inverted modal."""
    modal = next((c for c in verb.children if c.dep == "aux" and c.tag == "MD"), None)
    subject = verb.child("nsubj", "nsubjpass", "expl")
    if modal is None or subject is None or subject.i < modal.i:
        return False
    tokens = verb.sent.tokens[: modal.i]
    return any(t.lower == "no" and t.head.lemma in PHRASES for t in tokens[:6]) or any(t.lower in {"never", "neither", "nowhere"} for t in tokens[:3])


def _has_no(noun: Token) -> bool:
    return any(c.dep == "det" and c.lower in {"no", "neither"} for c in noun.children)


def _is_no_one(subject: Token) -> bool:
    return subject.lower in {"one", "side", "party"} and any(c.lower in {"no", "neither"} for c in subject.children)


def valence(head: Token, reading: Reading) -> Valence:
    """By the event that the head triggers, then by its lemma, then by its object or what it is of."""
    if head.lemma in {"meet", "answer", "greet"} and head.child("nsubjpass") and any(c.dep in {"prep", "agent"} and c.lower in {"with", "by"} for c in head.children):
        return "hostile"  # 'will be met with force'
    if head.lemma in COUNTERING:
        return "friendly"
    nouns = [t for t in (head, head.child("dobj", "attr", "nsubjpass")) if t is not None and t.pos in NOUNS]
    starts = head.lemma in GOING or any(c.lemma in {"effect", "force"} and c.dep in {"dobj", "pobj"} for t in (head, *head.all("prep")) for c in t.children)
    if starts and (subject := head.child("nsubj")) is not None:
        nouns.append(subject)
    for event in reading.events(head.sent):
        if event.trigger is head or event.trigger in nouns or head in event.words:
            if event.event in CONFLICT:
                return "hostile"
            if event.event in FRIENDLY and head.lemma not in HARMING:
                return "friendly"
    lemma = head.lemma
    if lemma in {"turn", "reduce", "bomb", "transform"} and any(t.lemma in {"fire", "ash", "ashes", "rubble", "graveyard", "inferno", "dust", "hell", "cemetery", "wasteland"} for t in head.subtree()):
        return "hostile"
    if lemma in {"enter", "join", "wage", "declare", "start", "go"} and any(t.lemma == "war" for c in head.children for t in (c, *c.children) if c.dep in {"dobj", "prep"}):
        return "hostile"
    if (lemma == "hold" and _to_account(head)) or _all_it_takes(head):
        return "hostile"
    if _against(head, reading) and lemma not in {"defend", "protect", "guard", "help", "shield", "support", "secure"}:
        return "hostile"
    if lemma in LIGHT | GOING or head.pos in NOUNS:
        near = [*nouns, *(c for p in head.all("prep") for c in p.all("pobj"))]
        if any(t.lemma in HARM | ANSWER and t.lower != "forces" for t in near):
            return "hostile"
    if lemma in HARMING | SUFFERING:
        return "hostile"
    if lemma in HELPING:
        return "friendly"
    return _coordinated(head, reading)


def _to_account(verb: Token) -> bool:
    """'will be held accountable', 'will be brought to account'."""
    return any(t.lower in {"accountable", "responsible", "liable"} for t in verb.children) or any(
        c.lower in {"account", "justice"} for p in verb.all("prep", "dative") for c in p.children
    )


def _all_it_takes(verb: Token) -> bool:
    """'do what is necessary', 'do whatever it takes', 'take all necessary steps': veiled, but a threat by convention."""
    if verb.lemma not in {"do", "take", "use", "act", "employ", "adopt"}:
        return False
    tokens = verb.sent.tokens[verb.i + 1 : verb.i + 8]
    need = any(t.lower in {"necessary", "needed", "required", "takes", "took"} for t in tokens)
    return need and any(t.lower in {"what", "whatever", "all", "everything", "any", "every"} or t.lemma in {"step", "measure", "action"} for t in tokens)


def _against(head: Token, reading: Reading) -> bool:
    """'use all necessary means against Iraq'."""
    near = [head, *(c for c in head.children if c.dep in {"dobj", "attr"})]
    return any(reading.parties(c.child("pobj")) for t in near for c in t.children if c.dep == "prep" and c.lower == "against")


def _coordinated(head: Token, reading: Reading) -> Valence:
    """That of a second verb ('will be imposed and will remain') or of the infinitive below ('will have to act')."""
    for child in head.children:
        if child.dep in {"conj", "xcomp"} and child.i > head.i and child.pos in {"VERB", "AUX"}:
            return valence(child, reading)
    return "neutral"


def is_harm(verb: Token) -> bool:
    """Whether the clause speaks of harm: 'there would be grave consequences', 'it could lead to war'."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is not None and (subject.lemma in DREADED or (subject.lemma in HARM and verb.lemma in GROWING)):
        return True
    if verb.lemma == "lose" and any(t.lemma in LOSSES and any(c.dep == "poss" or (c.dep == "amod" and c.ent) for c in t.children) for t in verb.all("dobj")):
        return True
    if verb.lemma == "answer" and any(c.lower == "for" for c in verb.all("prep")):
        return True
    near = [t for c in verb.children if c.dep in {"attr", "dobj", "prep", "acomp", "nsubj", "nsubjpass", "xcomp"} and c.right > verb.i - 1
            for t in c.subtree() if c.dep not in {"nsubj", "nsubjpass"} or t is c]  # fmt: skip
    return any(t.lemma in HARM and t.pos in NOUNS for t in near) or verb.lemma in SUFFERING or (
        verb.lemma == "become" and any(t.lemma == "target" for t in near)
    )
