"""What is said: the complement of a cue, by the forms that its row allows.

The forms are those of the table's column ``takes``: clause, infinitive, object, gerund, ``pp:for`` and
the like. Patterns and their shares follow the study of attribution in news by Pareti (2015, ch. 3).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.coding.statements.cues import CueHit
from detente.language import Token

Offsets = tuple[int, int]
TRIM = frozenset(", ; : - -- — – ...".split())
CLAUSES = ("ccomp", "parataxis", "acl", "relcl", "advcl", "xcomp")


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """Spans of content as offsets, the token that heads them, and the form that was matched."""

    spans: tuple[Offsets, ...]
    head: Token
    form: str


def content_of(hit: CueHit) -> Content | None:
    """The content of a cue by the first form of its row that is there, or None."""
    for form in hit.row.takes:
        name, _, preposition = form.partition(":")
        finder = FINDERS.get(name)
        found = finder(hit, preposition) if finder else None
        if found is not None:
            return found
    return None


def around(hit: CueHit) -> Content | None:
    """'Taiwan, he pointed out, is part of China': the clause that the cue interrupts or follows."""
    cue = hit.token
    if cue.dep not in {"ccomp", "parataxis", "advcl", "dep"} or cue.head is cue or cue.head.pos not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return None
    tokens = cue.sent.tokens
    before = tokens[cue.left - 1].lower if cue.left else ""
    after = tokens[cue.right + 1].lower if cue.right + 1 < len(tokens) else "."
    if before not in {",", '"', "-", "–", "—"} or after not in {",", ".", '"', "-", "–", "—", ";", "!", "?"} or cue.child("mark"):
        return None
    head = cue.head
    spans = [s for s in (_offsets(tokens, head.left, cue.left - 1), _offsets(tokens, cue.right + 1, head.right)) if s]
    return Content(tuple(spans), head, "around") if spans else None


def _subtree(head: Token, form: str, *, first: Token | None = None) -> Content | None:
    start = first.i if first is not None else head.left
    span = _offsets(head.sent.tokens, start, max(head.right, head.i))
    return Content((span,), head, form) if span else None


def _offsets(tokens: list[Token], first: int, last: int) -> Offsets | None:
    """From one token to another without commas, dashes and full stops at the edges."""
    while first <= last and (tokens[first].lower in TRIM or tokens[first].lower == "that"):
        first += 1
    while last >= first and (tokens[last].lower in TRIM or tokens[last].lower in ".!?"):
        last -= 1
    return (tokens[first].start, tokens[last].end) if first <= last else None


def _clause(hit: CueHit, _: str) -> Content | None:
    cue = hit.token
    for child in cue.children:
        if child.dep in {"ccomp", "parataxis"} and child is not hit.particle and not _is_infinitive(child):
            return _subtree(child, "clause")
        if cue.pos in {"NOUN", "PROPN", "ADJ"} and child.dep in {"acl", "ccomp", "relcl"} and _marked(child, "that"):
            return _subtree(child, "clause")
        if child.dep == "advcl" and _marked(child, "that"):
            return _subtree(child, "clause")
    if cue.pos == "NOUN" and cue.head.lemma == "be" and cue.dep == "nsubj":
        clause = cue.head.child("ccomp")
        return _subtree(clause, "clause") if clause is not None else None
    if hit.particle is not None:  # 'made it clear that', 'voiced concern that'
        for child in hit.particle.children:
            if child.dep in {"ccomp", "acl", "relcl"} and not _is_infinitive(child):
                return _subtree(child, "clause")
    return None


def _wh(hit: CueHit, _: str) -> Content | None:
    child = hit.token.child("ccomp", "pcomp")
    return _subtree(child, "wh") if child is not None and not _is_infinitive(child) else None


def _is_infinitive(token: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in token.children) and token.tag == "VB"


def _marked(token: Token, word: str) -> bool:
    return any(c.dep in {"mark", "nsubj", "dobj"} and c.lower == word for c in token.children)


def _infinitive(hit: CueHit, _: str) -> Content | None:
    labels = {"acl", "xcomp", "relcl"} if hit.token.pos in {"NOUN", "PROPN"} else {"xcomp", "acomp", "advcl"}
    for child in hit.token.children:
        if child.dep in labels and _is_infinitive(child) and child.child("nsubj") is None:
            return _subtree(child, "inf")
    return None


def _object_infinitive(hit: CueHit, _: str) -> Content | None:
    """'urged X to go', 'called on X to go': the infinitive, wherever the parser hung it."""
    cue = hit.token
    holders = [cue, *cue.all("dobj", "nsubjpass", "prep", "dative")]
    holders += [p for h in holders if h.dep == "prep" for p in h.all("pobj")]
    for holder in holders:
        for child in holder.children:
            if child.dep in {"xcomp", "ccomp", "acl", "advcl", "relcl"} and _is_infinitive(child):
                to = next(c for c in child.children if c.lower == "to" and c.dep == "aux")
                return _subtree(child, "objinf", first=to)
    return None


def _object(hit: CueHit, _: str) -> Content | None:
    cue = hit.token
    if cue.pos in {"NOUN", "PROPN"}:
        return None
    passive = cue.child("nsubjpass")
    if passive is not None and passive.tag not in {"WDT", "WP"}:
        return _subtree(passive, "obj")
    target = cue.child("dobj", "attr", "oprd")
    if target is None or target.pos == "PRON":
        relative = cue.dep == "relcl" and (target is None or target.tag in {"WDT", "WP"}) and cue.child("nsubj") is not None
        return _noun_phrase(cue.head, "obj", cue) if relative and not cue.all("ccomp", "xcomp") else None
    return _subtree(target, "obj")


def _noun_phrase(head: Token, form: str, stop: Token) -> Content | None:
    """A noun phrase up to the relative clause that holds the cue."""
    last = min(head.right, stop.left - 1) if stop.left > head.i else head.right
    span = _offsets(head.sent.tokens, head.left, last)
    return Content((span,), head, form) if span else None


def _gerund(hit: CueHit, _: str) -> Content | None:
    for child in hit.token.children:
        if child.dep in {"xcomp", "ccomp", "pcomp"} and child.tag == "VBG":
            return _subtree(child, "gerund")
        if child.dep == "prep":
            inner = child.child("pcomp")
            if inner is not None:
                return _subtree(inner, "gerund")
    return None


def _preposition(hit: CueHit, word: str) -> Content | None:
    """'called for X', 'called for X to be done', 'spoke of X'."""
    cue = hit.token
    for child in cue.children:
        if child.lower == word and child.dep in {"prep", "prt", "advmod", "dative", "agent"}:
            target = child.child("pobj", "pcomp")
            if target is not None:
                return _subtree(target, f"pp:{word}")
        if child.dep in {"advcl", "ccomp", "xcomp"} and word == "for" and _marked(child, "for"):
            mark = next(c for c in child.children if c.lower == "for")
            span = _offsets(child.sent.tokens, mark.i + 1, child.right)
            return Content((span,), child, "pp:for") if span else None
    return None


def _as(hit: CueHit, _: str) -> Content | None:
    """'described the offer as empty': the thing and what it is called."""
    cue = hit.token
    particle = next((c for c in cue.children if c.lower == "as" and c.dep in {"prep", "mark"}), None)
    target = cue.child("dobj", "nsubjpass")
    if particle is None or target is None:
        return None
    tokens = cue.sent.tokens
    spans = [_offsets(tokens, target.left, target.right), _offsets(tokens, particle.i + 1, particle.right)]
    if particle.left < target.left:
        spans.reverse()
    if target.dep == "dobj" and particle.i == target.right + 1:
        spans = [_offsets(tokens, target.left, particle.right)]
    return Content(tuple(s for s in spans if s), target, "as")


def _of(hit: CueHit, _: str) -> Content | None:
    """'accused Moscow of lying': what the accusation says."""
    for child in hit.token.children:
        if child.dep == "prep" and child.lower == "of":
            target = child.child("pcomp", "pobj")
            return _subtree(target, "of") if target is not None else None
    target = hit.token.child("dobj")
    if target is not None:
        inner = next((c.child("pcomp", "pobj") for c in target.children if c.dep == "prep" and c.lower == "of"), None)
        return _subtree(inner, "of") if inner is not None else None
    return None


FINDERS: dict[str, Callable[[CueHit, str], Content | None]] = {
    "clause": _clause, "wh": _wh, "inf": _infinitive, "objinf": _object_infinitive, "obj": _object,
    "gerund": _gerund, "pp": _preposition, "as": _as, "of": _of,
}  # fmt: skip
