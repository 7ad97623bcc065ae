"""Lists of bare verbs that the parser scattered: 'to surrender, lay down arms and release the hostages'.

A bare form without 'to', modal or subject of its own is no clause by itself. Behind a comma or 'and',
after an infinitive or a modal, it goes on with that list, and shares its subject and what opens it.
"""

from __future__ import annotations

from detente.language.document import Token

LINKS = frozenset({"conj", "advcl", "dep", "ccomp", "parataxis"})
OPENERS = frozenset({"TO", "MD"})
OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "mark", "expl"})


def first_of_list(verb: Token) -> Token | None:
    """The verb of the list that a stray bare verb goes on with; None where it stands rightly."""
    if not _is_bare(verb) or verb.dep not in LINKS or _opened(verb) or any(c.dep in OWN for c in verb.children):
        return None
    if _opened(_top(verb)):
        return None
    tokens = verb.sent.tokens
    before = next((t for t in reversed(tokens[: verb.i]) if t.tag != "RB"), None)
    if before is None or before.lower not in {",", "and", "or", "but"}:
        return None
    for token in reversed(tokens[: before.i]):
        if token.text in {";", ":"} or (token.tag == "MD" and not _opened(token.head)):
            return None
        if _is_bare(token) and _opened(token):
            return token
    return None


def _is_bare(verb: Token) -> bool:
    return verb.pos == "VERB" and (verb.tag == "VB" or (verb.tag == "VBP" and verb.lower == verb.lemma))


def _opened(verb: Token) -> bool:
    return any(c.dep == "aux" and (c.tag in OPENERS or c.lower in {"do", "did", "does"}) for c in verb.children)


def _top(verb: Token) -> Token:
    """The verb at the head of the coordination that the parser put a verb into."""
    while verb.dep == "conj" and verb.pos == "VERB":
        verb = verb.head
    return verb
