"""Reviews laid over a record, for exports: the same rows as :func:`applied` leaves, as a record holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from detente.ledger.flatten import FlatRecord
from detente.ledger.review.model import Value
from detente.records import Act, Commitment, Condition, Dated, Event, PlaceRef, Record, Statement

Fate = Mapping[str, Mapping[str, Value] | None]


def revised(record: Record, flat: FlatRecord, fate: Fate) -> Record:
    """The record with its rows corrected and its rejected rows left out; references to those are empty.

    Args:
        record: as read.
        flat: its rows, all of them, with the ids by which ``fate`` names them.
        fate: of :func:`detente.ledger.review.apply.verdicts`.
    """
    if not fate:
        return record
    ids = {row.local: row.id for rows in (flat.events, flat.statements, flat.commitments) for row in rows}
    gone = {local for local, name in ids.items() if fate.get(name, {}) is None}

    def changes(local: str) -> Mapping[str, Value]:
        return fate.get(ids[local]) or {}

    return replace(
        record,
        events=tuple(_event(row, changes(row.id), gone) for row in record.events if row.id not in gone),
        statements=tuple(_statement(row, changes(row.id)) for row in record.statements if row.id not in gone),
        commitments=tuple(_commitment(row, changes(row.id), gone) for row in record.commitments if row.id not in gone),
    )


def _event(row: Event, changes: Mapping[str, Value], gone: set[str]) -> Event:
    values: dict[str, Any] = {name: value for name, value in changes.items() if name not in {"date", "place", "place_country"}}
    if "date" in changes:
        values["date"] = _dated(changes["date"])
    if {"place", "place_country"} & set(changes):
        name = changes.get("place", row.place.name if row.place else None)
        country = changes.get("place_country", row.place.country if row.place else None)
        values["place"] = PlaceRef(name=str(name), country=cast("str | None", country)) if name else None
    if row.statement in gone:
        values["statement"] = None
    return replace(row, **values) if values else row


def _statement(row: Statement, changes: Mapping[str, Value]) -> Statement:
    values: dict[str, Any] = dict(changes)
    return replace(row, **values) if values else row


def _commitment(row: Commitment, changes: Mapping[str, Value], gone: set[str]) -> Commitment:
    values: dict[str, Any] = {name: value for name, value in changes.items() if name not in {"polarity", "deadline"}}
    if "deadline" in changes:
        values["deadline"] = _dated(changes["deadline"])
    condition = _condition(row.condition, changes, gone)
    act: Act = replace(row.act, event=None) if row.act.event in gone else row.act
    statement = None if row.statement in gone else row.statement
    return replace(row, condition=condition, act=act, statement=statement, **values)


def _condition(condition: Condition | None, changes: Mapping[str, Value], gone: set[str]) -> Condition | None:
    if condition is None:
        return None
    values: dict[str, Any] = {"event": None} if condition.event in gone else {}
    if changes.get("polarity"):
        values["polarity"] = changes["polarity"]
    return replace(condition, **values) if values else condition


def _dated(value: Value) -> Dated | None:
    return Dated(value=str(value)) if value else None
