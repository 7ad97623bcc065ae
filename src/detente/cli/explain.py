"""``detente explain``: why a row was coded so."""

from __future__ import annotations

import json
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import options as shared
from detente.cli.console import colourful, guarded, width_of_terminal
from detente.errors import DetenteError, RecordError, UsageError

if TYPE_CHECKING:
    from detente.records import Record
    from detente.settings import Settings
    from detente.sources.options import InputOptions


Input = Annotated[str | None, typer.Argument(metavar="REPORT", help="The report to read, or - for stdin.")]
RowId = Annotated[
    str | None,
    typer.Option(
        "--row",
        "-r",
        metavar="ID",
        help="The row, as c1, s3, e2 or an actor's id or name; without it all are listed.",
    ),
]
Kept = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="A record that 'detente read --format json' wrote, instead of a report."
    ),
]


def explain(  # noqa: PLR0913, PLR0917  one parameter an option
    report: Input = None,
    row: RowId = None,
    record: Kept = None,
    form: shared.As = shared.Shape.text,
    published: shared.Published = None,
    outlet: shared.Outlet = None,
    title: shared.Title = None,
    language: shared.Language = None,
    input_format: shared.InputFormat = "auto",
    model: shared.Model = shared.DEFAULT,
    resources: shared.Resources = None,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
) -> None:
    """Say why a row was coded so: its words, the rule, how certain, and the rows around it.

    Examples:
      detente explain report.txt --row c1 --published 2022-01-14

      detente explain --record record.json --row e2 --format json

      detente explain report.txt
    """
    with guarded(debug=debug):
        if (report is None) == (record is None):
            raise UsageError("give either a REPORT to read or --record FILE")
        if record is not None:
            found = _kept(record)
        else:
            about = shared.input_options(
                published=published, outlet=outlet, title=title, language=language, form=input_format
            )
            found = _fresh(str(report), about, shared.settings_of(model, resources))
        _show(found, row, form, no_color=no_color)


def _show(record: Record, row: str | None, form: shared.Shape, *, no_color: bool) -> None:
    from detente.cli.page_reasons import reasons_page, rows_page
    from detente.cli.reasons import brief, layer_of, reasons_for
    from detente.cli.view import View

    view = View(record)
    width, color = width_of_terminal(), colourful(sys.stdout, no_color=no_color)
    if row is None and form is shared.Shape.json:
        listed = [{"row": r.id, "layer": layer_of(r), "says": brief(view, r)} for r in view.rows.values()]
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    elif row is None:
        typer.echo(rows_page(view, width=width, color=color), nl=False)
    elif form is shared.Shape.json:
        typer.echo(json.dumps(reasons_for(view, row).as_dict(), ensure_ascii=False, indent=2))
    else:
        typer.echo(reasons_page(reasons_for(view, row), width=width, color=color), nl=False)


def _fresh(path: str, about: InputOptions, settings: Settings) -> Record:
    """The record of a report read now.

    Raises:
        UsageError: the input holds several reports.
        DetenteError: it can't be read.
    """
    from detente.records import Report
    from detente.sources.inputs import reports_from

    found = list(islice(reports_from([path], about, stdin=sys.stdin.buffer), 2))
    if len(found) > 1:
        raise UsageError(
            "holds several reports: write them with 'detente read --format jsonl', and explain one line by --record",
            where=path,
        )
    if not found:
        raise UsageError("holds no report", where=path)
    if not isinstance(found[0], Report):
        raise DetenteError(found[0].message, where=found[0].where)
    from detente.pipeline import Reader

    return Reader(settings).read(found[0])


def _kept(path: Path) -> Record:
    """The record in a file.

    Raises:
        RecordError: it holds none, or one whose spans do not fit its text.
    """
    from detente.cli.view import View, spans
    from detente.records.encode import from_json

    text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8", errors="replace")
    try:
        record = from_json(text)
    except RecordError as error:
        raise error.located(str(path)) from None
    for row in View(record).rows.values():
        for span in spans(row):
            if not 0 <= span.start <= span.end or record.report.text[span.start : span.end] != span.text:
                raise RecordError(
                    f"row {row.id} cites words that do not stand at {span.start}–{span.end}: read the report again",
                    where=str(path),
                )
    return record
