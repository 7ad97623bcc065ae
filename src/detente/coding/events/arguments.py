"""Who acts and who is acted on, for a frame that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.events.match import Match
from detente.coding.events.parties import Parties
from detente.coding.events.slots import fill
from detente.coding.factuality.grammar import VERBAL
from detente.language import Token
from detente.resources.rows import Frame

Arguments = dict[str, tuple[Token, ...]]

VICTIMS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
MOVED = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
OF_OBJECT = frozenset({"objposs", "objmod"})
# Where else the other side of an act of force may stand, whatever slots its row names.
BEYOND = {
    "MOBILIZE": ("against", "along", "near", "around", "toward", "with", "off", "on", "at", "into", "in", "over"),
    "ASSAULT": ("obj", "on", "against", "at", "into", "in", "of", "near"),
    "COERCE": ("obj", "of", "on", "against", "from", "into", "in", "to"),
    "SANCTION": ("on", "against", "to", "with", "from", "of", "obj", "for"),
    "PROTEST": ("against", "over", "at", "outside", "on", "to", "in"),
}


def arguments_of(match: Match, parties: Parties) -> tuple[Arguments, tuple[str, ...], tuple[str, ...]]:
    """The tokens slot by slot, the actors and the recipients of an event.

    Slots are tried in the order of the row; the first that names an actor decides. Parties of a
    symmetric event are all actors, as in PLOVER.
    """
    frame, token = match.frame, match.trigger
    arguments: Arguments = {}
    actors = _best(_actors(frame, token, arguments, parties), parties)
    recipients = _best(_recipients(frame, token, arguments, actors, parties), parties)
    if not actors and token.pos not in VERBAL and frame.event in MOVED and parties.forces(recipients):
        into = tuple(fill("into", token)) or tuple(fill("on", token)) or tuple(fill("against", token))
        if struck := parties.beside(parties.affected(into), recipients):  # 'the incursion of Colombian forces into Ecuador'
            actors, recipients = recipients, struck
    if not recipients and frame.event == "REQUEST" and "csubj" not in frame.recipient:
        asked = tuple(fill("csubj", token))  # 'demanded that Peru release …', whatever else the row looks for
        recipients = tuple(p for p in parties.affected(asked) if p not in actors)
    if frame.symmetric:
        actors = tuple(dict.fromkeys(actors + recipients))
        recipients = ()
    return arguments, actors, recipients


def _actors(frame: Frame, token: Token, arguments: Arguments, parties: Parties) -> Iterator[tuple[str, ...]]:
    """Actors slot by slot; a person's killing or arrest is done to, not by, that person."""
    for slot, tokens in _filled(frame, frame.actor, token, arguments):
        found = parties.acting(tokens)
        suffers = slot == "poss" and frame.event in VICTIMS and frame.recipient[:1] == ("of",) and not fill("of", token)
        if suffers and parties.persons(found):
            arguments["of"] = arguments.pop(slot)
            continue
        yield found


def _recipients(
    frame: Frame, token: Token, arguments: Arguments, actors: tuple[str, ...], parties: Parties
) -> Iterator[tuple[str, ...]]:
    """Recipients slot by slot, up to an object whom the text names but nobody knows ('ordered Carlos Menem to go')."""
    for slot, tokens in _filled(frame, frame.recipient, token, arguments):
        found = parties.affected(tokens)
        if slot in OF_OBJECT:
            found = parties.fuller(found, fill("obj", token, frame.particle))
        found = tuple(p for p in found if p not in actors)
        yield found
        named = arguments.get("obj") == tokens and all(t.ent == "PERSON" or t.tag == "PRP" for t in tokens)
        if named and not found and token.pos in VERBAL:
            return
    further = [slot for slot in BEYOND.get(frame.event, ()) if slot not in frame.recipient and slot not in frame.actor]
    for _, tokens in _filled(frame, further, token, {}):
        yield parties.beside(parties.affected(tokens), actors)


def _best(choices: Iterator[tuple[str, ...]], parties: Parties) -> tuple[str, ...]:
    """The first slot that names somebody in particular, else the first that names anybody."""
    fallback: tuple[str, ...] = ()
    for found in choices:
        if found and not parties.vague(found):
            return found
        fallback = fallback or found
    return fallback


def _filled(
    frame: Frame, slots: Sequence[str], token: Token, arguments: Arguments
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for slot in slots:
        tokens = arguments.get(slot) or tuple(fill(slot, token, frame.particle))
        if tokens:
            arguments[slot] = tokens
            yield slot, tokens
