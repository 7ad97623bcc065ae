"""Rows of a ledger for an analyst at breakfast: what it is first, then the words, then who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.text import Text

from detente.cli import words
from detente.cli.page_text import DIM, LOUD, SOFT, entry
from detente.cli.view import flat
from detente.ledger.views import ActorView, Citation, CommitmentView, EventView

SHORT = 10  # characters of an id that are shown: 'C-' or 'E-' and eight digits
WIDTH = 11
KINDS = {kind: name.removesuffix("s") for kind, name in words.KINDS.items()} | {"refusal": "Refusal"}
STATES = {"open": "", "met": "green", "carried out": "red", "triggered": "red", "refused": "yellow", "lapsed": "yellow"}
Names = Mapping[str, str]


def short(row: str) -> str:
    """The beginning of an id, enough to ask for the row by it."""
    return row if "/" in row or not row[1:3].strip("-").isalnum() or "-" not in row[:3] else row[:SHORT]


def commitment(row: CommitmentView, names: Names) -> RenderableType:
    """A commitment in some lines: kind and state, parties, words, condition and deadline, sources."""
    return entry(short(row.id), _commitment(row, names), width=WIDTH)


def event(row: EventView, names: Names) -> RenderableType:
    """An event in two or more lines."""
    return entry(short(row.id), _event(row, names), width=WIDTH)


def actor(row: ActorView) -> RenderableType:
    """An actor in two lines."""
    return entry("", _actor(row), width=0)


def parties(holders: Iterable[str], addressees: Iterable[str], names: Names) -> str:
    """Who to whom, by name."""
    left = ", ".join(flat(names.get(each, each)) for each in holders) or "somebody unnamed"
    right = ", ".join(flat(names.get(each, each)) for each in addressees)
    return f"{left} → {right}" if right else left


def quote(text: str) -> str:
    """Words in quotation marks, on one line."""
    plain = flat(text).strip()
    return plain if plain[:1] in "“„«" else f"“{plain}”"


def span_of_days(first: str | None, last: str | None) -> str:
    """From when to when, in words."""
    if first is None:
        return "day unknown"
    if last is None or last == first:
        return words.day(first)
    return f"{words.day(first)} to {words.day(last)}"


def sources(row: CommitmentView | EventView) -> str:
    """How many tell it: reports, and independent outlets where that is another number."""
    told = words.count(row.reports, "report")
    if row.families != row.reports:
        told += f", {row.families} of them independent"
    return told if row.outlets in {row.families, 1} else f"{told}, {words.count(row.outlets, 'outlet')}"


def cited(row: Citation) -> str:
    """The report that words stand in."""
    outlet = flat(row.outlet) if row.outlet else "outlet unknown"
    day = words.day(row.published) if row.published else "day unknown"
    copy = "" if row.relation == "original" else f" ({row.relation})"
    return f"{flat(row.title or row.key)} · {outlet} · {day}{copy}"


def _commitment(row: CommitmentView, names: Names) -> Iterator[Text]:
    style = LOUD.get(row.kind, SOFT)
    head = Text(KINDS.get(row.kind, row.kind), style=f"bold {style}")
    if row.certainty == "hedged":
        head.append(", left open", style=DIM)
    head.append(" · ").append(row.state, style=f"bold {STATES.get(row.state, '')}".strip())
    yield head.append(f" · {parties([row.holder] if row.holder else [], row.addressees, names)}")
    yield Text(quote(row.act))
    if row.condition:
        yield Text(f"{row.polarity}: ", style=DIM).append(quote(row.condition))
    if row.deadline:
        yield Text("deadline: ", style=DIM).append(words.day(row.deadline), style="bold")
    last = row.states[-1]
    if len(row.states) > 1:
        why = f", {flat(last.why)}" if last.why else ""
        yield Text(f"{row.state} since {span_of_days(last.known, None)}{why}")
    voices = ", ".join(flat(names.get(each, each)) for each in row.voices if each != row.holder)
    said = f"said by {voices} · " if voices else ""
    yield Text(f"{said}{span_of_days(row.known, row.last)} · {sources(row)}", style=DIM)
    yield from _contradictions(row)


def _event(row: EventView, names: Names) -> Iterator[Text]:
    mode = f": {row.mode.replace('_', ' ')}" if row.mode else ""
    style = "red" if row.score < 0 else "green"
    head = Text(f"{row.event}{mode}", style="bold").append(f" {row.score:+.1f}", style=style)
    if row.factuality != "occurred":
        head.append(f" · {words.FACTUALITY.get(row.factuality, row.factuality).lower()}", style="yellow")
    place = f" · {flat(row.place)}" if row.place else ""
    yield head.append(f" · {parties(row.actors, row.recipients, names)}{place}")
    yield Text(quote(row.text)).append(f" · {sources(row)}", style=DIM)
    yield from _contradictions(row)


def _contradictions(row: CommitmentView | EventView) -> Iterator[Text]:
    for says in row.contradictions:
        yield Text("reports disagree: ", style="bold yellow").append(flat(says))


def _actor(row: ActorView) -> Iterator[Text]:
    roles = f", {flat(', '.join(row.roles[-2:]))}" if row.roles else ""
    yield Text(flat(row.name), style="bold").append(roles).append(f"  {flat(row.id)}", style=DIM)
    spoke = f", first spoke {words.day(row.spoke)}" if row.spoke else ""
    told = f"{words.count(row.reports, 'report')}, {words.count(row.statements, 'statement')}"
    yield Text(f"{told} · {span_of_days(row.known, row.last)}{spoke}", style=DIM)
    if row.id.startswith("---/") and row.reports > 1:
        yield Text("unnamed, of no known state: each report may mean another", style=DIM)
