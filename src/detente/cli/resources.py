"""``detente resources``: the tables of words that the rules read, and your own."""

from __future__ import annotations

import dataclasses
import difflib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from detente.cli import options as shared
from detente.cli import words
from detente.cli.console import complain, guarded, width_of_terminal
from detente.errors import ResourceError, UsageError

if TYPE_CHECKING:
    from detente.resources.petrarch import ImportReport

app = typer.Typer(
    help="The tables of words that the rules read: list them, check your own, import PETRARCH dictionaries.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
MOST_SKIPPED = 10  # lines that an import names one by one
OTHER_FILES = ("classes.toml", "furniture.toml")


@app.command("list")
def list_tables(
    form: shared.As = shared.Shape.text,
    resources: shared.Resources = None,
    debug: shared.Debug = False,
) -> None:
    """List the tables: rows, source and licence of each, and the lexicon's hash.

    Example: detente resources list
    """
    from detente.resources import describe, fingerprint

    with guarded(debug=debug):
        extra = shared.settings_of("", resources).resources
        tables, mark = describe(extra), fingerprint(extra)
        if form is shared.Shape.json:
            typer.echo(json.dumps({"lexicon": mark, "tables": tables}, ensure_ascii=False, indent=2))
        else:
            typer.echo(_page(tables, mark), nl=False)


@app.command()
def check(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Your folder of tables.")],
    debug: shared.Debug = False,
) -> None:
    """Check a folder of your own tables: each broken file with its line and column; exit status 1 if any.

    Example: detente resources check my-tables
    """
    with guarded(debug=debug):
        if not folder.is_dir():
            raise UsageError("is no folder", where=str(folder))
        sound, faults = checked(folder)
        for fault in faults:
            complain(fault)
        for line in sound:
            typer.echo(line)
        if not sound and not faults:
            raise ResourceError("holds no table: 'detente resources list' names them", where=str(folder))
        if faults:
            raise typer.Exit(1)
        typer.echo(f"All well. Use it: detente read REPORT --resources {folder}")


@app.command("import")
def import_tables(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="PETRARCH dictionaries of actors and agents.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="Folder for the tables; made if need be.")
    ],
    form: shared.As = shared.Shape.text,
    debug: shared.Debug = False,
) -> None:
    """Turn PETRARCH dictionaries into tables of detente, saying what could not be carried over.

    Example: detente resources import countries.actors.txt agents.txt -o my-tables
    """
    with guarded(debug=debug):
        missing = [str(path) for path in files if not path.is_file()]
        if missing:
            raise UsageError("no such file", where=", ".join(missing))
        from detente.resources.petrarch import import_dictionaries

        found = import_dictionaries(files, output)
        if form is shared.Shape.json:
            typer.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=2))
        else:
            _show_import(found, output)
        if not found.written:
            raise ResourceError("no row could be carried over: give PETRARCH's actor and agent dictionaries")


def _show_import(found: ImportReport, output: Path) -> None:
    """What was written, and the first of what was not."""
    for name, rows in found.written.items():
        typer.echo(f"{output / name}.csv: {words.count(rows, 'row')}")
    for line in found.skipped[:MOST_SKIPPED]:
        complain(f"{line.file}:{line.line}: skipped: {line.reason}")
    if len(found.skipped) > MOST_SKIPPED:
        complain(f"{len(found.skipped)} lines skipped in all; --format json lists them")
    if found.written:
        typer.echo(f"Check them: detente resources check {output}")


def checked(folder: Path) -> tuple[list[str], list[str]]:
    """What is sound in a folder of tables, and what is not, a line each; every file is looked at."""
    from detente.resources.load import TABLES, classes, furniture_patterns, table

    known = {f"{name}.csv": name for name in TABLES}
    sound: list[str] = []
    faults: list[str] = []
    for path in sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")):
        try:
            if path.name in known:
                own = len(table(known[path.name], (folder,))) - len(table(known[path.name]))
                sound.append(f"{path.name}: {own} rows")
            elif path.name in OTHER_FILES:
                (classes if path.name == "classes.toml" else furniture_patterns)((folder,))
                sound.append(f"{path.name}: sound")
            elif path.suffix in {".csv", ".toml"}:
                near = difflib.get_close_matches(path.name, [*known, *OTHER_FILES], n=1)
                faults.append(f"{path}: no table of this name{f'; did you mean {near[0]}?' if near else ''}")
        except ResourceError as error:
            faults.append(str(error))
    return sound, faults


def _page(tables: list[dict[str, Any]], mark: str) -> str:
    from rich.table import Table
    from rich.text import Text

    from detente.cli.page_text import rendered

    grid = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    grid.add_column("table", no_wrap=True)
    grid.add_column("rows", justify="right", no_wrap=True)
    grid.add_column("source", overflow="fold")
    grid.add_column("licence", overflow="fold")
    for entry in tables:
        cells = (str(entry[key] or "") for key in ("table", "rows", "source", "licence"))
        grid.add_row(*map(Text, cells))
    total = sum(int(entry["rows"]) for entry in tables)
    return rendered(grid, width=width_of_terminal(), color=False) + f"\n{total} rows, lexicon {mark}\n"
