"""Clauses that repeat an event without its verb: 'Norway did too', 'so did Egypt', 'Sweden followed suit'.

The antecedent is the verb that the clause hangs on, else the last one told before it (Hardt 1997, "An
empirical approach to VP ellipsis": recency and the syntactic relation decide nearly all cases).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from detente.coding.events.build import Scene, clause_of
from detente.coding.events.model import Coded
from detente.coding.factuality.clause import negator
from detente.coding.factuality.grammar import SUBJECTS, VERBAL
from detente.language import Sentence, Token

ECHO = frozenset({"too", "so", "likewise", "also", "same", "similarly", "as", "neither", "nor", "either"})
FOLLOWED = frozenset({"suit", "example", "lead"})


def echoed(sentence: Sentence, coded: Sequence[Coded], before: Sequence[Coded], scene: Scene) -> list[Coded]:
    """The events that clauses of a sentence repeat with another actor.

    Args:
        sentence: the sentence that is read.
        coded: its own events.
        before: the events of the sentences before it, the last ones last.
        scene: what is known of the report.
    """
    found = []
    for verb in sentence.tokens:
        if verb.pos not in VERBAL or verb.dep in {"aux", "auxpass"} or not _repeats(verb):
            continue
        subject = verb.child(*SUBJECTS)
        actors = scene.parties.of([subject]) if subject is not None else ()
        model = _antecedent(verb, coded, before)
        if actors and model is not None:
            found.append(_again(model, verb, actors))
    return found


def _repeats(verb: Token) -> bool:
    if verb.lemma == "follow":
        return any(c.dep == "dobj" and c.lemma in FOLLOWED and not c.child("prep") for c in verb.children)
    if verb.lemma != "do":
        return False
    if any(c.dep in {"dobj", "xcomp", "ccomp", "attr"} and c.lower not in ECHO and not _before(c, verb) for c in verb.children):
        return False
    beside = {c.lower for c in verb.children if c.dep in {"advmod", "mark", "dobj", "preconj", "cc", "prep"}}
    return bool(beside & ECHO) or (negator(verb) is not None and any(t.lower == "but" for t in verb.sent.tokens[: verb.i]))


def _before(child: Token, verb: Token) -> bool:
    """A clause before the verb is what it repeats, which the parser may hang on it."""
    return child.dep == "ccomp" and child.i < verb.i


def _antecedent(verb: Token, coded: Sequence[Coded], before: Sequence[Coded]) -> Coded | None:
    own = [e for e in coded if e.trigger.i < verb.i and e.trigger.pos in VERBAL and e.actors]
    near = [e for e in own if e.trigger in {verb.head, *verb.all("ccomp")}]
    earlier = [e for e in before if e.sentence.index >= verb.sent.index - 1 and e.trigger.pos in VERBAL and e.actors]
    for events in (near, own, earlier):
        if events:
            return events[-1]
    return None


def _again(model: Coded, verb: Token, actors: tuple[str, ...]) -> Coded:
    """The same act by another: who was acted on stays, unless it is the one who acts now."""
    denied = negator(verb) is not None
    others = model.actors[1:] if model.frame.symmetric else ()
    return replace(
        model,
        trigger=verb, sentence=verb.sent, frame=replace(model.frame, id=f"{model.frame.id}+again"),
        arguments={"subj": tuple(c for c in verb.children if c.dep in SUBJECTS)},
        actors=tuple(dict.fromkeys((*actors, *others))), recipients=tuple(r for r in model.recipients if r not in actors),
        factuality="negated" if denied and model.factuality == "occurred" else model.factuality,
        factors=(f"repeats '{model.trigger.text}'",), clause=clause_of(verb), words=(verb,), place=None,
        confidence=round(model.confidence - 0.1, 2), id="",
    )  # fmt: skip
