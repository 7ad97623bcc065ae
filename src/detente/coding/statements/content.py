"""What is said: the complement of a cue, by the forms that its row allows.

The forms are those of the table's column ``takes``: clause, infinitive, object, gerund, ``pp:for`` and
the like. Patterns and their shares follow the study of attribution in news by Pareti (2015, ch. 3).
"""

from __future__ import annotations

from collections.abc import Callable

from detente.coding.statements.clauses import clause_of, conditioned, is_inverted_condition
from detente.coding.statements.cues import CueHit
from detente.coding.statements.model import Content
from detente.coding.statements.naming import called
from detente.coding.statements.source import RECEIVING, RELATIVE_TAGS
from detente.coding.statements.spans import is_infinitive, offsets, subtree
from detente.language import Token

INFINITIVES = frozenset({"xcomp", "ccomp", "acl", "advcl", "relcl"})
RAISING = frozenset({"thought", "report", "perception", "speech", "accuse", "write"})
DEEDS = frozenset("effort attempt plan bid right decision ability willingness chance intention readiness drive campaign".split())  # what has an infinitive of its own
SEEMING = frozenset({"seem", "appear"})


def content_of(hit: CueHit) -> Content | None:
    """The content of a cue by the first form of its row that is there, or None."""
    raised = _raised(hit)
    if raised is not None:
        return raised
    for form in hit.row.takes:
        name, _, preposition = form.partition(":")
        finder = FINDERS.get(name)
        found = finder(hit, preposition) if finder else None
        if found is not None:
            return found
    return None


def _raised(hit: CueHit) -> Content | None:
    """'Talks appear to have failed', 'Iran is expected to leave': subject and infinitive, with no source."""
    cue = hit.token
    if cue.pos not in {"VERB", "AUX", "ADJ"}:
        return None
    passive = cue.child("nsubjpass")
    subject = passive or (cue.child("nsubj") if cue.lemma in SEEMING else None)
    if subject is None or (passive is not None and (hit.row.stance not in RAISING or hit.row.particle)) or any(c.tag == "WP$" for c in subject.children):
        return None
    lower = next((c for c in cue.children if c.dep in {"xcomp", "oprd", "acomp"} and c.i > cue.i), None)
    if lower is None or subject.lower in {"it", "there"}:
        return None
    if passive is not None and not is_infinitive(lower):
        return None
    tokens = cue.sent.tokens
    spans = [offsets(tokens, subject.left, subject.right), offsets(tokens, lower.left, lower.right)]
    return Content(tuple(s for s in spans if s), lower, "raised")


def _wh(hit: CueHit, _: str) -> Content | None:
    near = [hit.token, *(c for c in hit.token.children if c is hit.particle and c.dep in {"prep", "prt", "advmod"})]
    child = next((c for holder in near for c in holder.children if (c.dep in {"ccomp", "pcomp"} or _is_asked_to(c)) and c is not hit.particle), None)
    if child is None or (is_infinitive(child) and not _is_asked_to(child)) or is_inverted_condition(child):
        return None
    extended = conditioned(child, hit.token)
    return subtree(child, "wh") if extended is None else Content(extended.spans, child, "wh")


def _is_asked_to(child: Token) -> bool:
    """'whether to go', 'how to vote': an infinitive behind a word that asks."""
    asking = child.sent.tokens[child.left]
    return child.dep in {"xcomp", "ccomp", "advcl", "pcomp"} and is_infinitive(child) and (asking.lower == "whether" or asking.tag in {"WRB", "WP"})


def _infinitive(hit: CueHit, _: str) -> Content | None:
    cue = hit.token
    labels = {"acl", "xcomp", "relcl"} if cue.pos in {"NOUN", "PROPN"} else {"xcomp", "acomp", "advcl"}
    pool = [*cue.children, *(cue.head.children if cue.pos == "ADJ" and cue.dep in {"acomp", "oprd"} else ())]
    if hit.particle is not None and hit.row.pos == "phrase":
        pool += [c for c in hit.particle.children if c.dep == "acl"]  # 'reserved the right to respond'
        labels = labels | {"acl"}
    for child in pool:
        if child.dep in labels and child.i > cue.i and is_infinitive(child) and child.child("nsubj") is None:
            return subtree(child, "inf")
    return None


