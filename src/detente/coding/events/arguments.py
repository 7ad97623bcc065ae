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


def arguments_of(match: Match, parties: Parties) -> tuple[Arguments, tuple[str, ...], tuple[str, ...]]:
    """The tokens slot by slot, the actors and the recipients of an event.

    Slots are tried in the order of the row; the first that names an actor decides. Parties of a
    symmetric event are all actors, as in PLOVER.
    """
    frame, token = match.frame, match.trigger
    arguments: Arguments = {}
    actors = _best((parties.acting(t) for t in _filled(frame, frame.actor, token, arguments)), parties)
    recipients = _best(_recipients(frame, token, arguments, actors, parties), parties)
    if not recipients and frame.event == "REQUEST" and "csubj" not in frame.recipient:
        asked = tuple(fill("csubj", token))  # 'demanded that Peru release …', whatever else the row looks for
        recipients = tuple(p for p in parties.affected(asked) if p not in actors)
    if frame.symmetric:
        actors = tuple(dict.fromkeys(actors + recipients))
        recipients = ()
    return arguments, actors, recipients


def _recipients(
    frame: Frame, token: Token, arguments: Arguments, actors: tuple[str, ...], parties: Parties
) -> Iterator[tuple[str, ...]]:
    """Recipients slot by slot, up to an object whom the text names but nobody knows ('ordered Carlos Menem to go')."""
    for tokens in _filled(frame, frame.recipient, token, arguments):
        found = tuple(p for p in parties.affected(tokens) if p not in actors)
        yield found
        named = arguments.get("obj") == tokens and all(t.ent == "PERSON" or t.tag == "PRP" for t in tokens)
        if named and not found and token.pos in VERBAL:
            return


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
) -> Iterator[tuple[Token, ...]]:
    for slot in slots:
        tokens = arguments.get(slot) or tuple(fill(slot, token, frame.particle))
        if tokens:
            arguments[slot] = tokens
            yield tokens
