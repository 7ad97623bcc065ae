"""Acts as options: the same act in other words is one option; some acts can't be undone.

Whether two acts are the same is told as in the ledger (:mod:`detente.ledger.adding.acts`), so that what is one
commitment there is one option here.
"""

from __future__ import annotations

from detente.framing.claims import Deed
from detente.ledger.adding import same_act as told_alike
from detente.ledger.wording import ends, facts, opposed, stems

__all__ = ["is_irreversible", "same_act", "undoes"]


def same_act(one: Deed, other: Deed) -> bool:
    """Whether two deeds of one owner are one option: where the ledger would say that their words tell one act."""
    return told_alike(one.text, other.text, one.type, other.type)


def undoes(one: Deed, other: Deed) -> bool:
    """Whether one deed undoes the other."""
    return opposed(one.text, other.text)


def is_irreversible(deed: Deed) -> bool:
    """Whether the act, once done, can't be undone."""
    known = facts()
    return ends(deed.text) is None and (deed.type in known.irreversible_types or bool(stems(deed.text) & known.irreversible_stems))
