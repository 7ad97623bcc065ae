"""Parties that one event of a sentence lends to another of its kind.

'A roadside bombing killed two soldiers': who bombed has killed, and who was killed was bombed. 'Four
officers were killed when militants stormed the camp': the clause of circumstance says by whom.
"""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.events.build import Scene
from detente.coding.events.inherit import others
from detente.coding.events.lemmas import topics
from detente.coding.events.model import Coded
from detente.coding.events.turn import content_of
from detente.coding.factuality.grammar import VERBAL, logical_objects
from detente.language import Token
from detente.records import Actor

CIRCUMSTANCE = frozenset({"when", "after", "as", "while"})
# Ways of violence whose authors stay unseen; PLOVER codes them as unidentified armed actors of the place.
UNSEEN = frozenset({"explosives", "suicide-attack"})
CAUSE = frozenset({"against", "over", "at"})
VOICED = frozenset({"REQUEST", "ACCUSE", "REJECT", "PROTEST"})
YIELDING = frozenset({"CONCEDE", "RETREAT", "AID", "AGREE"})
DIRECTED = frozenset({"MOBILIZE", "SANCTION", "COERCE"})
EMERGENCY = frozenset({"curfew", "martial law", "emergency", "siege"})
SHARING = frozenset({"ASSAULT", "PROTEST"})


def lend(events: Sequence[Coded], scene: Scene) -> None:
    """Fills in parties from events of the same kind that are told as one with an event, in place."""
    by_trigger = {event.trigger: event for event in events if event.event in SHARING}
    for event in by_trigger.values():
        outer = by_trigger.get(_told_with(event.trigger))
        if outer is not None and outer is not event and outer.event == event.event and not event.frame.symmetric:
            _exchange(event, outer)
    _direct(events, scene)
    for event in events:
        if event.event == "PROTEST" and not event.recipients:
            event.recipients = _inside(event, events, scene) or others(event.trigger, event.actors, scene.parties)
        if event.event == "PROTEST" and event.actors and not event.recipients:
            event.recipients = _authorities(event, scene)


def _direct(events: Sequence[Coded], scene: Scene) -> None:
    """Whom force is directed at, by the verb's other arguments; of threats of it, by their content."""
    for event in events:
        if event.event in DIRECTED and not event.recipients and event.trigger.pos in VERBAL:
            event.recipients = others(event.trigger, event.actors, scene.parties)
        if event.event == "COERCE" and not event.recipients:
            event.recipients = _own_people(event, scene)
    coerced = {event.trigger: event.recipients for event in events if event.event == "COERCE"}
    for event in events:
        if event.event == "THREATEN" and not event.recipients:  # 'announced that it would extend the curfew'
            event.recipients = next((coerced[t] for t in content_of(event.trigger) if coerced.get(t)), ())


def unseen(events: Sequence[Coded], scene: Scene) -> None:
    """Gives bombings by nobody known the unidentified attackers of the place, and their place as target."""
    for event in events:
        if event.event != "ASSAULT" or event.place is None or not event.place.country:
            continue
        if event.mode in UNSEEN and not event.actors and event.factuality == "occurred":
            event.actors = (_attackers(event.place.country, event.place.name, scene),)
        if not event.recipients and not event.frame.symmetric:
            event.recipients = scene.parties.state(event.place.country, f"place '{event.place.name}'")


def _told_with(trigger: Token) -> Token:
    """The verb that tells of the same event: of a subject, participle, second verb or clause of circumstance."""
    head = trigger.head
    if trigger.pos in VERBAL:
        circumstance = trigger.dep == "advcl" and any(
            c.lower in CIRCUMSTANCE and c.dep in {"mark", "advmod"} for c in trigger.children
        )
        bare = trigger.dep in {"advcl", "conj"} and trigger.child("nsubj", "nsubjpass", "mark") is None
        return head if circumstance or bare or trigger.dep == "xcomp" else trigger
    if trigger.dep in {"nsubj", "nsubjpass", "conj"}:
        return head
    if trigger.dep == "pobj" and head.lower in {"in", "by", "during", "following", "after"}:
        return head.head if trigger.dep == "pobj" and head.head.pos in VERBAL else trigger
    return trigger


def _exchange(one: Coded, other: Coded) -> None:
    for first, second in ((one, other), (other, one)):
        if not first.actors:
            first.actors = tuple(a for a in second.actors if a not in first.recipients)
        if not first.recipients:
            first.recipients = tuple(r for r in second.recipients if r not in first.actors)
    one.place = other.place = one.place or other.place
    if not one.mode or not other.mode:
        one.mode = other.mode = one.mode or other.mode


def _own_people(event: Coded, scene: Scene) -> tuple[str, ...]:
    """A curfew, martial law or a state of siege falls on the people of the state whose authorities impose it."""
    measure = [event.trigger, *event.arguments.get("obj", ()), *logical_objects(event.trigger)]
    if event.trigger.pos not in VERBAL or not any(EMERGENCY.intersection(topics(t)) for t in measure):
        return ()
    country = next((state for actor in event.actors if (state := scene.cast.country(actor))), None)
    if country is None:
        return ()
    key = f"{country}/CVL"
    because = f"'{measure[-1].text}' falls on the people of {country}"
    row = Actor(id=key, name=f"people ({country})", kind="group", country=country, sector="CVL", because=because)
    scene.cast.actors.setdefault(key, row)
    return (key,)


def _inside(event: Coded, events: Sequence[Coded], scene: Scene) -> tuple[str, ...]:
    """Whom a protest is against, by what is said of its cause: 'against abuses by X', 'calling for X to go'."""
    trigger = event.trigger
    verb = trigger if trigger.pos in VERBAL else trigger.head
    below = range(verb.left, verb.right + 1)
    for token in verb.sent.tokens[verb.i : verb.right + 1]:
        if token.dep == "prep" and token.lower in CAUSE:
            for phrase in token.all("pobj"):
                found = others(phrase, event.actors, scene.parties)
                if found:
                    return found
    for inner in events:
        if inner is not event and inner.trigger.i in below:
            found = inner.recipients if inner.event in VOICED else ()
            if not found and inner.event in YIELDING and inner.factuality == "hypothetical":
                found = inner.actors
            found = tuple(p for p in found if p not in event.actors)
            if found:
                return found
    return ()


def _authorities(event: Coded, scene: Scene) -> tuple[str, ...]:
    """The government of protesters who name an issue but nobody else: it is what they protest against."""
    country = scene.cast.country(event.actors[0])
    row = scene.cast.actors.get(event.actors[0])
    if not country or row is None or row.sector in {"GOV", "MIL"} or not _issue(event.trigger):
        return ()
    key = f"{country}/GOV"
    because = f"'{event.trigger.text}' names no other side than the protesters' own state"
    scene.cast.actors.setdefault(
        key, Actor(id=key, name=f"government ({country})", kind="government", country=country, sector="GOV", because=because)
    )
    return (key,)


def _issue(trigger: Token) -> bool:
    verb = trigger if trigger.pos in VERBAL else trigger.head
    inside = trigger.sent.tokens[verb.i + 1 : max(verb.right, trigger.right) + 1]
    return any(t.lower in {"against", "over", "protest", "demand", "demanding", "convince", "denounce"} for t in inside)


def _attackers(country: str, place: str, scene: Scene) -> str:
    key = f"{country}/UAF"
    row = Actor(
        id=key,
        name=f"unidentified attackers ({country})",
        kind="armed_group",
        country=country,
        sector="UAF",
        because=f"nobody is named for an attack in {place}",
    )
    scene.cast.actors.setdefault(key, row)
    return key
