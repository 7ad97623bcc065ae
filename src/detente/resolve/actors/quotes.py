"""Which words stand in quotation marks, and who says them."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.language import Document, Token
from detente.resolve.model import Cast

OPENING = frozenset("“„«‟")
CLOSING = frozenset("”»")


@dataclass(slots=True, eq=False)
class Quotation:
    """A stretch of quoted tokens, which may run over sentences."""

    tokens: list[Token] = field(default_factory=list)
    after: int = 0  # how many quotations stand before it in its paragraph


def quotations(document: Document) -> list[Quotation]:
    """The quoted stretches of a report, in order; an unclosed one ends with its paragraph."""
    found: list[Quotation] = []
    open_: Quotation | None = None
    paragraph = -1
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph, open_ = sentence.paragraph, None
        for token in sentence.tokens:
            mark = token.text
            if mark in OPENING and not (open_ is not None and mark == "“" and _german(open_)):
                open_ = Quotation()
                found.append(open_)
            elif mark in CLOSING or (mark == "“" and open_ is not None):
                open_ = None
            elif mark == '"':
                open_ = None if open_ is not None else Quotation()
                if open_ is not None:
                    found.append(open_)
            elif open_ is not None:
                open_.tokens.append(token)
    return [quotation for quotation in found if quotation.tokens]


def _german(quotation: Quotation) -> bool:
    """Whether a quotation was opened low („), so that “ closes it."""
    first = quotation.tokens[0] if quotation.tokens else None
    return first is not None and first.i > 0 and first.sent.tokens[first.i - 1].text == "„"


def speaker_of(quotation: Quotation, cast: Cast, cues: frozenset[str]) -> str | None:
    """The actor who says a quotation, by the verb of saying in its sentences; else ``None``."""
    inside = set(quotation.tokens)
    sentences = dict.fromkeys(token.sent for token in quotation.tokens)
    for sentence in reversed(sentences):
        for token in sentence.tokens:
            if token in inside or token.pos not in {"VERB", "AUX"} or token.lemma not in cues:
                continue
            subject = token.child("nsubj")
            if subject is not None and subject not in inside:
                actor = cast.at(subject)
                if actor is not None:
                    return actor
    return None
