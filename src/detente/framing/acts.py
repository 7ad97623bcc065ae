"""Acts as options: the same act in other words is one option; some acts can't be undone.

Two acts of one owner are the same where their words agree enough, or where PLOVER gives both the same
type and fewer words agree (:mod:`detente.ledger.wording`).
"""

from __future__ import annotations

from detente.framing.claims import Deed
from detente.ledger.wording import agreement, ends, facts, opposed, stems

__all__ = ["is_irreversible", "same_act", "undoes"]

SAME = 0.5  # agreement from which two acts are one
SAME_TYPE = 0.25  # where PLOVER gives both the same type


def same_act(one: Deed, other: Deed) -> bool:
    """Whether two deeds of one owner are one option."""
    if undoes(one, other):
        return False
    if not stems(one.text) or not stems(other.text):
        return one.text.casefold() == other.text.casefold()
    alike = one.type is not None and one.type == other.type
    return agreement(one.text, other.text) >= (SAME_TYPE if alike else SAME)


def undoes(one: Deed, other: Deed) -> bool:
    """Whether one deed undoes the other."""
    return opposed(one.text, other.text)


def is_irreversible(deed: Deed) -> bool:
    """Whether the act, once done, can't be undone."""
    known = facts()
    return ends(deed.text) is None and (deed.type in known.irreversible_types or bool(stems(deed.text) & known.irreversible_stems))
