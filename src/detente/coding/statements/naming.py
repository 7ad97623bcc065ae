"""What things are called: 'described the offer as empty', 'called the raid a mistake'."""

from __future__ import annotations

from detente.coding.statements.cues import CueHit
from detente.coding.statements.model import Content
from detente.coding.statements.spans import is_infinitive, offsets, subtree
from detente.language import Token


def called(hit: CueHit, _: str) -> Content | None:
    """'described the offer as empty': the thing and what it is called."""
    cue = hit.token
    particle = next((c for c in cue.children if c.lower == "as" and c.dep in {"prep", "mark"} and c.i > cue.i), None)
    target = cue.child("dobj", "nsubjpass")
    if particle is None:
        return _named(cue, target) or _as_below(cue)
    if target is None and cue.dep == "relcl" and cue.child("nsubj") is not None and cue.head.pos == "NOUN":
        target = cue.head  # 'a demand that Oslo described as empty'
        spans = [offsets(cue.sent.tokens, target.left, target.i), offsets(cue.sent.tokens, particle.i + 1, particle.right)]
        return Content(tuple(s for s in spans if s), target, "as")
    if target is None:
        return _turned(cue, particle)
    tokens = cue.sent.tokens
    between = tokens[target.right + 1 : particle.i]
    if target.dep == "dobj" and target.i < particle.i and not any(t.pos in {"VERB", "AUX", "PUNCT"} or t.ent in {"DATE", "TIME"} for t in between):
        spans = [offsets(tokens, target.left, particle.right)]
    else:
        spans = [offsets(tokens, target.left, min(target.right, particle.left - 1)), offsets(tokens, particle.i + 1, particle.right)]
    return Content(tuple(s for s in spans if s), target, "as")


def _turned(cue: Token, particle: Token) -> Content | None:
    """'dismissed as absurd the claim that …': a name before the thing, which the parser takes for one phrase."""
    inner = cue.sent.tokens[particle.i + 1 : particle.right + 1]
    thing = next((t for t in inner[1:] if t.pos in {"NOUN", "PROPN"} and (t.child("det", "poss") or t.tag == "NNS")), None)
    if thing is None or cue.tag not in {"VBD", "VBZ", "VBP", "VBN"} or cue.child("nsubj") is None or cue.child("auxpass") is not None:
        return None
    named = inner[0].text in {"“", '"', "''", "``"} or inner[0].pos == "ADJ" or any(t.pos == "DET" for t in inner[1:])
    span = offsets(cue.sent.tokens, particle.i + 1, particle.right) if named else None
    return Content((span,), thing, "as") if span is not None else None


def _as_below(cue: Token) -> Content | None:
    """'see the vote held on Sunday as a test': an 'as' which the parser hangs on a word inside the object."""
    target = cue.child("dobj")
    if target is None or not any(t.lower == "as" and t.dep == "prep" and t.child("pobj") for t in target.subtree() if t.i > target.i):
        return None
    return subtree(target, "as")


def _named(cue: Token, target: Token | None) -> Content | None:
    """'called the raid a mistake', 'found the order unlawful': the thing and its name, which is no 'that'-clause."""
    name = cue.child("oprd") or next((c for c in cue.children if c.dep in {"xcomp", "ccomp"} and not is_infinitive(c)), None)
    if name is None or name.i < cue.i:
        return None
    thing = target or name.child("nsubj")
    if thing is None:
        return None
    tokens = cue.sent.tokens
    if thing.i < cue.i:
        spans = [offsets(tokens, thing.left, thing.right), offsets(tokens, name.left, name.right)]
    else:
        spans = [offsets(tokens, min(thing.left, name.left), max(thing.right, name.right))]
    return Content(tuple(s for s in spans if s), name, "as")
