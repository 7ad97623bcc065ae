"""Where the article stands on a page that was saved as text: menus before it, link lists after it.

The article is the run of lines with the greatest sum of scores, prose counting for and links against
it. Outside it, lines that look like links go where a pattern has shown that the place is a menu or a
list of teasers; all else stays.

Source: J. Pasternack and D. Roth, 'Extracting article text from the web with maximum subsequence
segmentation', WWW 2009, with scores for lines in place of trained scores for tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.records.facts import FurnitureReason
from detente.sources.dates import is_date_line

_SENTENCE_END = re.compile(r"[.!?…:;,–—-][\"'”’»“)\]*_]*$")
_LISTED = re.compile(r"[-•*·–—▪●]|\(?[0-9a-z]{1,3}[.)]\s")
_NO_LINK = re.compile(r"[\"'“”‘„«]|\(?[0-9]{1,2}[:.][0-9]{2}\b")  # a quotation, or a live blog's time of day
_PROSE_WORDS = 8
_LINK_WORDS = 16
_HEADLINE_WORDS = 4
_HEADLINE_LINES = 8  # a headline, standfirst, byline and dates stand this near to the article
_MENU_LINES = 4
_WRAPPED_SHARE = 0.3  # of the lines that go on in the next; one in two where a text is wrapped at a column


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; ``start`` and ``end`` are offsets into the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Why a line is furniture, and the name of the rule that says so."""

    reason: FurnitureReason
    rule: str


_SEPARATOR = Mark("separator", "layout/no-letters")
_REPEATED = Mark("navigation", "layout/repeated")
_MENU = Mark("navigation", "layout/menu")
_TEASERS = Mark("teaser", "layout/teasers")


def lines_of(text: str) -> list[Line]:
    """The lines of a text, blank ones as empty lines; carriage returns count as white space."""
    return list(_lines(text))


def mark_layout(lines: Sequence[Line], marks: list[Mark | None]) -> None:
    """Mark the furniture that shows by its place and shape; marks already there stay."""
    filled = [place for place, line in enumerate(lines) if line.text]
    shapes = [_Shape.of(lines[place].text) for place in filled]
    for place, shape in zip(filled, shapes, strict=True):
        if marks[place] is None and not shape.letters:
            marks[place] = _SEPARATOR
    if _is_hard_wrapped(lines):  # its lines are pieces of sentences, whose shapes say nothing
        return
    _mark_repeated(lines, marks, filled)
    first, last = article([_score(shape, marks[place]) for place, shape in zip(filled, shapes, strict=True)])
    if last - first < 1:
        return
    _mark_before(lines, marks, filled[:first], shapes[:first])
    _mark_after(marks, filled[last:], shapes[last:])


def goes_on(line: Line, following: Line) -> bool:
    """Whether a line is a piece of a sentence that goes on in the next line."""
    return following.text[:1].islower() and line.text.count(" ") >= 4 and not _SENTENCE_END.search(line.text[-8:])


def article(scores: Sequence[float]) -> tuple[int, int]:
    """The half-open range with the greatest sum of scores, the first of several; empty where none is above 0.

    >>> article([-1, 3, -1, 4, -5, 2])
    (1, 4)
    """
    best = running = 0.0
    start = first = last = 0
    for place, score in enumerate(scores):
        if running <= 0:
            running, start = 0.0, place
        running += score
        if running > best:
            best, first, last = running, start, place + 1
    return first, last


@dataclass(frozen=True, slots=True)
class _Shape:
    words: int
    letters: bool
    ended: bool
    listed: bool
    linkable: bool

    @classmethod
    def of(cls, text: str) -> _Shape:
        """The shape of a line that is not blank."""
        head = text[:400]
        return cls(
            words=len(head.split()),
            letters=any(c.isalnum() for c in head) or len(text) > len(head),
            ended=bool(_SENTENCE_END.search(text[-8:])),
            listed=bool(_LISTED.match(head)),
            linkable=not _NO_LINK.match(head),
        )

    @property
    def prose(self) -> bool:
        """Whether the line reads as a sentence."""
        return self.words >= _PROSE_WORDS and self.ended

    @property
    def link(self) -> bool:
        """Whether the line could be a link: a few words, no end of a sentence."""
        return self.linkable and self.words <= _LINK_WORDS and not self.ended


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        left = raw.find(stripped[:1]) if stripped else 0
        yield Line(start + left, start + left + len(stripped), stripped)
        start += len(raw) + 1


def _is_hard_wrapped(lines: Sequence[Line]) -> bool:
    pairs = [(line, following) for line, following in pairwise(lines) if line.text and following.text]
    return len(pairs) >= _MENU_LINES and sum(goes_on(*pair) for pair in pairs) / len(pairs) >= _WRAPPED_SHARE


def _score(shape: _Shape, mark: Mark | None) -> float:
    if mark is not None:
        return -0.2 if mark is _SEPARATOR else -2.0
    if shape.prose:
        return min(shape.words, 60) / 4
    if not shape.link:
        return 0.5 if shape.words < _PROSE_WORDS else 2.0
    return -0.2 if shape.listed else -1.0


def _mark_repeated(lines: Sequence[Line], marks: list[Mark | None], filled: Sequence[int]) -> None:
    """Mark a line of three words or more that stood before, unless it ends as a sentence does: refrains stay."""
    seen: set[str] = set()
    for place in filled:
        text = lines[place].text
        if marks[place] is None and text in seen:
            marks[place] = _REPEATED
        if text.count(" ") >= 2 and not _SENTENCE_END.search(text[-8:]):
            seen.add(text)


def _mark_before(
    lines: Sequence[Line], marks: list[Mark | None], filled: Sequence[int], shapes: Sequence[_Shape]
) -> None:
    """Mark the menus before the article; its headline and dates stay."""
    links = [place for place, shape in zip(filled, shapes, strict=True) if shape.link and marks[place] is None]
    if len(links) < _MENU_LINES or not any(_by_pattern(marks[place]) for place in filled):
        return
    near = set(filled[-_HEADLINE_LINES:])
    opening = filled[0]
    for place, shape in zip(filled, shapes, strict=True):
        headline = shape.words >= _HEADLINE_WORDS and (place in near or place == opening)
        if marks[place] is None and shape.link and not headline and not is_date_line(lines[place].text):
            marks[place] = _MENU


def _mark_after(marks: list[Mark | None], filled: Sequence[int], shapes: Sequence[_Shape]) -> None:
    """Mark the link lists after the article: all links below the line by which a pattern shows where they begin."""
    links = sum(shape.link for shape in shapes)
    shown = teasers = False
    for place, shape in zip(filled, shapes, strict=True):
        mark = marks[place]
        if mark is not None and _by_pattern(mark):
            shown, teasers = True, mark.reason in {"teaser", "promotion"}
        elif mark is None and shape.link and shown and (teasers or (links >= _MENU_LINES and not shape.listed)):
            marks[place] = _TEASERS if teasers else _MENU


def _by_pattern(mark: Mark | None) -> bool:
    return mark is not None and not mark.rule.startswith("layout/")
