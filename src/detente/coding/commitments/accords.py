"""What an accord lays down sentence after sentence: 'the guns were to fall silent', 'prisoners shall be exchanged'."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.commitments.authored import UNNAMED
from detente.coding.commitments.classes import FELT, TOLD
from detente.coding.commitments.context import Reading
from detente.coding.commitments.drafting import draft
from detente.coding.commitments.instruments import AGREED
from detente.coding.commitments.model import Draft
from detente.coding.commitments.polarity import is_negated
from detente.coding.commitments.slots import is_infinitive, trimmed
from detente.coding.commitments.valence import valence
from detente.language import Token

ACCORDS = AGREED | {"document", "text", "settlement", "arrangement"}
MAKING = frozenset("sign agree reach conclude initial accept strike".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
LAID_DOWN = frozenset({"will", "would", "shall", "must"})


def laid_down(verb: Token, reading: Reading) -> Iterator[Draft]:
    """A pledge of nobody named, in the report's own voice, behind the accord that the paragraph is about."""
    inner = _arranged(verb)
    act = inner or verb
    modal = any(c.dep == "aux" and c.lower in LAID_DOWN for c in verb.children)
    subject = verb.child("nsubj", "nsubjpass")
    if (inner is None and not modal) or subject is None or subject.pos == "PRON" or act.lemma in FELT | TOLD or not _is_plain(verb, reading):
        return
    if not is_about_accord(verb, reading):
        return
    shade = valence(act, reading)
    kind = "refusal" if is_negated(act) and shade != "hostile" else "threat" if shade == "hostile" and not is_negated(act) else "pledge"
    span = trimmed(verb.sent.tokens, min(subject.left, verb.left), max(act.right, verb.i))
    own = tuple(b for p in reading.parties(subject) if (b := reading.body(p)) and reading.can_commit(b))
    for holder in own or signatories(verb, reading) or (UNNAMED,):
        yield from draft(kind, span, act, verb, holder, reading, because="what an accord lays down")


def _arranged(verb: Token) -> Token | None:
    """'are to be freed': the infinitive behind 'to be'."""
    if verb.lemma != "be" or verb.tag not in {"VBZ", "VBP", "VBD"} or verb.child("acomp", "attr") is not None:
        return None
    return next((c for c in verb.children if c.dep in {"xcomp", "ccomp", "advcl"} and (to := is_infinitive(c)) is not None and 0 < to.i - verb.i <= 2), None)


def _is_plain(verb: Token, reading: Reading) -> bool:
    """Whether a clause is one of the report's own, of nobody who is cited, asked or set as a condition."""
    if verb.dep not in {"ROOT", "conj", "ccomp", "parataxis"} or reading.in_condition(verb) or verb.sent.tokens[-1].text == "?":
        return False
    return reading.said_at(verb) is None and not reading.is_voiced(verb)


def is_about_accord(token: Token, reading: Reading) -> bool:
    """Whether this sentence, in front of a word, or one of the two before tells of an accord that is made."""
    for index in range(token.sent.index, max(-1, token.sent.index - 3), -1):
        sentence = reading.document.sentences[index]
        if sentence.paragraph != token.sent.paragraph:
            return False
        words = sentence.tokens if index < token.sent.index else sentence.tokens[: token.i]
        if any(t.lemma in ACCORDS and t.head is not token and (t.dep in {"nsubj", "nsubjpass", "pobj", "dobj"}) and (_is_under(t) or _is_made(t.head) or _is_subject(t)) for t in words):
            return True
    return False


def signatories(token: Token, reading: Reading) -> tuple[str, ...]:
    """The two or more parties last said to have signed, agreed or met half-way, up to a word; else none."""
    for index in range(token.sent.index, max(-1, token.sent.index - 8), -1):
        for word in reversed(reading.document.sentences[index].tokens):
            found: tuple[str, ...] = ()
            if _is_made(word):
                found = reading.parties(word.child("nsubj"))
            elif word.lemma in ACCORDS and (between := next((c for c in word.all("prep") if c.lower == "between"), None)) is not None:
                found = tuple(p for t in between.subtree() for p in reading.parties(t) if t.dep in {"pobj", "conj"})
            bodies = tuple(dict.fromkeys(b for p in found if (b := reading.body(p)) and reading.can_commit(b)))
            if len(bodies) > 1:
                return bodies[:4]
    return ()


def _is_made(verb: Token) -> bool:
    """'signed the truce', not 'refused to sign it' or 'did not sign it'."""
    return verb.lemma in MAKING and verb.tag in FINITE and not is_negated(verb)


def _is_under(noun: Token) -> bool:
    return noun.dep == "pobj" and noun.head.lower in {"under", "by", "according"}


def _is_subject(noun: Token) -> bool:
    """'The text has four points', 'the accord provides'."""
    return noun.dep in {"nsubj", "nsubjpass"} and not is_negated(noun.head) and noun.head.lemma in {"have", "provide", "say", "foresee", "lay", "contain", "call", "set", "sign", "conclude", "reach"}
