"""Stretches of a sentence as offsets, without the marks at their edges."""

from __future__ import annotations

from detente.coding.statements.model import Content, Offsets
from detente.language import Token

TRIM = frozenset(", ; : - -- — – ...".split())


def subtree(head: Token, form: str, *, first: Token | None = None) -> Content | None:
    """The words under a head, without commas and full stops at the edges."""
    span = offsets(head.sent.tokens, first.i if first is not None else head.left, max(head.right, head.i))
    return Content((span,), head, form) if span else None


def offsets(tokens: list[Token], first: int, last: int) -> Offsets | None:
    """From one token to another without commas, dashes and full stops at the edges."""
    while first <= last and (tokens[first].lower in TRIM or (tokens[first].lower == "that" and (tokens[first].pos == "SCONJ" or tokens[first].dep == "mark"))):
        first += 1
    while last >= first and (tokens[last].lower in TRIM or tokens[last].lower in ".!?" or (tokens[last].pos == "CCONJ" and last > first)):
        last -= 1
    return (tokens[first].start, tokens[last].end) if first <= last else None


def is_infinitive(token: Token) -> bool:
    """'to leave', 'to be left', 'to have gone'."""
    return token.tag in {"VB", "VBN"} and any(c.dep in {"aux", "auxpass"} and c.lower == "to" for c in token.children)
