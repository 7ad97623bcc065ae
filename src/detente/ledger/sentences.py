"""The sentences of a report by its text alone: what full-text search finds, and what a row is shown in.

The record holds no sentences, so that the ledger cuts its own: at line ends, and after a full stop, question
or exclamation mark before a capital. A cut in the wrong place shows too little or too much, and loses nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence

LONGEST = 2000  # characters; a text without a full stop is cut at a blank
_END = re.compile(
    r"""
    (?<!\b[A-Z])                            # not an initial: 'J. Smith', 'U.S.'
    (?<!\b(?:Mr|Dr|St|Lt))(?<!\b(?:Mrs|Gen|Col|Sen|Rep|Gov|Maj|Jan|Feb|Aug|Oct|Nov|Dec))(?<!\bSept)
    [.!?…]+["'”’»)\]]*                      # the end of a sentence and what closes with it
    \s+
    (?=["'“‘„«(\[]?[A-Z0-9À-Þ])             # what looks like a start
    | \s*[\r\n]+\s*                         # or the end of a line
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]+")


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence, without the blanks around it, in order."""
    return [span for span in _pieces(text) if span[0] < span[1]]


def sentence_at(spans: Sequence[tuple[int, int]], start: int) -> int | None:
    """The index of the sentence in which an offset stands; None before the first."""
    index = bisect_right(spans, (start, 2**62)) - 1
    return index if index >= 0 else None


def paragraph_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The line or lines that a stretch of text stands in."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    return left, len(text) if right < 0 else right


def folded(text: str) -> str:
    """The words of a text as they are searched for: lower case, no accents, single blanks.

    >>> folded("Türkiye’s “red line”: S-400s!")
    'turkiye s red line s 400s'
    """
    lower = unicodedata.normalize("NFKD", text).casefold()  # a letter of mathematics may hide a capital
    plain = "".join(c for c in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        mark = found.group().rstrip()
        yield from _short(text, start, found.start() + len(mark) if mark.strip() else found.start())
        start = found.end()
    yield from _short(text, start, len(text))


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces of at most :data:`LONGEST` characters, without the blanks around it."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield _trimmed(text, start, cut)
        start = cut
    yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), max(start, end - (len(piece) - len(piece.rstrip())))
