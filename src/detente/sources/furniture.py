"""Site furniture in a report's text: named and cited line by line, so that nothing is coded from it.

Text wrongly dropped is worse than furniture kept. So a line goes only where a pattern names it, where
it holds no word at all, where it repeats an earlier line, or where it stands in a menu or a list of
links before or after the article (:mod:`detente.sources.layout`). Datelines and dates stay always.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol, get_args

from detente.errors import ResourceError
from detente.records import Furniture
from detente.records.facts import FurnitureReason
from detente.sources.dates import is_date_line
from detente.sources.layout import Line, Mark, goes_on, lines_of, mark_layout

_LONGEST = 600  # characters: what is longer is prose, whatever words it holds
_BLOCK_LINES = 4
_PROMISE = re.compile(
    r"(?:find|get|sign|subscribe|download|discover|join|register|follow|enter|try|start|save|shop|buy|listen|watch)\b",
    re.IGNORECASE,
)


class PatternLike(Protocol):
    """What a pattern of furniture must offer; rows of ``furniture.toml`` do."""

    @property
    def id(self) -> str:
        """The name that the record gives as its rule."""

    @property
    def reason(self) -> str:
        """What kind of furniture it is."""

    @property
    def regex(self) -> str:
        """The regular expression; case matters unless it begins with ``(?i)``."""

    @property
    def whole(self) -> bool:
        """Whether the whole line must match, not a part of it."""


_BARS = re.compile(r"\s+[|•·]\s+")
_BUTTONS, _BUTTON_WORDS = 8, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A line of site furniture, by regular expression."""

    id: str
    reason: FurnitureReason
    regex: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Compiled:
    mark: Mark
    regex: re.Pattern[str]
    whole: bool

    def fits(self, line: str) -> bool:
        """Whether the line is what the pattern describes."""
        return bool(self.regex.fullmatch(line) if self.whole else self.regex.search(line))


def find_furniture(text: str, patterns: Sequence[PatternLike]) -> tuple[Furniture, ...]:
    """The furniture in the text, in order, its spans exact and apart from each other.

    Takes time in proportion to the length of the text.
    """
    lines = lines_of(text)
    marks: list[Mark | None] = [None] * len(lines)
    compiled = _compiled(tuple(patterns))
    _mark_patterns(lines, marks, compiled)
    joined = _mark_blocks(lines, marks, compiled)
    mark_layout(lines, marks)
    return tuple(
        Furniture(id=f"f{number}", start=start, end=end, text=text[start:end], reason=mark.reason, rule=mark.rule)
        for number, (start, end, mark) in enumerate(_spans(lines, marks, joined), 1)
    )


def load_patterns(path: Path) -> tuple[Pattern, ...]:
    """The patterns of a TOML file of ``[[pattern]]`` tables: ``reason``, ``regex``, ``whole``, ``id``.

    Raises:
        ResourceError: the file can't be read, or a pattern is none; the message says which.
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("pattern", [])
    except (OSError, ValueError) as error:
        raise ResourceError(f"no table of furniture patterns: {error}", where=str(path)) from error
    return tuple(_pattern(row, number, path) for number, row in enumerate(rows, 1))


def _pattern(row: dict[str, object], number: int, path: Path) -> Pattern:
    regex, reason = row.get("regex"), row.get("reason")
    if not isinstance(regex, str) or reason not in get_args(FurnitureReason):
        kinds = ", ".join(get_args(FurnitureReason))
        raise ResourceError(f"pattern {number} needs a 'regex' and a 'reason' among {kinds}", where=str(path))
    try:
        re.compile(regex)
    except re.error as error:
        raise ResourceError(f"pattern {number}: no usable 'regex': {error}", where=str(path)) from error
    name = str(row.get("id", f"furniture/{reason}/{number}"))
    return Pattern(id=name, reason=reason, regex=regex, whole=bool(row.get("whole", True)))  # type: ignore[arg-type]


@lru_cache(maxsize=8)
def _compiled(patterns: tuple[PatternLike, ...]) -> tuple[_Compiled, ...]:
    """The patterns ready for use; kept, since a table has more of them than ``re`` remembers."""
    return tuple(
        _Compiled(Mark(pattern.reason, pattern.id), re.compile(pattern.regex), pattern.whole)  # type: ignore[arg-type]
        for pattern in patterns
    )


def _mark_patterns(lines: Sequence[Line], marks: list[Mark | None], compiled: Sequence[_Compiled]) -> None:
    known: dict[str, Mark | None] = {}
    for place, line in enumerate(lines):
        if 0 < len(line.text) <= _LONGEST:
            if line.text not in known:
                mark = next((each.mark for each in compiled if each.fits(line.text)), None) or _menu(line.text, compiled)
                known[line.text] = None if mark and is_date_line(line.text) else mark
            marks[place] = known[line.text]
            if place and marks[place] and not marks[place - 1] and goes_on(lines[place - 1], line):
                marks[place] = None  # the end of a sentence that was broken into lines


def _menu(line: str, compiled: Sequence[_Compiled]) -> Mark | None:
    """A row of buttons, 'Refresh | Text size | Print': short all, without a full stop, one of them known; else none."""
    parts = [part.strip() for part in _BARS.split(line)]
    if not 1 < len(parts) <= _BUTTONS or any(not part or len(part.split()) > _BUTTON_WORDS or part[-1] in '.!?"”' for part in parts):
        return None
    return next((each.mark for each in compiled if each.whole for part in parts if each.fits(part)), None)


def _mark_blocks(lines: Sequence[Line], marks: list[Mark | None], compiled: Sequence[_Compiled]) -> set[int]:
    """Mark promotions that run over lines; returns the places of lines that continue the line before."""
    joined: set[int] = set()
    promoted: Mark | None = None
    for first, last in _blocks(lines):
        block = range(first, last)
        mark = None
        if 1 < last - first <= _BLOCK_LINES and all(lines[place].text[0].islower() for place in block[1:]):
            mark = _block_mark(" ".join(lines[place].text for place in block), compiled, promoted)
        if mark:
            marks[first:last] = [mark] * (last - first)
            joined.update(range(first + 1, last))
        ending = marks[last - 1]
        promoted = ending if ending and ending.reason == "promotion" else None
    return joined


def _block_mark(whole: str, compiled: Sequence[_Compiled], promoted: Mark | None) -> Mark | None:
    """The mark of a sentence that was broken into lines, ``promoted`` being that of the promotion before it."""
    if len(whole) > _LONGEST // 2:
        return None
    mark = next((each.mark for each in compiled if each.whole and each.fits(whole)), None)
    return mark or (promoted if promoted and _PROMISE.match(whole) else None)


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The runs of lines between blank lines, as half-open ranges of places."""
    first = None
    for place, line in enumerate(lines):
        if line.text and first is None:
            first = place
        elif not line.text and first is not None:
            yield first, place
            first = None
    if first is not None:
        yield first, len(lines)


def _spans(
    lines: Sequence[Line], marks: Sequence[Mark | None], joined: set[int]
) -> Iterator[tuple[int, int, Mark]]:
    place = 0
    while place < len(lines):
        mark = marks[place]
        end = place + 1
        while end in joined:
            end += 1
        if mark and lines[place].text:
            yield lines[place].start, lines[end - 1].end, mark
        place = end
