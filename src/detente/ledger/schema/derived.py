"""What adds up: families of reports, merged events and commitments, their states, the actors.

All of it is a function of the stored tables. Settling makes it anew, block by block; ``pending`` names the
blocks that wait for it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from detente.ledger.schema.base import Base, DossierNo, Json, Key, Number, RowId, Said

# What is told to lie ahead: few rows, which a page as of a day must look at apart from those before that day.
AHEAD: Any = {"sqlite_where": text("day > known"), "postgresql_where": text("day > known")}


class Family(Base):
    """Which report a report copies or updates: ``family`` is the first of them, itself where it is none."""

    __tablename__ = "families"
    __table_args__ = (Index("ix_families_family", "dossier", "family"),)

    dossier: Mapped[DossierNo]
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"), primary_key=True)
    family: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"))
    relation: Mapped[Key]
    superseded_by: Mapped[int | None] = mapped_column(Number, ForeignKey("reports.no"))
    containment: Mapped[float]


class Event(Base):
    """One event, however many reports tell it. ``day`` is when it happened, else when it became known."""

    __tablename__ = "events"
    __table_args__ = (
        Index("ix_events_day", "dossier", "day", "id"),
        Index("ix_events_known", "dossier", "known", "id"),
        Index("ix_events_block", "dossier", "block"),
        Index("ix_events_type", "dossier", "event", "day", "id"),
        Index("ix_events_factuality", "dossier", "factuality", "day", "id"),
        Index("ix_events_place", "dossier", "place_key", "day", "id"),
        Index("ix_events_country", "dossier", "place_country", "day", "id"),
        Index("ix_events_ahead", "dossier", "day", "id", "known", **AHEAD),
    )

    dossier: Mapped[DossierNo]
    id: Mapped[RowId]
    block: Mapped[Key]
    known: Mapped[Key]  # day of the first report
    last: Mapped[Key]  # day of the last report
    day: Mapped[Key]
    event: Mapped[Key]
    mode: Mapped[Key | None]
    quad: Mapped[Key]
    score: Mapped[float]
    factuality: Mapped[Key]
    place_key: Mapped[Said | None]
    place_country: Mapped[Key | None]
    reports: Mapped[int]
    families: Mapped[int]
    outlets: Mapped[int]
    text: Mapped[Said]  # beside the body, so that ten years of a pair are read without it
    body: Mapped[Any] = mapped_column(Json)


class Commitment(Base):
    """One demand, offer, threat or the like, however often it is repeated; its states stand apart."""

    __tablename__ = "commitments"
    __table_args__ = (
        Index("ix_commitments_known", "dossier", "known", "id"),
        Index("ix_commitments_kind", "dossier", "kind", "known", "id"),
        Index("ix_commitments_place", "dossier", "place_key", "known", "id"),
        Index("ix_commitments_country", "dossier", "place_country", "known", "id"),
        Index("ix_commitments_block", "dossier", "block"),
        Index("ix_commitments_deadline", "dossier", "deadline", "id"),
    )

    dossier: Mapped[DossierNo]
    id: Mapped[RowId]
    block: Mapped[Key]
    known: Mapped[Key]
    last: Mapped[Key]
    kind: Mapped[Key]
    holder: Mapped[Key | None]
    deadline: Mapped[Key | None]
    place_key: Mapped[Said | None]
    place_country: Mapped[Key | None]
    certainty: Mapped[Key]
    reports: Mapped[int]
    families: Mapped[int]
    outlets: Mapped[int]
    body: Mapped[Any] = mapped_column(Json)


class StateChange(Base):
    """A commitment's state from the day ``known`` to before ``until``, with the row that shows it and why.

    ``made`` is the day on which the commitment itself became known; it orders the page of a state.
    """

    __tablename__ = "state_changes"
    __table_args__ = (
        Index("ix_state_changes_known", "dossier", "known", "commitment"),
        Index("ix_state_changes_state", "dossier", "state", "made", "commitment", "until", "known", "step"),
    )

    dossier: Mapped[DossierNo]
    commitment: Mapped[RowId]
    step: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[Key]
    known: Mapped[Key]
    until: Mapped[Key]
    made: Mapped[Key]
    row: Mapped[Key | None]
    rule: Mapped[Said]
    why: Mapped[Said]


class Contradiction(Base):
    """Two reports of one row that can't both be right, from the day the second became known."""

    __tablename__ = "contradictions"
    __table_args__ = (Index("ix_contradictions_known", "dossier", "known", "row"),)

    dossier: Mapped[DossierNo]
    row: Mapped[RowId]
    step: Mapped[int] = mapped_column(primary_key=True)
    layer: Mapped[Key]
    field: Mapped[Key]
    known: Mapped[Key]
    says: Mapped[Said]
    rows: Mapped[Any] = mapped_column(Json)


