"""A record as one self-contained HTML page: the report, its annotations in the margin, no script."""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from detente.cli import words
from detente.cli.html_segments import Mark, Segment, marks_of, segments
from detente.cli.view import NOBODY, Spanned, View, harmless, references
from detente.records import Commitment, Event, Record, Span, Statement

if TYPE_CHECKING:
    from jinja2 import Environment, Template

NOTED = (
    "commitment",
    "condition",
    "event",
    "statement",
)  # layers with a note in the margin, the nearest first
NOWHERE = Span(start=0, end=0, text="")
Noted = Commitment | Statement | Event
FAMILIES = {
    "threat": "hostile", "red_line": "hostile", "warning": "wary", "refusal": "wary",
    "demand": "demand", "offer": "kind", "pledge": "kind", "proposal": "kind",
}  # fmt: skip
SIGNS = {"occurred": "●", "future": "◐", "hypothetical": "○", "negated": "⊘", "historical": "◌"}
LAYERS = (
    ("commitment", "Commitments"), ("statement", "Statements"), ("event", "Events"),
    ("actor", "Actors"), ("where", "Places and times"), ("furniture", "Furniture"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its flat segments and its notes: rows that begin in it, each with those it gathers."""

    segments: tuple[Segment, ...]
    notes: tuple[tuple[Noted, tuple[Noted, ...]], ...]
    furniture: str | None
    headline: bool


def html_page(record: Record) -> str:
    """The whole page; everything that comes from the report is escaped."""
    view = View(record)
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        view=view, record=record, report=record.report, words=words, page=_Helpers(view),
        style=style, style_hash=digest, layers=LAYERS, paragraphs=list(_paragraphs(view)),
        commitments=sorted(record.commitments, key=lambda c: list(words.KINDS).index(c.kind)),
    )  # fmt: skip


class _Helpers:
    """What the template asks for: names, classes, anchors."""

    nobody = NOBODY
    signs = SIGNS

    def __init__(self, view: View) -> None:
        self.view = view
        self.numbers = {actor.id: f"actor-{n}" for n, actor in enumerate(view.record.actors, start=1)}
        self.kinds = {c.id: FAMILIES[c.kind] for c in view.record.commitments}
        self.facts = {e.id: e.factuality for e in view.record.events}
        self.seen: set[str] = set()

    def anchor(self, row: str) -> str:
        """Where the page shows a row: a note, or the line of an actor."""
        return self.numbers.get(row, row)

    def known(self, row: str | None) -> bool:
        """Whether the record has such a row, so that a link to it leads somewhere."""
        return row in self.view.rows

    def family(self, row: Commitment) -> str:
        """The colour of a commitment."""
        return FAMILIES[row.kind]

    def target(self, segment: Segment) -> str | None:
        """The note that a segment leads to: the innermost mark of the nearest layer."""
        for layer in NOTED:
            for mark in reversed(segment.marks):
                if mark.layer == layer:
                    return mark.row
        return None

    def classes(self, segment: Segment) -> str:
        """The classes of a segment: its layers, and how its commitment and event are coloured."""
        found = list(segment.layers)
        for mark in segment.marks:
            if mark.layer in {"commitment", "condition"}:
                found.append(self.kinds[mark.row])
            elif mark.layer == "event":
                found.append(self.facts[mark.row])
        return " ".join(dict.fromkeys(found))

    def begins(self, segment: Segment) -> list[str]:
        """The rows whose words begin here for the first time, for the way back from their notes."""
        fresh = [m.row for m in segment.marks if m.layer in NOTED and m.row not in self.seen]
        self.seen.update(fresh)
        return list(dict.fromkeys(fresh))

    def layer(self, row: Noted) -> str:
        """The layer of a row."""
        return type(row).__name__.lower()

    def links(self, row: Noted) -> list[tuple[str, str]]:
        """Other rows with notes that a row points to or is cited by, each with what it is to it."""
        found: list[tuple[str, str | None]] = []
        if isinstance(row, Commitment):
            found = [
                ("said in", row.statement),
                ("act", row.act.event),
                ("condition", row.condition.event if row.condition else None),
            ]
        elif isinstance(row, Event):
            found = [("said in", row.statement)]
        found += [("see", other) for other in self.view.citations.get(row.id, ())]
        return [(what, other) for what, other in found if other and self.known(other)]


def _paragraphs(view: View) -> Iterator[Paragraph]:
    title = (view.record.report.title or "").strip()
    starts = [stretch.start for stretch in view.paragraphs]
    marks = _by_paragraph(marks_of(view), view)
    rows: dict[int, list[Noted]] = {}
    for row in _in_order(view.record):
        rows.setdefault(max(0, bisect_right(starts, _shown(row).start) - 1), []).append(row)
    reasons = {f.id: f.reason for f in view.record.furniture}
    for number, stretch in enumerate(view.paragraphs):
        over = [m for m in marks.get(number, ()) if m.layer == "furniture" and m.start <= stretch.start]
        yield Paragraph(
            segments=tuple(segments(view.text, stretch.start, stretch.end, marks.get(number, ()))),
            notes=tuple(_notes(rows.get(number, []))),
            furniture=next((reasons[m.row] for m in over if m.end >= stretch.end), None),
            headline=bool(title) and view.text[stretch.start : stretch.end].strip() == title,
        )


def _by_paragraph(marks: list[Mark], view: View) -> dict[int, list[Mark]]:
    """The marks of each paragraph by its number; one that runs over several is in each."""
    starts = [stretch.start for stretch in view.paragraphs]
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        first = max(0, bisect_right(starts, mark.start) - 1)
        for number in range(first, bisect_left(starts, mark.end)):
            found.setdefault(number, []).append(mark)
    return found


def _shown(row: Noted) -> Spanned:
    """The words that the text highlights for a row, which its note stands beside."""
    if isinstance(row, Commitment):
        return row.act
    if isinstance(row, Event):
        return row.trigger
    words_of_it: list[Spanned | None] = [*row.content, row.cue, row.speaker_span]
    return next((span for span in words_of_it if span), NOWHERE)


def _in_order(record: Record) -> list[Noted]:
    rows: list[Noted] = [*record.commitments, *record.statements, *record.events]
    return sorted(rows, key=_begin)


def _begin(row: Noted) -> tuple[int, int, str]:
    return _shown(row).start, (Statement, Commitment, Event).index(type(row)), row.id


def _notes(rows: list[Noted]) -> Iterator[tuple[Noted, tuple[Noted, ...]]]:
    """A commitment gathers its statement and its events of the same paragraph; the others stand alone."""
    free = {row.id: row for row in rows if not isinstance(row, Commitment)}
    gathered: dict[str, list[Noted]] = {}
    for row in rows:
        if isinstance(row, Commitment):
            wanted = [id_ for id_ in references(row) if id_ in free]
            gathered[row.id] = [free.pop(id_) for id_ in dict.fromkeys(wanted)]
    for row in rows:
        if row.id in gathered:
            yield row, tuple(sorted(gathered[row.id], key=_begin))
        elif row.id in free:
            yield row, ()


@cache
def _style() -> str:
    return (files("detente.cli") / "templates" / "report.css").read_text(encoding="utf-8")


@cache
def _template() -> Template:
    return _environment().get_template("report.html.j2")


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("detente.cli", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    made.finalize = _finalize
    return made


def _finalize(value: Any) -> Any:
    """Characters that a page must not hold are replaced before anything is escaped."""
    return harmless(value) if type(value) is str else value
