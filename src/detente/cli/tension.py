"""``detente tension``: conflict and cooperation of a pair by day, and where the level changes."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import ledger_options as where
from detente.cli import options as shared
from detente.cli.console import guarded
from detente.cli.output import bytes_destination, destination
from detente.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.series import Cited, Day, Tension


class Shown(StrEnum):
    """What tension is shown as."""

    text = "text"
    json = "json"
    csv = "csv"
    svg = "svg"
    png = "png"


First = Annotated[str, typer.Argument(metavar="ACTOR", help="One party, by id or name: RUS is all of Russia.")]
Second = Annotated[str, typer.Argument(metavar="ACTOR", help="The other.")]
Since = Annotated[str | None, typer.Option("--from", metavar="DAY", help="The first day, as 2022-01-14.")]
Until = Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day.")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", help="What was known then.")]
Penalty = Annotated[
    float, typer.Option(min=0.0, help="Above 1 fewer changes of level, below 1 more; 1 is Schwarz' criterion.")
]
As = Annotated[
    Shown, typer.Option("--format", "-f", help="A table, an object, rows, or a plot.", rich_help_panel=shared.OUTPUT)
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here, not to stdout; png needs it.", rich_help_panel=shared.OUTPUT),
]


def tension(  # noqa: PLR0913, PLR0917  one parameter an option
    first: First,
    second: Second,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    penalty: Penalty = 1.0,
    dossier: where.DossierName = None,
    db: where.Db = None,
    form: As = Shown.text,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """Show the tension between two parties by day, where its level changes, and the events behind each change.

    Examples:
      detente tension RUS USA --dossier europe-2022

      detente tension RUS USA --from 2021-11-01 --format svg -o tension.svg
    """
    with guarded(debug=debug):
        from detente.ledger.store import open_ledger
        from detente.series.dossier import dossier_tension

        if form is Shown.png and (output is None or str(output) == "-"):
            raise UsageError("a PNG is no text: give a file with --output FILE")
        with open_ledger(db) as ledger:
            found = dossier_tension(
                ledger.dossier(dossier), first, second, since=since, until=until, as_of=as_of, penalty=penalty
            )
        _write(found, form, output)


def _write(found: Tension, form: Shown, output: Path | None) -> None:
    if form is Shown.png and output is not None:
        from detente.series.chart import chart, png

        with bytes_destination(output) as stream:
            stream.write(png(chart(found)))
        return
    with destination(output) as text:
        for piece in _pieces(found, form):
            text.write(piece)


def _pieces(found: Tension, form: Shown) -> Iterator[str]:
    if form is Shown.json:
        changes = [{**asdict(change), "direction": change.direction} for change in found.changes]
        yield json.dumps({**asdict(found), "changes": changes}, ensure_ascii=False, indent=2) + "\n"
    elif form is Shown.csv:
        from detente.ledger.export.cells import quoted_lines

        yield from quoted_lines(_table(found), ",")
    elif form is Shown.svg:
        from detente.series.chart import chart, svg

        yield svg(chart(found)) + "\n"
    else:
        yield from _page(found)


def _table(found: Tension) -> Iterator[list[str]]:
    yield ["day", "score", "mean", "level", "events", "reported", "rows"]
    for day in found.days:
        figures = [str(figure) if figure is not None else "" for figure in (day.score, day.mean, day.level)]
        yield [day.day, *figures, str(len(day.events)), str(day.reported), " ".join(event.id for event in day.events)]


def _page(found: Tension) -> Iterator[str]:
    count = sum(len(day.events) for day in found.days)
    yield f"{found.pair[0]} and {found.pair[1]}: {_events(count)} between them on {_days(found)}\n"
    if not count:
        return
    yield "score: -10 conflict to 10 cooperation, of all that was reported that day\n"
    if found.changes:
        yield "\nCHANGES OF LEVEL\n"
    for change in found.changes:
        yield f"  {change.day}  {change.direction}: {change.before:.1f} to {change.after:.1f}\n"
        for event in change.events:
            yield f"    {_cited(event)}\n"
    yield "\nDAYS\n"
    for day in found.days:
        if day.events:
            yield from _day(day)


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{count} events"


def _days(found: Tension) -> str:
    if not found.days:
        return "no day"
    return f"{len(found.days)} reported days from {found.days[0].day} to {found.days[-1].day}"


def _day(day: Day) -> Iterator[str]:
    yield f"  {day.day}  {day.score:>5.1f}  {len(day.events)} of {_events(day.reported)}\n"
    for event in day.events:
        yield f"    {_cited(event)}\n"


def _cited(event: Cited) -> str:
    from detente.cli.view import flat

    words = " ".join(flat(event.text).split())
    return f"{event.id}  {event.day}  {event.event} {event.score:.1f}  “{words}”"