def _object_infinitive(hit: CueHit, _: str) -> Content | None:
    """'urged X to go', 'called on X to go': the infinitive, wherever the parser hung it."""
    cue = hit.token
    holders = [cue, *cue.all("dobj", "nsubjpass", "prep", "dative")]
    holders += [p for h in holders if h.dep == "prep" for p in h.all("pobj")]
    if cue.pos == "NOUN" and any(p.lower == "to" for p in cue.all("prep")):
        holders += [cue.head]  # 'carried an appeal to Turkey to refrain'
    holders += [c for h in holders[1:] for c in h.all("amod", "acl") if c.i > h.i]  # 'called on all those concerned to …'
    for holder in (h for h in holders if h.lemma not in DEEDS):
        for child in holder.children:
            if child.dep in INFINITIVES and child.i > cue.i and is_infinitive(child):
                to = next(c for c in child.children if c.lower == "to" and c.dep in {"aux", "auxpass"})
                return subtree(child, "objinf", first=to)
    return None


def _is_topic_only(hit: CueHit) -> bool:
    """Objects of knowing, seeing and liking are things, and what a bare verb or a relative takes is no speech.

    'saw no threat' and 'expects no deal' are judgements all the same.
    """
    cue = hit.token
    target = cue.child("dobj")
    if hit.row.stance in {"thought", "perception", "attitude"} and not hit.row.commitment:
        negated = target is not None and any(c.lower == "no" for c in target.children)
        return not hit.row.particle and not negated
    taken = hit.row.stance in {"support", "accuse", "deny"} and cue.tag == "VBN" and cue.child("nsubj") is not None and cue.child("aux") is not None
    return (cue.dep == "relcl" and cue.tag in {"VBP", "VB", "VBN"} and not taken) or (cue.dep == "ROOT" and cue.tag == "VB" and cue.child("aux") is None)


def _object(hit: CueHit, _: str) -> Content | None:
    cue = hit.token
    if cue.pos in {"NOUN", "PROPN", "ADJ"} or (_is_topic_only(hit) and cue.child("oprd") is None):
        return None
    return _target(hit)


def _thing(hit: CueHit, _: str) -> Content | None:
    """'predicted a landslide', 'recalled her kindness': what the clause of a named source thinks of."""
    cue = hit.token
    subject = cue.child("nsubj")
    if cue.dep in {"relcl", "acl"} or (subject is not None and (subject.tag in RELATIVE_TAGS or subject.lower in {"nobody", "none"})):
        return None
    return _target(hit)


def _target(hit: CueHit) -> Content | None:
    """The object of a cue with what is said of it: 'called the raid a mistake', 'praised the crew for its courage'."""
    cue = hit.token
    passive = cue.child("nsubjpass")
    if passive is not None and passive.tag not in RELATIVE_TAGS:
        return called(hit, "") or subtree(passive, "obj")
    target = cue.child("dobj", "attr", "oprd")
    if target is None or (target.pos == "PRON" and cue.child("oprd") is None and not _is_meant(target, hit)):
        relative = cue.dep == "relcl" and (target is None or target.tag in RELATIVE_TAGS) and cue.child("nsubj") is not None
        return _noun_phrase(cue.head, "obj", cue) if relative and not cue.all("ccomp", "xcomp") else None
    if any(c.lower == "as" and c.dep == "prep" and c.left == target.right + 1 for c in cue.children):
        return called(hit, "")  # 'dismissed the claim as invented'
    if target is hit.particle:
        return None
    extra = cue.child("oprd", "xcomp", "ccomp")
    if extra is not None and extra.left == target.right + 1:
        span = offsets(cue.sent.tokens, target.left, extra.right)
        return Content((span,), target, "obj") if span else None
    reason = next((c for c in cue.all("prep") if c.lower in {"for", "over"} and c.left == target.right + 1), None)
    if reason is not None and hit.row.stance in {"accuse", "support", "speech"}:
        span = offsets(cue.sent.tokens, target.left, reason.right)
        return Content((span,), target, "obj") if span else None
    return subtree(target, "obj")


def _is_meant(target: Token, hit: CueHit) -> bool:
    """'endorsed her', 'criticised them': whom praise and blame are for."""
    cue = hit.token
    if cue.tag not in {"VBD", "VBZ", "VBP"} or cue.dep == "relcl" or cue.child("xcomp") or any(p.lower == "with" for p in cue.all("prep")):
        return False
    return target.lower in {"him", "her", "them", "us", "me", "it"} and hit.row.stance in {"accuse", "support", "deny"}


