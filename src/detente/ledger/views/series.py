"""What series over time are made of: the events of a pair, and how much was reported each day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, Text, and_, func, literal, select, type_coerce
from sqlalchemy.orm import aliased

from detente.ledger.rows import UNDATED
from detente.ledger.schema import Commitment, DayCount, Pair, Party
from detente.ledger.views.merged import commitments_at
from detente.ledger.views.model import CommitmentView
from detente.ledger.views.moment import moment
from detente.ledger.watchers import root


class DyadEvent(NamedTuple):
    """An event between two parties that occurred; ``source`` is the one that acts, None where both do.

    A tuple, since there are tens of thousands of them in ten years.
    """

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
    query = _pairs(dossier, a, b).where(_between(Pair.day, since, until)).order_by(Pair.day, Pair.row)
    if at.known != UNDATED:
        query = query.where(Pair.known <= at.known)
    turned = root(a) > root(b)
    sources = {("a", "r"): a, ("r", "a"): b}
    for row, day, event, mode, score, words, families, sides, mine, yours in connection.execute(query).all():
        if sides:
            mine, yours = sides.split()[::-1] if turned else sides.split()  # noqa: PLW2901
        source = sources.get((mine, yours))
        if source or "a" in mine or "a" in yours:
            yield DyadEvent(row, day, event, mode, score, source, words, families)


def _pairs(dossier: int, a: str, b: str) -> Select[*tuple[Any, ...]]:
    """The events of two states; for bodies within them, those to which both are parties, with their parts."""
    one, other = sorted((root(a), root(b)))
    columns = (Pair.row, Pair.day, Pair.event, Pair.mode, Pair.score, Pair.text, Pair.families)
    where = (Pair.dossier == dossier, Pair.one == one, Pair.other == other)
    if {a, b} == {one, other}:
        return select(*columns, Pair.sides, literal(""), literal("")).where(*where)
    mine, yours = aliased(Party), aliased(Party)
    query = select(*columns, literal(""), mine.parts, yours.parts).where(*where)
    for party, name in ((mine, a), (yours, b)):
        same = (party.dossier == dossier, party.layer == "events", party.actor == name)
        query = query.join(party, and_(*same, party.day == Pair.day, party.row == Pair.row))
    return query


def reported(
    connection: Connection, dossier: int, since: str | None, until: str | None, as_of: str | None
) -> Mapping[str, int]:
    """How many events occurred each day, of all that were reported.

    Raises:
        UsageError: ``as_of`` is no day.
    """
    at = moment(connection, dossier, as_of)
    query = (
        select(DayCount.day, func.sum(DayCount.events).label("events"))
        .where(DayCount.dossier == dossier, DayCount.known <= at.known)
        .where(_between(DayCount.day, since, until))
        .group_by(DayCount.day)
        .order_by(DayCount.day)
    )
    return {row.day: int(row.events) for row in connection.execute(query)}


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


def _between(day: Any, since: str | None, until: str | None) -> Any:
    return (day >= (since or "")) & (day < f"{until or '~'}~")
