"""That an accord is made, and by whom: 'signed a truce', 'settled their dispute', 'ended talks with a joint statement'."""

from __future__ import annotations

from detente.coding.commitments.context import Reading
from detente.coding.commitments.polarity import is_negated
from detente.language import Sentence, Token

AGREED = frozenset("agreement accord deal pact treaty truce ceasefire armistice communique memorandum protocol".split())
ACCORDS = AGREED | {"document", "text", "settlement", "arrangement", "compromise", "plan", "timetable", "roadmap", "swap", "framework"}
STATEMENTS = frozenset({"statement", "communique", "declaration"})
MAKING = frozenset("sign agree reach conclude initial accept strike settle seal clinch hammer ratify".split())
BINDING = frozenset({"commit", "bind", "oblige", "require", "compel"})
ENDING = frozenset({"end", "close", "conclude", "wind"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
BACK, FAR = 5, 8  # sentences: how long an accord goes on, how far back those who signed it are looked for


def is_about_accord(token: Token, reading: Reading) -> bool:
    """Whether this sentence, in front of a word, or one of the five before in its paragraph tells of an accord that is made."""
    for index in range(token.sent.index, max(-1, token.sent.index - BACK - 1), -1):
        sentence = reading.document.sentences[index]
        if sentence.paragraph != token.sent.paragraph:
            return False
        words = sentence.tokens if index < token.sent.index else sentence.tokens[: token.i]
        if any(_tells(t, token, reading, near=token.sent.index - index <= 2) for t in words):
            return True
    return False


def _tells(word: Token, token: Token, reading: Reading, *, near: bool) -> bool:
    """Whether a word tells that something was agreed: the accord by its noun or, of two parties, the verb."""
    if word.head is token and word.dep not in {"ccomp", "advcl"}:
        return False
    if word.lemma in ACCORDS and word.dep in {"nsubj", "nsubjpass", "pobj", "dobj"}:
        return _is_under(word) or (word.dep == "nsubj" and word.head.lemma in BINDING) or is_made(word.head) or (near and _is_subject(word)) or (_is_announced(word) and len(_of_all(word.head, reading)) > 1)
    return is_made(word) and word is not token and (len(_of_all(word, reading)) > 1 or _is_collective(word))


def signatories(token: Token, reading: Reading) -> tuple[str, ...]:
    """The two or more parties last said to have signed, agreed or met half-way, up to a word; else none."""
    for index in range(token.sent.index, max(-1, token.sent.index - FAR), -1):
        found = _signed_in(reading.document.sentences[index], reading)
        if found:
            return found[:4]
    return ()


def _signed_in(sentence: Sentence, reading: Reading) -> tuple[str, ...]:
    for word in reversed(sentence.tokens):
        found: tuple[str, ...] = ()
        if is_made(word) or (word.lemma in ACCORDS and _is_announced(word)):
            found = _of_all(word if is_made(word) else word.head, reading)
        elif word.lemma in ACCORDS and (between := next((c for c in word.all("prep") if c.lower == "between"), None)) is not None:
            found = tuple(p for t in between.subtree() for p in reading.parties(t) if t.dep in {"pobj", "conj"})
        elif word.lemma in BINDING and (text := word.child("nsubj")) is not None and text.lemma in AGREED and not is_negated(word):
            found = tuple(p for t in word.all("dobj") for p in reading.parties(t))
        bodies = tuple(dict.fromkeys(b for p in found if (b := reading.body(p)) and reading.can_commit(b)))
        if len(bodies) > 1 or (bodies and _is_collective(word)):
            return bodies
    return ()


def _is_collective(verb: Token) -> bool:
    """'The warring factions have agreed': several under one name."""
    subject = verb.child("nsubj")
    return subject is not None and subject.tag in {"NNS", "NNPS"} and subject.lemma in {"faction", "party", "side", "group", "rival", "militia", "clan", "leader"}


def _of_all(verb: Token, reading: Reading) -> tuple[str, ...]:
    """Who did it: the subjects or agents, and whoever it was done with."""
    subject = verb.child("nsubj") or next((g for c in verb.all("agent") for g in c.all("pobj")), None)
    found = list(reading.parties(subject)) if subject is not None else []
    for holder in (verb, *verb.all("dobj", "nsubjpass", "prep")):
        found += [p for c in holder.all("prep") if c.lower == "with" for g in c.all("pobj") for p in reading.parties(g)]
    return tuple(dict.fromkeys(found))


def is_made(verb: Token) -> bool:
    """'Signed the truce', 'ended talks with a joint statement', not 'refused to sign it' or 'did not sign it'."""
    if verb.tag not in FINITE or is_negated(verb):
        return False
    if verb.lemma in ENDING:
        return any(p.lower == "with" and g.lemma in STATEMENTS | AGREED for p in verb.subtree() if p.i > verb.i and p.dep == "prep" for g in p.all("pobj"))
    return verb.lemma in MAKING


def _is_announced(noun: Token) -> bool:
    """'The government and the rebels announced a ceasefire'."""
    return noun.dep == "dobj" and noun.head.lemma in {"announce", "declare", "adopt", "unveil"} and noun.head.tag in FINITE and not is_negated(noun.head)


def _is_under(noun: Token) -> bool:
    return noun.dep == "pobj" and noun.head.lower in {"under", "by", "according"}


def _is_subject(noun: Token) -> bool:
    """'The text has four points', 'the accord provides'."""
    return noun.dep in {"nsubj", "nsubjpass"} and not is_negated(noun.head) and noun.head.lemma in {"have", "provide", "say", "foresee", "lay", "contain", "call", "set", "sign", "conclude", "reach"}
