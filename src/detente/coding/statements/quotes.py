"""Quotation regions: which stretches of the text stand between quotation marks.

Marks of all kinds are paired over a paragraph; a quotation left open at a paragraph's end goes on in
the next one where that begins with an opening mark, as English typesetting has it. Linear in length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.language import Document, Paragraph

OPENERS = {"“": "”", "„": "“”", "«": "»", "‟": "”", "「": "」"}
CLOSERS = frozenset("”»」")
MARKS = re.compile(r"[“”„‟«»「」\"]|``|''")
SINGLES = re.compile(r"(?<!\w)‘(?=\w)|(?<=[\w.,!?…])’(?!\w)")
MIN_SINGLE = 12  # letters: shorter stretches in single marks are names or glosses


@dataclass(slots=True, eq=False)
class Quote:
    """One quotation: offsets with its marks; ``inner`` offsets without; ``open_end`` if it goes on."""

    start: int
    end: int
    paragraph: int
    open_end: bool = False
    continues: bool = False

    @property
    def words_from(self) -> int:
        """Where the quoted words start, after the mark."""
        return self.start + 1

    def holds(self, offset: int) -> bool:
        """Whether an offset stands inside."""
        return self.start <= offset < self.end


def quotes_of(document: Document) -> list[Quote]:
    """All quotations in order, none inside another."""
    found: list[Quote] = []
    plain = MARKS.search(document.text) is None
    for paragraph in document.paragraphs:
        quotes = _single(document.text, paragraph) if plain else _paired(document.text, paragraph)
        if quotes and found and found[-1].open_end and found[-1].paragraph == paragraph.index - 1:
            quotes[0].continues = quotes[0].start == paragraph.start
        found += quotes
    return found


def _paired(text: str, paragraph: Paragraph) -> list[Quote]:
    found: list[Quote] = []
    start, closers = -1, ""
    for match in MARKS.finditer(text, paragraph.start, paragraph.end):
        mark, at = match.group(), match.start()
        if start < 0:
            if mark in OPENERS:
                start, closers = at, OPENERS[mark]
            elif (mark == '"' and _opens(text, at)) or mark == "``":
                start, closers = at, '"' if mark == '"' else "''"
        elif mark in closers or (mark in CLOSERS and closers != '"') or (mark == "''" and closers == "''"):
            found.append(Quote(start, match.end(), paragraph.index))
            start = -1
        elif mark == "“" and closers == "”":  # the last one was never closed
            found.append(Quote(start, at, paragraph.index, open_end=True))
            start = at
    if start >= 0:
        found.append(Quote(start, paragraph.end, paragraph.index, open_end=True))
    return found


def _opens(text: str, at: int) -> bool:
    """A straight mark opens unless it stands right behind a word and before a blank (5" guns, a stray mark)."""
    behind = text[at - 1] if at else " "
    ahead = text[at + 1] if at + 1 < len(text) else " "
    return not ahead.isspace() or not (behind.isalnum() or behind in ".,!?")


def _single(text: str, paragraph: Paragraph) -> list[Quote]:
    """British single marks, where the whole report has no double ones."""
    found: list[Quote] = []
    start = -1
    for match in SINGLES.finditer(text, paragraph.start, paragraph.end):
        if match.group() == "‘":
            start = match.start() if start < 0 else start
        elif start >= 0:
            if match.end() - start > MIN_SINGLE:
                found.append(Quote(start, match.end(), paragraph.index))
            start = -1
    return found


class Quotations:
    """Quick answers about offsets: in which quotation, and how much of a span is quoted."""

    def __init__(self, document: Document) -> None:
        self.all = quotes_of(document)
        self._starts = [quote.start for quote in self.all]
        self.text = document.text

    def at(self, offset: int) -> Quote | None:
        """The quotation that an offset stands in."""
        from bisect import bisect_right

        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 and self.all[index].holds(offset) else None

    def between(self, start: int, end: int) -> list[Quote]:
        """The quotations that overlap a span, in order."""
        from bisect import bisect_left, bisect_right

        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return [quote for quote in self.all[first:last] if quote.end > start]

    def share(self, spans: list[tuple[int, int]]) -> float:
        """The share of the letters and digits of the spans that is quoted."""
        letters = inside = 0
        for start, end in spans:
            quotes = self.between(start, end)
            for at in range(start, end):
                if self.text[at].isalnum():
                    letters += 1
                    inside += any(quote.holds(at) for quote in quotes)
        return inside / letters if letters else 0.0
