"""Which cue a quotation belongs to.

Following the reading order of news (O'Keefe and others 2012): the cue in the same sentence that is
nearest outside the marks; a quotation that began sentences before its cue is taken whole.
"""

from __future__ import annotations

from bisect import bisect_right

from detente.coding.statements.model import Offsets, Said
from detente.coding.statements.quotes import Quotations, Quote
from detente.language import Document

MIN_WORDS = 3  # a quotation of fewer words is a name or a phrase inside a sentence of the report's own
SPEECH = frozenset({"speech", "write", "report", "question", "deny", "accuse", "request", "commit", "thought", "attitude", "support"})


def attach_quotes(document: Document, quotes: Quotations, found: list[Said]) -> None:
    """Gives each quotation to its cue: absorbed in a content that it overlaps, else new content. In place."""
    by_sentence: dict[int, list[Said]] = {}
    for said in found:
        by_sentence.setdefault(said.sentence.index, []).append(said)
    starts = [s.start for s in document.sentences]
    for quote in quotes.all:
        first = max(0, bisect_right(starts, quote.start) - 1)
        last = max(first, bisect_right(starts, quote.end - 1) - 1)
        near = [s for i in {first, last} for s in by_sentence.get(i, ()) if s.cue and not quote.holds(s.cue.start)]
        if near and not _absorb(quote, near) and is_speech(document.text, quote):
            _give(quote, near)


def is_speech(text: str, quote: Quote) -> bool:
    """Whether a quotation is long enough to be something said rather than a name."""
    return len(text[quote.start : quote.end].split()) >= MIN_WORDS


def _absorb(quote: Quote, near: list[Said]) -> bool:
    """A quotation that overlaps a content belongs to it; the content grows to hold it whole."""
    best = max(near, key=lambda s: (_overlap(s.spans, quote), -len(s.spans)))
    if not _overlap(best.spans, quote):
        return False
    best.spans = _merged([*best.spans, (quote.start, quote.end)], best)
    return True


def _overlap(spans: list[Offsets], quote: Quote) -> int:
    return sum(max(0, min(end, quote.end) - max(start, quote.start)) for start, end in spans)


def _give(quote: Quote, near: list[Said]) -> None:
    takers = [s for s in near if s.form == "quote" or (s.stance in SPEECH and s.form in {"clause", "around", "wh", "colon"})]
    if not takers:
        return
    best = min(takers, key=lambda s: (bool(s.spans) and s.form != "quote", _distance(s, quote)))
    best.spans = _merged([*best.spans, (quote.start, quote.end)], best)


def _distance(said: Said, quote: Quote) -> int:
    at = said.cue.start if said.cue else said.start
    return quote.start - at if at < quote.start else at - quote.end


def _merged(spans: list[Offsets], said: Said) -> list[Offsets]:
    """Overlapping spans as one; a cue inside a hole keeps the hole."""
    merged: list[Offsets] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
