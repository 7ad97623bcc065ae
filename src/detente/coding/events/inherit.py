"""Recipients that a speech act takes over from what it is about.

'Threatened to hit Iranian sites' names whom only in its content: the threat is to those who would
be hit, the offer to those who would be helped, the refusal to those who would have got what is
refused. First the events that the content codes are asked, then its own arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.events.model import Coded
from detente.coding.events.parties import Parties
from detente.coding.factuality.grammar import (
    PREPOSITION,
    VERBAL,
    complements,
    infinitive,
    logical_objects,
    surface_subject,
)
from detente.language import Token

FROM_CONTENT = frozenset({"THREATEN", "AGREE", "REJECT", "REQUEST"})
FROM_CONDITION = frozenset({"THREATEN", "SANCTION", "COERCE", "ASSAULT"})
UNDERGOING = frozenset({"face", "suffer", "undergo", "endure", "survive", "expect", "fear", "risk", "incur", "weather", "withstand",
                        "escape", "await", "brace", "sustain", "expose", "invite", "dodge", "dread"})  # fmt: skip
TOWARD = ("to", "for", "against", "on", "with", "from", "between", "in", "into", "at", "near", "of", "by", "over", "along", "around", "off")
OUTSIDE = frozenset({"relcl", "advcl", "parataxis", "punct", "cc", "npadvmod", "tmod"})


def inherit(events: Sequence[Coded], parties: Parties) -> None:
    """Fills in recipients from what events are about or depend on, in place."""
    by_trigger = {event.trigger: event for event in events}
    for event in reversed(events):
        if event.frame.symmetric:
            continue
        if event.event in FROM_CONTENT and _own_side_only(event, parties) and not _addressed(event):
            event.recipients = _recipients(event, by_trigger, parties) or event.recipients
        if not event.recipients and event.event in FROM_CONDITION:
            event.recipients = _undergone(event, parties) or _of_condition(event, parties)


def _addressed(event: Coded) -> bool:
    """Whether a demand names its addressee, though nobody knows who that is ('ordered Carlos Menem to appear')."""
    if event.event != "REQUEST" or event.recipients:
        return False
    filled = [t for slot in ("obj", "csubj", "on") for t in event.arguments.get(slot, ())]
    return any(t.pos in {"PROPN", "PRON"} or t.ent == "PERSON" for t in filled)


def _own_side_only(event: Coded, parties: Parties) -> bool:
    """Whether the recipients found are none, or the actor's own people ('offered to send Mr Baker')."""
    return bool(event.actors or not event.recipients) and not parties.beside(event.recipients, event.actors)


def _recipients(event: Coded, by_trigger: dict[Token, Coded], parties: Parties) -> tuple[str, ...]:
    contents = _contents(event.trigger)
    for token in contents:
        inner = by_trigger.get(token)
        if inner is not None and inner is not event and event.event != "REQUEST":
            found = inner.recipients or (inner.actors if inner.frame.symmetric else ())
            found = parties.beside(found, event.actors)
            if found:
                return found
    for token in contents:
        if token.pos in VERBAL or token.dep in {"dobj", "pobj", "conj"}:
            found = others(token, event.actors, parties)
            if found:
                return found
    return ()


def _undergone(event: Coded, parties: Parties) -> tuple[str, ...]:
    """'Peru faces sanctions', 'suffered an attack': who meets with what the noun names is whom it is done to."""
    noun = event.trigger
    if noun.pos in VERBAL or noun.dep not in {"dobj", "pobj"}:
        return ()
    verb = noun.head if noun.dep == "dobj" else noun.head.head
    if verb.lemma not in UNDERGOING:
        return ()
    return parties.beside(parties.affected(surface_subject(verb)), event.actors)


def _of_condition(event: Coded, parties: Parties) -> tuple[str, ...]:
    """'Sanctions will remain until Tehran changes': whoever can end a measure is whom it is against."""
    verb = event.trigger if event.trigger.pos in VERBAL else event.trigger.head
    for clause in [c for t in verb.conjuncts() for c in t.children if c.dep == "advcl"]:
        mark = clause.child("mark", "aux")
        if mark is not None and mark.lower in {"until", "till", "unless", "if", "should"}:
            found = parties.beside(parties.of(surface_subject(clause)), event.actors)
            if found:
                return found
    return ()


def others(token: Token, actors: Sequence[str], parties: Parties) -> tuple[str, ...]:
    """The first parties beside the actors that the arguments of a verb or noun name."""
    own = [token] if token.pos in {"NOUN", "PROPN"} else []
    for phrase in (*own, *_argument_heads(token)):
        found = parties.beside(parties.affected([phrase]), actors)
        if found and not parties.vague(found):
            return found
    return ()


def _argument_heads(token: Token, depth: int = 3) -> Iterator[Token]:
    """Heads of the noun phrases inside a verb's or noun's own phrase: objects, then prepositional ones."""
    direct = [c for c in token.children if c.dep in {"dobj", "dative", "attr"} and c.pos != "ADP"]
    if token.pos in VERBAL:
        yield from direct
    inner = [p for c in token.children if c.dep in PREPOSITION and c.lower in TOWARD for p in c.all("pobj", "pcomp")]
    for phrase in sorted(inner, key=lambda t: TOWARD.index(t.head.lower) if t.head.lower in TOWARD else 99):
        if phrase.dep == "pobj":
            yield phrase
    if depth:
        aims = [c for c in token.all("xcomp", "ccomp", "advcl", "acl") if infinitive(c) or c.dep == "xcomp"]
        for phrase in (*direct, *inner, *aims):
            if phrase.dep not in OUTSIDE or phrase in aims:
                yield from _argument_heads(phrase, depth - 1)


def _contents(trigger: Token) -> list[Token]:
    found = list(complements(trigger))
    found += logical_objects(trigger)
    for child in trigger.children:
        if child.dep == "prep":
            found += child.all("pobj", "pcomp")
    return found + [c for t in found for c in t.children if c.dep in {"conj", "dobj", "xcomp"}]
