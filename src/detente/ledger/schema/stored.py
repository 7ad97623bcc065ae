"""What came in: reports, where they were seen, the records read from them, dossiers, reviews.

Rows here are only ever added. A report is known by the hash of its text, title, outlet and day; a record by
the hash of what it says of its report. Everything else in the ledger is made from these tables.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from detente.ledger.schema.base import (
    Base,
    DossierNo,
    Json,
    Key,
    Number,
    Packed,
    Plain,
    RowId,
    Said,
    Serial,
    Words,
)


class Dossier(Base):
    """A named collection of reports on one crisis."""

    __tablename__ = "dossiers"

    no: Mapped[Serial]
    name: Mapped[Key] = mapped_column(Words, unique=True)


class Report(Base):
    """A report by its content; ``body`` is the JSON of text, title, outlet and day, exactly as read."""

    __tablename__ = "reports"

    no: Mapped[Serial]
    id: Mapped[Key] = mapped_column(Plain, unique=True)
    title: Mapped[Said | None]
    published: Mapped[Key | None]
    outlet: Mapped[Said | None]
    body: Mapped[str] = mapped_column(Packed)


class Sighting(Base):
    """Where a report of a dossier was found: its key, address, format; ``mark`` is the hash of ``body``."""

    __tablename__ = "sightings"

    dossier: Mapped[DossierNo]
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"), primary_key=True)
    mark: Mapped[RowId]
    key: Mapped[Said]
    body: Mapped[Any] = mapped_column(Json)


class StoredRecord(Base):
    """A record as read, without its report; ``id`` is the hash of coder, report and rows."""

    __tablename__ = "records"

    no: Mapped[Serial]
    id: Mapped[Key] = mapped_column(Plain, unique=True)
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"), index=True)
    version: Mapped[Said]
    model: Mapped[Said]
    lexicon: Mapped[Said]
    body: Mapped[str] = mapped_column(Packed)


class Reading(Base):
    """A record as part of a dossier; ``revision`` counts the records of a report in the order they came."""

    __tablename__ = "readings"
    __table_args__ = (
        UniqueConstraint("dossier", "report", "revision"),
        Index("ix_readings_dossier_known", "dossier", "known", "report"),
    )

    dossier: Mapped[DossierNo]
    record: Mapped[int] = mapped_column(Number, ForeignKey("records.no"), primary_key=True)
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"))
    known: Mapped[Key]  # day of the report, 9999 where it has none
    revision: Mapped[int]
    current: Mapped[bool]


class Review(Base):
    """What an analyst did to a row: who, when, what and why; ``id`` is the hash of all of it."""

    __tablename__ = "reviews"
    __table_args__ = (Index("ix_reviews_dossier_row", "dossier", "row"),)

    dossier: Mapped[DossierNo]
    id: Mapped[RowId]
    row: Mapped[Key]
    report: Mapped[int | None] = mapped_column(Number, ForeignKey("reports.no"))
    action: Mapped[Key]
    who: Mapped[Said]
    at: Mapped[Key]
    body: Mapped[Any] = mapped_column(Json)
