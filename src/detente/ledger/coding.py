"""The rows of a report's current record in their tables; what they touch is named in ``pending``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from detente.ledger.adding import commitment_block, event_block
from detente.ledger.flatten import FlatRecord, flatten
from detente.ledger.load import commitment_rows, event_rows
from detente.ledger.pending import mark
from detente.ledger.review import applied, reviews_of_report
from detente.ledger.rows import UNDATED, ActorRow, CommitmentRow, EventRow, StatementRow
from detente.ledger.schema import Appearance, CodedCommitment, CodedEvent, CodedStatement, Sentence
from detente.ledger.sentences import folded, sentence_at, sentences_of
from detente.ledger.stored import record_of
from detente.ledger.watchers import mark_watchers
from detente.records import Record

TABLES = (CodedEvent, CodedStatement, CodedCommitment, Appearance, Sentence)
_COLUMNS = frozenset({"id", "local", "report", "published", "outlet", "family", "start", "end", "text", "rule"})
_CALENDAR = 10  # characters of a whole day


def put_rows(connection: Connection, dossier: int, report: int, record: Record) -> None:
    """Write the rows of a record, its sentences and actors; mark the blocks that they belong to."""
    flat = applied(flatten(record), reviews_of_report(connection, dossier, report))
    sentences = _sentences(connection, dossier, report, record.report.text)
    common = {"dossier": dossier, "report": report, "known": record.report.published or UNDATED}
    _insert(connection, CodedEvent, [_event(row, sentences) | common for row in flat.events])
    _insert(connection, CodedStatement, [_statement(row, sentences) | common for row in flat.statements])
    _insert(connection, CodedCommitment, [_commitment(row, sentences) | common for row in flat.commitments])
    _insert(connection, Appearance, [_appearance(row) | common for row in flat.actors])
    _mark(connection, dossier, record.report.id, flat)


def drop_rows(connection: Connection, dossier: int, report: int) -> None:
    """Remove the rows of a report, and mark the blocks that they belonged to."""
    mark_watchers(
        connection,
        dossier,
        event_rows(connection, dossier, CodedEvent.report == report),
        commitment_rows(connection, dossier, CodedCommitment.report == report),
    )
    for block, layer in ((CodedEvent, "events"), (CodedCommitment, "commitments")):
        blocks = select(block.block).where(block.dossier == dossier, block.report == report).distinct()
        mark(connection, dossier, layer, connection.scalars(blocks))
    actors = select(Appearance.actor).where(Appearance.dossier == dossier, Appearance.report == report)
    mark(connection, dossier, "actors", connection.scalars(actors))
    for table in TABLES:
        connection.execute(delete(table).where(table.dossier == dossier, table.report == report))


def refresh(connection: Connection, dossier: int, report: int) -> None:
    """Make the rows of a report's current record anew, as after a review, and mark what they touch."""
    record = record_of(connection, dossier, report)
    drop_rows(connection, dossier, report)
    put_rows(connection, dossier, report, record)


class _Sentences:
    """Where the sentences of one report stand, and their numbers in the table."""

    def __init__(self, spans: Sequence[tuple[int, int]], numbers: Sequence[int]) -> None:
        self.spans = spans
        self.numbers = numbers

    def number(self, start: int) -> int | None:
        """The number of the sentence in which an offset stands."""
        index = sentence_at(self.spans, start)
        return None if index is None else self.numbers[index]


def _sentences(connection: Connection, dossier: int, report: int, text: str) -> _Sentences:
    spans = sentences_of(text)
    if not spans:
        return _Sentences([], [])
    rows = [
        {"dossier": dossier, "report": report, "start": start, "end": end, "words": folded(text[start:end])}
        for start, end in spans
    ]
    made = connection.execute(insert(Sentence).returning(Sentence.no, sort_by_parameter_order=True), rows)
    return _Sentences(spans, list(made.scalars()))


def _body(row: EventRow | StatementRow | CommitmentRow) -> dict[str, Any]:
    """What a row holds beyond the columns that every row has."""
    return {name: value for name, value in asdict(row).items() if name not in _COLUMNS}


def _place(row: EventRow | StatementRow | CommitmentRow, sentences: _Sentences) -> dict[str, Any]:
    return {
        "id": row.id,
        "local": row.local,
        "start": row.start,
        "end": row.end,
        "sentence": sentences.number(row.start),
        "text": row.text,
        "rule": row.rule,
        "body": _body(row),
    }


def _event(row: EventRow, sentences: _Sentences) -> dict[str, Any]:
    return _place(row, sentences) | {
        "block": event_block(row),
        "merged": None,
        "day": calendar_day(row.date) or row.published,
        "event": row.event,
        "factuality": row.factuality,
        "statement": row.statement,
    }


def _statement(row: StatementRow, sentences: _Sentences) -> dict[str, Any]:
    return _place(row, sentences) | {"speaker": row.speaker, "medium": row.medium}


def _commitment(row: CommitmentRow, sentences: _Sentences) -> dict[str, Any]:
    return _place(row, sentences) | {
        "block": commitment_block(row),
        "merged": None,
        "kind": row.kind,
        "holder": row.holder,
        "statement": row.statement,
    }


def _appearance(row: ActorRow) -> dict[str, Any]:
    return {
        "actor": row.id,
        "name": row.name,
        "role": row.role,
        "mentions": row.mentions,
        "statements": row.statements,
        "body": {"aliases": row.aliases, "kind": row.kind, "country": row.country, "sector": row.sector},
    }


def calendar_day(value: str | None) -> str | None:
    """The day, month or year that a TIMEX3 value starts with; None where it is open.

    >>> calendar_day("2020-10-16T09:00"), calendar_day("2020-10"), calendar_day("XXXX-WXX-4")
    ('2020-10-16', '2020-10', None)
    """
    day = (value or "")[:_CALENDAR]
    digits = day.replace("-", "")
    return day if len(digits) >= 4 and digits.isdigit() else None


def _mark(connection: Connection, dossier: int, report: str, flat: FlatRecord) -> None:
    mark(connection, dossier, "families", [report])
    mark(connection, dossier, "events", (event_block(row) for row in flat.events))
    mark(connection, dossier, "commitments", (commitment_block(row) for row in flat.commitments))
    mark(connection, dossier, "actors", (row.id for row in flat.actors))
    mark_watchers(connection, dossier, flat.events, flat.commitments)


def _insert(connection: Connection, table: Any, rows: Iterable[dict[str, Any]]) -> None:
    if rows := list(rows):
        connection.execute(insert(table), rows)
