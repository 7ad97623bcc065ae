"""What series over time are made of: the events of a pair, and how much was reported each day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Text, func, select, type_coerce
from sqlalchemy.orm import aliased

from detente.ledger.rows import UNDATED
from detente.ledger.schema import Commitment, Event, Party
from detente.ledger.views.merged import commitments_at
from detente.ledger.views.model import CommitmentView
from detente.ledger.views.moment import Moment, moment


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadEvent:
    """An event between two parties that occurred; ``source`` is the one that acts, None where both do."""

    id: str
    day: str
    event: str
    mode: str | None
    score: float
    source: str | None
    text: str
    families: int


def dyad(
    connection: Connection, dossier: int, a: str, b: str, since: str | None, until: str | None, as_of: str | None
) -> Iterator[DyadEvent]:
    """The occurred events between two parties by day and id; 'RUS' holds for all that belongs to Russia.

    Raises:
        UsageError: ``as_of`` is no day.
    """
    at = moment(connection, dossier, as_of)
    first, second = aliased(Party), aliased(Party)
    query = (
        select(Event.id, Event.day, Event.event, Event.mode, Event.score, Event.text, Event.families)
        .add_columns(first.parts.label("a"), second.parts.label("b"))
        .join(first, first.dossier == Event.dossier)
        .join(second, (second.dossier == first.dossier) & (second.layer == "events") & (second.row == first.row))
        .where(Event.dossier == dossier, Event.factuality == "occurred", Event.known <= at.known)
        # The two rows are one; named so, no database opens the events of one party before it knows the other.
        .where(Event.id == func.coalesce(first.row, second.row))
        .where(first.dossier == dossier, first.layer == "events", first.actor == a)
        .where(second.dossier == dossier, second.actor == b, second.day == first.day)
        .where(_between(first.day, since, until))
        .order_by(Event.day, Event.id)
    )
    for row in connection.execute(query):
        source = {("a", "r"): a, ("r", "a"): b}.get((row.a, row.b))
        if source or "a" in row.a + row.b:
            yield DyadEvent(
                id=row.id,
                day=row.day,
                event=row.event,
                mode=row.mode,
                score=row.score,
                source=source,
                text=row.text,
                families=row.families,
            )


def reported(
    connection: Connection, dossier: int, since: str | None, until: str | None, as_of: str | None
) -> Mapping[str, int]:
    """How many events occurred each day, of all that were reported.

    Raises:
        UsageError: ``as_of`` is no day.
    """
    at = moment(connection, dossier, as_of)
    query = (
        select(Event.day, func.count().label("events"))
        .where(Event.dossier == dossier, Event.factuality == "occurred", *_known(at))
        .where(_between(Event.day, since, until))
        .group_by(Event.day)
        .order_by(Event.day)
    )
    return {row.day: row.events for row in connection.execute(query)}


def watched(
    connection: Connection, dossier: int, first: str, last: str, as_of: str | None
) -> list[CommitmentView]:
    """The commitments with a deadline from ``first`` to ``last``, both days included, or with a coded condition.

    Raises:
        UsageError: ``as_of`` is no day.
    """
    at = moment(connection, dossier, as_of)
    conditional = type_coerce(Commitment.body, Text).like('%"condition_type":"%')
    query = (
        select(Commitment.id)
        .where(Commitment.dossier == dossier, Commitment.known <= at.known)
        .where(((Commitment.deadline >= first) & (Commitment.deadline < f"{last}~")) | conditional)
        .order_by(Commitment.known, Commitment.id)
    )
    return commitments_at(connection, dossier, list(connection.scalars(query)), at)


def _known(at: Moment) -> list[Any]:
    """The bound on when it became known; none where all counts, so that the index alone gives the answer."""
    return [] if at.known == UNDATED else [Event.known <= at.known]


def _between(day: Any, since: str | None, until: str | None) -> Any:
    return (day >= (since or "")) & (day < f"{until or '~'}~")
