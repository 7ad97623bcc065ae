"""Where an act stands: the words that a slot of the table names, on the tree of a trigger."""

from __future__ import annotations

from collections.abc import Iterator

from detente.language import Token

Offsets = tuple[int, int]
PREPOSITIONS = frozenset("for of on to with against from over about in at into".split())


def acts_in(trigger: Token, slots: tuple[str, ...]) -> list[tuple[Offsets, Token]]:
    """Spans and heads of the act by the first slot that is filled; coordinated noun phrases one by one."""
    for slot in slots:
        found = list(_slot(trigger, slot))
        if found:
            return found
    return []


def _slot(trigger: Token, slot: str) -> Iterator[tuple[Offsets, Token]]:
    if slot == "self":
        yield _span(trigger, trigger), trigger
    elif slot in {"inf", "clause", "gerund"}:
        yield from _clauses(trigger, slot)
    elif slot == "obj":
        yield from _object(trigger)
    elif slot in PREPOSITIONS:
        yield from _prepositional(trigger, slot)


def _clauses(trigger: Token, slot: str) -> Iterator[tuple[Offsets, Token]]:
    holders = [trigger, *trigger.all("dobj", "nsubjpass", "prep", "attr", "dative")]
    holders += [p for h in holders if h.dep == "prep" for p in h.all("pobj")]
    for holder in holders:
        for child in holder.children:
            if child.dep not in {"xcomp", "ccomp", "acl", "advcl", "relcl", "pcomp", "parataxis"} or child.left <= trigger.i <= child.right:
                continue
            infinitive = any(c.dep == "aux" and c.lower == "to" for c in child.children)
            if (slot == "inf" and infinitive) or (slot == "gerund" and child.tag == "VBG"):
                to = next((c for c in child.children if c.dep == "aux" and c.lower == "to"), child)
                first = to if slot == "inf" and child.child("nsubj") is None else None
                yield _span(child, trigger, first=first), child
                return
            if slot == "clause" and child.dep in {"ccomp", "acl", "parataxis"} and not infinitive:
                yield _span(child, trigger), child
                return


def _object(trigger: Token) -> Iterator[tuple[Offsets, Token]]:
    target = trigger.child("dobj", "nsubjpass", "attr")
    if target is not None and target.tag not in {"WDT", "WP"}:
        for part in _parts(target):
            yield _span(part, trigger), part
    elif trigger.dep == "relcl" and trigger.head.pos in {"NOUN", "PROPN"}:
        head = trigger.head
        tokens = head.sent.tokens
        yield (tokens[head.left].start, tokens[head.right].end), head


def _prepositional(trigger: Token, word: str) -> Iterator[tuple[Offsets, Token]]:
    for child in trigger.children:
        if child.lower == word and child.dep in {"prep", "prt", "dative", "agent", "advmod"}:
            target = child.child("pobj", "pcomp")
            if target is not None:
                extended = _extended(trigger, target)
                parts = _parts(target) if extended is None else [target]
                for part in parts:
                    start, end = _span(part, trigger)
                    yield (start, max(end, extended or 0)), part
        elif word == "for" and child.dep in {"advcl", "ccomp", "xcomp"} and any(c.lower == "for" for c in child.children):
            mark = next(c for c in child.children if c.lower == "for")
            yield _span(child, trigger, first=child.sent.tokens[mark.i + 1]), child


def _extended(trigger: Token, target: Token) -> int | None:
    """'called for clear red lines to be drawn up': an infinitive behind the object belongs to the act."""
    for child in (*trigger.children, *target.children):
        if child.dep in {"xcomp", "advcl", "relcl", "acl", "ccomp"} and child.i > target.i:
            if any(c.dep == "aux" and c.lower == "to" for c in child.children):
                return _span(child, trigger)[1]
    return None


def _parts(target: Token) -> list[Token]:
    """Coordinated noun phrases apart; a coordination of bare nouns under one determiner stays whole."""
    conjuncts = [t for t in target.conjuncts() if t.pos in {"NOUN", "PROPN"}]
    if len(conjuncts) < 2 or any(t.child("det", "amod", "poss") is None for t in conjuncts[1:]):
        return [target]
    return conjuncts


def _span(head: Token, trigger: Token, *, first: Token | None = None) -> Offsets:
    """The words of a phrase, without later conjuncts that are acts of their own and without edges of punctuation."""
    tokens = head.sent.tokens
    start, end = (first.i if first is not None else head.left), head.right
    for child in head.children:
        if child.dep == "conj" and child.pos in {"NOUN", "PROPN"} and child in _parts(head)[1:] and child.left > head.i:
            end = min(end, child.left - 1)
    if start <= trigger.i <= end and trigger is not head:
        start, end = (trigger.i + 1, end) if trigger.i < head.i else (start, trigger.i - 1)
    while start < end and (tokens[start].pos in {"PUNCT", "CCONJ"} or tokens[start].lower == "that"):
        start += 1
    while end > start and (tokens[end].pos in {"PUNCT", "CCONJ"} or tokens[end].dep == "cc"):
        end -= 1
    return tokens[start].start, tokens[end].end
