"""A record as a page for a person at a crisis desk, on a terminal or in a plain file."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.cli import words
from detente.cli.view import View, flat, harmless, quoted
from detente.records import Actor, Commitment, Event, Record, Statement

TRAILING = re.compile(r" +((?:\x1b\[[0-9;]*m)*)$", re.MULTILINE)
INDENT = 2
DIM = "dim"
LOUD = {"threat": "red", "red_line": "red", "warning": "yellow", "demand": "magenta", "refusal": "yellow"}
SOFT = "green"  # offers, proposals and pledges
KEY_WIDTH = 4


def text_page(record: Record, *, width: int = 80, color: bool = False, hint: bool = True) -> str:
    """The page, wrapped at ``width`` columns, with ANSI colours if wanted; ends with a line break."""
    view = View(record)
    parts: list[RenderableType] = [_head(view)]
    for title, lines, nothing in (
        ("Who", _who(view), "Nobody was recognised."),
        ("Demanded, offered, threatened", _commitments(view), "No demand, offer or threat was found."),
        ("What was said", _statements(view), "No statement was found."),
        ("What happened and what is only feared", _events(view), "No event was found."),
        ("Where and when", _where_and_when(view), "No place and no time was found."),
        ("Left out as furniture", _furniture(view), "Nothing: all of the text was read."),
    ):
        parts += [
            "",
            Text(title.upper(), style="bold"),
            *(list(lines) or [indented(Text(nothing, style=DIM))]),
        ]
    page = rendered(Group(*parts), width=width, color=color)
    if hint and (line := _hint(view)):
        page += "\n" + rendered(
            line, width=len(line) + 1, color=color
        )  # a command is not broken, to be pasted whole
    return page


def rendered(page: RenderableType, *, width: int, color: bool) -> str:
    """The page as text, its lines no longer than ``width`` and free of blanks at their ends."""
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, force_terminal=color, color_system="standard" if color else None,
        no_color=not color, highlight=False, markup=False, emoji=False, legacy_windows=False, _environ={},
    )  # fmt: skip
    console.print(page)
    return TRAILING.sub(r"\1", stream.getvalue())


def _head(view: View) -> RenderableType:
    report, coder = view.record.report, view.record.coder
    known = words.PUBLISHED_FROM[report.published_from]
    when = (
        f"{words.day(report.published)} ({known})" if report.published else "day unknown: weekdays stay open"
    )
    facts = [flat(report.outlet) if report.outlet else "outlet unknown", when]
    by = f"Coded by detente {coder.version}, {coder.model}, lexicon {coder.lexicon.removeprefix('sha256:')[:12]}"
    return Group(
        Text(flat(report.title or report.key), style="bold"),
        Text(" · ".join(facts)),
        Text(flat(by), style=DIM),
    )


def _who(view: View) -> Iterator[RenderableType]:
    for country, actors in view.groups:
        yield indented(Text(country, style="bold cyan"))
        for actor in actors:
            yield indented(_actor(view, actor), 2 * INDENT)


def _actor(view: View, actor: Actor) -> Text:
    what = ", ".join(filter(None, (flat(actor.role or ""), actor.kind.replace("_", " "))))
    line = Text(flat(actor.name))
    line.append(f" · {what} · {words.count(view.mention_counts[actor.id], 'mention')}")
    return line.append(f" · {flat(actor.because)}", style=DIM)


def _commitments(view: View) -> Iterator[RenderableType]:
    for kind, plural in words.KINDS.items():
        rows = [c for c in view.record.commitments if c.kind == kind]
        if rows:
            yield indented(Text(plural, style=f"bold {LOUD.get(kind, SOFT)}"))
        for row in rows:
            yield entry(row.id, _commitment(view, row))


def _commitment(view: View, row: Commitment) -> Iterator[Text]:
    to = f" → {flat(view.names(row.addressees))}" if row.addressees else ""
    yield Text(f"{flat(view.name(row.holder))}{to}: ").append(quoted(row.act), style="bold")
    if row.condition:
        yield Text(f"{row.condition.polarity}: ", style="italic").append(
            f"“{view.condition(row.condition)}”", style="not italic"
        )
    if row.deadline:
        given = f" (“{flat(row.deadline.text)}”)" if row.deadline.text else ""
        yield Text(f"by: {words.day(row.deadline.value)}{given}")
    events = (row.act.event, row.condition.event if row.condition else None)
    tail = f"{words.CERTAINTY[row.certainty]} · {flat(view.source(row.statement))} "
    yield Text(tail).append(_cite(row.id, row.statement, *events), style=DIM)


def _statements(view: View) -> Iterator[RenderableType]:
    for row in view.record.statements:
        yield entry(row.id, _statement(view, row))


def _statement(view: View, row: Statement) -> Iterator[Text]:
    line = Text(flat(view.name(row.speaker)), style="bold")
    via = f", by way of {flat(view.name(row.medium))}" if row.medium else ""
    cue = f" · “{flat(row.cue.text)}”" if row.cue else " · no cue"
    to = f" to {flat(view.names(row.addressees))}" if row.addressees else ""
    against = " · does not hold with it" if row.negated else ""
    line.append(f"{via}{cue}{to}{against} · {words.QUOTATION[row.quotation]}", style="not bold")
    yield line
    yield Text(
        " … ".join(quoted(span) for span in row.content),
        style="" if row.quotation == "indirect" else "italic",
    )


def _events(view: View) -> Iterator[RenderableType]:
    for factuality, title in words.FACTUALITY.items():
        rows = [e for e in view.record.events if e.factuality == factuality]
        if rows:
            yield indented(Text(title, style="bold cyan"))
        for row in rows:
            yield entry(row.id, _event(view, row))


def _event(view: View, row: Event) -> Iterator[Text]:
    when = f"{words.day(row.date.value)} · " if row.date else ""
    where = f" · in {flat(row.place.name)}" if row.place else ""
    yield Text(when).append(words.code(row), style="bold").append(f" · {flat(view.parties(row))}{where}")
    yield (
        Text(f"{quoted(row)} ")
        .append(f"score {row.score:+.1f} ", style=DIM)
        .append(_cite(row.id, row.statement), style=DIM)
    )


def _where_and_when(view: View) -> Iterator[RenderableType]:
    for place in view.record.places:
        name = view.place(place)
        at = f" ({place.lat:.2f}, {place.lon:.2f})" if place.lat is not None and place.lon is not None else ""
        yield entry(place.id, [Text(f"{quoted(place)} = {name}{at} ").append(flat(place.because), style=DIM)])
    for time in view.record.times:
        meaning = words.day(time.value)
        yield entry(time.id, [Text(f"{quoted(time)} = {meaning} ").append(time.role, style=DIM)])


def _furniture(view: View) -> Iterator[RenderableType]:
    for row in view.record.furniture:
        yield entry(row.id, [Text(f"{quoted(row)} ", style=DIM).append(row.reason.replace("-", " "))])


def _hint(view: View) -> Text | None:
    record = view.record
    first = next(
        (rows[0].id for rows in (record.commitments, record.events, record.statements) if rows), None
    )
    if first is None:
        return None
    key = shlex.quote(flat(record.report.key))
    return Text(f"Why? detente explain {key} --row {first}", style=DIM)


def entry(key: str, lines: Iterable[Text], *, width: int = KEY_WIDTH) -> RenderableType:
    """A row under its id, every line aligned behind it."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(min_width=width, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(harmless(key), style=DIM), Group(*lines))
    return indented(grid, 2 * INDENT)


def indented(item: RenderableType, by: int = INDENT) -> RenderableType:
    """The item, moved to the right."""
    return Padding(item, (0, 0, 0, by))


def _cite(*ids: str | None) -> str:
    return f"[{' '.join(dict.fromkeys(filter(None, ids)))}]"
