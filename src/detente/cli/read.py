"""``detente read``: reports in, records out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from detente.cli import options as shared
from detente.cli.console import colourful, complain, guarded, width_of_terminal
from detente.cli.output import destination
from detente.cli.progress import Bar
from detente.errors import UsageError
from detente.records import Record

if TYPE_CHECKING:
    from detente.records import Report
    from detente.settings import Settings
    from detente.sources.failure import Failure
    from detente.sources.options import InputOptions


class Format(StrEnum):
    """What a record is shown as."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"


SINGLE = {Format.json, Format.html}  # one file, one record


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to write, where, and how loudly."""

    form: Format
    output: Path | None
    errors: Path | None
    strict: bool
    quiet: bool
    no_color: bool
    workers: int | None = None
    gate: bool = False
    hint: bool = True


@dataclass(slots=True)
class Tally:
    """How many reports were read, how many could not be, and how many the gate passed over."""

    read: int = 0
    failed: int = 0
    passed_over: int = 0


Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help="Files, folders, or - for stdin.")]
As = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="A page to read, one object, one object a line, or an annotated page.",
        rich_help_panel=shared.OUTPUT,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write here, not to stdout.", rich_help_panel=shared.OUTPUT
    ),
]
Errors = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Reports that can't be read, as JSON lines.", rich_help_panel=shared.OUTPUT
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help="Stop at the first report that can't be read.", rich_help_panel=shared.READING
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress, no hints.", rich_help_panel=shared.OUTPUT)
]


def read(  # noqa: PLR0913, PLR0917  one parameter an option
    inputs: Inputs,
    form: As = Format.text,
    output: Output = None,
    errors: Errors = None,
    published: shared.Published = None,
    outlet: shared.Outlet = None,
    title: shared.Title = None,
    language: shared.Language = None,
    input_format: shared.InputFormat = "auto",
    model: shared.Model = shared.DEFAULT,
    resources: shared.Resources = None,
    workers: shared.Workers = None,
    gate: shared.Gate = False,
    strict: Strict = False,
    quiet: Quiet = False,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
) -> None:
    """Read reports: who demands, offers or threatens what, who said what, and what happened.

    Examples:
      detente read report.txt --published 2022-01-14

      detente read page.html --format html -o page-read.html

      detente read reports.jsonl --format jsonl -o records.jsonl --errors unread.jsonl

      curl -s https://news.example/report | detente read - --input-format html --format json
    """
    if output is not None and output == errors:
        raise typer.BadParameter("records and errors can't go to one file", param_hint="--errors")
    plan = Plan(
        form=form, output=output, errors=errors, strict=strict, quiet=quiet, no_color=no_color,
        workers=workers, gate=gate,
    )  # fmt: skip
    with guarded(debug=debug):
        about = shared.input_options(
            published=published, outlet=outlet, title=title, language=language, form=input_format
        )
        tally = _run(inputs, about, shared.settings_of(model, resources), plan)
        if tally.failed:
            raise typer.Exit(1)


def _run(inputs: list[str], about: InputOptions, settings: Settings, plan: Plan) -> Tally:
    from detente.sources.inputs import reports_from

    reports = iter(reports_from(inputs, about, stdin=sys.stdin.buffer))
    first = list(islice(reports, 2))
    batch = len(first) > 1
    if batch and plan.form in SINGLE:
        raise UsageError(
            f"--format {plan.form.value} holds one report, and there are several: use --format jsonl, or read them one by one"
        )
    plan = replace(plan, hint=not batch and not plan.quiet)
    outcomes = _outcomes(first, reports, settings, plan)
    with ExitStack() as stack:
        unread = stack.enter_context(destination(plan.errors)) if plan.errors else None
        results = stack.enter_context(destination(plan.output))
        if batch and not plan.quiet:
            outcomes = stack.enter_context(Bar(no_color=plan.no_color)).track(outcomes)
        return _write_all(outcomes, results, unread, plan)


def _outcomes(
    first: list[Report | Failure], rest: Iterator[Report | Failure], settings: Settings, plan: Plan
) -> Iterator[Record | Failure]:
    """Records and failures in order; no parser is loaded for a lone failure."""
    from detente.records import Report

    if len(first) < 2 and not any(isinstance(item, Report) for item in first):
        yield from first  # type: ignore[misc]
        return
    from detente.workers import read_many

    yield from read_many(chain(first, rest), settings, workers=plan.workers, gate=plan.gate)


def _write_all(
    outcomes: Iterable[Record | Failure], results: IO[str], unread: IO[str] | None, plan: Plan
) -> Tally:
    tally = Tally()
    for outcome in outcomes:
        if isinstance(outcome, Record):
            _write(outcome, results, plan, first=tally.read == 0)
            tally.read += 1
            continue
        relevant = outcome.code != "not-relevant"
        tally.failed += relevant
        tally.passed_over += not relevant
        complain(f"{outcome.where}: {outcome.message}")
        if unread is not None:
            unread.write(json.dumps(outcome.as_dict(), ensure_ascii=False) + "\n")
        if plan.strict and relevant:
            complain("stopped at the first report that can't be read (--strict)")
            break
    _sum_up(tally, plan)
    return tally


def _write(record: Record, results: IO[str], plan: Plan, *, first: bool) -> None:
    if plan.form is Format.html:
        from detente.cli.page_html import html_page

        results.write(html_page(record))
    elif plan.form is Format.text:
        from detente.cli.page_text import text_page

        if not first:
            results.write("\n\n")
        color = colourful(results, no_color=plan.no_color)
        results.write(text_page(record, width=width_of_terminal(), color=color, hint=plan.hint))
    else:
        from detente.records.encode import as_json

        results.write(as_json(record, indent=2 if plan.form is Format.json else None) + "\n")


def _sum_up(tally: Tally, plan: Plan) -> None:
    if plan.quiet or tally.read + tally.failed + tally.passed_over < 2:
        return
    where = f" to {plan.output}" if plan.output and str(plan.output) != "-" else ""
    line = f"{tally.read} read{where}"
    if tally.passed_over:
        line += f", {tally.passed_over} passed over"
    if tally.failed:
        line += f", {tally.failed} not" + (
            f": see {plan.errors}" if plan.errors else "; --errors FILE keeps the reasons"
        )
    complain(line)
