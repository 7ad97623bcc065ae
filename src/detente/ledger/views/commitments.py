"""The ledger: demands, offers, threats and the like, latest first, filtered."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, and_, or_, select
from sqlalchemy.orm import aliased

from detente.ledger.schema import CodedCommitment, Commitment, StateChange
from detente.ledger.views.filters import LAST, Bounds, Filter, found_rows, of_party, own, place_column
from detente.ledger.views.merged import commitments_at
from detente.ledger.views.model import CommitmentView, Page, Query
from detente.ledger.views.moment import Moment, actor_named, checked_day, moment
from detente.ledger.views.paging import Column, cursor
from detente.ledger.views.search import Search


def ledger(connection: Connection, dossier: int, query: Query) -> Page[CommitmentView]:
    """A page of commitments, those that became known last first.

    Raises:
        UsageError: a day that is none, an actor that is not there, a search without a word.
    """
    at = moment(connection, dossier, query.as_of)
    for day, name in ((query.since, "--from"), (query.until, "--to")):
        if day:
            checked_day(day, name)
    bounds = Bounds(first=query.since, last=min(query.until or (LAST if query.since else at.known), at.known), after=query.after)
    search = Search(dossier=dossier, coded=CodedCommitment, query=query.text, known=at.known) if query.text else None
    filters = list(_filters(connection, dossier, query, at))
    every = own(Commitment, "known", dossier)
    found = found_rows(connection, filters, every, bounds, limit=query.limit, search=search)
    page = found[: query.limit]
    more = cursor(*page[-1]) if len(found) > query.limit else None
    views = commitments_at(connection, dossier, [row for _, row in page], at)
    return Page(rows=tuple(views), after=more, as_of=at.shown)


def _filters(connection: Connection, dossier: int, query: Query, at: Moment) -> Iterator[Filter]:
    for part, name, option in (("t", query.addressee, "--addressee"), ("", query.actor, "--actor")):
        if name:
            actor = actor_named(connection, dossier, name, option)
            yield of_party(dossier, "commitments", actor, part, query.kind)
    if query.state:
        yield _in_state(dossier, query.state, at)
    if query.kind:
        yield own(Commitment, "known", dossier, kind=query.kind)
    if query.place:
        yield own(Commitment, "known", dossier, **place_column(query.place))


def _in_state(dossier: int, state: str, at: Moment) -> Filter:
    """The commitment was in a state on the day."""

    def began(table: type[StateChange]) -> ColumnElement[bool]:
        return and_(or_(table.known <= at.day, table.step == 0), table.until > at.day)

    def holds(_day: Column, row: Column) -> ColumnElement[bool]:
        other = aliased(StateChange)
        then = select(other.commitment).where(other.dossier == dossier, other.commitment == row)
        return then.where(other.state == state, began(other)).exists()

    return Filter(
        day=StateChange.made,
        row=StateChange.commitment,
        known=StateChange.made,
        where=(StateChange.dossier == dossier, StateChange.state == state),
        further=(began(StateChange),),
        holds=holds,
    )
