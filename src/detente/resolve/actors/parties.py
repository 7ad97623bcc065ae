"""Whom a noun phrase stands for, and whom an actor speaks for."""

from __future__ import annotations

from detente.language import Token
from detente.resolve.model import Cast


def parties_of(token: Token, cast: Cast) -> tuple[str, ...]:
    """The actor ids that the noun phrase headed by ``token`` stands for, in text order.

    Coordinated phrases count: 'Cuba and Yemen' are two. ``()`` where nobody is named.
    """
    found: list[str] = []
    for head in token.conjuncts():
        found += _own(head, cast, 4)
    return tuple(dict.fromkeys(found))


def _own(token: Token, cast: Cast, depth: int) -> tuple[str, ...]:
    if token in cast.groups:
        return cast.groups[token]
    actor = cast.at(token)
    if actor:
        return (actor,)
    if not depth:
        return ()
    for child in token.children:
        if child.dep in {"poss", "compound", "amod", "nmod", "appos"}:
            found = _own(child, cast, depth - 1)
            if found:
                return found
    for child in token.all("prep"):
        inner = child.child("pobj") if child.lower == "of" else None
        if inner is not None:
            return parties_of(inner, cast)
    return ()


def government_of(actor_id: str, cast: Cast) -> str | None:
    """The state or body that an actor speaks for; its row is added to the cast where it is absent.

    An official speaks for the government, a general for the army's state, a UN envoy for the UN, a
    leader of rebels for the group; a private person and whatever is itself a body, for themselves.
    ``None`` for an id that the cast does not know.
    """
    row = cast.actors.get(actor_id)
    if row is None:
        return None
    if row.kind != "person":
        return actor_id
    owner = actor_id.rsplit("/", 1)[0]
    if "---" in owner:
        return actor_id
    if owner not in cast.actors and owner in cast.reserve:
        cast.actors[owner] = cast.reserve[owner]
    return owner if owner in cast.actors else actor_id
