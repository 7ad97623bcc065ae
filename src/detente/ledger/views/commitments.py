"""The ledger: demands, offers, threats and the like, latest first, filtered."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select

from detente.ledger.schema import CodedCommitment, Commitment, Party, StateChange
from detente.ledger.views.merged import commitments_at
from detente.ledger.views.model import CommitmentView, Page, Query
from detente.ledger.views.moment import Moment, actor_named, also_party, checked_day, in_place, moment
from detente.ledger.views.paging import Asked, Column, cursor, paged
from detente.ledger.views.search import sentences_with


def ledger(connection: Connection, dossier: int, query: Query) -> Page[CommitmentView]:
    """A page of commitments, those that became known last first.

    Raises:
        UsageError: a day that is none, an actor that is not there, a search without a word.
    """
    at = moment(connection, dossier, query.as_of)
    asked, day, row = _asked(connection, dossier, query, at)
    for end, name in ((query.since, "--from"), (query.until, "--to")):
        if end:
            checked_day(end, name)
    if query.since:
        asked = asked.where(day >= query.since)
    asked = asked.where(day <= min(query.until or at.known, at.known))
    found = connection.execute(paged(asked, day, row, after=query.after, limit=query.limit)).all()
    page = found[: query.limit]
    more = cursor(*page[-1]) if len(found) > query.limit else None
    views = commitments_at(connection, dossier, [each[1] for each in page], at)
    return Page(rows=tuple(views), after=more, as_of=at.shown)


def _asked(connection: Connection, dossier: int, query: Query, at: Moment) -> tuple[Asked, Column, Column]:
    """The commitments that are asked for, driven by the filter that leaves fewest, with what orders them."""
    parties = {
        name: actor_named(connection, dossier, wanted, f"--{name}")
        for name, wanted in (("addressee", query.addressee), ("actor", query.actor))
        if wanted
    }
    day: Column
    row: Column
    asked: Asked
    if parties:
        first = next(iter(parties.values()))
        day, row = Party.day, Party.row
        asked = select(day, row).where(
            Party.dossier == dossier, Party.layer == "commitments", Party.actor == first
        )
        if query.addressee:
            asked = asked.where(Party.parts.contains("t"))
        if query.kind:
            asked = asked.where(Party.kind == query.kind)
    elif query.state:
        day, row = StateChange.made, StateChange.commitment
        asked = select(day, row).where(StateChange.dossier == dossier, *_in_state(query.state, at))
    else:
        day, row = Commitment.known, Commitment.id
        asked = select(day, row).where(Commitment.dossier == dossier)
    asked = _narrowed(connection, dossier, query, asked, row)
    if len(parties) > 1:
        asked = asked.where(also_party(dossier, "commitments", parties["actor"]))
    if query.state and parties:
        states = select(StateChange.commitment).where(
            StateChange.dossier == dossier, StateChange.commitment == row, *_in_state(query.state, at)
        )
        asked = asked.where(states.exists())
    return asked, day, row


def _narrowed(connection: Connection, dossier: int, query: Query, asked: Asked, row: Column) -> Asked:
    """The same, with kind, place and text."""
    conditions: list[ColumnElement[bool]] = []
    if query.kind:
        conditions.append(Commitment.kind == query.kind)
    if query.place:
        conditions.append(in_place(Commitment, query.place))
    if conditions:
        if row is not Commitment.id:
            asked = asked.join(Commitment, (Commitment.dossier == dossier) & (Commitment.id == row))
        asked = asked.where(*conditions)
    if query.text:
        found = select(CodedCommitment.merged).where(
            CodedCommitment.dossier == dossier,
            CodedCommitment.sentence.in_(sentences_with(connection, query.text)),
        )
        asked = asked.where(row.in_(found))
    return asked


def _in_state(state: str, at: Moment) -> tuple[ColumnElement[bool], ...]:
    began = (StateChange.known <= at.day) | (StateChange.step == 0)
    return StateChange.state == state, began, StateChange.until > at.day
