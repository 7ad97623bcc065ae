"""The words that rows rest on: short for lists, in their sentence and paragraph for one row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, func, select

from detente.ledger.bodies import whole
from detente.ledger.load import chunks
from detente.ledger.schema import (
    CodedCommitment,
    CodedEvent,
    CodedStatement,
    Family,
    Reading,
    Report,
    Sighting,
    StoredRecord,
)
from detente.ledger.sentences import paragraph_at, sentence_at, sentences_of
from detente.ledger.stored import sightings_of
from detente.ledger.views.model import Citation
from detente.records import Record

TABLES = {"ev": CodedEvent, "co": CodedCommitment, "st": CodedStatement}


def citations(connection: Connection, dossier: int, rows: Iterable[str]) -> dict[str, Citation]:
    """The citation of each row as read, by its id."""
    found: dict[str, Citation] = {}
    by_table: dict[str, list[str]] = {}
    for row in sorted(set(rows)):
        by_table.setdefault(row[:2], []).append(row)
    for prefix, ids in by_table.items():
        for some in chunks(ids):
            found |= _short(connection, dossier, TABLES[prefix], some)
    return found


def in_full(connection: Connection, dossier: int, rows: Iterable[str]) -> list[Citation]:
    """The same with sentence, paragraph, reason and coder, in canonical order."""
    short = citations(connection, dossier, rows).values()
    ordered = sorted(short, key=lambda each: (each.published or "9999", each.report, each.start, each.row))
    texts: dict[str, tuple[Record, list[tuple[int, int]]]] = {}
    out = []
    for each in ordered:
        if each.report not in texts:
            record = _record(connection, dossier, each.report)
            texts[each.report] = (record, sentences_of(record.report.text))
        out.append(_filled(each, *texts[each.report]))
    return out


def _short(connection: Connection, dossier: int, table: Any, ids: Iterable[str]) -> dict[str, Citation]:
    key = (
        select(func.min(Sighting.key))
        .where(Sighting.dossier == dossier, Sighting.report == table.report)
        .correlate(table)
        .scalar_subquery()
    )
    query = (
        select(table.id.label("row"), table.start, table.end, table.text, table.rule)
        .add_columns(Report.id.label("report"), Report.title, Report.outlet, Report.published)
        .add_columns(func.coalesce(Family.relation, "original").label("relation"), key.label("key"))
        .join(Report, Report.no == table.report)
        .outerjoin(Family, (Family.dossier == table.dossier) & (Family.report == table.report))
        .where(table.dossier == dossier, table.id.in_(ids))
    )
    return {row.row: Citation(**row._asdict()) for row in connection.execute(query)}


def _record(connection: Connection, dossier: int, report: str) -> Record:
    query = (
        select(Report.no, Report.body.label("content"), StoredRecord.body)
        .join(Reading, Reading.report == Report.no)
        .join(StoredRecord, StoredRecord.no == Reading.record)
        .where(Report.id == report, Reading.dossier == dossier, Reading.current)
    )
    found = connection.execute(query).one()
    return whole(found.content, sightings_of(connection, dossier, found.no)[0], found.body)


def _filled(each: Citation, record: Record, spans: list[tuple[int, int]]) -> Citation:
    text = record.report.text
    index = sentence_at(spans, each.start)
    start, end = spans[index] if index is not None else (each.start, each.end)
    left, right = paragraph_at(text, each.start, max(each.end, end))
    values = {name: getattr(each, name) for name in Citation.__dataclass_fields__}
    coder = record.coder
    values |= {
        "sentence": text[start : max(end, each.end)],
        "paragraph": text[left:right],
        "because": _because(record, each),
        "coder": f"{coder.version}, {coder.model}, {coder.lexicon.removeprefix('sha256:')[:12]}",
    }
    return Citation(**values)


def _because(record: Record, each: Citation) -> str:
    """The reason that the record gives for the row with these words."""
    rows: tuple[Any, ...] = {"ev": record.events, "co": record.commitments, "st": record.statements}[each.row[:2]]
    for row in rows:
        if row.rule == each.rule and getattr(row, "start", each.start) == each.start:
            return str(row.because)
    return ""


