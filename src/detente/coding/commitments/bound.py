"""Who is bound in the end, once a draft stands: the party that its clause names as acting."""

from __future__ import annotations

from detente.coding.commitments.context import Reading
from detente.coding.commitments.model import Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import has_no

ACTING = frozenset({"pledge", "refusal"})  # what only the one who acts can undertake
WILL = frozenset({"will", "would", "shall", "'ll", "wo"})
STATELY = frozenset({"state", "government", "military"})
BEFALLING = frozenset("get receive become be have obtain acquire gain see enter suffer face remain stay return set join lose belong go come find win".split())


def bound(draft: Draft, reading: Reading) -> str | None:
    """The holder of a draft, as an actor id or ``None``."""
    doer = _doer(draft, reading) if draft.kind in ACTING else None
    return draft.holder if doer is None else doer


def _doer(draft: Draft, reading: Reading) -> str | None:
    """'Mali had wanted a truce. Niger would have none of it': the state that will or won't act, whoever was heard before."""
    head = draft.head
    subject = subject_of(head)
    if subject is None or subject.pos == "PRON" or has_no(subject) or head.child("nsubjpass") is not None or not any(c.lower in WILL for c in head.children):
        return None
    target = head.child("dobj")
    if head.lemma in BEFALLING and not (target is not None and target.lower == "none"):
        return None
    found = reading.parties(subject)
    if len(found) != 1 or reading.cast.actors[found[0]].kind not in STATELY or found[0].startswith("---"):
        return None
    return None if reading.same_side(found[0], draft.holder) else reading.body(found[0])
