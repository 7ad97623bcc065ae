"""The timeline: what happened, or was said to happen, by day."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from detente.ledger.schema import CodedEvent, Event
from detente.ledger.views.filters import LAST, Bounds, Filter, found_rows, of_party, own, place_column
from detente.ledger.views.merged import events_at
from detente.ledger.views.model import EventView, Page, Query
from detente.ledger.views.moment import actor_named, checked_day, moment
from detente.ledger.views.paging import cursor
from detente.ledger.views.search import Search


def timeline(connection: Connection, dossier: int, query: Query) -> Page[EventView]:
    """A page of events, the last day first.

    ``query.addressee`` asks for the recipients, ``query.kind`` for a PLOVER type, ``query.factuality`` for events
    that occurred, are expected, and so on. An event without a day of its own stands on the day of its first report.

    Raises:
        UsageError: a day that is none, an actor that is not there, a search without a word.
    """
    at = moment(connection, dossier, query.as_of)
    for day, name in ((query.since, "--from"), (query.until, "--to")):
        if day:
            checked_day(day, name)
    bounds = Bounds(
        first=query.since,
        last=f"{query.until}~" if query.until else LAST if query.since else None,
        known=at.known if query.as_of else None,
        after=query.after,
    )
    search = Search(dossier=dossier, coded=CodedEvent, query=query.text, known=at.known) if query.text else None
    filters = list(_filters(connection, dossier, query))
    every = own(Event, "day", dossier)
    found = found_rows(connection, filters, every, bounds, limit=query.limit, search=search)
    page = found[: query.limit]
    more = cursor(*page[-1]) if len(found) > query.limit else None
    views = events_at(connection, dossier, [row for _, row in page], at)
    return Page(rows=tuple(views), after=more, as_of=at.shown)


def _filters(connection: Connection, dossier: int, query: Query) -> Iterator[Filter]:
    for part, name, option in (("r", query.addressee, "--addressee"), ("", query.actor, "--actor")):
        if name:
            actor = actor_named(connection, dossier, name, option)
            yield of_party(dossier, "events", actor, part, (query.kind or "").upper())
    if query.kind:
        yield own(Event, "day", dossier, event=query.kind.upper())
    if query.factuality:
        yield own(Event, "day", dossier, factuality=query.factuality)
    if query.place:
        yield own(Event, "day", dossier, **place_column(query.place))
