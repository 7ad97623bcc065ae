"""Merged events of the blocks that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select

from detente.ledger.adding import MergedEvent, merge_events
from detente.ledger.coding import calendar_day
from detente.ledger.load import event_rows
from detente.ledger.review import links_of
from detente.ledger.rows import EventRow
from detente.ledger.schema import CodedEvent, Event
from detente.ledger.sentences import folded
from detente.ledger.settle.changes import assign, changed_rows, put_contradictions, put_parties, replace
from detente.ledger.settle.pairs import days_of, put_pairs, recount
from detente.ledger.settle.sources import counts
from detente.ledger.watchers import mark_watchers


def settle_events(connection: Connection, dossier: int, blocks: Sequence[str]) -> None:
    """Make the merged events of these blocks."""
    if not blocks:
        return
    rows = event_rows(connection, dossier, CodedEvent.block.in_(blocks))
    by_block: dict[str, list[EventRow]] = {}
    old = _assigned(connection, dossier, blocks)
    for row in rows:
        by_block.setdefault(old[row.id][0], []).append(row)
    same, different = links_of(connection, dossier)
    merged = {event.id: event for block in by_block.values() for event in merge_events(block, same, different)}
    known = {row.id: row for row in rows}
    wanted = {event.id: _columns(dossier, event, known, old) for event in merged.values()}
    ids = changed_rows(connection, Event, dossier, blocks, wanted)
    before = days_of(connection, dossier, [*ids[0], *ids[1]])
    replace(connection, Event, dossier, wanted, ids)
    recount(connection, dossier, before, days_of(connection, dossier, ids[0]))
    fresh = [merged[name] for name in ids[0]]
    parts = {event.id: _parts(event) for event in fresh}
    put_parties(connection, [_party(wanted[e.id]) for e in fresh], parts)
    put_pairs(connection, [wanted[e.id] for e in fresh], parts)
    put_contradictions(connection, dossier, "events", {e.id: e.contradictions for e in fresh})
    assign(
        connection,
        CodedEvent,
        dossier,
        {row: event.id for event in merged.values() for row in event.members},
        {row: to for row, (_, to) in old.items() if to},
    )
    mark_watchers(connection, dossier, [known[row] for e in fresh for row in e.members], ())


def _assigned(connection: Connection, dossier: int, blocks: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    query = select(CodedEvent.id, CodedEvent.block, CodedEvent.merged).where(
        CodedEvent.dossier == dossier, CodedEvent.block.in_(blocks)
    )
    return {row.id: (row.block, row.merged) for row in connection.execute(query)}


def _columns(
    dossier: int, event: MergedEvent, rows: dict[str, EventRow], old: dict[str, tuple[str, str | None]]
) -> dict[str, Any]:
    members = [rows[row] for row in event.members]
    first = members[0]
    return {
        "dossier": dossier,
        "id": event.id,
        "block": old[first.id][0],
        "known": first.known,
        "last": members[-1].known,
        "day": calendar_day(event.day) or first.known,
        "event": event.event,
        "mode": event.mode,
        "quad": event.quad,
        "score": event.score,
        "factuality": event.factuality,
        "place_key": folded(event.place) if event.place else None,
        "place_country": event.place_country,
        **counts(members),
        "text": event.text,
        "body": asdict(event),
    }


def _parts(event: MergedEvent) -> dict[str, tuple[str, ...]]:
    return {"a": event.actors, "r": event.recipients}


def _party(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("dossier", "id", "day", "known")} | {"layer": "events", "kind": row["event"]}
