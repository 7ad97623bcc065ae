"""One row: what it is, every report of it, why, and what analysts did to it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from detente.errors import UsageError
from detente.ledger.schema import (
    Actor,
    CodedCommitment,
    CodedEvent,
    CodedStatement,
    Commitment,
    Event,
    Review,
)
from detente.ledger.views.actors import actors_at
from detente.ledger.views.citations import in_full
from detente.ledger.views.merged import commitments_at, events_at
from detente.ledger.views.model import ActorView, CommitmentView, EventView, RowView
from detente.ledger.views.moment import moment

_TABLES: tuple[Any, ...] = (Event, Commitment, CodedEvent, CodedCommitment, CodedStatement, Actor)
_SPOKEN = 20  # statements of an actor that are shown


def show(connection: Connection, dossier: int, row: str, as_of: str | None = None) -> RowView:
    """A row by its id or the beginning of it: merged or as read, or an actor.

    Raises:
        UsageError: there is none, or there are several that begin so.
    """
    at = moment(connection, dossier, as_of)
    table, name = _found(connection, dossier, row)
    view: EventView | CommitmentView | ActorView | None = None
    merged = name
    if table in {CodedEvent, CodedCommitment}:
        merged = connection.scalar(select(table.merged).where(table.dossier == dossier, table.id == name)) or name
    if table in {Event, CodedEvent}:
        view = next(iter(events_at(connection, dossier, [merged], at)), None)
    elif table in {Commitment, CodedCommitment}:
        view = next(iter(commitments_at(connection, dossier, [merged], at)), None)
    elif table is Actor:
        view = next(iter(actors_at(connection, dossier, [name], at)), None)
    rows = _rows(connection, dossier, view, name, at.known)
    return RowView(
        id=name if view is None else view.id,
        layer=_layer(table),
        row=view,
        citations=tuple(in_full(connection, dossier, rows)),
        reviews=_reviews(connection, dossier, {name, merged, *rows}),
    )


def _layer(table: Any) -> str:
    return str(table.__tablename__).removeprefix("coded_")


def _found(connection: Connection, dossier: int, row: str) -> tuple[Any, str]:
    near: list[tuple[Any, str]] = []
    for table in _TABLES:
        query = select(table.id).where(table.dossier == dossier, table.id >= row, table.id < f"{row}\U0010ffff")
        ids = list(connection.scalars(query.order_by(table.id).limit(4)))
        if row in ids:
            return table, row
        near += [(table, each) for each in ids]
    if not near:
        raise UsageError(f"no row {row!r} in this dossier; 'detente ledger' and 'detente timeline' show their ids")
    if len(near) > 1:
        raise UsageError(f"{row!r} could be {', '.join(each for _, each in near)}: give more of the id")
    return near[0]


def _rows(connection: Connection, dossier: int, view: object, name: str, known: str) -> list[str]:
    if isinstance(view, (EventView, CommitmentView)):
        return list(view.rows)
    if isinstance(view, ActorView):
        query = (
            select(CodedStatement.id)
            .where(CodedStatement.dossier == dossier, CodedStatement.speaker == name, CodedStatement.known <= known)
            .order_by(CodedStatement.known.desc(), CodedStatement.id)
        )
        return list(connection.scalars(query.limit(_SPOKEN)))
    return [name]


def _reviews(connection: Connection, dossier: int, rows: set[str]) -> tuple[dict[str, object], ...]:
    query = (
        select(Review.id, Review.row, Review.action, Review.who, Review.at, Review.body)
        .where(Review.dossier == dossier, Review.row.in_(sorted(rows)))
        .order_by(Review.at, Review.id)
    )
    return tuple(row._asdict() for row in connection.execute(query))
