"""Merged rows as they were known at a moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, select

from detente.ledger.adding import merge_commitments, merge_events
from detente.ledger.coding import calendar_day
from detente.ledger.load import chunks, commitment_rows, event_rows
from detente.ledger.review import links_of
from detente.ledger.rows import UNDATED, CommitmentRow, EventRow
from detente.ledger.schema import CodedCommitment, CodedEvent, Commitment, Contradiction, Event, StateChange
from detente.ledger.settle.sources import counts
from detente.ledger.views.citations import citations
from detente.ledger.views.model import Change, Citation, CommitmentView, EventView
from detente.ledger.views.moment import Moment, dated

Body = dict[str, Any]
_TOLD = ("known", "last", "reports", "families", "outlets")


def events_at(connection: Connection, dossier: int, ids: Sequence[str], at: Moment) -> list[EventView]:
    """These events as they were known then, in the order of the ids; those not known yet are left out."""
    rows = _stored(connection, dossier, Event, ids)
    links = links_of(connection, dossier)
    for row in rows.values():
        if row["last"] > at.known:
            members = event_rows(connection, dossier, CodedEvent.merged == row["id"], CodedEvent.known <= at.known)
            _as_then(row, members, merge_events(members, *links))
    rows = {name: row for name, row in rows.items() if row["reports"]}
    said = _said(connection, dossier, rows, at)
    cited = citations(connection, dossier, (row["body"]["text_row"] for row in rows.values()))
    return [_event(rows[name], said.get(name, ()), cited[rows[name]["body"]["text_row"]]) for name in ids if name in rows]


def commitments_at(connection: Connection, dossier: int, ids: Sequence[str], at: Moment) -> list[CommitmentView]:
    """These commitments as they were known then, with their states, in the order of the ids."""
    rows = _stored(connection, dossier, Commitment, ids)
    links = links_of(connection, dossier)
    for row in rows.values():
        if row["last"] > at.known:
            where = CodedCommitment.merged == row["id"], CodedCommitment.known <= at.known
            members = commitment_rows(connection, dossier, *where)
            _as_then(row, members, merge_commitments(members, *links))
    rows = {name: row for name, row in rows.items() if row["reports"]}
    said = _said(connection, dossier, rows, at)
    states = _states(connection, dossier, list(rows), at)
    cited = citations(connection, dossier, (row["body"]["act_row"] for row in rows.values()))
    linked = _linked(connection, dossier, [row["body"]["act_row"] for row in rows.values()])
    return [
        _commitment(
            rows[name],
            contradictions=said.get(name, ()),
            cited=cited[rows[name]["body"]["act_row"]],
            states=states[name],
            linked=linked[rows[name]["body"]["act_row"]],
        )
        for name in ids
        if name in rows
    ]


def _stored(connection: Connection, dossier: int, table: Any, ids: Sequence[str]) -> dict[str, Body]:
    found: dict[str, Body] = {}
    for some in chunks(list(dict.fromkeys(ids))):
        query = select(table).where(table.dossier == dossier, table.id.in_(some))
        found |= {row.id: row._asdict() for row in connection.execute(query)}
    return found


def _as_then(row: Body, members: Sequence[EventRow] | Sequence[CommitmentRow], merged: Sequence[Any]) -> None:
    """Put what the row was then in the place of what it is now; a row not known yet has no reports."""
    if not members:
        row["reports"] = 0
        return
    then = next((each for each in merged if each.id == row["id"]), merged[0])
    row["body"] = asdict(then) | {"id": row["id"]}
    row["last"] = members[-1].known
    row |= counts(members)
    if isinstance(members[0], EventRow):
        row["day"] = calendar_day(then.day) or members[0].known


def _said(
    connection: Connection, dossier: int, rows: Mapping[str, Body], at: Moment
) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for some in chunks(list(rows)):
        query = (
            select(Contradiction.row, Contradiction.says)
            .where(Contradiction.dossier == dossier, Contradiction.row.in_(some), Contradiction.known <= at.known)
            .order_by(Contradiction.row, Contradiction.step)
        )
        for row in connection.execute(query):
            found[row.row] = (*found.get(row.row, ()), row.says)
    return found


def _states(connection: Connection, dossier: int, ids: Sequence[str], at: Moment) -> dict[str, tuple[Change, ...]]:
    found: dict[str, tuple[Change, ...]] = {}
    for some in chunks(ids):
        query = (
            select(StateChange)
            .where(StateChange.dossier == dossier, StateChange.commitment.in_(some))
            .where((StateChange.known <= at.day) | (StateChange.step == 0))
            .order_by(StateChange.commitment, StateChange.step)
        )
        for row in connection.execute(query):
            change = Change(state=row.state, known=dated(row.known), row=row.row, why=row.why, rule=row.rule)
            found[row.commitment] = (*found.get(row.commitment, ()), change)
    unsettled = (Change(state="open", known=None, row=None, why="", rule=""),)
    return {name: found.get(name, unsettled) for name in ids}


def _linked(connection: Connection, dossier: int, rows: Sequence[str]) -> dict[str, Body]:
    """The merged events of act and condition of each commitment row."""
    acts: dict[str, Body] = {}
    for some in chunks(sorted(set(rows))):
        query = select(CodedCommitment.id, CodedCommitment.body).where(
            CodedCommitment.dossier == dossier, CodedCommitment.id.in_(some)
        )
        for row in connection.execute(query):
            acts[row.id] = {name: row.body[name] for name in ("act_event", "condition_event")}
    merged: dict[str, str | None] = {}
    for some in chunks(sorted({event for each in acts.values() for event in each.values() if event})):
        query = select(CodedEvent.id, CodedEvent.merged).where(CodedEvent.dossier == dossier, CodedEvent.id.in_(some))
        merged |= {row.id: row.merged for row in connection.execute(query)}
    return {row: {name: merged.get(event or "") for name, event in each.items()} for row, each in acts.items()}


def _told(row: Body, contradictions: Sequence[str], cited: Citation) -> Body:
    told = {name: row[name] for name in _TOLD}
    return told | {
        "id": row["id"],
        "known": dated(row["known"]),
        "last": dated(row["last"]),
        "contradictions": tuple(contradictions),
        "rows": tuple(row["body"]["members"]),
        "cited": cited,
    }


def _event(row: Body, contradictions: Sequence[str], cited: Citation) -> EventView:
    body = row["body"]
    return EventView(
        **_told(row, contradictions, cited),
        place=body["place"],
        place_country=body["place_country"],
        day=None if row["day"] == UNDATED else row["day"],
        event=body["event"],
        mode=body["mode"],
        quad=body["quad"],
        score=body["score"],
        factuality=body["factuality"],
        actors=tuple(body["actors"]),
        recipients=tuple(body["recipients"]),
        text=body["text"],
    )


def _commitment(
    row: Body,
    *,
    contradictions: Sequence[str],
    cited: Citation,
    states: tuple[Change, ...],
    linked: Body,
) -> CommitmentView:
    body = row["body"]
    names: Body = linked | {name: body[name] for name in (
        "kind", "holder", "act", "act_type", "condition", "polarity", "condition_type", "deadline", "certainty",
    )}  # fmt: skip
    return CommitmentView(
        **_told(row, contradictions, cited),
        **names,
        place=body.get("place", row["place_key"]),  # by its key alone where an older version wrote the row
        place_country=row["place_country"],
        voices=tuple(body["voices"]),
        addressees=tuple(body["addressees"]),
        firmness=tuple((member, how) for member, how in body["firmness"]),
        state=states[-1].state,
        states=states,
    )
