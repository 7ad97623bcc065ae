"""Feelings: the one who feels is the source, and what the feeling is about is the content.

'The drill angered Hanoi', 'Hanoi was angered by the drill', 'Angered by the drill, Hanoi …'. Such rows take 'cause' (the verbs
of class amuse-31.1 in Levin 1993, English Verb Classes and Alternations).
"""

from __future__ import annotations

from detente.coding.statements.cues import CueHit
from detente.coding.statements.model import Content
from detente.coding.statements.source import NOUNS, RELATIVE_TAGS, subject_above
from detente.coding.statements.spans import subtree
from detente.language import Token

ABOUT = frozenset({"by", "at", "over", "about", "with"})


def felt(hit: CueHit) -> tuple[Content, Token] | None:
    """What somebody feels something about, and who feels it; None where one of the two is not told."""
    cue = hit.token
    cause, one = _participle(cue) if _is_participle(cue) else (cue.child("nsubj", "csubj"), cue.child("dobj"))
    if cause is not None and cause.lower == "it":
        cause = cue.child("ccomp", "csubj", "advcl")  # 'It amazed him that …'
    if cause is None or one is None or cause.tag in RELATIVE_TAGS or one.pos not in NOUNS:
        return None
    content = subtree(cause, "cause")
    return (content, one) if content is not None else None


def _is_participle(cue: Token) -> bool:
    """In the passive, or a bare participle before or behind its noun."""
    return cue.child("nsubjpass", "auxpass") is not None or (cue.tag == "VBN" and cue.dep in {"acl", "advcl"} and cue.child("dobj", "aux", "nsubj") is None)


def _participle(cue: Token) -> tuple[Token | None, Token | None]:
    about = next((c.child("pobj", "pcomp") for c in cue.children if c.lower in ABOUT and c.dep in {"agent", "prep"}), None)
    one = cue.child("nsubjpass")
    if one is None:
        one = cue.head if cue.dep == "acl" else subject_above(cue)
    return about, one
