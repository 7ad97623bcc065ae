"""What a speech act turns into by its content or its polarity.

'Is ready to impose sanctions' is no offer but a threat; 'did not rule out an attack' is no refusal but
a veiled threat, and 'did not rule out talks' leaves an offer open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.coding.events.lemmas import topics
from detente.coding.events.model import Coded
from detente.coding.events.parties import Parties
from detente.coding.factuality.grammar import complements, infinitive, logical_objects
from detente.language import Token

HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE"})
FRIENDLY = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "AGREE"})
RESOLVE = frozenset({"announce", "declare", "ready", "prepared", "willing", "vow", "swear", "pledge", "promise", "determined", "prepare"})
VOICED = frozenset({"REQUEST", "ACCUSE", "PROTEST", "REJECT"})
EXERCISE = frozenset({"exercise", "drill", "manoeuvre", "maneuver", "game", "wargame", "patrol"})
EXCLUDING = frozenset({"rule", "exclude", "discount", "preclude"})


def turn(events: Sequence[Coded], parties: Parties) -> None:
    """Changes the type of speech acts whose content or polarity says otherwise, in place."""
    by_trigger = {event.trigger: event for event in events}
    for event in events:
        if event.event == "MOBILIZE" and _joint(event, parties):
            _become(event, "COOPERATE", "joint")
        if event.event in VOICED and event.factuality == "hypothetical" and _voiced(event, by_trigger):
            event.factuality, event.factors = "occurred", ("voiced by the protest",)
        content = [by_trigger[t] for t in content_of(event.trigger) if t in by_trigger]
        kinds = {inner.event for inner in content if inner is not event}
        if event.event == "AGREE":
            _leave_open(event, content)
        if event.event == "AGREE" and not RESOLVE.isdisjoint((event.trigger.lower, event.trigger.lemma)):
            if kinds & HOSTILE and not kinds & FRIENDLY:
                _become(event, "THREATEN", "hostile")
        elif event.event == "REJECT" and event.trigger.lemma in EXCLUDING and event.factuality == "negated":
            if kinds & HOSTILE:
                _become(event, "THREATEN", "not")
            elif kinds & FRIENDLY:
                _become(event, "AGREE", "not")


def _leave_open(event: Coded, content: Sequence[Coded]) -> None:
    """What is agreed, promised or offered is not done by that: it is open, as what is threatened."""
    for inner in content:
        if inner is not event and inner.factuality == "future" and inner.trigger.i > event.trigger.i:
            inner.factuality = "hypothetical"


def _voiced(event: Coded, by_trigger: dict[Token, Coded]) -> bool:
    """'Marched to demand elections': the march is the demand."""
    verb = event.trigger
    outer = by_trigger.get(verb.head)
    aims = verb.dep in {"advcl", "xcomp"} and infinitive(verb)
    return aims and outer is not None and outer.event == "PROTEST" and outer.factuality == "occurred"


def _joint(event: Coded, parties: Parties) -> bool:
    """Exercises of several states are cooperation: 'French and Egyptian warships launched war games'."""
    if len({parties.country(actor) for actor in event.actors}) < 2 or event.recipients:
        return False
    return any(not EXERCISE.isdisjoint(topics(t)) for t in (event.trigger, *event.words))


def _become(event: Coded, kind: str, why: str) -> None:
    event.event, event.mode = kind, ""
    event.frame = replace(event.frame, id=f"{event.frame.id}+{why}", event=kind, mode="", commitment="")
    if event.factuality == "negated":
        event.factuality = "occurred"


def content_of(trigger: Token) -> list[Token]:
    """The heads of what a speech act is about, down to clauses and nouns inside its object."""
    found = complements(trigger) + logical_objects(trigger)
    for child in trigger.children:
        if child.dep == "prep":
            found += child.all("pobj", "pcomp")
    deeper = [t for head in found for t in complements(head) if head is not trigger]
    return found + deeper + [c for head in found for c in head.all("conj", "xcomp", "dobj")]
