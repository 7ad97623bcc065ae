"""Whether two reports name the same parties: the state in one, its minister in the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

__all__ = ["Match", "body_of", "is_nobody", "is_same_actor", "is_unnamed", "match_of", "roots_of"]

Match = Literal["same", "partial", "different"]

# Sectors that act for the state; the others (opposition, rebels, civilians, firms) are parties of their own.
_STATE = frozenset({"", "GOV", "MIL", "SPY", "COP", "LEG", "JUD"})
_UNKNOWN = "---"  # the state of an actor whose state the report does not tell


def roots_of(actors: Sequence[str]) -> tuple[str, ...]:
    """The states and bodies of some actors, sorted; those of no known state are left out.

    >>> roots_of(["RUS/GOV/sergei-lavrov", "NATO", "---/CVL/crew"])
    ('NATO', 'RUS')
    """
    return tuple(sorted({root for actor in actors if (root := actor.partition("/")[0]) != _UNKNOWN}))


def is_unnamed(actor: str) -> bool:
    """Whether an actor is a common noun of no known state: another report may mean another by it.

    >>> is_unnamed("---/MIL/troops"), is_unnamed("RUS/MIL")
    (True, False)
    """
    return actor.startswith(f"{_UNKNOWN}/")


def is_nobody(actor: str) -> bool:
    """Whether an actor is the unnamed author of a report: of another report it is another.

    >>> is_nobody("---/---/author"), is_nobody("---/MIL/troops")
    (True, False)
    """
    return actor.startswith(f"{_UNKNOWN}/{_UNKNOWN}")


def body_of(actor: str) -> str:
    """The state or body that a person speaks for.

    >>> body_of("RUS/GOV/sergei-lavrov"), body_of("NATO")
    ('RUS/GOV', 'NATO')
    """
    return "/".join(actor.split("/")[:2])


def is_same_actor(one: str, other: str, *, persons: bool = False) -> bool:
    """Whether two reports mean one party by these actors.

    Args:
        one: an actor id.
        other: another.
        persons: two named persons of one state are two parties.

    >>> is_same_actor("RUS", "RUS/GOV/sergei-lavrov")
    True
    >>> is_same_actor("RUS/GOV", "RUS/OPP")
    False
    """
    if one == other:
        return True
    mine, yours = _parts(one), _parts(other)
    if _UNKNOWN in {mine[0], yours[0]}:
        return bool(mine[2] and yours[2]) and _is_same_slug(mine[2], yours[2])
    if mine[0] != yours[0]:
        return False
    if mine[2] and yours[2] and persons:
        return _is_same_slug(mine[2], yours[2])
    return mine[1] == yours[1] or (mine[1] in _STATE and yours[1] in _STATE)


def match_of(one: Sequence[str], other: Sequence[str], *, persons: bool = False) -> Match:
    """How two lists of parties agree: all of either, those of the shorter, or not even those.

    A report that names nobody agrees in part with any; so do two that name them by the same common noun ('troops').
    """
    shorter, longer = sorted((tuple(one), tuple(other)), key=len)
    if not all(any(is_same_actor(a, b, persons=persons) for b in longer) for a in shorter):
        return "different"
    if any(map(is_unnamed, (*one, *other))):
        return "partial"
    return "same" if all(any(is_same_actor(a, b, persons=persons) for a in shorter) for b in longer) else "partial"


def _parts(actor: str) -> tuple[str, str, str]:
    root, _, rest = actor.partition("/")
    sector, _, person = rest.partition("/")
    return root, sector, person


def _is_same_slug(one: str, other: str) -> bool:
    """'crew' and 'crew-members', 'lavrov' and 'sergei-lavrov'."""
    mine, yours = set(one.split("-")), set(other.split("-"))
    return mine <= yours or yours <= mine
