"""What a party is about to do, told as if under way: 'is sending troops', 'was pulling out its envoys'."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft
from detente.coding.commitments.model import Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.slots import trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

ACTING = frozenset({"state", "government", "military", "igo", "armed_group"})
OTHERS = frozenset({"if", "when", "while", "because"})


def underway(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'France is sending 350 soldiers': a plan in the progressive, which others may count on (Quirk and others 1985, sec. 4.44)."""
    helpers = {c.lower for c in verb.children if c.dep == "aux"}
    target = verb.child("dobj", "prt", "prep")
    if verb.tag != "VBG" or not helpers or not helpers <= {"is", "are", "'s", "'re", "was", "were", "’s"} or target is None:
        return
    said = reading.said_at(verb)
    if helpers & {"was", "were"} and said is None:
        return
    found = reading.parties(subject_of(verb))
    speaker = reading.speaker_of(said) if said is not None else None
    if not found and said is not None and (subject := subject_of(verb)) is not None and subject.lower in {"we", "i", "he", "it", "they", "she"}:
        found = (speaker,) if speaker else ()
    if not found or (said is not None and not reading.same_side(found[0], speaker)) or any(c.lower in OTHERS for c in verb.children):
        return
    holder = reading.body(found[0])
    if holder is None or holder not in reading.cast.actors or reading.cast.actors[holder].kind not in ACTING:
        return
    kind = "threat" if valence(verb, reading) == "hostile" else "pledge"
    start = min(c.i for c in verb.children if c.dep == "aux")
    yield from draft(kind, trimmed(verb.sent.tokens, start, verb.right), verb, verb, holder, reading, because=f"'{verb.text}': a plan told as under way")


UNDERWAY = dict.fromkeys(("send", "dispatch", "withdraw", "pull", "recall", "lift", "cut", "expel", "suspend", "release", "sever"), (underway,))
