"""Whom a clause is about, seen from its speaker: the speaker's own side, another party, or nobody named."""

from __future__ import annotations

from detente.coding.commitments.classes import FELT, FORCES
from detente.coding.commitments.context import Reading
from detente.coding.commitments.force import Subject
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import has_no, is_negated
from detente.coding.commitments.wording import SELF
from detente.language import Token

REALM = frozenset("coalition kingdom republic bloc alliance union federation emirate military country government nation people army navy party administration force delegation side cabinet state parliament".split())
LAND = frozenset({"country", "nation", "republic", "kingdom"})
GROUPS = frozenset({"side", "party", "both", "all"})
GOING = frozenset("keep resume end stop continue begin start remain follow return flow cease go stay expire".split())
RESUMING = frozenset("return resume proceed restart reopen continue go".split())
MEN = frozenset("man soldier fighter delegation team office ministry envoy negotiator commander people".split())
POSTS = frozenset({"consulate", "embassy", "legation"})
FOREIGN = frozenset("foreign enemy hostile alien invading occupying outside alien mercenary".split())
EXISTENTIAL = frozenset({"there", "it", "that", "this", "which"})


def subject_for(verb: Token, holder: str, reading: Reading) -> Subject:
    """Whom a clause is about, seen from the party that it would bind."""
    token = subject_of(verb)
    passive = verb.child("nsubjpass") is not None or any(c.dep == "auxpass" for c in verb.children)
    if token is None and not passive and verb.is_root and verb.sent.tokens[verb.left].tag == "MD":
        return Subject(own=True, party=False, passive=False)  # '4. Shall meet again': the subject stands above
    if passive and verb.dep == "conj" and verb.child("nsubj", "nsubjpass", "agent") is None and verb.head.child("nsubjpass", "nsubj") is not None:
        return Subject(own=False, party=False, passive=True)  # the agent of the verb before is not this one's
    if passive and token is None:
        patient = verb.child("nsubjpass")
        mine = is_own(patient, holder, reading) and is_negated(verb)
        return Subject(own=mine, party=bool(reading.parties(patient)), passive=True)
    if passive and token is not None and not reading.parties(token) and is_own(patient := verb.child("nsubjpass"), holder, reading) and is_negated(verb):
        return Subject(own=True, party=bool(reading.parties(patient)), passive=True)  # 'we will not be bound by it'
    if token is not None and token.pos == "NOUN" and not reading.parties(token) and verb.lemma in GOING and not any(c.tag == "VB" for c in verb.all("xcomp")):
        return Subject(own=False, party=False, passive=True)
    if token is not None and token.pos == "PRON" and verb.lemma in RESUMING and _on_condition(verb, reading):
        return Subject(own=not reading.parties(token), party=False, passive=True)
    if token is None and verb.dep == "conj":
        return subject_for(verb.head, holder, reading) if verb.head is not verb else Subject(own=False, party=False, passive=False)
    own = is_own(token, holder, reading)
    if token is not None and token.lower == "it" and not reading.parties(token):
        before = next((t for t in verb.sent.tokens[: token.i] if t.lemma in LAND and t.dep in {"nsubj", "nsubjpass"}), None)
        own = own or is_own(before, holder, reading) or _is_of_the_body(verb, holder, reading)  # 'were the country attacked, it would defend itself'
    if own and token is not None and token.lower in {"they", "he", "it", "you"} and any(t.lower in {"us", "me", "our"} for t in verb.subtree() if t.i > verb.i):
        own = False  # 'They may shoot at us if they like'
    return Subject(own=own, party=bool(reading.parties(token)), passive=False)


def _is_of_the_body(verb: Token, holder: str, reading: Reading) -> bool:
    """'Cheysson remarked that it would make no such distinction': an 'it' that acts, in words of somebody who speaks for a body."""
    body = reading.cast.actors[holder].kind in {"state", "government", "igo"} if holder in reading.cast.actors else False
    if body and verb.lemma == "make" and any(c.lower in {"sure", "certain"} for c in verb.children):
        return True
    if not body or verb.child("acomp", "attr", "ccomp", "csubj") is not None or (target := verb.child("dobj", "xcomp")) is None:
        return False
    return verb.lemma not in FELT | {"take", "be", "seem", "become", "mean", "make"} or (verb.lemma in {"take", "make"} and has_no(target))


def _on_condition(verb: Token, reading: Reading) -> bool:
    """'They would return only if the Council decided': what is held back until a condition is met."""
    return any(c.host is verb for c in reading.conditions(verb.sent))


def is_own(subject: Token | None, holder: str, reading: Reading) -> bool:
    """Whether a subject is the speaker, or a state, body or force that the speaker speaks for."""
    if subject is None:
        return False
    if subject.lower in SELF or any(c.dep == "poss" and c.lower in {"our", "my"} for c in subject.children):
        return True
    if subject.lower in EXISTENTIAL - {"it"} or subject.lemma == "regime":
        return False  # nobody calls their own side a regime
    found = reading.parties(subject)
    if subject.lemma in REALM and any(c.dep == "poss" and c.lower in {"his", "her", "its", "their"} for c in subject.children):
        return not found or any(reading.same_side(p, holder) for p in found)
    if found and any(reading.same_side(p, holder) for p in found):
        return reading.same_side(found[0], holder) or reading.cast.actors[found[0]].country is None
    if subject.lemma in REALM and any(c.lower in {"the", "this"} for c in subject.children) and all(p.startswith("---/") for p in found):
        return True
    if subject.lemma in FORCES | MEN and any(c.dep == "poss" and c.lower in {"his", "her", "their", "its"} for c in subject.children):
        return True  # 'his men would pull back their guns'
    if subject.lemma in FORCES | POSTS and all(p.startswith("---/") for p in found) and not any(c.lower in FOREIGN for c in subject.children):
        return True
    if any(c.lower in FOREIGN for c in subject.children):
        return False  # 'no foreign soldier'
    return (subject.lemma in GROUPS and (not found or len(found) > 1)) or (not found and subject.lemma in FORCES)
