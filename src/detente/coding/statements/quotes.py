"""Quotation regions: which stretches of the text stand between quotation marks.

Marks of all kinds are paired over a paragraph; a quotation left open at a paragraph's end goes on in
the next one where that begins with an opening mark, as English typesetting has it. Linear in length.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from detente.coding.statements.blocks import blocks_of
from detente.coding.statements.model import Offsets
from detente.language import Document, Paragraph

OPENERS = {"“": "”", "„": "“”", "«": "»", "‟": "”", "「": "」", "``": "''"}
CLOSERS = frozenset("”»」")
STRAIGHT = frozenset({'"', "''"})  # the same mark opens and closes
MARKS = re.compile(r"[“”„‟«»「」\"]|``|'' ?'(?![\w'])|''|(?<=[,.!?])' '(?=\s)")
SINGLES = re.compile(r"(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
MIN_SINGLE = 12  # letters: shorter stretches in single marks are names or glosses


@dataclass(slots=True, eq=False)
class Quote:
    """One quotation: offsets with its marks; ``open_end`` if it goes on, ``continues`` if it went on."""

    start: int
    end: int
    paragraph: int
    open_end: bool = False
    continues: bool = False

    inner: int = 0  # where the quoted words start, after the mark

    def holds(self, offset: int) -> bool:
        """Whether an offset stands inside."""
        return self.start <= offset < self.end


def quotes_of(document: Document) -> list[Quote]:
    """All quotations in order, none inside another."""
    found: list[Quote] = []
    plain = MARKS.search(document.text) is None
    for paragraph in document.paragraphs:
        lone = plain or (paragraph.block == "headline" and not MARKS.search(document.text, paragraph.start, paragraph.end))
        quotes = _single(document.text, paragraph) if lone else _Pairing(document.text, paragraph).run()
        if quotes and found and found[-1].open_end and found[-1].paragraph == paragraph.index - 1:
            quotes[0].continues = not document.text[paragraph.start : quotes[0].start].strip()
        found += quotes
    blocks = [Quote(p.start, p.end, p.index, open_end=on, continues=behind) for p, behind, on in blocks_of(document)]
    held = {quote.paragraph for quote in found}
    return sorted([*found, *(b for b in blocks if b.paragraph not in held)], key=lambda quote: quote.start) if blocks else found


class _Pairing:
    """The pairing of the marks of one paragraph; ``depth`` counts quotations inside the open one."""

    def __init__(self, text: str, paragraph: Paragraph) -> None:
        self.text, self.paragraph = text, paragraph
        self.marks = [(m.group(), m.start(), m.end()) for m in MARKS.finditer(text, paragraph.start, paragraph.end)]
        straight = [m for m, _, _ in self.marks if m[0] in "\"'"]
        self.even = len(straight) % 2 == 0
        self.found: list[Quote] = []
        self.start, self.closers, self.depth = -1, "", 0

    def run(self) -> list[Quote]:
        """The quotations, an unclosed one up to the paragraph's end."""
        for found, at, end in self.marks:
            mark = "''" if found[0] == "'" else found
            if self.start < 0:
                self._begin(mark, at)
            else:
                self._go_on(mark, at, end)
        if self.start >= 0:
            self.found.append(Quote(self.start, self.paragraph.end, self.paragraph.index, open_end=True))
        return self.found

    def _begin(self, mark: str, at: int) -> None:
        if mark in OPENERS:
            self.start, self.closers, self.depth = at, OPENERS[mark], 0
        elif mark in STRAIGHT and self._may_open(at, len(mark)):
            self.start, self.closers, self.depth = at, mark, 0

    def _go_on(self, mark: str, at: int, end: int) -> None:
        if mark in STRAIGHT and mark == self.closers and self._must_open(at, len(mark)):
            if self.even:
                self.depth += 1  # "We said "no" to that"
            else:
                self._close(at, open_end=True)
                self.start = at
        elif mark in self.closers or mark in CLOSERS or (mark == '"' and self.closers == "”" and self._may_close(at)):
            if self.depth:
                self.depth -= 1
            else:
                self._close(end)
                self.start = -1
        elif mark == "“" and self.closers == "”" and self.text[at - 1] in ",.?!" and self._may_close(at):
            self._close(end)  # the wrong mark: '“Who?“ he asked'
            self.start = -1
        elif mark == "“" and self.closers == "”":  # the last one was never closed
            self._close(at, open_end=True)
            self.start = at

    def _close(self, at: int, *, open_end: bool = False) -> None:
        self.found.append(Quote(self.start, at, self.paragraph.index, open_end=open_end))

    def _may_open(self, at: int, width: int) -> bool:
        """A straight mark opens unless it stands right behind a word and before a blank (5" guns)."""
        behind, ahead = self._around(at, width)
        return not ahead.isspace() or not (behind.isalnum() or behind in ".,!?")

    def _must_open(self, at: int, width: int) -> bool:
        """Behind a blank or a bracket and right before a word a straight mark can only open."""
        behind, ahead = self._around(at, width)
        return (behind.isspace() or behind in "([—–") and (ahead.isalnum() or ahead in "'$[")

    def _may_close(self, at: int) -> bool:
        """Right behind a word or a stop, and before a blank."""
        behind, ahead = self._around(at, 1)
        return not behind.isspace() and not ahead.isalnum()

    def _around(self, at: int, width: int) -> tuple[str, str]:
        return self.text[at - 1 : at] or " ", self.text[at + width : at + width + 1] or " "


