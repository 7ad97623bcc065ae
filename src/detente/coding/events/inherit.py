"""Recipients that a speech act takes over from what it is about.

'Threatened to hit Iranian sites' names whom only in its content: the threat is to those who would
be hit, the offer to those who would be helped, the refusal to those who would have got what is
refused. First the events that the content codes are asked, then its own arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.events.model import Coded
from detente.coding.events.parties import Parties
from detente.coding.factuality.grammar import PREPOSITION, VERBAL, complements, logical_objects
from detente.language import Token

FROM_CONTENT = frozenset({"THREATEN", "AGREE", "REJECT"})
TOWARD = ("to", "for", "against", "on", "with", "from", "between", "in", "into", "at", "near", "of", "by", "over")
OUTSIDE = frozenset({"relcl", "advcl", "parataxis", "punct", "cc", "npadvmod", "tmod"})


def inherit(events: Sequence[Coded], parties: Parties) -> None:
    """Fills in recipients of speech acts from what they are about, in place."""
    by_trigger = {event.trigger: event for event in events}
    for event in reversed(events):
        if event.recipients or event.frame.symmetric or event.event not in FROM_CONTENT:
            continue
        event.recipients = _recipients(event, by_trigger, parties)


def _recipients(event: Coded, by_trigger: dict[Token, Coded], parties: Parties) -> tuple[str, ...]:
    contents = _contents(event.trigger)
    for token in contents:
        inner = by_trigger.get(token)
        if inner is not None and inner is not event:
            found = inner.recipients or (inner.actors if inner.frame.symmetric else ())
            found = tuple(p for p in found if p not in event.actors)
            if found:
                return found
    for token in contents:
        if token.pos in VERBAL or token.dep in {"dobj", "pobj"}:
            found = others(token, event.actors, parties)
            if found:
                return found
    return ()


def others(token: Token, actors: Sequence[str], parties: Parties) -> tuple[str, ...]:
    """The first parties beside the actors that the arguments of a verb or noun name."""
    countries = {parties.cast.country(actor) or actor for actor in actors}
    for phrase in _argument_heads(token):
        found = tuple(
            p
            for p in parties.affected([phrase])
            if p not in actors and (parties.cast.country(p) or p) not in countries
        )
        if found:
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
        for phrase in (*direct, *inner, *token.all("xcomp")):
            if phrase.dep not in OUTSIDE:
                yield from _argument_heads(phrase, depth - 1)


def _contents(trigger: Token) -> list[Token]:
    found = list(complements(trigger))
    found += logical_objects(trigger)
    for child in trigger.children:
        if child.dep == "prep":
            found += child.all("pobj", "pcomp")
    return found + [c for t in found for c in t.children if c.dep in {"conj", "dobj", "xcomp"}]
