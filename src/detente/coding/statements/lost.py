"""Clauses that the tree lost: read off the order of words behind a cue that has nothing else for content.

'He said for the first time that some papers had been found' (the clause hangs on 'time'), 'agreed that the board has limited
powers' (an object of the cue), 'firms that warn it could do harm' (a pronoun taken for the object).
"""

from __future__ import annotations

from detente.coding.statements.cues import CueHit
from detente.coding.statements.model import Content
from detente.coding.statements.spans import is_infinitive, offsets
from detente.language import Token

FAR = 16  # tokens from a cue to its 'that'
STOPS = frozenset({":", ";", "“", "”", '"', "''", "``", "(", ")"})
CLAUSES = frozenset({"that", "which", "who", "whom", "whose", "where", "when"})
SAID = frozenset({"speech", "write", "report", "thought", "attitude", "deny", "accuse", "question", "request", "commit", "support"})


def behind_that(hit: CueHit) -> Content | None:
    """What stands behind a 'that' which no noun before it can take for its relative pronoun."""
    cue = hit.token
    tokens = cue.sent.tokens
    if not _takes_clause(hit):
        return None
    for mark in tokens[cue.i + 1 : cue.i + FAR]:
        if mark.text in STOPS or (mark.pos in {"VERB", "AUX"} and tokens[mark.i - 1].lower != "under"):
            return None
        if mark.lower == "that" and (mark.tag == "IN" or mark.dep == "advmod") and _is_clause(tokens, mark.i + 1):
            return _made(tokens, mark.i + 1)
    return None


def right_behind(hit: CueHit) -> Content | None:
    """A clause without 'that' whose subject stands right behind the cue, or behind its day."""
    cue = hit.token
    tokens = cue.sent.tokens
    if not _takes_clause(hit) or hit.row.pos == "phrase" or hit.row.stance == "request" or cue.i + 2 >= len(tokens):
        return None
    start = cue.i + 1
    for child in cue.children:
        if child.dep in {"prep", "npadvmod", "advmod", "tmod"} and child.left == start and any(t.ent in {"DATE", "TIME"} for t in child.subtree()):
            start = child.right + 1
    subject = next((t for t in tokens[start:] if t.dep in {"nsubj", "nsubjpass", "expl"} and t.left == start), None)
    if subject is None and start < len(tokens) and tokens[start].tag == "PRP" and tokens[start + 1 : start + 2] and tokens[start + 1].tag == "MD":
        return _made(tokens, start)  # 'warn it could harm'
    verb = subject.head if subject is not None else None
    if subject is None or verb is None or verb.i < subject.i or subject.tag in {"WP", "WDT"} or not _is_finite(verb):
        return None
    return _made(tokens, start)


def _takes_clause(hit: CueHit) -> bool:
    cue = hit.token
    wanted = "clause" in hit.row.takes and hit.row.stance in SAID
    return wanted and cue.pos == "VERB" and cue.child("auxpass", "nsubjpass") is None


def _is_clause(tokens: list[Token], start: int) -> bool:
    """Whether words hold a finite verb with a word before it for a subject."""
    return any(_is_finite(t) for t in tokens[start + 1 :]) or any(t.tag == "VBN" and t.dep == "acl" for t in tokens[start + 1 :])


def _is_finite(token: Token) -> bool:
    if token.pos not in {"VERB", "AUX"} or is_infinitive(token):
        return False
    return token.tag in {"VBZ", "VBP", "VBD", "MD"} or token.child("aux", "auxpass") is not None


def _made(tokens: list[Token], start: int) -> Content | None:
    last = next((t.i - 1 for t in tokens[start:] if t.text == ";"), len(tokens) - 1)
    span = offsets(tokens, start, last)
    head = next((t for t in tokens[start:] if _is_finite(t)), None) or next((t for t in tokens[start:] if t.pos == "VERB"), None)
    return Content((span,), head, "clause") if span is not None and head is not None else None
