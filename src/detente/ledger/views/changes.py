"""What is new since a day: the brief that an analyst sends each morning."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from detente.errors import UsageError
from detente.ledger.rows import UNDATED
from detente.ledger.schema import (
    Actor,
    CodedCommitment,
    Commitment,
    Contradiction,
    Event,
    Reading,
    StateChange,
)
from detente.ledger.views.actors import actors_at
from detente.ledger.views.merged import commitments_at, events_at
from detente.ledger.views.model import Changes, CommitmentView
from detente.ledger.views.moment import Moment, checked_day, moment

SOON = 3  # days: a deadline within 72 hours
STANDING = frozenset({"open", "partly met", "triggered"})  # states in which a deadline still matters
MOST = 200  # rows of one part; a brief is read, not searched


def changes(
    connection: Connection, dossier: int, since: str, as_of: str | None = None, *, soon: int = SOON
) -> Changes:
    """All that became known from ``since`` to ``as_of``, both included, at most 200 rows a part.

    Args:
        connection: to the ledger.
        dossier: by number.
        since: the first day.
        as_of: the last day; by default that of the dossier's last report.
        soon: deadlines count up to so many days after the last day.

    Raises:
        UsageError: a day that is none, or a first day after the last.
    """
    checked_day(since, "--since")
    at = moment(connection, dossier, as_of)
    if since > at.day:
        raise UsageError(f"{since} is after {at.day}, the last day asked for or reported", where="--since")
    new = commitments_at(connection, dossier, _new(connection, dossier, since, at), at)
    return Changes(
        since=since,
        as_of=at.shown,
        reports=_reports(connection, dossier, since, at),
        commitments=tuple(new),
        repeated=tuple(commitments_at(connection, dossier, _repeated(connection, dossier, since, at), at)),
        states=tuple(commitments_at(connection, dossier, _moved(connection, dossier, since, at), at)),
        deadlines=tuple(_near(connection, dossier, at, soon)),
        contradictions=tuple(_contradictions(connection, dossier, since, at)),
        events=tuple(events_at(connection, dossier, _events(connection, dossier, since, at), at)),
        voices=tuple(actors_at(connection, dossier, _voices(connection, dossier, since, at), at)),
    )


def _reports(connection: Connection, dossier: int, since: str, at: Moment) -> int:
    query = select(func.count()).where(
        Reading.dossier == dossier, Reading.revision == 1, Reading.known >= since, Reading.known <= at.day
    )
    return connection.scalar(query) or 0


def _new(connection: Connection, dossier: int, since: str, at: Moment) -> list[str]:
    query = (
        select(Commitment.id)
        .where(Commitment.dossier == dossier, Commitment.known >= since, Commitment.known <= at.day)
        .order_by(Commitment.known, Commitment.id)
    )
    return list(connection.scalars(query.limit(MOST)))


def _repeated(connection: Connection, dossier: int, since: str, at: Moment) -> list[str]:
    """Commitments known before that were told again."""
    told = select(CodedCommitment.merged).where(
        CodedCommitment.dossier == dossier, CodedCommitment.known >= since, CodedCommitment.known <= at.day
    )
    query = (
        select(Commitment.id)
        .where(Commitment.dossier == dossier, Commitment.id.in_(told), Commitment.known < since)
        .order_by(Commitment.id)
    )
    return list(connection.scalars(query.limit(MOST)))


def _moved(connection: Connection, dossier: int, since: str, at: Moment) -> list[str]:
    query = (
        select(StateChange.commitment, func.max(StateChange.known).label("known"))
        .where(StateChange.dossier == dossier, StateChange.step > 0)
        .where(StateChange.known >= since, StateChange.known <= at.day)
        .group_by(StateChange.commitment)
        .order_by("known", StateChange.commitment)
    )
    return list(connection.scalars(query.limit(MOST)))


def _near(connection: Connection, dossier: int, at: Moment, soon: int) -> Iterable[CommitmentView]:
    if at.day == UNDATED:
        return []
    last = (date.fromisoformat(at.day) + timedelta(days=soon)).isoformat()
    query = (
        select(Commitment.id)
        .where(Commitment.dossier == dossier, Commitment.deadline >= at.day, Commitment.deadline <= last)
        .where(Commitment.known <= at.known)
        .order_by(Commitment.deadline, Commitment.id)
    )
    found = commitments_at(connection, dossier, list(connection.scalars(query.limit(MOST))), at)
    return (each for each in found if each.state in STANDING)


def _contradictions(connection: Connection, dossier: int, since: str, at: Moment) -> list[tuple[str, str, str]]:
    query = (
        select(Contradiction.row, Contradiction.layer, Contradiction.says)
        .where(Contradiction.dossier == dossier, Contradiction.known >= since, Contradiction.known <= at.day)
        .order_by(Contradiction.known, Contradiction.row, Contradiction.step)
    )
    return [(row.row, row.layer, row.says) for row in connection.execute(query.limit(MOST))]


def _events(connection: Connection, dossier: int, since: str, at: Moment) -> list[str]:
    query = (
        select(Event.id)
        .where(Event.dossier == dossier, Event.known >= since, Event.known <= at.day)
        .where(Event.factuality == "occurred")
        .order_by(Event.known, Event.id)
    )
    return list(connection.scalars(query.limit(MOST)))


def _voices(connection: Connection, dossier: int, since: str, at: Moment) -> list[str]:
    query = (
        select(Actor.id)
        .where(Actor.dossier == dossier, Actor.spoke >= since, Actor.spoke <= at.day)
        .order_by(Actor.spoke, Actor.id)
    )
    return list(connection.scalars(query.limit(MOST)))
