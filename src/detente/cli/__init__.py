"""The command line: ``detente read | explain | schema | doctor | resources``; thin, one module a command."""

from __future__ import annotations

import contextlib
import sys
from typing import Annotated

import typer

from detente.cli import (
    add,
    agreement,
    doctor,
    explain,
    export_layouts,
    ledger,
    model_build,
    read,
    resources,
    review,
    schema,
    tension,
    watch,
)
from detente.cli.console import BROKEN_PIPE, INTERRUPTED, installed, leave_pipe

__all__ = ["app", "main"]

app = typer.Typer(
    name="detente",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(read.read)
app.command()(explain.explain)
app.command()(add.add)
app.command("import")(add.restore)
for question in (ledger.ledger, ledger.timeline, ledger.actors, ledger.changes, ledger.show):
    app.command()(question)
app.command()(export_layouts.export)
app.command()(tension.tension)
app.command()(watch.watch)
app.command()(review.review)
app.command()(agreement.agreement)
app.command()(schema.schema)
app.command()(doctor.doctor)
app.add_typer(resources.app, name="resources")
app.add_typer(model_build.app, name="model")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"detente {installed()}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read crisis news into a cited record: who demands, offers or threatens what, on what condition, and who says so.

    Examples:
      detente read report.txt --published 2022-01-14

      detente read reports.jsonl --format jsonl -o records.jsonl --errors unread.jsonl

      detente explain report.txt --row c1
    """


def main() -> None:
    """Run the command line; the exit status is 0 done, 1 failed, 2 wrongly called, 130 stopped."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except BrokenPipeError:
        leave_pipe()
        sys.exit(BROKEN_PIPE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