def _noun_phrase(head: Token, form: str, stop: Token) -> Content | None:
    """A noun phrase up to the relative clause that holds the cue."""
    last = min(head.right, stop.left - 1) if stop.left > head.i else head.right
    span = offsets(head.sent.tokens, head.left, last)
    return Content((span,), head, form) if span else None


def _gerund(hit: CueHit, _: str) -> Content | None:
    for child in hit.token.children:
        if child.dep in {"xcomp", "ccomp", "pcomp"} and (child.tag == "VBG" or any(c.lower == "having" for c in child.children)):
            return subtree(child, "gerund")
        if child.dep == "prep" and child.lower != "as":
            inner = child.child("pcomp")
            if inner is not None:
                return subtree(inner, "gerund")
    return None


def _preposition(hit: CueHit, word: str) -> Content | None:
    """'called for X', 'called for X to be done', 'spoke of X', 'backed out of X'."""
    cue = hit.token
    near = [cue, *(c for c in cue.children if c.dep in {"prep", "prt", "advmod", "dobj"} and (c.dep != "dobj" or c is hit.particle))]
    near += [cue.head] if cue.pos == "NOUN" and cue.dep == "dobj" and cue.head.lemma in RECEIVING else []  # 'drew a rebuke from Oslo over the raid'
    for child in (c for holder in near for c in holder.children):
        if child.lower == word and child.dep in {"prep", "prt", "advmod", "dative", "agent"}:
            target = child.child("pobj", "pcomp")
            if target is not None and target.i > cue.i and target.ent not in {"DATE", "TIME"}:
                return _with_infinitive(cue, target, f"pp:{word}")
        if child.dep in {"advcl", "ccomp", "xcomp"} and word == "for" and _marked_for(child):
            mark = next(c for c in child.children if c.lower == "for")
            span = offsets(child.sent.tokens, mark.i + 1, child.right)
            return Content((span,), child, "pp:for") if span else None
    return None


def _with_infinitive(cue: Token, target: Token, form: str) -> Content | None:
    """'called for X to be done': the infinitive belongs to the content, wherever it hangs."""
    last, head = target.right, target
    for child in cue.children:
        if form == "pp:for" and child.dep in {"xcomp", "advcl"} and is_infinitive(child) and child.left == target.right + 1:
            last, head = child.right, child
    span = offsets(cue.sent.tokens, target.left, last)
    return Content((span,), head, form) if span else None


def _marked_for(token: Token) -> bool:
    return any(c.dep in {"mark", "prep"} and c.lower == "for" and c.i < token.i for c in token.children)


def _of(hit: CueHit, _: str) -> Content | None:
    """'accused Moscow of lying': what the accusation says."""
    holders = [hit.token, *hit.token.all("dobj")]
    for child in (c for holder in holders for c in holder.children):
        if child.dep == "prep" and child.lower == "of":
            target = child.child("pcomp", "pobj")
            return _charged(hit.token, target) if target is not None else None
    return None


def _charged(cue: Token, target: Token) -> Content | None:
    """'accused the navy of piracy': whom the charge is laid on, and the charge, which heads it."""
    whom = cue.child("dobj")
    first = whom.left if whom is not None and cue.i < whom.i < target.i else target.left
    span = offsets(cue.sent.tokens, first, max(target.right, whom.right if whom is not None and whom.i > cue.i else 0))
    return Content((span,), target, "of") if span else None


def _whole(hit: CueHit, _: str) -> Content | None:
    """'put the toll at 44': the object that the row asks for and the phrase behind it."""
    thing = hit.particle
    behind = next((c for c in (*hit.token.children, *thing.children) if c.dep == "prep" and c.lower == "at" and c.i > thing.i), None) if thing is not None else None
    if thing is None or behind is None or not any(t.tag == "CD" for t in behind.subtree()):
        return None
    span = offsets(thing.sent.tokens, thing.left, behind.right)
    return Content((span,), thing, "obj") if span is not None else None


def _none(_hit: CueHit, _: str) -> Content | None:
    """Feelings have a module of their own."""
    return None


FINDERS: dict[str, Callable[[CueHit, str], Content | None]] = {
    "clause": clause_of, "wh": _wh, "inf": _infinitive, "objinf": _object_infinitive, "obj": _object, "thing": _thing, "cause": _none,
    "gerund": _gerund, "pp": _preposition, "as": called, "whole": _whole, "of": _of,
}  # fmt: skip
