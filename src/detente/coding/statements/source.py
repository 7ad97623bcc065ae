"""Who says it: the source of a cue on the dependency tree."""

from __future__ import annotations

from detente.language import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def source_of(cue: Token) -> Token | None:
    """The head of the noun phrase that a verb, noun or adjective cue has for a source, or None.

    Subjects, agents of passives, subjects shared in coordination and control ('went on to say'),
    antecedents of relative clauses and participles ('Rau, speaking in Vienna, said'), possessors and
    of-phrases of nouns ('Moscow's warning', 'a warning from Moscow').
    """
    if cue.pos in {"NOUN", "PROPN"}:
        return _noun_source(cue)
    agent = cue.child("agent")
    passive = cue.child("nsubjpass") is not None or (cue.tag == "VBN" and cue.dep in {"acl", "relcl", "advcl"} and cue.child("dobj") is None)
    if agent is not None and agent.child("pobj"):
        return agent.child("pobj")
    subject = cue.child("nsubj")
    if subject is not None and not passive:
        return _antecedent(subject, cue)
    if passive:
        return None
    return _shared(cue)


def _antecedent(subject: Token, cue: Token) -> Token:
    """'Rau, who chairs …': the noun that a relative pronoun stands for."""
    if subject.tag in {"WDT", "WP"} and cue.dep == "relcl":
        return cue.head
    return subject


def _shared(cue: Token) -> Token | None:
    """The subject that a verb shares with the verb it depends on."""
    if cue.dep in {"conj", "xcomp", "advcl", "pcomp"} and cue.head is not cue:
        head = cue.head
        if cue.dep == "pcomp" and head.head is not head:
            head = head.head
        if cue.dep == "xcomp" and head.child("dobj"):
            return head.child("dobj")
        if head.pos in {"VERB", "AUX"}:
            subject = head.child("nsubj")
            if subject is not None:
                return _antecedent(subject, head)
            if head.child("nsubjpass") is not None:
                return head.child("nsubjpass")
            return _shared(head)
    if cue.dep in {"acl", "relcl"} and cue.head.pos in {"NOUN", "PROPN", "PRON"} and cue.tag != "VBN":
        return cue.head
    return None


def _noun_source(cue: Token) -> Token | None:
    owner = cue.child("poss")
    if owner is not None:
        return owner
    for prep in cue.all("prep"):
        if prep.lower in {"by", "from", "of"} and prep.child("pobj"):
            target = prep.child("pobj")
            if target is not None and (prep.lower != "of" or target.ent in {"PERSON", "GPE", "ORG", "NORP"}):
                return target
    modifier = next((c for c in cue.children if c.dep in {"amod", "compound", "nmod"} and c.ent in {"NORP", "GPE", "ORG", "PERSON"}), None)
    if modifier is not None:
        return modifier
    governor = cue.head
    if cue.dep == "dobj" and governor.pos == "VERB":
        return source_of(governor)
    return None
