"""The rows of the current record of each report, flat, so that they can be asked for.

``known`` is the day of the report, or ``9999`` where it gives none. ``merged`` is the derived row that a row
adds up to; it is empty until the row is settled. ``sentence`` is the sentence that the row starts in.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from detente.ledger.schema.base import Base, DossierNo, Json, Key, Number, RowId, Said, Serial


class Sentence(Base):
    """A sentence by its place in the report's text; ``words`` are its words, folded for search."""

    __tablename__ = "sentences"
    __table_args__ = (Index("ix_sentences_dossier_report", "dossier", "report"),)

    no: Mapped[Serial]
    dossier: Mapped[int] = mapped_column(Number, ForeignKey("dossiers.no"))
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"))
    start: Mapped[int]
    end: Mapped[int]
    words: Mapped[Said]


class _Coded:
    """The columns of every row as read."""

    dossier: Mapped[DossierNo]
    id: Mapped[RowId]
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"))
    known: Mapped[Key]
    local: Mapped[Key]
    start: Mapped[int]
    end: Mapped[int]
    sentence: Mapped[int | None] = mapped_column(Number)
    text: Mapped[Said]
    rule: Mapped[Said]

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805  SQLAlchemy calls it with the class
        """Rows are looked up by report."""
        name = cls.__tablename__  # type: ignore[attr-defined]
        return (
            Index(f"ix_{name}_report", "dossier", "report"),
            *cls.more_indexes(),
        )

    @classmethod
    def more_indexes(cls) -> tuple[Index, ...]:
        """The indexes of one table beyond those that all have."""
        return ()


class CodedEvent(_Coded, Base):
    """An event as one report tells it."""

    __tablename__ = "coded_events"

    block: Mapped[Key]
    merged: Mapped[Key | None]
    day: Mapped[Key | None]  # of the date, where it is one on the calendar
    event: Mapped[Key]
    factuality: Mapped[Key]
    statement: Mapped[Key | None]
    body: Mapped[Any] = mapped_column(Json)

    @classmethod
    def more_indexes(cls) -> tuple[Index, ...]:
        """Rows are merged by block; a search needs only the index, from sentence to merged row."""
        return (
            Index("ix_coded_events_sentence", "sentence", "dossier", "merged"),
            Index("ix_coded_events_block", "dossier", "block", "day"),
            Index("ix_coded_events_merged", "dossier", "merged", "known"),
        )


class CodedStatement(_Coded, Base):
    """A statement as one report tells it."""

    __tablename__ = "coded_statements"

    speaker: Mapped[Key | None]
    medium: Mapped[Key | None]
    body: Mapped[Any] = mapped_column(Json)

    @classmethod
    def more_indexes(cls) -> tuple[Index, ...]:
        """Who spoke when."""
        return (
            Index("ix_coded_statements_sentence", "sentence"),
            Index("ix_coded_statements_speaker", "dossier", "speaker", "known"),
        )


class CodedCommitment(_Coded, Base):
    """A demand, offer, threat or the like as one report tells it."""

    __tablename__ = "coded_commitments"

    block: Mapped[Key]
    merged: Mapped[Key | None]
    kind: Mapped[Key]
    holder: Mapped[Key | None]
    statement: Mapped[Key | None]
    body: Mapped[Any] = mapped_column(Json)

    @classmethod
    def more_indexes(cls) -> tuple[Index, ...]:
        """Rows are merged by block; a search needs only the index, from sentence to merged row."""
        return (
            Index("ix_coded_commitments_sentence", "sentence", "dossier", "merged"),
            Index("ix_coded_commitments_block", "dossier", "block"),
            Index("ix_coded_commitments_merged", "dossier", "merged", "known"),
            Index("ix_coded_commitments_known", "dossier", "known", "merged"),
        )


class Appearance(Base):
    """An actor in one report: name, role and how often it is mentioned and speaks."""

    __tablename__ = "appearances"
    __table_args__ = (Index("ix_appearances_actor", "dossier", "actor", "known"),)

    dossier: Mapped[DossierNo]
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"), primary_key=True)
    actor: Mapped[RowId]
    known: Mapped[Key]
    name: Mapped[Said]
    role: Mapped[Said | None]
    mentions: Mapped[int]
    statements: Mapped[int]
    body: Mapped[Any] = mapped_column(Json)
