"""``detente add``: reports into a ledger."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from detente.cli import ledger_options as where
from detente.cli import options as shared
from detente.cli.console import complain, guarded
from detente.cli.output import destination
from detente.cli.progress import Bar
from detente.cli.read import Errors, Inputs, Quiet, Strict
from detente.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from detente.ingest import Added
    from detente.settings import Settings
    from detente.sources import Failure
    from detente.sources.options import InputOptions

Records = Annotated[
    bool,
    typer.Option(
        "--records",
        help="The input is records or an export, as JSON lines: nothing is read anew.",
        rich_help_panel=shared.READING,
    ),
]


@dataclass(slots=True, kw_only=True)
class Plan:
    """What to add, to what, and how loudly."""

    inputs: list[str]
    records: bool
    dossier: str | None
    about: InputOptions
    settings: Settings
    workers: int | None
    gate: bool
    strict: bool
    known: list[Added] = field(default_factory=list)


def add(  # noqa: PLR0913, PLR0917  one parameter an option
    inputs: Inputs,
    dossier: where.DossierName = None,
    db: where.Db = None,
    records: Records = False,
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
    """Read reports and keep them in a ledger, where they add up.

    What is there already changes nothing; a run that was killed goes on when it is started again.

    Examples:
      detente add reports/ --dossier korea-2017

      detente add today.jsonl --dossier korea-2017 --errors unread.jsonl

      detente add records.jsonl --records --dossier korea-2017 --db postgresql://desk@server/ledgers
    """
    with guarded(debug=debug):
        about = shared.input_options(
            published=published, outlet=outlet, title=title, language=language, form=input_format
        )
        plan = Plan(
            inputs=inputs, records=records, dossier=dossier, about=about, workers=workers, gate=gate, strict=strict,
            settings=shared.settings_of(model, resources),
        )  # fmt: skip
        if _run(plan, db, errors, Bar(no_color=no_color), quiet=quiet):
            raise typer.Exit(1)


def restore(  # noqa: PLR0913, PLR0917  one parameter an option
    inputs: Inputs,
    dossier: where.DossierName = None,
    db: where.Db = None,
    errors: Errors = None,
    strict: Strict = False,
    quiet: Quiet = False,
    no_color: shared.NoColor = False,
    debug: shared.Debug = False,
) -> None:
    """Put exported dossiers back, each under its name; the same as 'add --records'.

    Example: detente import korea-2017.jsonl --db another.db
    """
    with guarded(debug=debug):
        about = shared.input_options(published=None, outlet=None, title=None, language=None, form="auto")
        plan = Plan(
            inputs=inputs, records=True, dossier=dossier, about=about, workers=None, gate=False, strict=strict,
            settings=shared.settings_of(shared.DEFAULT, None),
        )  # fmt: skip
        if _run(plan, db, errors, Bar(no_color=no_color), quiet=quiet):
            raise typer.Exit(1)


def _run(plan: Plan, db: str | None, errors: Path | None, bar: Bar, *, quiet: bool) -> int:
    """How many reports could not be added."""
    from detente.ingest import finish
    from detente.ledger.store import open_ledger

    with open_ledger(db, create=True) as ledger, ExitStack() as stack:
        if plan.dossier is None and not plan.records:
            plan.dossier = _only(ledger.dossiers())
        unread = stack.enter_context(destination(errors)) if errors else None
        outcomes = _outcomes(ledger.engine, plan)
        if not quiet:
            outcomes = stack.enter_context(bar).track(outcomes)
        tally = _tally(outcomes, unread, strict=plan.strict)
        finish(ledger.engine, [plan.dossier] if plan.dossier else ledger.dossiers())
    tally["known"] += len(plan.known)
    if not quiet:
        complain(_summary(tally, plan, errors))
    return tally["failed"]


def _only(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    known = f"; there are {', '.join(names)}" if names else ""
    raise UsageError(f"name the crisis that the reports are about: --dossier NAME{known}")


def _outcomes(engine: Engine, plan: Plan) -> Iterator[Added | Failure]:
    from detente.ingest import add_entries, add_records, entries_from, unknown_reports
    from detente.sources.inputs import reports_from

    if plan.records:
        return add_entries(engine, plan.dossier, entries_from(plan.inputs, sys.stdin.buffer))
    from detente.pipeline import Reader
    from detente.workers import read_many

    name = plan.dossier or ""
    reports = reports_from(plan.inputs, plan.about, stdin=sys.stdin.buffer)
    fresh = unknown_reports(engine, name, Reader(plan.settings).coder, reports, plan.known)
    read = read_many(fresh, plan.settings, workers=plan.workers, gate=plan.gate)
    return add_records(engine, name, read)


def _tally(outcomes: Iterable[Added | Failure], unread: IO[str] | None, *, strict: bool) -> Counter[str]:
    from detente.sources import Failure

    tally: Counter[str] = Counter()
    for outcome in outcomes:
        if not isinstance(outcome, Failure):
            tally[outcome.outcome] += 1
            continue
        relevant = outcome.code != "not-relevant"
        tally["failed" if relevant else "passed over"] += 1
        complain(f"{outcome.where}: {outcome.message}")
        if unread is not None:
            unread.write(json.dumps(outcome.as_dict(), ensure_ascii=False) + "\n")
        if strict and relevant:
            complain("stopped at the first report that can't be read (--strict)")
            break
    return tally


def _summary(tally: Counter[str], plan: Plan, errors: Path | None) -> str:
    line = f"{tally['new']} new" + (f" in {plan.dossier}" if plan.dossier else "")
    if tally["reread"]:
        line += f", {tally['reread']} read anew"
    line += f", {tally['known']} known"
    if tally["passed over"]:
        line += f", {tally['passed over']} passed over"
    if tally["failed"]:
        hint = f": see {errors}" if errors else "; --errors FILE keeps the reasons"
        line += f", {tally['failed']} not added{hint}"
    return line
