"""Clauses of speech under a negation: what is refused, withheld, forsworn, or will not be stood by and watched."""

from __future__ import annotations

from detente.coding.commitments.classes import (
    BEING,
    BESTOWED,
    FELT,
    JOINING,
    ROOM,
    SENDING,
    TOLD,
)
from detente.coding.commitments.force import Force, Subject
from detente.coding.commitments.polarity import has_no
from detente.coding.commitments.usages import Valence
from detente.coding.commitments.wording import Wording
from detente.language import Token

SPARED = frozenset("touch affect abandon desert forsake molest disturb prejudice harm question infringe".split())  # what is not done to what is left alone
MEANS = frozenset({"force", "violence", "weapon", "arms", "gas", "pressure", "coercion"})
SPEAKING = frozenset("comment speculate elaborate predict".split())
ENTERING = frozenset("set enter cross come pass land stay remain return arrive tread get go".split())


def own_negated(verb: Token, shade: Valence, w: Wording) -> Force | None:
    """What the speaker's own side will not do: refused, or forsworn where it would be unwelcome."""
    if verb.lemma in w.idle and idles(verb):
        return Force("threat", hedged=False, because=f"'not {verb.text}': the speaker will act")
    if shade == "hostile" and _first_to(verb):
        return Force("pledge", hedged=False, because="what the speaker will not be the first to do")
    if verb.lemma == "be" and (_first_to(verb) or any(t.lower in {"silent", "idle", "passive", "deterred", "bystander", "complicit", "party", "bound"} for t in verb.all("acomp", "attr"))):
        return Force("refusal", hedged=False, because="what the speaker will not be")
    if verb.lemma == "be" and any(c.lower == "never" for c in verb.children) and verb.child("acomp", "attr") is not None:
        return Force("refusal", hedged=False, because="what the speaker will never be")
    if verb.lemma in {"rest", "relent"} or _spares_nothing(verb):
        return Force("pledge", hedged=False, because=f"'not {verb.text}': the speaker will go on")
    if (verb.lemma in FELT and not any(t.lemma in BEING for t in verb.all("attr"))) or _comes_short(verb):
        return None
    if verb.lemma in SPEAKING or (verb.lemma in {"say", "confirm"} and any(c.dep == "ccomp" for c in verb.children)):
        return None  # 'would not say how it would vote'
    if verb.lemma in SENDING:
        return Force("refusal", hedged=False, because=f"the speaker will not '{verb.text}'")
    if shade == "hostile" and (patient := verb.child("nsubjpass")) is not None and patient.lemma in MEANS:
        return Force("pledge", hedged=False, because=f"not to be '{verb.text}': harm is ruled out")
    if verb.lemma in JOINING or verb.child("nsubjpass") is not None or (verb.lemma == "take" and any(c.lower in {"part", "back"} for c in verb.children)):
        return Force("refusal", hedged=False, because=f"the speaker will not {verb.text}")
    if shade == "hostile" and verb.lemma not in w.suffering:
        return Force("pledge", hedged=False, because=f"the speaker will not '{verb.text}'")
    return Force("refusal", hedged=False, because=f"the speaker's own future under a negation ('{verb.text}')")


def _spares_nothing(verb: Token) -> bool:
    """'Spare no effort', 'leave no stone unturned', 'lose no time'."""
    return verb.lemma in {"spare", "leave", "lose"} and any(t.lemma in {"effort", "pain", "pains", "expense", "stone", "time", "avenue"} for t in verb.all("dobj", "nsubj"))


def _comes_short(verb: Token) -> bool:
    """'He would not go so far', 'would not go into details', 'cannot ignore': nothing is refused."""
    return verb.lemma == "go" and any(c.lower in {"far", "into", "further"} for c in verb.children)


def idles(verb: Token) -> bool:
    """'Sit idle', 'stand by', 'remain silent' against 'sit at a table', 'stand in the way'."""
    if verb.lemma in {"hesitate", "flinch", "wait", "watch", "tolerate"}:
        return True
    behind = {t.lower for t in verb.sent.tokens[verb.i + 1 : verb.i + 7]}
    return bool(behind & {"idle", "idly", "by", "back", "aside", "silent", "indifferent", "arms", "hands", "passive", "still", "spectator", "bystander", "quiet", "aloof"})


def _first_to(verb: Token) -> bool:
    """'will not be the first to break off talks'."""
    below = [r for a in verb.all("attr", "acomp") for r in a.children]
    return any(t.lower == "to" for r in below for t in (r, *r.children))


def other_negated(verb: Token, subject: Subject, shade: Valence, w: Wording) -> Force | None:
    """'Nobody will give it away', 'aid would no longer be on offer', 'no troops will be sent'."""
    text = verb.text
    if any(c.lower in {"longer", "more"} and c.dep == "advmod" for c in verb.children):
        return Force("threat", hedged=False, because=f"'no longer': what is granted now will end ('{text}')")
    if subject.passive and (shade == "hostile" or verb.lemma in SPARED):
        return Force("pledge", hedged=False, because=f"not to be '{text}': harm is ruled out")
    if subject.passive and (shade != "neutral" or verb.lemma not in FELT | TOLD or verb.lemma in {"forget", "forgive"}):
        return Force("refusal", hedged=False, because=f"'{text}' is refused")
    if subject.party and verb.lemma in BESTOWED:
        return Force("refusal", hedged=False, because=f"what another will not '{text}'")
    who = verb.child("nsubj") or (verb.head.child("nsubj") if verb.dep == "xcomp" else None)
    barred = who is not None and has_no(who)
    if barred and verb.lemma in ENTERING and who is not None and who.lemma not in w.saved | {"harm", "hair", "injury"}:
        return Force("refusal", hedged=False, because=f"'no … {text}': the speaker will let nobody in")
    if barred and who is not None and who.lemma in w.saved | {"harm", "hair", "injury"}:
        return Force("pledge", hedged=False, because=f"'no {who.text}': harm is ruled out")
    if barred and (verb.lemma not in FELT | {"benefit", "gain"} or (subject.conditional and verb.lemma in {"succeed", "be", "become"})):
        return Force("refusal", hedged=False, because=f"'no … {text}': the speaker will not have it")
    return None


def withheld(verb: Token, w: Wording) -> Force | None:
    """'There will be no talks', 'there can be no question of recognition'."""
    thing = verb.child("attr")
    ended = any(c.lower == "longer" for c in verb.children)  # 'there will no longer be a Nord Stream 2'
    if thing is None or thing.lemma in w.plain or not (thing.pos == "NOUN" or ended):
        return None
    if thing.lemma in w.saved:
        return Force("pledge", hedged=False, because="'there will be no …': harm is ruled out")
    if thing.lemma in ROOM and verb.tag in {"VBZ", "VBP", "VBD"}:
        return Force("refusal", hedged=False, because=f"'there is no {thing.text}'")
    certain = any(c.lower in {"will", "would", "can", "shall", "could"} for c in verb.children)
    return Force("refusal", hedged=False, because="'there will be no …'") if certain else None