class Party(Base):
    """A party to a merged row, and each body that it belongs to: 'RUS/GOV' stands under 'RUS' too.

    ``parts`` are the first letters of what it is to the row: actor or recipient of an event, holder, target
    (addressee) or voice of a commitment. ``day`` orders the page, so that a filter by actor needs one index.
    """

    __tablename__ = "parties"
    __table_args__ = (
        Index("ix_parties_row", "dossier", "row"),
        Index("ix_parties_ahead", "dossier", "layer", "actor", "day", "row", "known", **AHEAD),
        {"sqlite_with_rowid": False},
    )

    dossier: Mapped[DossierNo]
    layer: Mapped[RowId]
    actor: Mapped[RowId]
    day: Mapped[RowId]
    row: Mapped[RowId]
    parts: Mapped[Key]
    kind: Mapped[Key]  # type of the event, kind of the commitment
    known: Mapped[Key]


class Pair(Base):
    """An event that occurred between two states or bodies, by the first parts of their ids, ``one`` <= ``other``.

    It has all that a series of the pair needs, so that ten years are read in one stretch. ``sides`` are the parts
    of ``one`` and of ``other`` as in :class:`Party`, with a blank between them.
    """

    __tablename__ = "pairs"
    __table_args__ = (Index("ix_pairs_row", "dossier", "row"), {"sqlite_with_rowid": False})

    dossier: Mapped[DossierNo]
    one: Mapped[RowId]
    other: Mapped[RowId]
    day: Mapped[RowId]
    row: Mapped[RowId]
    known: Mapped[Key]
    event: Mapped[Key]
    mode: Mapped[Key | None]
    score: Mapped[float]
    families: Mapped[int]
    sides: Mapped[Key]
    text: Mapped[Said]


class DayCount(Base):
    """How many events that became known on one day occurred on another: what series are held against."""

    __tablename__ = "day_counts"
    __table_args__ = ({"sqlite_with_rowid": False},)

    dossier: Mapped[DossierNo]
    day: Mapped[RowId]
    known: Mapped[RowId]
    events: Mapped[int]


class Sketch(Base):
    """What a placed report is compared by: ``digest`` of its words, ``shingles`` as packed numbers.

    ``made`` names the rules by which it was made; reports placed by other rules are placed anew.
    """

    __tablename__ = "sketches"
    __table_args__ = (Index("ix_sketches_digest", "dossier", "digest"),)

    dossier: Mapped[DossierNo]
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"), primary_key=True)
    made: Mapped[Key]
    digest: Mapped[Key]
    shingles: Mapped[bytes] = mapped_column(LargeBinary)


class Shingle(Base):
    """The first reports of the first families that use a shingle, in canonical order; the last makes it a form's."""

    __tablename__ = "shingles"
    __table_args__ = ({"sqlite_with_rowid": False},)

    dossier: Mapped[DossierNo]
    shingle: Mapped[int] = mapped_column(Number, primary_key=True)
    report: Mapped[int] = mapped_column(Number, ForeignKey("reports.no"), primary_key=True)


class Watch(Base):
    """Which commitments a new row may bear on: by PLOVER type ('*' for commitments) and country of a party.

    Only what becomes known from ``known`` to ``closed`` can: from when the commitment was made to its final state.
    """

    __tablename__ = "watches"
    __table_args__ = (Index("ix_watches_commitment", "dossier", "commitment"), {"sqlite_with_rowid": False})

    dossier: Mapped[DossierNo]
    type: Mapped[RowId]
    root: Mapped[RowId]
    commitment: Mapped[RowId]
    known: Mapped[Key]
    closed: Mapped[Key]


class Actor(Base):
    """An actor over all reports: the name used most, when first and last seen, when it first spoke."""

    __tablename__ = "actors"
    __table_args__ = (
        Index("ix_actors_known", "dossier", "known", "id"),
        Index("ix_actors_spoke", "dossier", "spoke", "id"),
        Index("ix_actors_reports", "dossier", "reports", "id"),
    )

    dossier: Mapped[DossierNo]
    id: Mapped[RowId]
    name: Mapped[Said]
    kind: Mapped[Key]
    country: Mapped[Key | None]
    sector: Mapped[Key | None]
    known: Mapped[Key]
    last: Mapped[Key]
    spoke: Mapped[Key | None]
    reports: Mapped[int]
    statements: Mapped[int]
    body: Mapped[Any] = mapped_column(Json)


class Pending(Base):
    """A block that has changed and waits to be settled: 'families', 'events', 'commitments', 'states', 'actors'."""

    __tablename__ = "pending"

    dossier: Mapped[DossierNo]
    layer: Mapped[RowId]
    block: Mapped[RowId]
