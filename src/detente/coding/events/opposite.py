"""The other side of an act, where the clause leaves it out but the sentence names it.

'Syrian troops killed two soldiers from Turkey, and Ankara retaliated': an act of conflict by one to whom
something has just been done is against those who did it. 'He met his Greek colleague and promised him
a pardon': an object pronoun is never its own clause's subject (principle B, Chomsky 1981).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from detente.coding.events.build import Scene
from detente.coding.events.model import Coded
from detente.coding.factuality.grammar import VERBAL, is_passive, logical_subjects, prepositional
from detente.language import Token
from detente.resources import Lexicon

# Acts that answer another's act, when their own clause does not say whose.
ANSWERING = frozenset({"ACCUSE", "REJECT", "THREATEN", "SANCTION", "ASSAULT", "COERCE", "REQUEST"})
# Acts that are done to somebody and call for an answer.
CALLING = frozenset({"ASSAULT", "COERCE", "SANCTION", "THREATEN", "ACCUSE", "MOBILIZE", "REJECT", "REQUEST"})
OBJECTS = frozenset({"it", "him", "her", "them"})
ARRESTING = frozenset({"arrest", "jail", "imprison", "deport"})
REACTING = frozenset({"retaliate", "respond", "reply", "protest", "retaliation", "rebuke", "riposte"})
SAID = frozenset({"REJECT", "ACCUSE", "REQUEST"})
STATED = frozenset({"occurred", "historical", "future"})
AWAY = frozenset({"expel", "deport", "oust", "evict", "eject", "throw", "turn", "banish", "detain", "arrest", "hold", "jail", "imprison", "kidnap"})


def oppose(events: Sequence[Coded], scene: Scene, earlier: Sequence[Coded] = ()) -> None:
    """Fills in whom an act answers, and who detains or expels from a named place, in place.

    Args:
        events: those of one sentence.
        scene: what is known of the report.
        earlier: events of the sentences before, which only a word of reaction looks back to ('retaliated').
    """
    for event in events:
        if not event.actors and event.trigger.pos in VERBAL:
            event.actors = _host(event, scene)
            event.recipients = scene.parties.beside(event.recipients, event.actors)
        _no_reflexive(event, scene)
        _not_its_own(event, scene)
        if event.recipients or event.frame.symmetric or event.event not in ANSWERING or not event.actors:
            continue
        event.recipients = (
            _answered(event, events, scene) or _continued(event, events, scene)
            or (_answered(event, earlier[::-1], scene) if event.trigger.lemma in REACTING else ())
        )  # fmt: skip


def _not_its_own(event: Coded, scene: Scene) -> None:
    """'Norway closed its embassy': what is its own is not who is hit."""
    own = any(c.tag == "PRP$" for token in event.words for c in token.children)
    lands = {scene.parties.country(a) for a in event.actors}
    if event.event == "SANCTION" and own and event.recipients and all(scene.parties.country(r) in lands for r in event.recipients):
        event.recipients = ()


def _answered(event: Coded, events: Sequence[Coded], scene: Scene) -> tuple[str, ...]:
    """Who did something to the actor before, in the sentence; the nearest first."""
    parties = scene.parties
    here = [e for e in events if e is not event and e.sentence is event.sentence]
    here.sort(key=lambda e: abs(e.trigger.i - event.trigger.i))
    for other in here or [e for e in events if e is not event]:
        if other.event not in CALLING or other.factuality not in STATED:
            continue
        hit = any(parties.country(r) == parties.country(a) for r in other.recipients for a in event.actors)
        found = parties.beside(other.actors, event.actors)
        if (hit or _two_sided(event, events, other, scene)) and found and not parties.vague(found):
            return found
    return ()


def _continued(event: Coded, events: Sequence[Coded], scene: Scene) -> tuple[str, ...]:
    """'Handed Guinea a note demanding an answer', 'shelled Quemoy, calling for its surrender': against whom the act above it is."""
    if event.event not in SAID | {"THREATEN"}:
        return ()
    by_trigger = {e.trigger: e for e in events if e is not event and e.actors and e.recipients and not e.frame.symmetric}
    for above in event.trigger.ancestors():
        outer = by_trigger.get(above)
        if outer is not None and outer.event in CALLING and any(scene.parties.same_side(a, b) for a in outer.actors for b in event.actors):
            return scene.parties.beside(outer.recipients, event.actors)
    return ()


def _two_sided(event: Coded, events: Sequence[Coded], other: Coded, scene: Scene) -> bool:
    """Whether an act without a target is one of two sides', and nobody else's in the sentence: 'India's step drew threats from Islamabad'."""
    states = {scene.parties.country(p) for e in events for p in (*e.actors, *e.recipients)}
    return not other.recipients and other.sentence is event.sentence and len(states) == 2


def _host(event: Coded, scene: Scene) -> tuple[str, ...]:
    """'Expelled from Khartoum', 'soldiers detained in Bamako': the state of the place does it, where it is not their own."""
    verb = event.trigger
    if not is_passive(verb) or logical_subjects(verb):
        return ()
    if event.event in SAID:
        return scene.parties.affected(t for t in prepositional(verb, "in") if t.text in _capitals(scene.lexicon))
    if verb.lemma not in AWAY:
        return ()
    places = prepositional(verb, "from") or prepositional(verb, "in") or prepositional(verb, "at")
    found = scene.parties.affected(places)
    if verb.lemma in ARRESTING:  # also of its own people
        return tuple(p for p in found if p not in event.recipients)
    own = {scene.parties.country(r) for r in event.recipients}
    return tuple(p for p in found if scene.parties.country(p) not in own) if event.recipients else ()


@lru_cache(maxsize=4)
def _capitals(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name for state in lexicon.states for name in (state.capital, *state.capitals))


def _no_reflexive(event: Coded, scene: Scene) -> None:
    """Gives an object pronoun that was taken for the subject's own side to the party named before it."""
    if not event.recipients or not event.actors or scene.parties.beside(event.recipients, event.actors):
        return
    pronouns = [t for tokens in event.arguments.values() for t in tokens if t.lower in OBJECTS and t.i > event.trigger.i]
    if pronouns:
        event.recipients = other_than(pronouns[0], event.actors, scene)


def other_than(pronoun: Token, actors: Sequence[str], scene: Scene) -> tuple[str, ...]:
    """The party named last before an object pronoun that is on none of the actors' sides."""
    for token in reversed(pronoun.sent.tokens[: pronoun.i]):
        found = scene.parties.beside(scene.parties.of([token]), actors) if token.pos != "PRON" else ()
        if found and not scene.parties.vague(found):
            return found
    return ()
