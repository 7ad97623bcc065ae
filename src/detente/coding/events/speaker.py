"""Who says a clause, by the verb of saying above it or by the statement that holds it."""

from __future__ import annotations

from detente.coding.events.build import Scene
from detente.coding.factuality.grammar import VERBAL, logical_objects, logical_subjects
from detente.language import Token


def cue_of(verb: Token) -> Token | None:
    """The verb of saying whose content a clause is."""
    token = verb
    while token.head is not token and token.dep in {"conj", "ccomp", "xcomp", "advcl", "acl"}:
        if token.dep == "ccomp" and token.head.pos in VERBAL:
            return token.head
        token = token.head
    return next((c for c in verb.children if c.dep == "parataxis" and c.pos in VERBAL), None)


def speaker_of(verb: Token, scene: Scene) -> tuple[str, ...]:
    """Who says a clause: the subject of the verb of saying above it, or the speaker of its statement."""
    cue = cue_of(verb)
    if cue is not None:
        found = scene.parties.acting(logical_subjects(cue))
        if found:
            return found
    statement = scene.statement_at(verb.start)
    return (statement.speaker,) if statement and statement.speaker else ()


def addressee_of(verb: Token, scene: Scene) -> tuple[str, ...]:
    """Whom the verb of saying above a clause names as told ('told Liu that …')."""
    cue = cue_of(verb)
    if cue is None:
        return ()
    told = [c for c in cue.children if c.dep == "dative" and c.pos != "ADP"] or logical_objects(cue)
    return scene.parties.of(told)
