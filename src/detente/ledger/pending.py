"""Which blocks wait to be settled; a mark is set and taken off in the transaction of what it is about."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects import postgresql, sqlite

from detente.ledger.schema import Pending

LAYERS = ("families", "events", "commitments", "states", "actors")  # in the order in which they are settled


def mark(connection: Connection, dossier: int, layer: str, blocks: Iterable[str]) -> None:
    """Say that blocks of a layer have changed."""
    rows = [{"dossier": dossier, "layer": layer, "block": block} for block in sorted(set(blocks))]
    if rows:
        kind = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(kind.insert(Pending).on_conflict_do_nothing(), rows)


def waiting(connection: Connection, dossier: int, layer: str, limit: int | None = None) -> list[str]:
    """The blocks of a layer that wait, in order."""
    query = select(Pending.block).where(Pending.dossier == dossier, Pending.layer == layer).order_by(Pending.block)
    return list(connection.scalars(query.limit(limit) if limit else query))


def settled(connection: Connection, dossier: int, layer: str, blocks: Iterable[str]) -> None:
    """Take the marks off."""
    for block in blocks:
        connection.execute(
            delete(Pending).where(Pending.dossier == dossier, Pending.layer == layer, Pending.block == block)
        )


def how_many(connection: Connection, dossier: int) -> int:
    """How many blocks wait in all."""
    return connection.scalar(select(func.count()).where(Pending.dossier == dossier)) or 0
