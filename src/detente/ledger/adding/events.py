"""Which event rows tell one event."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from detente.ledger.adding.results import MergedEvent
from detente.ledger.rows import EventRow


def event_block(row: EventRow) -> str:
    """What rows must share to be one event: type, factuality and the countries of the parties."""
    parties = sorted({actor.partition("/")[0] for actor in (*row.actors, *row.recipients)})
    return f"{row.event}|{row.factuality}|{'+'.join(parties)}"


def merge_events(rows: Sequence[EventRow]) -> tuple[MergedEvent, ...]:
    """The events that the rows of one block tell."""
    clusters: dict[tuple[object, ...], list[EventRow]] = {}
    for row in sorted(rows, key=lambda each: each.order):
        clusters.setdefault((row.actors, row.recipients, row.date or row.published), []).append(row)
    return tuple(_merged(members) for members in clusters.values())


def _merged(rows: list[EventRow]) -> MergedEvent:
    first = rows[0]
    return MergedEvent(
        id="E-" + hashlib.sha256(first.id.encode()).hexdigest()[:20],
        members=tuple(row.id for row in rows),
        event=first.event,
        mode=first.mode,
        quad=first.quad,
        score=first.score,
        factuality=first.factuality,
        actors=first.actors,
        recipients=first.recipients,
        day=first.date or first.published,
        place=first.place,
        place_country=first.place_country,
        text=first.text,
        text_row=first.id,
    )
