"""Who acts and who is acted on, for a frame that fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.coding.events.match import Match
from detente.coding.events.parties import Parties
from detente.coding.events.slots import fill
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
    actors: tuple[str, ...] = ()
    for tokens in _filled(frame, frame.actor, token, arguments):
        actors = parties.acting(tokens)
        if actors:
            break
    recipients: tuple[str, ...] = ()
    for tokens in _filled(frame, frame.recipient, token, arguments):
        recipients = tuple(p for p in parties.affected(tokens) if p not in actors)
        if recipients:
            break
    if frame.symmetric:
        actors = tuple(dict.fromkeys(actors + recipients))
        recipients = ()
    return arguments, actors, recipients


def _filled(
    frame: Frame, slots: Sequence[str], token: Token, arguments: Arguments
) -> Iterator[tuple[Token, ...]]:
    for slot in slots:
        tokens = arguments.get(slot) or tuple(fill(slot, token, frame.particle))
        if tokens:
            arguments[slot] = tokens
            yield tokens
