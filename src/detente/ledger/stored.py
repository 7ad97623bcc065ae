"""What is stored of a dossier, whole: its records in canonical order, their sightings and reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from detente.ledger.bodies import whole
from detente.ledger.schema import Reading, Report, Review, Sighting, StoredRecord
from detente.ledger.schema.base import json_text
from detente.records import Record

PAGE = 100  # reports read at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One record as the dossier holds it, with all sightings of its report; the record shows the first of them."""

    record: Record
    revision: int
    current: bool
    sightings: tuple[dict[str, Any], ...]


def held_records(connection: Connection, dossier: int, *, current: bool = False) -> Iterator[Held]:
    """Every record of a dossier by day, report and revision; only those that count where ``current``."""
    after: tuple[str, str] = ("", "")
    while True:
        query = (
            select(Reading.report.label("no"), Report.id, Reading.known)
            .join(Report, Report.no == Reading.report)
            .where(Reading.dossier == dossier, Reading.revision == 1)
            .where((Reading.known > after[0]) | ((Reading.known == after[0]) & (Report.id > after[1])))
            .order_by(Reading.known, Report.id)
            .limit(PAGE)
        )
        page = connection.execute(query).all()
        for found in page:
            yield from _held(connection, dossier, found.no, current=current)
        if len(page) < PAGE:
            return
        after = (page[-1].known, page[-1].id)


def sightings_of(connection: Connection, dossier: int, report: int) -> tuple[dict[str, Any], ...]:
    """Where a report was found, in an order that does not depend on when."""
    query = select(Sighting.body).where(Sighting.dossier == dossier, Sighting.report == report)
    return tuple(sorted(connection.scalars(query), key=json_text))


def record_of(connection: Connection, dossier: int, report: int) -> Record:
    """The current record of a report."""
    return next(iter(_held(connection, dossier, report, current=True))).record


def reviews_of(connection: Connection, dossier: int) -> Iterator[dict[str, Any]]:
    """The reviews of a dossier as plain values, by time and id."""
    query = (
        select(Review.id, Review.row, Report.id.label("report"), Review.action, Review.who, Review.at, Review.body)
        .outerjoin(Report, Report.no == Review.report)
        .where(Review.dossier == dossier)
        .order_by(Review.at, Review.id)
    )
    for row in connection.execute(query):
        yield row._asdict()


def _held(connection: Connection, dossier: int, report: int, *, current: bool) -> Iterator[Held]:
    query = (
        select(StoredRecord.body, Reading.revision, Reading.current)
        .join(Reading, Reading.record == StoredRecord.no)
        .where(Reading.dossier == dossier, Reading.report == report)
        .order_by(Reading.revision)
    )
    if current:
        query = query.where(Reading.current)
    content = connection.scalars(select(Report.body).where(Report.no == report)).one()
    seen = sightings_of(connection, dossier, report)
    for row in connection.execute(query).all():
        record = whole(content, seen[0], row.body)
        yield Held(record=record, revision=row.revision, current=row.current, sightings=seen)
