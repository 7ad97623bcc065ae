"""The four flat tables: events, statements, commitments and actors, a row a row as read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from detente.ledger.export.layout import Options, Table
from detente.ledger.export.view import View, views
from detente.ledger.rows import ActorRow, CommitmentRow, EventRow, StatementRow
from detente.records import Event, Record

Sort = Literal["text", "list", "integer", "number", "truth", "day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column by name and sort; a 'day' is ISO 8601 text that is one day, or None."""

    name: str
    sort: Sort


Row = dict[str, Any]


def columns(table: Table) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    return _COLUMNS[table]


def rows(records: Iterable[Record], options: Options) -> Iterator[Row]:
    """The rows of a table by column name, record by record."""
    make = _ROWS[options.table]
    for view in views(records, options):
        for row in make(view):
            yield row | _sources(row["id"], options) if options.table in _MERGED else row


def _columns(written: str) -> tuple[Column, ...]:
    """Columns as 'name' or 'name:sort', parted by blanks."""
    parts = (word.partition(":") for word in written.split())
    return tuple(Column(name=name, sort=sort or "text") for name, _, sort in parts)  # type: ignore[arg-type]


_MERGED = frozenset({"events", "commitments"})
_TOLD = "merged reports:integer families:integer outlets:integer"
_WHERE = "report key published outlet title url start:integer end:integer text"
_COLUMNS: dict[Table, tuple[Column, ...]] = {
    "events": _columns(
        f"id local {_TOLD} {_WHERE} trigger event mode contexts:list quad score:number cameo actors:list actor_names:list "
        "recipients:list recipient_names:list date date_text day:day place place_country lat:number lon:number "
        "factuality statement rule confidence:number because"
    ),
    "statements": _columns(
        f"id local {_WHERE} speaker speaker_name medium cue quotation negated:truth addressees:list "
        "addressee_names:list date day:day rule because"
    ),
    "commitments": _columns(
        f"id local {_TOLD} {_WHERE} kind holder holder_name addressees:list addressee_names:list voice voice_name act act_event "
        "act_type condition polarity connective condition_event condition_type deadline deadline_text deadline_day:day "
        "certainty statement place place_country rule because"
    ),
    "actors": _columns(
        "id name aliases:list kind country sector role report key published outlet mentions:integer statements:integer because"
    ),
}


def _sources(row: str, options: Options) -> Row:
    """What the row adds up to in a ledger, and how many tell that; empty for bare records."""
    found = options.sources.get(row)
    if found is None:
        return dict.fromkeys(("merged", "reports", "families", "outlets"))
    return {"merged": found.merged, "reports": found.reports, "families": found.families, "outlets": found.outlets}


def _where(view: View) -> Row:
    """The columns that every row takes from its report."""
    report = view.report
    return {"key": report.key, "title": report.title, "url": report.url, "published": report.published, "outlet": report.outlet}


def _fields(row: EventRow | StatementRow | CommitmentRow | ActorRow, table: Table) -> Row:
    """The columns that have the name of a field of the flat row."""
    return {column.name: getattr(row, column.name) for column in _COLUMNS[table] if hasattr(row, column.name)}


def _events(view: View) -> Iterator[Row]:
    for row, event in view.events():
        yield {
            **_fields(row, "events"),
            **_where(view),
            **_coordinates(view, event),
            "actor_names": view.names(row.actors),
            "recipient_names": view.names(row.recipients),
            "date_text": event.date.text if event.date else None,
            "day": view.event_day(event),
            "because": event.because,
        }


def _coordinates(view: View, event: Event) -> Row:
    place = view.located(event.place)
    return {"lat": place.lat if place else None, "lon": place.lon if place else None}


def _statements(view: View) -> Iterator[Row]:
    for row, said in zip(view.flat.statements, view.record.statements, strict=True):
        yield {
            **_fields(row, "statements"),
            **_where(view),
            "speaker_name": view.name(row.speaker),
            "addressee_names": view.names(row.addressees),
            "day": view.day(row.date),
            "because": said.because,
        }


def _commitments(view: View) -> Iterator[Row]:
    for row, read in zip(view.flat.commitments, view.record.commitments, strict=True):
        yield {
            **_fields(row, "commitments"),
            **_where(view),
            "holder_name": view.name(row.holder),
            "addressee_names": view.names(row.addressees),
            "voice_name": view.name(row.voice),
            "connective": read.condition.connective if read.condition else None,
            "deadline_text": read.deadline.text if read.deadline else None,
            "deadline_day": view.day(row.deadline),
            "because": read.because,
        }


def _actors(view: View) -> Iterator[Row]:
    for row, actor in zip(view.flat.actors, view.record.actors, strict=True):
        yield {**_fields(row, "actors"), "key": view.report.key, "outlet": view.report.outlet, "because": actor.because}


_ROWS: Mapping[Table, Callable[[View], Iterator[Row]]] = {
    "events": _events,
    "statements": _statements,
    "commitments": _commitments,
    "actors": _actors,
}
