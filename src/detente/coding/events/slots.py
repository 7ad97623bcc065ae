"""Argument slots of a frame -> the tokens that fill them."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.factuality.grammar import (
    SUBJECTS,
    VERBAL,
    complements,
    is_passive,
    logical_objects,
    logical_subjects,
    prepositional,
    surface_subject,
)
from detente.coding.factuality.nominal import TAKING_PLACE
from detente.language import Token

MODIFIERS = frozenset({"amod", "compound", "nmod"})
PASSIVE = frozenset({"nsubj", "nsubjpass", "attr"})
# Verbs that say of an act named by a noun only that somebody did it.
DOING = frozenset(
    {"make", "launch", "carry", "conduct", "stage", "mount", "commit", "issue", "deliver", "order", "impose", "declare",
     "perpetrate", "undertake", "hold", "give", "perform", "wage", "lead", "send", "lodge", "voice", "announce", "proclaim",
     "extend", "claim", "call", "organize", "organise", "fire", "plan", "execute"}
)  # fmt: skip
SHALLOW = 2  # noun phrases inside noun phrases that a verb's preposition is looked for in


def fill(slot: str, head: Token, particles: Sequence[str] = ()) -> list[Token]:
    """The head tokens that stand in a slot of a verb, noun or adjective; empty where none does.

    Where a frame asks for a preposition, the preposition's object counts as the verb's ('object to X').
    """
    if slot == "partmod":
        return [m for particle in particles for t in prepositional(head, particle) for m in _owners(t)]
    if head.pos in VERBAL:
        return _of_verb(slot, head) or (_of_particle(slot, head, particles) if particles else [])
    if slot == "subj":
        return _subject_of_predicate(head)
    return _of_noun(slot, head)


def _of_particle(slot: str, verb: Token, particles: Sequence[str]) -> list[Token]:
    if slot not in {"obj", "objposs", "objmod"}:
        return []
    things = [t for particle in particles for t in prepositional(verb, particle)]
    return things if slot == "obj" else [t for thing in things for t in _owner_of(thing, slot)]


def _of_verb(slot: str, verb: Token) -> list[Token]:
    if slot == "subj":
        return logical_subjects(verb)
    if slot == "obj":
        return logical_objects(verb)
    if slot == "iobj":
        return _indirect(verb)
    if slot == "csubj":
        return _complement_subjects(verb)
    if slot in {"objposs", "objmod"}:
        return [t for thing in logical_objects(verb) for t in _owner_of(thing, slot)]
    if slot in {"poss", "mod"}:
        return []
    return _preposition(slot, verb)


def _indirect(verb: Token) -> list[Token]:
    for child in verb.children:
        if child.dep == "dative" and child.pos != "ADP":
            return [child]
    for thing in logical_objects(verb):
        for child in thing.children:  # 'gave Nepal food aid' may come as one noun phrase
            if child.dep == "compound" and child.pos == "PROPN" and child.left == verb.i + 1:
                return [child]
    return prepositional(verb, "to")


def _complement_subjects(verb: Token) -> list[Token]:
    for complement in complements(verb):
        if complement.pos in VERBAL:
            own = complement.child(*SUBJECTS)
            if own is not None:
                return [own] if own.dep != "nsubjpass" else logical_subjects(complement) or [own]
            shared = surface_subject(complement)
            if shared and shared != surface_subject(verb):
                return shared
    if verb.pos not in VERBAL and verb.dep == "dobj":  # 'reiterated its demand today that X …'
        return [s for c in verb.head.all("ccomp") for s in c.all(*SUBJECTS)][:1]
    return []


def _owner_of(thing: Token, slot: str) -> list[Token]:
    wanted = {"poss"} if slot == "objposs" else MODIFIERS
    return [c for c in thing.children if c.dep in wanted]


def _owners(thing: Token) -> list[Token]:
    """Whose a thing is said to be: its possessor, else the nationality before it."""
    return _owner_of(thing, "objposs") or _owner_of(thing, "objmod")


def _preposition(preposition: str, verb: Token) -> list[Token]:
    """The objects of a preposition: beside the verb, else inside its object ('sanctions on Iran')."""
    found = prepositional(verb, preposition)
    if found:
        return found
    layer = logical_objects(verb) + [p for c in verb.children if c.dep in {"prep", "dative"} for p in c.all("pobj")]
    for _ in range(SHALLOW):
        found = [t for thing in layer if thing is not verb for t in prepositional(thing, preposition)]
        if found:
            return found
        layer = [p for thing in layer for c in thing.children if c.dep == "prep" and c.lower == "of" for p in c.all("pobj")]
    for complement in verb.children:
        if complement.dep in {"xcomp", "advcl"} and complement.i > verb.i:
            found = prepositional(complement, preposition)
            if found:
                return found
    return []


def _of_noun(slot: str, noun: Token) -> list[Token]:
    if slot == "poss":
        return [c for c in noun.children if c.dep == "poss"]
    if slot == "mod":
        return [c for c in noun.children if c.dep in MODIFIERS]
    if slot in {"obj", "objposs", "objmod", "iobj"}:
        return []
    if slot == "csubj":
        return _complement_subjects(noun)
    return prepositional(noun, slot) or _around(slot, noun)


def _around(preposition: str, noun: Token) -> list[Token]:
    """A noun's preposition may hang on its verb: 'talks were held between A and B', 'a strike on X against Y'."""
    if preposition == "of":
        return []
    for prep in noun.children:
        if prep.dep == "prep" and prep.lower in {"of", "in", "on", "over", "about"}:
            for inner in prep.all("pobj"):
                found = prepositional(inner, preposition)
                if found:
                    return found
    for clause in noun.children:  # 'talks held between A and B'
        if clause.dep == "acl" and clause.tag == "VBN" and clause.lemma in TAKING_PLACE:
            found = prepositional(clause, preposition)
            if found:
                return found
    if preposition == "by":
        found = _told_of(noun)
        if found:
            return found
    verb = noun.head
    if noun.dep == "pobj" and verb.dep == "agent":
        return prepositional(verb.head, preposition)
    if verb.pos in VERBAL and (verb.lemma in TAKING_PLACE or preposition != "by"):
        if noun.dep in {"dobj", "acomp"} or (noun.dep in PASSIVE and verb.lemma in TAKING_PLACE):
            return prepositional(verb, preposition)
    return []


def _told_of(noun: Token) -> list[Token]:
    """Who did what a noun names, by a clause beside it: 'a strike that Iran carried out', 'the offer, made by Iran'."""
    for clause in noun.children:
        if clause.dep not in {"acl", "relcl"} or clause.lemma not in DOING:
            continue
        if clause.dep == "acl" or is_passive(clause):
            found = prepositional(clause, "by")
        else:
            found = [t for t in logical_subjects(clause) if t is not noun and t.tag not in {"WDT", "WP"}]
        if found:
            return found
    return []


def _subject_of_predicate(head: Token) -> list[Token]:
    """The subject of 'X is critical of Y'; of an attribute, the noun it stands beside."""
    if head.dep == "amod":
        return [head.head]
    return surface_subject(head)