def _single(text: str, paragraph: Paragraph) -> list[Quote]:
    """British single marks, where there are no double ones; an apostrophe inside a word is none."""
    found: list[Quote] = []
    start = -1
    for match in SINGLES.finditer(text, paragraph.start, paragraph.end):
        opens = match.group() == "‘" or (match.group() == "'" and not text[match.start() - 1 : match.start()].strip())
        if opens:
            start = match.start() if start < 0 else start
        elif start >= 0:
            if text[match.start() - 1] == "s" and _closes_later(text, match.end(), paragraph.end):
                continue  # 'the Iranians' own conscience'
            if match.end() - start > MIN_SINGLE:
                found.append(Quote(start, match.end(), paragraph.index))
            start = -1
    return found


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether a mark right behind a stop comes before the next one that opens, and a small letter follows here."""
    if not text[start : start + 2].strip()[:1].islower():
        return False
    for match in SINGLES.finditer(text, start, end):
        if not text[match.start() - 1].strip() or match.group() == "‘":
            return False
        if text[match.start() - 1] in ",.!?…":
            return True
    return False


class Quotations:
    """Quick answers about offsets: in which quotation, and how much of a span is quoted."""

    def __init__(self, document: Document) -> None:
        self.all = quotes_of(document)
        for quote in self.all:
            quote.inner = min(quote.start + 2 if document.text[quote.start] in "'`" else quote.start + 1, quote.end - 1)
        self._starts = [quote.start for quote in self.all]
        self.text = document.text

    def at(self, offset: int) -> Quote | None:
        """The quotation that an offset stands in."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 and self.all[index].holds(offset) else None

    def room(self, offset: int) -> Offsets:
        """From the end of the quotation before an offset to the start of the one behind it."""
        index = bisect_right(self._starts, offset)
        low = self.all[index - 1].end if index else 0
        return low, self._starts[index] if index < len(self._starts) else len(self.text)

    def between(self, start: int, end: int) -> list[Quote]:
        """The quotations that overlap a span, in order."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return [quote for quote in self.all[first:last] if quote.end > start]

    def share(self, spans: list[tuple[int, int]]) -> float:
        """The share of the letters and digits of the spans that is quoted."""
        letters = inside = 0
        for start, end in spans:
            letters += _letters(self.text, start, end)
            for quote in self.between(start, end):
                inside += _letters(self.text, max(start, quote.start), min(end, quote.end))
        return inside / letters if letters else 0.0


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
