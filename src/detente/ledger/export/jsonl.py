"""A dossier as JSON Lines: whole, the same bytes for the same dossier, and read back without loss.

Lines of type ``record``, ``sighting`` and ``review`` are what is stored; those of type ``family``, ``event``,
``commitment`` and ``actor`` are what it adds up to, and are made anew when the file is read back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select
from sqlalchemy.orm import aliased

from detente.ledger.engine import reading
from detente.ledger.schema import Actor, Commitment, Event, Family, Report, StateChange
from detente.ledger.stored import held_records, reviews_of
from detente.records.encode import as_dict

if TYPE_CHECKING:
    from detente.ledger.dossier import Dossier

FORMAT = "detente/ledger/1"


def lines(dossier: Dossier) -> Iterator[str]:
    """The lines of a dossier, each with its line end, in an order that depends on what it holds alone."""
    yield _line("dossier", {"name": dossier.name, "format": FORMAT})
    with reading(dossier.engine) as connection:
        yield from _stored(connection, dossier.number)
        for kind, rows in _derived(connection, dossier.number):
            yield _line(kind, rows)


def _stored(connection: Connection, dossier: int) -> Iterator[str]:
    for held in held_records(connection, dossier):
        row = {"revision": held.revision, "current": held.current, "record": as_dict(held.record)}
        yield _line("record", row)
        if held.revision == 1:
            for sighting in held.sightings[1:]:
                yield _line("sighting", {"report": held.record.report.id, "sighting": sighting})
    for review in reviews_of(connection, dossier):
        yield _line("review", review)


def _derived(connection: Connection, dossier: int) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from (("family", row) for row in _families(connection, dossier))
    for kind, table in (("event", Event), ("commitment", Commitment), ("actor", Actor)):
        query = select(table).where(table.dossier == dossier).order_by(table.known, table.id)
        for found in connection.execute(query):
            row = found._asdict()
            del row["dossier"]
            row.pop("block", None)
            if kind == "commitment":
                row["states"] = _states(connection, dossier, row["id"])
            yield kind, row


def _families(connection: Connection, dossier: int) -> Iterator[dict[str, Any]]:
    head, later = aliased(Report), aliased(Report)
    query = (
        select(
            Report.id.label("report"),
            head.id.label("family"),
            Family.relation,
            later.id.label("superseded_by"),
            Family.containment,
        )
        .join(Family, Family.report == Report.no)
        .join(head, head.no == Family.family)
        .outerjoin(later, later.no == Family.superseded_by)
        .where(Family.dossier == dossier)
        .order_by(Report.id)
    )
    return (row._asdict() for row in connection.execute(query))


def _states(connection: Connection, dossier: int, commitment: str) -> list[dict[str, Any]]:
    query = (
        select(StateChange.state, StateChange.known, StateChange.row, StateChange.rule, StateChange.why)
        .where(StateChange.dossier == dossier, StateChange.commitment == commitment)
        .order_by(StateChange.step)
    )
    return [row._asdict() for row in connection.execute(query)]


def _line(kind: str, row: dict[str, Any]) -> str:
    """One line of ASCII, so that every string survives."""
    return json.dumps({"type": kind, **row}, separators=(",", ":")) + "\n"
