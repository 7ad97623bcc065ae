"""Names of states and bodies by the root of their actor ids, as a model shows them."""

from __future__ import annotations

from functools import cache

from detente.resources import lexicon


@cache
def names() -> dict[str, str]:
    """'RUS' -> 'Russia', 'NATO' -> 'NATO': states by name, bodies by their shortest alias that is a name."""
    words = lexicon()
    found = {body.id: _short(body.id, body.name, body.aliases) for body in words.bodies if "/" not in body.id}
    return found | {state.code: state.name for state in words.states}


def _short(key: str, name: str, aliases: tuple[str, ...]) -> str:
    return key if key in aliases else name
