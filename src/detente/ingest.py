"""Reports into a ledger: read what is new, store each in a transaction, then let it add up.

Stored is stored: a run that is killed goes on where it stopped when it is started again, and ends in the same
ledger. What is known already, read by the same coder, is not read again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sqlalchemy import Engine

from detente.errors import DamagedInput, DetenteError, LedgerError
from detente.ledger.entries import DossierEntry, Entry, ReviewEntry, SightingEntry, entry_of
from detente.ledger.settle import Progress, settle
from detente.ledger.writer import Outcome, Writer
from detente.records import Coder, Record, Report
from detente.sources import Failure
from detente.sources.discovery import files_of, unreadable
from detente.sources.placing import Placer
from detente.sources.streams import ByteSource

LONGEST_LINE = 400_000_000  # bytes: a record is some ten times its report, which has at most 20 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one report: ``new``, ``reread`` (by another coder) or ``known``."""

    key: str
    outcome: Outcome


def add_records(engine: Engine, dossier: str, items: Iterable[Record | Failure]) -> Iterator[Added | Failure]:
    """Store records one by one, a transaction each; failures pass through, and a bad record becomes one.

    Raises:
        LedgerError: the database fails; what was stored before stays.
    """
    writer = Writer(engine, dossier)
    for item in items:
        yield item if isinstance(item, Failure) else _stored(writer, item)


def unknown_reports(
    engine: Engine, dossier: str, coder: Coder, reports: Iterable[Report | Failure], known: list[Added]
) -> Iterator[Report | Failure]:
    """The reports that this coder has not read for the dossier yet; the others are appended to ``known``."""
    writer = Writer(engine, dossier)
    for item in reports:
        if isinstance(item, Report) and writer.is_known(item, coder):
            known.append(Added(key=item.key, outcome="known"))
        else:
            yield item


def add_entries(engine: Engine, dossier: str | None, entries: Iterable[Entry | Failure]) -> Iterator[Added | Failure]:
    """Store the lines of exports or of records; without ``dossier`` each goes where the file says it was.

    Raises:
        LedgerError: the database fails; what was stored before stays.
    """
    writer = Writer(engine, dossier or "main")
    for entry in entries:
        if isinstance(entry, Failure):
            yield entry
        elif isinstance(entry, DossierEntry):
            writer = Writer(engine, dossier or entry.name)
        elif isinstance(entry, Record):
            yield _stored(writer, entry)
        else:
            yield from _kept(writer, entry)


def entries_from(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Entry | Failure]:
    """What the lines of the files hold, in order; a bad line is a failure and the rest goes on."""
    for path in paths:
        for name in files_of(path) if path != "-" else ("-",):
            if isinstance(name, Failure):
                yield name
                continue
            try:
                if name == "-":
                    yield from _entries_in(stdin or sys.stdin.buffer, name)
                else:
                    with open(name, "rb") as stream:  # noqa: PTH123 - Path("") would mean the current folder
                        yield from _entries_in(stream, name)
            except (OSError, ValueError) as error:
                yield Failure.of(error if isinstance(error, DetenteError) else unreadable(error), name)


def finish(engine: Engine, dossiers: Iterable[str], progress: Progress | None = None) -> int:
    """Let everything add up that waits to; returns how many blocks did.

    Raises:
        LedgerError: the database fails; the next ``add`` goes on from there.
    """
    return sum(settle(engine, dossier, placer=Placer(), progress=progress) for dossier in dossiers)


def _stored(writer: Writer, record: Record) -> Added | Failure:
    try:
        return Added(key=record.report.key, outcome=writer.store(record))
    except LedgerError:
        raise
    except DetenteError as error:
        return Failure.of(error, record.report.key)


def _kept(writer: Writer, entry: SightingEntry | ReviewEntry) -> Iterator[Failure]:
    try:
        if isinstance(entry, SightingEntry):
            writer.see(entry.report, entry.sighting)
        else:
            writer.review(entry.values)
    except LedgerError:
        raise
    except DetenteError as error:
        yield Failure.of(error, "import")


def _entries_in(stream: BinaryIO, path: str) -> Iterator[Entry | Failure]:
    source = ByteSource(stream)
    number = 0
    while (line := source.line(LONGEST_LINE)) != b"":
        number += 1
        if line is None or not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            entry = entry_of(line.decode("utf-8"))
        except UnicodeDecodeError:
            yield Failure.of(DamagedInput("the line is not UTF-8"), where)
        except DetenteError as error:
            yield Failure.of(error, where)
        else:
            if entry is not None:
                yield entry
    if source.damage:
        yield Failure.of(DamagedInput(source.damage), path)
