"""Actors over all reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from detente.ledger.rows import UNDATED
from detente.ledger.schema import Actor, Appearance


def settle_actors(connection: Connection, dossier: int, blocks: Sequence[str]) -> None:
    """Make these actors, by id; an actor that no report names any more goes."""
    if not blocks:
        return
    query = select(Appearance).where(Appearance.dossier == dossier, Appearance.actor.in_(blocks))
    seen: dict[str, list[Any]] = {}
    for row in connection.execute(query.order_by(Appearance.known, Appearance.name)):
        seen.setdefault(row.actor, []).append(row)
    connection.execute(delete(Actor).where(Actor.dossier == dossier, Actor.id.in_(blocks)))
    if seen:
        rows = [columns_of(dossier, actor, found) for actor, found in sorted(seen.items())]
        connection.execute(insert(Actor), rows)


def columns_of(dossier: int, actor: str, seen: Sequence[Any]) -> dict[str, Any]:
    """The row of an actor from its appearances, by day."""
    names = Counter[str]()
    for row in seen:
        names[row.name] += max(1, row.mentions)
    most = max(names.values())
    first = min(seen, key=lambda row: (row.known, repr(row.body)))
    roles: dict[str, str] = {}
    for row in sorted(seen, key=lambda each: (each.known, each.role or "")):
        if row.role:
            roles.setdefault(row.role, row.known)
    return {
        "dossier": dossier,
        "id": actor,
        "name": min(name for name, count in names.items() if count == most),
        "kind": first.body["kind"],
        "country": first.body["country"],
        "sector": first.body["sector"],
        "known": seen[0].known,
        "last": max((row.known for row in seen if row.known != UNDATED), default=UNDATED),
        "spoke": min((row.known for row in seen if row.statements), default=None),
        "reports": len(seen),
        "statements": sum(row.statements for row in seen),
        "body": {
            "aliases": sorted({alias for row in seen for alias in (*row.body["aliases"], row.name)}),
            "roles": sorted(roles.items(), key=lambda item: (item[1], item[0])),
        },
    }
