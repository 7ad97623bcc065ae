"""Speech that goes on without a cue: quotations that run on and quotations that are led in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort

from detente.coding.statements.attach import is_speech, is_title
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
ADDING = frozenset({"add", "say", "note", "conclude", "remark", "explain"})  # '…, adding that …. “…”': the last cue goes on
NEAR = 160  # letters from a quotation and its colon to the verb behind
STRAY = 3  # letters outside the marks that still leave a sentence quoted


def carry_on(document: Document, quotes: Quotations, found: list[Said], cast: Cast) -> list[Said]:
    """All statements in order: those given, with quotations that run on added to them, and new ones."""
    chain = _Chain(document, quotes, found, cast)
    for quote in quotes.all:
        if id(quote) not in chain.taken:
            chain.place(quote) if is_speech(document.text, quote) else chain.join(quote)
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
            if all(led is not s for s in self.made):
                self._add(led)
        elif _fills(self.document.text, quote, first, last):
            self._go_on(quote, first)
        else:
            self._add_fragment(quote, last)

    def join(self, quote: Quote) -> None:
        """'“A sham,” she wrote. “Shameful!”': a word or two that go on from a quotation with a cue."""
        first, last = self._sentence(quote.inner), self._sentence(quote.end - 1)
        before = self._last_before(quote)
        joined = next((s for s in self.made if s.sentence is first and self._is_joined(s, quote)), None)
        if joined is not None:
            joined.spans.append((quote.start, quote.end))
            return
        if first is None or last is None or before is None or before.cue is None or not _fills(self.document.text, quote, first, last):
            return
        if self._is_quoted(before) and before.sentence.paragraph == quote.paragraph and self._is_right_before(before, quote):
            before.spans.append((quote.start, quote.end))

    def _is_joined(self, before: Said, quote: Quote) -> bool:
        """'accused it of “building walls” and “clearly arming”': quoted words that 'and' joins to quoted words."""
        end = max(before.spans[-1][1], before.cue_end if before.cue is not None and before.cue.start < quote.start else 0)
        between = self.document.text[end : quote.start].strip("”\"' ,")
        return end <= quote.start and between in {"and", "or", ""} and self._is_quoted(before) and self.document.text[before.spans[-1][1] - 1] in "”\"'"

    def _add_fragment(self, quote: Quote, sentence: Sentence) -> None:
        """'said they were "broke", and "in debt"': another fragment of what a sentence quotes already."""
        before = self._last_before(quote)
        if is_title(self.document.text, quote):
            return
        if before is not None and before.sentence is sentence and before.cue is not None and self._is_quoted(before):
            told = any(t.tag == "VBG" and t.i and sentence.tokens[t.i - 1].text == "," for t in sentence.tokens if before.cue_end <= t.start < quote.start)
            if before.cue.start < quote.start and before.form not in {"according to", "obj"} and not told:
                before.spans.append((quote.start, quote.end))
        elif before is not None and before.cue is not None and self._goes_over(before, quote, sentence):
            before.spans.append((quote.start, sentence.end - (self.document.text[sentence.end - 1] == ".")))

    def _goes_over(self, before: Said, quote: Quote, sentence: Sentence) -> bool:
        """'"We stay," he said. "They have helped" in the end.': a sentence that a quotation opens, without a cue."""
        long = len(self.document.text[quote.start : quote.end].split()) >= LONE_WORDS
        return long and sentence.end > quote.end and before.sentence.paragraph == quote.paragraph and self._is_quoted(before) and self._is_right_before(before, quote)

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
        near = self._paragraph(before) == quote.paragraph or quote.continues or (before.cue is not None and self._is_right_before(before, quote))
        added = before.cue is not None and before.cue.tag == "VBG" and before.cue.lemma in ADDING
        return near and before.form != "free" and (quoted or added or before.form in {"quote", "runs-on", "colon"})

    def _is_right_before(self, before: Said, quote: Quote) -> bool:
        """Whether a quotation opens the sentence behind a statement."""
        last, here = self._sentence(max(before.spans[-1][1] - 1, before.sentence.start)), self._sentence(quote.inner)
        index = max(before.sentence.index, last.index if last is not None else 0)
        return here is not None and here.index == index + 1 and not any(map(str.isalnum, self.document.text[here.start : quote.start]))

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

    def _rank(self, said: Said) -> tuple[bool, bool, bool, bool, int]:
        added = said.cue is not None and said.cue.tag == "VBG" and said.cue.lemma in ADDING
        quoted = self._is_quoted(said)
        depth = sum(1 for _ in said.cue.ancestors()) if said.cue is not None else 0
        spoken = any(is_speech(self.document.text, q) for start, end in said.spans for q in self.quotes.between(start, end))
        return added, spoken, quoted, said.stance in SPOKEN, -depth

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
        if cue is None or (cue.lemma in MUTE and not _is_hers(cue, text[at - 1])) or (text[at - 1] == "," and before[-2:-1] != [cue]):
            return None
        opening = lead.tokens[0]
        if opening.lower == "according" and text[at - 1] == ":" and not any(t.tag in {"VBD", "VBZ", "VBP", "MD"} for t in before):
            cue = opening  # 'According to Roe, writing in the Post: “…”'
        source = next((p.child("pobj") for p in cue.all("prep") if p.lower == "to"), None) if cue is opening else source_of(cue)
        if source is None or source.start >= at:
            return None
        own = next((s for s in self.made if s.cue is cue and self._is_quoted(s)), None)
        if own is not None:  # '“We met,” he began, “in May.”'
            own.spans.append((quote.start, quote.end))
            return own
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


def _is_hers(cue: Token, mark: str) -> bool:
    """'She seems content: “…”': a person and a colon make quoted words the person's."""
    subject = cue.child("nsubj")
    return mark == ":" and cue.lemma in {"seem", "appear"} and subject is not None and (subject.lower in {"he", "she", "they"} or subject.ent == "PERSON")


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
