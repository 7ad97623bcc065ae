"""The timeline: what happened, or was said to happen, by day."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, select

from detente.ledger.schema import CodedEvent, Event, Party
from detente.ledger.views.merged import events_at
from detente.ledger.views.model import EventView, Page, Query
from detente.ledger.views.moment import actor_named, also_party, checked_day, in_place, moment
from detente.ledger.views.paging import Asked, Column, cursor, paged
from detente.ledger.views.search import sentences_with


def timeline(connection: Connection, dossier: int, query: Query) -> Page[EventView]:
    """A page of events, the last day first.

    ``query.addressee`` asks for the recipients, ``query.kind`` for a PLOVER type, ``query.factuality`` for events
    that occurred, are expected, and so on. An event without a day of its own stands on the day of its first report.

    Raises:
        UsageError: a day that is none, an actor that is not there, a search without a word.
    """
    at = moment(connection, dossier, query.as_of)
    asked, day, row = _asked(connection, dossier, query)
    asked = _narrowed(connection, dossier, query, asked, row)
    if query.as_of and Event in {each["entity"] for each in asked.column_descriptions}:
        asked = asked.where(Event.known <= at.known)
    elif query.as_of:
        known = select(Event.id).where(Event.dossier == dossier, Event.id == row, Event.known <= at.known)
        asked = asked.where(known.exists())
    for end, name, condition in (
        (query.since, "--from", day >= (query.since or "")),
        (query.until, "--to", day < f"{query.until}~"),
    ):
        if end:
            checked_day(end, name)
            asked = asked.where(condition)
    found = connection.execute(paged(asked, day, row, after=query.after, limit=query.limit)).all()
    page = found[: query.limit]
    more = cursor(*page[-1]) if len(found) > query.limit else None
    views = events_at(connection, dossier, [each[1] for each in page], at)
    return Page(rows=tuple(views), after=more, as_of=at.shown)


def _asked(connection: Connection, dossier: int, query: Query) -> tuple[Asked, Column, Column]:
    wanted = [
        (part, actor_named(connection, dossier, name, option))
        for part, name, option in (("r", query.addressee, "--addressee"), ("", query.actor, "--actor"))
        if name
    ]
    if not wanted:
        return select(Event.day, Event.id).where(Event.dossier == dossier), Event.day, Event.id
    (part, actor), *others = wanted
    day, row = Party.day, Party.row
    asked: Asked = select(day, row).where(
        Party.dossier == dossier, Party.layer == "events", Party.parts.contains(part), Party.actor == actor
    )
    if query.kind:
        asked = asked.where(Party.kind == query.kind.upper())
    for part, actor in others:
        asked = asked.where(also_party(dossier, "events", actor, part))
    return asked, day, row


def _narrowed(connection: Connection, dossier: int, query: Query, asked: Asked, row: Column) -> Asked:
    conditions: list[ColumnElement[bool]] = []
    if query.kind:
        conditions.append(Event.event == query.kind.upper())
    if query.factuality:
        conditions.append(Event.factuality == query.factuality)
    if query.place:
        conditions.append(in_place(Event, query.place))
    if conditions:
        if row is not Event.id:
            asked = asked.join(Event, (Event.dossier == dossier) & (Event.id == row))
        asked = asked.where(*conditions)
    if query.text:
        found = select(CodedEvent.merged).where(
            CodedEvent.dossier == dossier, CodedEvent.sentence.in_(sentences_with(connection, query.text))
        )
        asked = asked.where(row.in_(found))
    return asked
