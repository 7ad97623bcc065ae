"""What a sentence only mentions on the way, and does not tell as an event.

Analysts and coders of event data read who did what to whom; a clause inside a noun phrase that names
neither side ('weapons seized last year'), talks of which one side alone is known inside an adjunct
('during a summit'), and a body that is called by its meetings ('the forum agreed') tell no event.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.events.model import Coded
from detente.coding.factuality.grammar import PREPOSITION, VERBAL
from detente.language import Token

SPEAKING = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
PAPERS = frozenset({"resolution", "letter", "note", "declaration", "memorandum", "ultimatum"})
GUARDING = frozenset({"protect", "guard", "escort", "shield", "defend"})
POSSESSIVE = frozenset({"its", "their", "his", "her", "our", "my"})
MODIFYING = frozenset({"acl", "relcl", "amod"})
ASSERTING = {"insist": "REQUEST", "announce": "AGREE", "declare": "AGREE"}
PAST = frozenset({"VBD", "VBZ"})


def foreground(events: Sequence[Coded]) -> list[Coded]:
    """The events that a sentence tells, without those that it only mentions."""
    by_trigger = {event.trigger: event for event in events}
    return [e for e in events if not (_partyless(e) or _half_adjunct(e) or _body(e, by_trigger) or _assertion(e) or _own(e))]


def _own(event: Coded) -> bool:
    """'Will protect its trawlers': who guards what is his own helps nobody else."""
    if event.event != "AID" or event.trigger.lemma not in GUARDING:
        return False
    things = [t for t in event.trigger.children if t.dep == "dobj"]
    return any(c.dep == "poss" and c.lower in POSSESSIVE for t in things for c in t.children)


def _partyless(event: Coded) -> bool:
    """A modifying clause, or a noun inside a phrase, of which neither side is known."""
    if event.actors or event.recipients or event.factuality != "occurred":
        return False
    token = event.trigger
    if token.pos in VERBAL:
        while token.dep == "conj" and token.head.pos in VERBAL:
            token = token.head
        return token.dep in MODIFYING and not (token.dep == "relcl" and token.head.lower in PAPERS)
    return token.dep == "pobj" and event.event in SPEAKING


def _half_adjunct(event: Coded) -> bool:
    """Talks or fighting with one side known, inside an adjunct: 'after 12 days of battles with the militia'."""
    token = event.trigger
    if not event.frame.symmetric or token.pos in VERBAL or len(event.actors) > 1:
        return False
    if token.dep != "pobj" or event.factuality != "occurred":
        return False
    while token.dep == "pobj" and token.head.lower == "of" and token.head.head.pos not in VERBAL:
        token = token.head.head
    return token.dep == "pobj" and token.head.dep in PREPOSITION and token.head.lower != "to"


def _body(event: Coded, by_trigger: dict[Token, Coded]) -> bool:
    """A meeting that speaks is the body that meets."""
    token = event.trigger
    if event.event != "CONSULT" or token.pos in VERBAL or token.dep != "nsubj":
        return False
    outer = by_trigger.get(token.head)
    return outer is not None and outer.event in SPEAKING


def _assertion(event: Coded) -> bool:
    """'Insisted that unrest reflected tensions', 'announced that it has left' assert and bind nobody."""
    verb = event.trigger
    if ASSERTING.get(verb.lemma) != event.event or verb.pos not in VERBAL:
        return False
    content = verb.child("ccomp")
    if content is None or content.child("nsubj", "nsubjpass") is None:
        return False
    auxiliaries = [c for c in content.children if c.dep in {"aux", "auxpass"}]
    if any(c.tag == "MD" for c in auxiliaries):
        return False
    finite = auxiliaries[0] if auxiliaries else content
    return finite.tag in PAST and content.child("acomp", "xcomp") is None
