"""Where the article stands on a page that was saved as text: menus before it, link lists after it.

The article is the run of lines with the greatest sum of scores, prose counting for and links against
it. Source: J. Pasternack and D. Roth, 'Extracting article text from the web with maximum subsequence
segmentation', WWW 2009, section 4, with line scores in place of trained token scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.records.facts import FurnitureReason

_LINE = re.compile(r"[^\n]*")


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


def lines_of(text: str) -> list[Line]:
    """The lines of a text, blank ones as empty lines; carriage returns count as white space."""
    return list(_lines(text))


def mark_layout(lines: Sequence[Line], marks: list[Mark | None]) -> None:
    """Mark the furniture that shows by its place and shape; marks already there stay."""
    for place, line in enumerate(lines):
        if line.text and marks[place] is None and not any(c.isalnum() for c in line.text[:200]):
            marks[place] = _SEPARATOR


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        left = len(raw) - len(raw.lstrip())
        stripped = raw.strip()
        yield Line(start + left, start + left + len(stripped), stripped)
        start += len(raw) + 1
