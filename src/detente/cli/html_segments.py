"""Overlapping spans as flat segments: cut at every boundary, each piece knowing all that cover it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from detente.cli.view import Spanned, View

ORDER = ("commitment", "condition", "statement", "event", "actor", "place", "time", "furniture")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of the text, the row that it belongs to, its layer, and the words for its tooltip."""

    start: int
    end: int
    row: str
    layer: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text over which the same marks hold, and where it begins."""

    text: str
    begins: int
    marks: tuple[Mark, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that cover it, in a fixed order."""
        return tuple(layer for layer in ORDER if any(m.layer == layer for m in self.marks))

    @property
    def title(self) -> str:
        """The tooltip: what each mark says, innermost last."""
        return "\n".join(dict.fromkeys(m.note for m in self.marks if m.note))


def segments(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Segment]:
    """The text from ``start`` to ``end``, in pieces that never overlap and leave nothing out."""
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
    cuts = sorted({start, end, *opening, *(m.end for m in inside if m.end < end)})
    active: list[Mark] = []
    for left, right in pairwise(cuts):
        active = [m for m in active if m.end > left] + opening.get(left, [])
        yield Segment(text=text[left:right], begins=left, marks=tuple(sorted(active, key=_outermost_first)))


def _outermost_first(mark: Mark) -> tuple[int, int, int, str]:
    return -(mark.end - mark.start), mark.start, ORDER.index(mark.layer), mark.row


def marks_of(view: View) -> list[Mark]:
    """Every span of the record that the page shows in the text."""
    record = view.record
    found = [_mark(f, f.id, "furniture", f"left out: {f.reason}") for f in record.furniture]
    for m in record.mentions:
        actor = view.actors.get(m.actor)
        found.append(_mark(m, m.id, "actor", f"{view.name(m.actor)}: {actor.because if actor else m.form}"))
    found += [_mark(p, p.id, "place", f"{p.name}: {p.because}") for p in record.places]
    found += [_mark(t, t.id, "time", f"{t.type.lower()} {t.value}") for t in record.times]
    for s in record.statements:
        note = f"{s.id}: {view.name(s.speaker)}, {s.quotation}"
        found += [_mark(span, s.id, "statement", note) for span in s.content]
    for e in record.events:
        found.append(
            _mark(e.trigger, e.id, "event", f"{e.id}: {e.event}, {e.factuality}; {e.because or e.rule}")
        )
    for c in record.commitments:
        found.append(
            _mark(c.act, c.id, "commitment", f"{c.id}: {c.kind.replace('_', ' ')}; {c.because or c.rule}")
        )
        if c.condition:
            found.append(
                _mark(c.condition, c.id, "condition", f"{c.id}: the condition, {c.condition.polarity}")
            )
    return found


def _mark(span: Spanned, row: str, layer: str, note: str) -> Mark:
    return Mark(start=span.start, end=span.end, row=row, layer=layer, note=note)
