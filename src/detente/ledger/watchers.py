"""Which commitments a row may bear on, so that only their states are looked at again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from detente.ledger.pending import mark
from detente.ledger.rows import CommitmentRow, EventRow
from detente.ledger.schema import Watch

FOREVER = "~"  # sorts after every day
ANY = "*"  # the type under which commitments wait for other commitments


def root(actor: str) -> str:
    """The first part of an actor's id: the state, or the body that stands for itself.

    >>> root("RUS/GOV/sergei-lavrov")
    'RUS'
    """
    return actor.partition("/")[0]


def lineage(actor: str) -> list[str]:
    """An actor and each body that it belongs to.

    >>> lineage("RUS/GOV/sergei-lavrov")
    ['RUS', 'RUS/GOV', 'RUS/GOV/sergei-lavrov']
    """
    parts = actor.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def mark_watchers(
    connection: Connection, dossier: int, events: Iterable[EventRow], commitments: Iterable[CommitmentRow]
) -> None:
    """Mark the commitments whose state these rows may change: made before them, and in no final state yet."""
    wanted: dict[str, set[str]] = {}
    told: dict[str, list[str]] = {}
    for event in events:
        wanted.setdefault(event.event, set()).update(map(root, (*event.actors, *event.recipients)))
        told.setdefault(event.event, []).append(event.known)
    for row in commitments:
        wanted.setdefault(ANY, set()).update(map(root, (*filter(None, [row.holder]), *row.addressees)))
        told.setdefault(ANY, []).append(row.known)
    for kind, roots in sorted(wanted.items()):
        query = select(Watch.commitment).where(
            Watch.dossier == dossier, Watch.type == kind, Watch.root.in_(sorted(roots))
        )
        query = query.where(Watch.known <= max(told[kind]), Watch.closed >= min(told[kind]))
        mark(connection, dossier, "states", connection.scalars(query))
