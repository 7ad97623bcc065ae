"""Reports with their commitments marked in place, exhaustively: quick to write, and easy to read beside the text.

A file begins with ``published: YYYY-MM-DD`` and a line ``---``. In the text, ``[3:pledge/offer:NOR|will call its fleet
home]`` is commitment 3, its kinds and its holder ('-' where nobody is named); ``[3:if|if the nets are cut]`` is its
condition, anywhere. Marks may nest. Two marks around the same words are two holders.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from detente.errors import RecordError
from detente.records import Kind
from detente.scoring.gold import Case, case_of

OPENING = re.compile(r"\[(\d+):([a-z_/]+)(?::([^|\[\]]*))?\|")
KINDS = frozenset(get_args(Kind))
RULE = "\n---\n"
EDGES = " ,;"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the bare text: half-open offsets, the number, what it is ('if', or kinds), and the holder."""

    number: int
    label: str
    holder: str
    start: int
    end: int


def read_marked(folder: Path) -> list[Case]:
    """The cases of a folder of marked reports, by name.

    Raises:
        RecordError: a file without head, a mark that isn't closed, a number that is used twice, an unknown kind,
            a condition without its commitment, or a marked stretch that stands twice in the report.
    """
    return [marked_case(path.read_text(encoding="utf-8"), name=path.stem, where=str(path)) for path in sorted(folder.glob("*.txt"))]


def marked_case(source: str, *, name: str, where: str) -> Case:
    """The case of one marked report; ``where`` names it in errors."""
    head, rule, body = source.partition(RULE)
    published = re.fullmatch(r"published: *(\d{4}-\d\d-\d\d)", head.strip())
    if not rule or published is None:
        raise RecordError("a marked report begins with 'published: YYYY-MM-DD' and a line '---'", where=where)
    text, marks = unmarked(body, where)
    gold = {"published": published[1], "commitments": _commitments(text, marks, where)}
    return case_of(gold, text=text, name=name, where=where)


def unmarked(body: str, where: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks in the order in which they close.

    Raises:
        RecordError: a bracket that opens or closes no mark.
    """
    found: list[str] = []
    marks: list[Mark] = []
    stack: list[tuple[int, str, str, int]] = []
    at = size = 0
    while at < len(body):
        letter = body[at]
        opening = OPENING.match(body, at) if letter == "[" else None
        if (letter == "[" and opening is None) or (letter == "]" and not stack):
            raise RecordError(f"no mark at '{body[max(0, at - 20) : at + 30]}'", where=where)
        if opening is not None:
            stack.append((int(opening[1]), opening[2], (opening[3] or "").strip(), size))
            at = opening.end()
        elif letter == "]":
            number, label, holder, start = stack.pop()
            marks.append(Mark(number, label, holder, start, size))
            at += 1
        else:
            found.append(letter)
            at, size = at + 1, size + 1
    if stack:
        raise RecordError(f"mark {stack[-1][0]} isn't closed", where=where)
    return "".join(found), marks


def _commitments(text: str, marks: list[Mark], where: str) -> list[dict[str, Any]]:
    conditions = {mark.number: mark for mark in marks if mark.label == "if"}
    acts = sorted((mark for mark in marks if mark.label != "if"), key=lambda mark: (mark.start, mark.number))
    seen = Counter((mark.number, mark.label == "if") for mark in marks)
    if twice := [number for (number, _), times in seen.items() if times > 1]:
        raise RecordError(f"number {min(twice)} is used twice", where=where)
    if alone := conditions.keys() - {mark.number for mark in acts}:
        raise RecordError(f"condition {min(alone)} has no commitment", where=where)
    found = []
    for mark in acts:
        kinds = mark.label.split("/")
        if unknown := set(kinds) - KINDS:
            raise RecordError(f"no kind of commitment: {', '.join(sorted(unknown))}", where=where)
        condition = conditions.get(mark.number)
        row: dict[str, Any] = {"kind": kinds, "act": _outside(text, mark, condition)}
        if mark.holder not in {"", "-"}:
            row["holder"] = [mark.holder]
        if condition is not None:
            row["condition"] = text[condition.start : condition.end]
        found.append(row)
    return found


def _outside(text: str, mark: Mark, condition: Mark | None) -> str:
    """The act without a condition that is marked within it: the longer part beside it."""
    start, end = mark.start, mark.end
    if condition is not None and start < condition.end and condition.start < end:
        start, end = max((start, condition.start), (condition.end, end), key=lambda span: span[1] - span[0])
    return text[start:end].strip(EDGES)
