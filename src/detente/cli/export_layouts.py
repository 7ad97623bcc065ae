"""``detente export``: a dossier, or records, in the layout of another tool."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli import ledger_options as where
from detente.cli import options as shared
from detente.cli.console import complain, guarded
from detente.cli.output import bytes_destination, destination
from detente.errors import RecordError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.ledger.dossier import Dossier
    from detente.ledger.export import BinaryLayout, FolderLayout, Layout, Options, Sources, TextLayout
    from detente.ledger.review import Review
    from detente.records import Factuality, Record

WHOLE = "jsonl"  # the one layout that holds a ledger without loss, and needs one


class Rows(StrEnum):
    """The tables of csv, tsv and parquet."""

    events = "events"
    statements = "statements"
    commitments = "commitments"
    actors = "actors"


class Told(StrEnum):
    """Which events, by factuality."""

    occurred = "occurred"
    future = "future"
    hypothetical = "hypothetical"
    negated = "negated"
    historical = "historical"


Name = Annotated[
    str,
    typer.Argument(
        metavar="LAYOUT",
        help="csv, tsv, parquet, polecat, icews, gdelt, stix, graphml, gexf, brat, web-annotation, gold or jsonl.",
    ),
]
Records = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Records that 'detente read --format jsonl' wrote, instead of a ledger; - for stdin."
    ),
]
Which = Annotated[Rows, typer.Option("--table", "-t", help="The table of csv, tsv and parquet.")]
Factualities = Annotated[
    list[Told] | None,
    typer.Option(
        "--factuality", help="Events of polecat, icews, gdelt and the graphs; may be given again. Default: occurred."
    ),
]
AsRead = Annotated[bool, typer.Option("--as-read", help="Leave out what analysts said: no corrections, no rejections.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="PATH", help="Write here, not to stdout; brat and gold need a folder.", rich_help_panel=shared.OUTPUT),
]


def export(  # noqa: PLR0913, PLR0917  one parameter an option
    name: Name,
    records: Records = None,
    dossier: where.DossierName = None,
    db: where.Db = None,
    table: Which = Rows.events,
    factuality: Factualities = None,
    as_read: AsRead = False,
    raw: where.Raw = False,
    output: Output = None,
    debug: shared.Debug = False,
) -> None:
    """Write a dossier, or records, in the layout of another tool.

    Examples:
      detente export csv --dossier korea-2017 --table commitments -o commitments.csv

      detente read reports/ --format jsonl | detente export stix --records - -o bundle.json

      detente export jsonl --dossier korea-2017 -o korea-2017.jsonl
    """
    with guarded(debug=debug):
        if name == WHOLE:
            _whole_ledger(records, dossier, db, output)
            return
        from detente.ledger.export import Options, layout

        chosen = layout(name)
        wanted: frozenset[Factuality] = frozenset(each.value for each in factuality or (Told.occurred,))
        options = Options(table=table.value, raw=raw, factualities=wanted)
        with _source(records, dossier, db, options, as_read=as_read) as (found, told):
            _write(chosen, found, told, output)


@contextmanager
def _source(
    records: Path | None, dossier: str | None, db: str | None, options: Options, *, as_read: bool
) -> Iterator[tuple[Iterable[Record], Options]]:
    """The records to export, and the options with what the ledger knows beyond them."""
    if records is not None:
        if dossier or db:
            raise UsageError("--records is exported instead of a ledger: leave out --dossier and --db")
        yield _records_of(records), options
        return
    from detente.ledger.store import open_ledger

    with open_ledger(db) as ledger:
        held = ledger.dossier(dossier)
        reviews = {} if as_read else _reviews(held)
        yield held.records(), replace(options, sources=_sources(held), reviews=reviews)


def _sources(held: Dossier) -> dict[str, Sources]:
    """What the ledger knows beyond the records: how many tell the same."""
    from detente.ledger.export import Sources

    return {
        row: Sources(merged=merged, reports=reports, families=families, outlets=outlets)
        for row, (merged, reports, families, outlets) in held.sources().items()
    }


def _reviews(held: Dossier) -> dict[str, list[Review]]:
    """The reviews of a dossier by report."""
    from detente.ledger.review import reviews

    found: dict[str, list[Review]] = {}
    for review in reviews(held):
        found.setdefault(review.report or "", []).append(review)
    return found


def _records_of(path: Path) -> Iterator[Record]:
    where_from = "stdin" if str(path) == "-" else str(path)
    stream = sys.stdin.buffer if str(path) == "-" else path.open("rb")
    with stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield _record(line, f"{where_from}:{number}")


def _record(line: bytes, where_from: str) -> Record:
    from detente.records.encode import from_json

    try:
        return from_json(line.decode("utf-8", "surrogatepass"))
    except (RecordError, UnicodeDecodeError) as error:
        words = error.message if isinstance(error, RecordError) else "not UTF-8"
        raise RecordError(words, where=where_from) from error


def _write(chosen: Layout, records: Iterable[Record], options: Options, output: Path | None) -> None:
    from detente.ledger.export import BinaryLayout, FolderLayout

    match chosen:
        case FolderLayout():
            _write_folder(chosen, records, options, output)
        case BinaryLayout():
            _write_bytes(chosen, records, options, output)
        case _:
            _write_text(chosen, records, options, output)


def _write_text(chosen: TextLayout, records: Iterable[Record], options: Options, output: Path | None) -> None:
    with destination(output) as stream:
        for piece in chosen.write(records, options):
            stream.write(piece)


def _write_bytes(chosen: BinaryLayout, records: Iterable[Record], options: Options, output: Path | None) -> None:
    if output is None or str(output) == "-":
        raise UsageError(f"{chosen.name} is no text: give a file with --output FILE")
    with bytes_destination(output) as stream:
        chosen.write(records, options, stream)


def _write_folder(chosen: FolderLayout, records: Iterable[Record], options: Options, output: Path | None) -> None:
    if output is None or (output.exists() and not output.is_dir()):
        raise UsageError(f"{chosen.name} writes several files: give a folder with --output FOLDER")
    output.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, text in chosen.write(records, options):
        (output / name).parent.mkdir(exist_ok=True)
        with bytes_destination(output / name) as stream:  # bytes, so that line ends stay as they are
            stream.write(text.encode("utf-8", "replace"))
        count += 1
    complain(f"{count} files in {output}")


def _whole_ledger(records: Path | None, dossier: str | None, db: str | None, output: Path | None) -> None:
    if records is not None:
        raise UsageError("jsonl exports a ledger whole, and these records are JSON lines already: leave out --records")
    from detente.ledger.export.jsonl import lines
    from detente.ledger.store import open_ledger

    with open_ledger(db) as ledger, destination(output) as stream:
        for line in lines(ledger.dossier(dossier)):
            stream.write(line)
