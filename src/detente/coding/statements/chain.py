"""Speech that goes on without a cue: quotations that run on, and free indirect speech.

'No door should be slammed.' after a quotation is the speaker's demand, not the report's; only
sentences with a modal of obligation or consequence, in the paragraph of the speaker, are taken so
(cf. free indirect discourse in news, Semino and Short 2004, ch. 4).
"""

from __future__ import annotations

from detente.coding.statements.attach import is_speech
from detente.coding.statements.model import Said
from detente.coding.statements.quotes import Quotations, Quote
from detente.language import Document, Sentence
from detente.resolve.model import Cast

FREE_MODALS = frozenset({"should", "must", "would", "could", "might", "may"})


def carry_on(document: Document, quotes: Quotations, found: list[Said], cast: Cast) -> list[Said]:
    """All statements in order: those given, with quotations that run on added to them, and new ones."""
    taken = {id(q) for s in found for start, end in s.spans for q in quotes.between(start, end)}
    made = sorted(found, key=lambda s: s.start)
    for quote in quotes.all:
        if id(quote) in taken or not is_speech(document.text, quote):
            continue
        sentence = _sentence_at(document, quote.start)
        if sentence is None or sentence.block == "headline" or not _fills(document, quote, sentence):
            continue
        before = _last_before(made, quote, document)
        if before is None:
            continue
        if before.sentence.paragraph == sentence.paragraph and before.form != "free":
            before.spans.append((quote.start, quote.end))
        else:
            made.append(_continued(before, sentence, (quote.start, quote.end), "statement/runs-on"))
            made.sort(key=lambda s: s.start)
    made += _free(document, made, cast)
    return sorted(made, key=lambda s: s.start)


def _sentence_at(document: Document, offset: int) -> Sentence | None:
    from bisect import bisect_right

    index = bisect_right([s.start for s in document.sentences], offset) - 1
    return document.sentences[index] if index >= 0 else None


def _fills(document: Document, quote: Quote, sentence: Sentence) -> bool:
    """Whether the quotation makes up the sentence, so that nothing else can be its cue."""
    outside = document.text[sentence.start : max(sentence.start, quote.start)] + document.text[quote.end : sentence.end]
    return sum(c.isalnum() for c in outside) <= 3


def _last_before(made: list[Said], quote: Quote, document: Document) -> Said | None:
    """The statement just before, in this paragraph or the one before it, that has a source."""
    paragraph = quote.paragraph
    for said in reversed(made):
        if said.start >= quote.start:
            continue
        if said.sentence.paragraph < paragraph - 1:
            return None
        if said.source is not None or said.speaker_span is not None:
            return said
    return None


def _continued(before: Said, sentence: Sentence, span: tuple[int, int], rule: str) -> Said:
    return Said(
        sentence=sentence, spans=[span], source=before.source, speaker=before.speaker, speaker_span=before.speaker_span,
        form="runs-on" if rule.endswith("runs-on") else "free", rule=rule, head=sentence.root,
        because=[f"goes on from the statement before it, whose cue is '{before.cue.text}'"] if before.cue else [],
    )  # fmt: skip


def _free(document: Document, made: list[Said], cast: Cast) -> list[Said]:
    """Sentences in a speaker's paragraph that nobody else can have said."""
    new: list[Said] = []
    speaking = {s.sentence.index: s for s in made}
    previous: Said | None = None
    for sentence in document.sentences:
        said = speaking.get(sentence.index)
        if said is not None:
            previous = said
            continue
        if previous is None or sentence.paragraph != previous.sentence.paragraph or sentence.block != "body":
            continue
        if sentence.index != previous.sentence.index + 1 or not _is_free(sentence):
            previous = None
            continue
        words = document.span(sentence.start, sentence.end)
        free = _continued(previous, sentence, (words.start, words.end - (words.text[-1:] == ".")), "statement/free-indirect")
        new.append(free)
        previous = free
    return new


def _is_free(sentence: Sentence) -> bool:
    root = sentence.root
    helpers = [c for c in root.children if c.dep in {"aux", "auxpass"}]
    return any(h.lower in FREE_MODALS for h in helpers) or (root.lemma == "have" and root.child("xcomp") is not None)
