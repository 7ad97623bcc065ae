"""Who acts and who is acted on, for a frame that fits."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.events.match import Match
from detente.coding.events.parties import actors_in
from detente.coding.events.slots import fill
from detente.language import Token
from detente.resolve.model import Cast

Arguments = dict[str, tuple[Token, ...]]


def arguments_of(match: Match, cast: Cast) -> tuple[Arguments, tuple[str, ...], tuple[str, ...]]:
    """The tokens slot by slot, the actors and the recipients of an event.

    Slots are tried in the order of the row; the first that names an actor decides. Parties of a
    symmetric event are all actors, as in PLOVER.
    """
    frame, token = match.frame, match.trigger
    arguments: Arguments = {}
    actors = _first(frame.actor, token, cast, arguments, ())
    recipients = _first(frame.recipient, token, cast, arguments, actors)
    if frame.symmetric:
        actors = tuple(dict.fromkeys(actors + recipients))
        recipients = ()
    return arguments, actors, recipients


def _first(
    slots: Sequence[str], token: Token, cast: Cast, arguments: Arguments, taken: tuple[str, ...]
) -> tuple[str, ...]:
    for slot in slots:
        tokens = arguments.get(slot) or tuple(fill(slot, token))
        if tokens:
            arguments[slot] = tokens
        found = tuple(a for a in actors_in(tokens, cast) if a not in taken)
        if found:
            return found
    return ()
