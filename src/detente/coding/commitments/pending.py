"""What is held out without being decided: 'further measures are under consideration', 'a ban is being studied'."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft, speaker
from detente.coding.commitments.model import Draft
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

WEIGHED = frozenset({"consideration", "study", "review", "discussion", "preparation", "examination", "contemplation"})
WEIGHING = frozenset({"consider", "study", "weigh", "examine", "contemplate", "discuss", "prepare", "draft", "draw", "work", "look", "ready", "mull"})
STEPS = frozenset({"measure", "step", "option", "course", "response", "reprisal", "retaliation", "sanction", "countermeasure", "expulsion", "embargo", "blockade", "boycott", "suspension", "recall", "recognition"})
GRANTED = frozenset({"release", "amnesty", "pardon", "lifting", "easing", "reopening", "relief"})


def _under(noun: Token, reading: Reading) -> Iterator[Draft]:
    """'Further measures are under consideration'."""
    verb = noun.head.head
    if noun.head.lower in {"under", "in"} and noun.dep == "pobj" and verb.lemma in {"be", "remain"}:
        yield from _pending(verb.child("nsubj"), verb, reading)


def _being(verb: Token, reading: Reading) -> Iterator[Draft]:
    """'Their suspension is being studied', 'every course was being kept in view'."""
    helpers = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}}
    if "being" in helpers and verb.child("agent") is None:
        yield from _pending(verb.child("nsubjpass"), verb, reading)


def _pending(thing: Token | None, verb: Token, reading: Reading) -> Iterator[Draft]:
    """The row of a step that somebody says is weighed; what the report itself knows of has nobody who holds it out."""
    if thing is None or is_negated(verb) or reading.said_at(verb) is None or reading.in_condition(verb):
        return
    hostile = thing.lemma in STEPS or valence(thing, reading) == "hostile"
    if hostile or thing.lemma in GRANTED:
        act = trimmed(verb.sent.tokens, thing.left, max(verb.i, min(verb.right, verb.i + 6)))
        yield from draft("threat" if hostile else "offer", act, thing, verb, speaker(verb, reading), reading, because=f"'{verb.text}': not decided, and not ruled out", hedged=True)


PENDING = {**dict.fromkeys(WEIGHED, (_under,)), **dict.fromkeys(WEIGHING, (_being,))}
