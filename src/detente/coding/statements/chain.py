"""Speech that goes on without a cue: quotations that run on and quotations that are led in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from detente.coding.statements.attach import is_speech
from detente.coding.statements.free import SPOKEN, continued, free_speech
from detente.coding.statements.model import Said
from detente.coding.statements.quotes import Quotations, Quote
from detente.coding.statements.source import source_of
from detente.language import Document, Sentence, Token
from detente.resolve.model import Cast

MUTE = frozenset({"be", "seem", "appear", "have", "include"})
LONE_WORDS = 5  # a quotation without any speaker is a statement from here on
DEICTIC = frozenset({"that", "this", "these", "those", "such", "so", "thus"})
WORDS = frozenset("word message answer reply verdict comment remark response warning advice promise appeal line demand".split())
NEAR = 160  # letters from a quotation and its colon to the verb behind
STRAY = 3  # letters outside the marks that still leave a sentence quoted


def carry_on(document: Document, quotes: Quotations, found: list[Said], cast: Cast) -> list[Said]:
    """All statements in order: those given, with quotations that run on added to them, and new ones."""
    chain = _Chain(document, quotes, found, cast)
    for quote in quotes.all:
        if id(quote) not in chain.taken and is_speech(document.text, quote):
            chain.place(quote)
    made = sorted(chain.made, key=lambda s: s.start)
    return sorted([*made, *free_speech(document, quotes, made, cast)], key=lambda s: s.start)


class _Chain:
    """The statements so far, in order of text, and the quotations that they hold."""

    def __init__(self, document: Document, quotes: Quotations, found: list[Said], cast: Cast) -> None:
        self.document, self.quotes, self.cast = document, quotes, cast
        self.taken = {id(q) for s in found for start, end in s.spans for q in quotes.between(start, end)}
        self.made = sorted(found, key=lambda s: s.start)
        self.starts = [s.start for s in document.sentences]

    def place(self, quote: Quote) -> None:
        """One quotation that no cue of its own sentence has taken."""
        first, last = self._sentence(quote.inner), self._sentence(quote.end - 1)
        if first is None or last is None or first.block == "headline":
            return
        led = self._led_in(quote, first) or self._before_colon(quote, first)
        if led is not None:
            self._add(led)
        elif _fills(self.document.text, quote, first, last):
            self._go_on(quote, first)
        else:
            self._add_fragment(quote, first)

    def _add_fragment(self, quote: Quote, sentence: Sentence) -> None:
        """'said they were "broke", and "in debt"': another fragment of what a sentence quotes already."""
        before = self._last_before(quote)
        if before is not None and before.sentence is sentence and before.cue is not None and self._is_quoted(before):
            if before.cue.start < quote.start and before.form not in {"according to", "obj"}:
                before.spans.append((quote.start, quote.end))

    def _go_on(self, quote: Quote, sentence: Sentence) -> None:
        span = (quote.start, quote.end)
        before = self._last_before(quote)
        if before is None:
            neighbour = self._neighbour(quote) or self._taken_up(quote)
            if neighbour is not None or len(self.document.text[quote.start : quote.end].split()) >= LONE_WORDS:
                self._add(_bare(sentence, quote, neighbour))
        elif self._same_speech(before, quote):
            before.spans.append(span)
        else:
            self._add(continued(before, sentence, span, "runs-on"))

    def _same_speech(self, before: Said, quote: Quote) -> bool:
        """A quotation behind another of one paragraph, or going on over a paragraph's end, is one statement."""
        quoted = self._is_quoted(before)
        near = self._paragraph(before) == quote.paragraph or quote.continues
        return near and before.form != "free" and (quoted or before.form in {"quote", "runs-on", "colon"})

    def _last_before(self, quote: Quote) -> Said | None:
        """The statement just before, in this paragraph or the one before it, that has a source.

        Of several in one sentence it is the one that holds a quotation, else the one that the sentence makes.
        """
        best: Said | None = None
        for index in range(bisect_left(self.made, quote.start, key=_start) - 1, -1, -1):
            said = self.made[index]
            if self._paragraph(said) < quote.paragraph - 1 or (best is not None and said.sentence is not best.sentence):
                break
            if (said.source is not None or said.speaker_span is not None) and (best is None or self._rank(said) > self._rank(best)):
                best = said
        return best

    def _paragraph(self, said: Said) -> int:
        """The paragraph in which a statement ends."""
        last = self._sentence(said.spans[-1][0])
        return max(said.sentence.paragraph, last.paragraph if last is not None else 0)

    def _rank(self, said: Said) -> tuple[bool, bool, int]:
        quoted = self._is_quoted(said)
        depth = sum(1 for _ in said.cue.ancestors()) if said.cue is not None else 0
        return quoted, said.stance in SPOKEN, -depth

    def _is_quoted(self, said: Said) -> bool:
        return any(self.quotes.between(start, end) for start, end in said.spans)

    def _led_in(self, quote: Quote, sentence: Sentence) -> Said | None:
        """'He returned to his theme: "…"', 'Rau snapped, "…"': the verb before a colon or comma is the cue."""
        text = self.document.text
        at = _end_before(text, quote.start)
        if not at or text[at - 1] not in ":," or "\n\n\n" in text[at : quote.start]:
            return None
        lead = self._sentence(at - 1) or sentence
        before = [t for t in lead.tokens if t.start < at]
        verbs = [t for t in before if t.pos in {"VERB", "AUX"} and t.dep != "amod"]
        cue = next((t for t in verbs if t.head is t or t.head.start >= at), verbs[-1] if verbs else None)
        if cue is None or cue.lemma in MUTE or (text[at - 1] == "," and before[-2:-1] != [cue]):
            return None
        source = source_of(cue)
        if source is None or source.start >= at:
            return None
        return Said(
            sentence=lead, spans=[(quote.start, quote.end)], cue=cue, source=source, form="quote", rule="statement/led-in",
            head=sentence.root,
        )  # fmt: skip

    def _before_colon(self, quote: Quote, sentence: Sentence) -> Said | None:
        """'“Nonsense”: a spokesman denies that …': the words of whoever speaks behind the colon."""
        if self.document.text[quote.end : quote.end + 1] != ":":
            return None
        behind = [s for s in self.made if s.cue is not None and s.source is not None and quote.end < s.cue.start < quote.end + NEAR]
        return continued(behind[0], sentence, (quote.start, quote.end), "runs-on") if behind and behind[0].sentence.paragraph == quote.paragraph else None

    def _neighbour(self, quote: Quote) -> Token | None:
        """'He was blunt. "…"': the person whom the sentence before is about."""
        at = _end_before(self.document.text, quote.start)
        sentence = self._sentence(at - 1) if at else None
        subject = sentence.root.child("nsubj", "nsubjpass") if sentence and sentence.paragraph == quote.paragraph else None
        actor = self.cast.actors.get(self.cast.at(subject) or "") if subject is not None else None
        return subject if actor is not None and actor.kind == "person" else None

    def _taken_up(self, quote: Quote) -> Token | None:
        """'“…” That was the message of X', '“…” With these words X left': the speaker that the sentence behind names."""
        index = bisect_right(self.starts, quote.end)
        sentence = self.document.sentences[index] if index < len(self.starts) else None
        if sentence is None or sentence.paragraph > quote.paragraph + 1 or not any(t.lower in DEICTIC for t in sentence.tokens[:4]):
            return None
        noun = next((t for t in sentence.tokens if t.lemma in WORDS), None)
        if noun is None:
            return None
        of = next((p.child("pobj") for p in noun.all("prep") if p.lower in {"of", "from"}), None)
        source = noun.child("poss") or of or sentence.root.child("nsubj")
        return source if source is not None and self.cast.at(source) is not None else None

    def _add(self, said: Said) -> None:
        insort(self.made, said, key=_start)

    def _sentence(self, offset: int) -> Sentence | None:
        index = bisect_right(self.starts, offset) - 1
        return self.document.sentences[index] if index >= 0 else None


def _start(said: Said) -> int:
    return said.start


def _end_before(text: str, offset: int) -> int:
    """Where the words before an offset end."""
    while offset and text[offset - 1].isspace():
        offset -= 1
    return offset


def _fills(text: str, quote: Quote, first: Sentence, last: Sentence) -> bool:
    """Whether the quotation makes up its sentences, so that nothing else can be its cue."""
    outside = text[first.start : max(first.start, quote.start)] + text[quote.end : max(last.end, quote.end)]
    return sum(map(str.isalnum, outside)) <= STRAY


def _bare(sentence: Sentence, quote: Quote, source: Token | None) -> Said:
    return Said(
        sentence=sentence, spans=[(quote.start, quote.end)], source=source, head=sentence.root, form="runs-on",
        rule="statement/neighbour" if source is not None else "statement/no-speaker",
        because=["the sentence before is about the speaker" if source is not None else "nobody is named as its speaker"],
    )  # fmt: skip
