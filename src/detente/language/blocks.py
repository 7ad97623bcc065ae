"""Where sentences must end: paragraphs, headlines, datelines and live-blog stamps.

The parser is given one unit at a time, so that a headline never runs into the first sentence and
what is said in one paragraph does not depend on its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from detente.language.document import Block, Paragraph
from detente.records import Furniture

WIDEST = 200  # code points: no page is wrapped wider
MAX_UNIT = 20_000  # code points; longer paragraphs are cut at white space

# Same length in, same length out: the model knows straight marks best, and offsets must stay.
PLAIN_MARKS = str.maketrans(
    dict.fromkeys("“”„‟«»〝〞＂❝❞", '"') | dict.fromkeys("‘’‚‛‹›´`＇", "'") | dict.fromkeys("\n\r\t\x0c\x0b\xa0\u2028\u2029\u202f\u2009", " ")
    | {"‐": "-", "‑": "-", "―": "—"}
)  # fmt: skip

SURROGATES = re.compile("[\ud800-\udfff]")

MONTH = r"(?i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
DAY = rf"(?:{MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}(?:,?\s+\d{{4}})?)"
DATED_LINE = re.compile(rf"{DAY}\s*(?:--|—|–|\s-|:)\s+")
DATELINE = re.compile(
    rf"""
    (?P<place>[A-Z][\w.'’-]*(?:[ /-][A-Z][\w.'’-]*){{0,4}}(?:,\s[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)?)??)  # CITY or CITY, Country
    (?:,?\s+{DAY})?                       # day
    (?:\s*\([^()\n]{{2,40}}\))?           # (AGENCY)
    \s*(?:--|—|–|\s-)\s+                  # dash
    """,
    re.VERBOSE,
)
STAMP = re.compile(r"(?:\[?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|CET|BST|EST|EDT))?\]?)\s*(?:--|[—–:|-])\s+")
BULLET = re.compile(r"(?:[•‣▪◦*·–—-]|\(?\d{1,2}[.)]|\([a-z]\))\s+(?=\S)")
TERMINAL = re.compile(r"[.!?…:;]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch to parse on its own: half-open offsets, its paragraph and kind of block."""

    start: int
    end: int
    paragraph: int
    block: Block


def layout(text: str, furniture: Iterable[Furniture] = ()) -> tuple[list[Paragraph], list[Unit]]:
    """Paragraphs and the units to parse, in order; furniture is in neither."""
    paragraphs: list[Paragraph] = []
    units: list[Unit] = []
    for start, end in _paragraphs(text, furniture):
        index = len(paragraphs)
        block: Block = "headline" if _is_headline(text[start:end]) else "body"
        paragraphs.append(Paragraph(index, start, end, block))
        units += _units(text, start, end, index, block)
    return paragraphs, units


def parser_text(text: str) -> str:
    """The text as the parser is to see it: plain marks and blanks, no lone surrogates, the same length."""
    plain = text.translate(PLAIN_MARKS)
    return plain if plain.isascii() else SURROGATES.sub("\ufffd", plain)


def _paragraphs(text: str, furniture: Iterable[Furniture]) -> Iterator[tuple[int, int]]:
    """Runs of text between blank lines or furniture, trimmed; lines that end like sentences end one too."""
    gaps = sorted((f.start, f.end) for f in furniture)
    at = 0
    for start, end in [*gaps, (len(text), len(text))]:
        if start > at:
            yield from _blocks(text, at, start)
        at = max(at, end)


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    lines = [(m.start(), m.end()) for m in re.compile(r"[^\n\r\u2029]+").finditer(text, start, end)]
    wrapped = _is_wrapped(text, lines)
    run: tuple[int, int] | None = None
    for a, b in lines:
        blank = not text[a:b].strip()
        new_block = run is None or text.count("\n", run[1], a) > 1 or not wrapped
        if run and (blank or new_block):
            yield _trim(text, *run)
            run = None
        if not blank:
            run = (run[0] if run else a, b)
    if run:
        yield _trim(text, *run)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether single line breaks are only wrapping: most lines of a block stop short of a sentence's end, and none is long."""
    if any(b - a > WIDEST for a, b in lines):
        return False  # a paragraph a line: the short line before it is its heading
    joined = [
        not TERMINAL.search(text[a:b].rstrip())
        for (a, b), (c, _) in pairwise(lines)
        if text.count("\n", b, c) == 1 and text[a:b].strip() and b - a > 20
    ]
    return bool(joined) and sum(joined) > 0.6 * len(joined)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_headline(block: str) -> bool:
    words = block.split()
    return len(words) <= 20 and "\n" not in block and not TERMINAL.search(block) and not STAMP.match(block)


def _units(text: str, start: int, end: int, paragraph: int, block: Block) -> Iterator[Unit]:
    for pattern in (DATELINE, DATED_LINE, STAMP, BULLET):
        found = pattern.match(text, start, end)
        if found and found.end() < end and (pattern is not DATELINE or _is_dateline(found)):
            yield Unit(start, found.end(), paragraph, "dateline")
            start = found.end()
            break
    while end - start > MAX_UNIT:
        cut = text.rfind(" ", start + 1, start + MAX_UNIT)
        cut = cut if cut > start else start + MAX_UNIT
        yield Unit(start, cut, paragraph, block)
        start = cut
    if start < end:
        yield Unit(start, end, paragraph, block)


def _is_dateline(found: re.Match[str]) -> bool:
    """A place alone needs capitals ('WASHINGTON -'), or a day or agency beside it."""
    words = found.group()
    return found["place"].isupper() or bool(re.search(DAY, words)) or "(" in words
