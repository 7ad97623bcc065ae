"""Actors of a dossier: who they are, how often and since when they are named, when they first spoke."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select

from detente.ledger.rows import UNDATED
from detente.ledger.schema import Actor, Appearance
from detente.ledger.sentences import folded
from detente.ledger.settle.actors import columns_of
from detente.ledger.views.model import ActorView, Page, Query
from detente.ledger.views.moment import Moment, actor_named, dated, moment
from detente.ledger.views.paging import cursor, position


def actors(connection: Connection, dossier: int, query: Query) -> Page[ActorView]:
    """A page of actors, those named in most reports first.

    ``query.actor`` keeps an actor and those that belong to it, ``query.text`` those whose id or a name holds it,
    ``query.kind`` one kind.

    Raises:
        UsageError: a day that is none, an actor that is not there.
    """
    at = moment(connection, dossier, query.as_of)
    found = [row.actor for row in connection.execute(_asked(connection, dossier, query, at))]
    if query.text or query.kind:
        found = _kept(connection, dossier, found, query)
    page = found[: query.limit]
    rows = actors_at(connection, dossier, page, at)
    more = cursor(str(rows[-1].reports), rows[-1].id) if len(found) > query.limit else None
    return Page(rows=tuple(rows), after=more, as_of=at.shown)


def actors_at(connection: Connection, dossier: int, ids: Sequence[str], at: Moment) -> list[ActorView]:
    """These actors as they were known then, in the order of the ids."""
    if at.known == UNDATED:  # all that is known: as it was settled
        stored = select(Actor).where(Actor.dossier == dossier, Actor.id.in_(ids))
        rows = {row.id: row._asdict() for row in connection.execute(stored)}
        return [_view(rows[actor]) for actor in ids if actor in rows]
    query = select(Appearance).where(
        Appearance.dossier == dossier, Appearance.actor.in_(ids), Appearance.known <= at.known
    )
    seen: dict[str, list[object]] = {}
    for row in connection.execute(query.order_by(Appearance.known, Appearance.name)):
        seen.setdefault(row.actor, []).append(row)
    return [_view(columns_of(dossier, actor, seen[actor])) for actor in ids if actor in seen]


def _asked(connection: Connection, dossier: int, query: Query, at: Moment) -> Select[*tuple[Any, ...]]:
    """The ids of the actors, most named first, from the cursor on."""
    actor: Any
    reports: Any
    if at.known == UNDATED:
        actor, reports = Actor.id, Actor.reports
        asked = select(actor.label("actor")).where(Actor.dossier == dossier)
    else:
        actor, reports = Appearance.actor, func.count()
        asked = select(actor).where(Appearance.dossier == dossier, Appearance.known <= at.known).group_by(actor)
    if query.actor:
        top = actor_named(connection, dossier, query.actor)
        asked = asked.where(or_(actor == top, actor.startswith(f"{top}/", autoescape=True)))
    if query.after:
        count, last = position(query.after)
        later = or_(reports < int(count), and_(reports == int(count), actor > last))
        asked = asked.where(later) if at.known == UNDATED else asked.having(later)
    return asked.order_by(reports.desc(), actor)


def _kept(connection: Connection, dossier: int, ids: Sequence[str], query: Query) -> list[str]:
    wanted = folded(query.text or "")
    rows = connection.execute(select(Actor.id, Actor.kind, Actor.body).where(Actor.dossier == dossier))
    kept = {
        row.id
        for row in rows
        if (not query.kind or row.kind == query.kind)
        and any(wanted in folded(name) for name in (row.id, *row.body["aliases"]))
    }
    return [actor for actor in ids if actor in kept]


def _view(row: dict[str, Any]) -> ActorView:
    values = {name: row[name] for name in ("id", "name", "kind", "country", "sector", "reports", "statements")}
    values |= {name: dated(row[name]) for name in ("known", "last", "spoke")}
    body = row["body"]
    return ActorView(**values, roles=tuple(role for role, _ in body["roles"]), aliases=tuple(body["aliases"]))
