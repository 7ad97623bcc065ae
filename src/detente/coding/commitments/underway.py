"""What a party is about to do, told as if under way: 'is sending troops', 'was pulling out its envoys'."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft
from detente.coding.commitments.model import Draft
from detente.coding.commitments.parties import subject_of
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

ACTING = frozenset({"state", "government", "military", "igo", "armed_group"})
BE = frozenset({"is", "are", "'s", "'re", "’s", "’re", "was", "were"})
SPEAKING = frozenset({"we", "i", "he", "it", "they", "she"})
ASIDE = frozenset({"if", "when", "while", "because", "whether"})


def underway(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'France is sending 350 soldiers': a plan in the progressive, which others may count on (Quirk and others 1985, sec. 4.44)."""
    helpers = {c.lower for c in verb.children if c.dep == "aux"}
    if verb.tag != "VBG" or not helpers or not helpers <= BE or verb.child("dobj", "prt", "prep") is None:
        return
    if is_negated(verb) or verb.sent.tokens[-1].text == "?" or any(c.lower in ASIDE for c in verb.children):
        return
    holder = _planner(verb, reading) if verb.lemma not in TOLD or reading.said_at(verb) is not None else None
    if holder is None or (reading.said_at(verb) is None and (reading.is_voiced(verb) or helpers & {"was", "were"})):
        return
    kind = "threat" if valence(verb, reading) == "hostile" else "pledge"
    start = min(c.i for c in verb.children if c.dep == "aux")
    yield from draft(kind, trimmed(verb.sent.tokens, start, verb.right), verb, verb, holder, reading, because=f"'{verb.text}': a plan told as under way")


def _planner(verb: Token, reading: Reading) -> str | None:
    """The party that acts, in the report's voice or in its own; None for what is denied, asked, or told of another."""
    said, subject = reading.said_at(verb), subject_of(verb)
    found = reading.parties(subject)
    speaker = reading.speaker_of(said) if said is not None else None
    if not found and speaker is not None and subject is not None and subject.lower in SPEAKING:
        found = (speaker,)
    if not found or (said is not None and (reading.is_silent(said) or not reading.same_side(found[0], speaker))):
        return None
    holder = reading.body(found[0])
    return holder if holder in reading.cast.actors and reading.cast.actors[holder].kind in ACTING else None


TOLD = frozenset("break close cancel halt end stop freeze impose reopen resume scrap abandon boycott quit join deploy ground downgrade mobilise mobilize open".split())  # plans only where a party tells them of itself
UNDERWAY = dict.fromkeys((*sorted(TOLD), "send", "dispatch", "withdraw", "pull", "recall", "lift", "cut", "expel", "suspend", "release", "sever"), (underway,))
