"""Merged commitments of the blocks that changed, and what each waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from detente.ledger.adding import Contradiction, MergedCommitment, evidence_types, merge_commitments
from detente.ledger.coding import calendar_day
from detente.ledger.load import chunks, commitment_rows
from detente.ledger.pending import mark
from detente.ledger.review import links_of
from detente.ledger.rows import CommitmentRow
from detente.ledger.schema import CodedCommitment, Commitment, StateChange, Watch
from detente.ledger.sentences import folded
from detente.ledger.settle.changes import assign, changed_rows, put_contradictions, put_parties, replace
from detente.ledger.settle.sources import counts
from detente.ledger.watchers import ANY, FOREVER, root


def settle_commitments(connection: Connection, dossier: int, blocks: Sequence[str]) -> None:
    """Make the merged commitments of these blocks; their states are marked to be looked at."""
    if not blocks:
        return
    rows = commitment_rows(connection, dossier, CodedCommitment.block.in_(blocks))
    old = _assigned(connection, dossier, blocks)
    by_block: dict[str, list[CommitmentRow]] = {}
    for row in rows:
        by_block.setdefault(old[row.id][0], []).append(row)
    same, different = links_of(connection, dossier)
    merged = {each.id: each for block in by_block.values() for each in merge_commitments(block, same, different)}
    known = {row.id: row for row in rows}
    wanted = {each.id: _columns(dossier, each, known, old) for each in merged.values()}
    written, dropped = ids = changed_rows(connection, Commitment, dossier, blocks, wanted)
    replace(connection, Commitment, dossier, wanted, ids)
    _forget(connection, dossier, written, dropped)
    fresh = [merged[name] for name in written]
    put_parties(connection, [_party(wanted[each.id]) for each in fresh], {each.id: _parts(each) for each in fresh})
    put_contradictions(connection, dossier, "commitments", {each.id: each.contradictions for each in fresh})
    _put_watches(connection, dossier, fresh, wanted)
    assign(
        connection,
        CodedCommitment,
        dossier,
        {row: each.id for each in merged.values() for row in each.members},
        {row: to for row, (_, to) in old.items() if to},
    )
    mark(connection, dossier, "states", written)


def merged_commitment(body: dict[str, Any]) -> MergedCommitment:
    """The merged commitment that a stored body holds."""
    values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in body.items() if name != "place"}
    found = [Contradiction(**each | {"rows": tuple(each["rows"])}) for each in body["contradictions"]]
    values["contradictions"] = tuple(found)
    values["firmness"] = tuple((row, how) for row, how in body["firmness"])
    return MergedCommitment(**values)


def _assigned(connection: Connection, dossier: int, blocks: Sequence[str]) -> dict[str, tuple[str, str | None]]:
    query = select(CodedCommitment.id, CodedCommitment.block, CodedCommitment.merged).where(
        CodedCommitment.dossier == dossier, CodedCommitment.block.in_(blocks)
    )
    return {row.id: (row.block, row.merged) for row in connection.execute(query)}


def _columns(
    dossier: int, each: MergedCommitment, rows: dict[str, CommitmentRow], old: dict[str, tuple[str, str | None]]
) -> dict[str, Any]:
    members = [rows[row] for row in each.members]
    placed = next((row for row in members if row.place), None)
    return {
        "dossier": dossier,
        "id": each.id,
        "block": old[members[0].id][0],
        "known": members[0].known,
        "last": members[-1].known,
        "kind": each.kind,
        "holder": each.holder,
        "deadline": calendar_day(each.deadline),
        "place_key": folded(placed.place or "") if placed else None,
        "place_country": placed.place_country if placed else None,
        "certainty": each.certainty,
        **counts(members),
        "body": asdict(each) | {"place": placed.place if placed else None},
    }


def _parts(each: MergedCommitment) -> dict[str, tuple[str, ...]]:
    return {"h": (each.holder,) if each.holder else (), "t": each.addressees, "v": each.voices}


def _party(row: dict[str, Any]) -> dict[str, Any]:
    return {key: row[key] for key in ("dossier", "id", "kind", "known")} | {"layer": "commitments", "day": row["known"]}


def _forget(connection: Connection, dossier: int, written: Sequence[str], dropped: Sequence[str]) -> None:
    """Drop what hangs on rows that go or are written anew."""
    for some in chunks([*written, *dropped]):
        connection.execute(delete(Watch).where(Watch.dossier == dossier, Watch.commitment.in_(some)))
    for some in chunks(dropped):
        connection.execute(delete(StateChange).where(StateChange.dossier == dossier, StateChange.commitment.in_(some)))


def _put_watches(
    connection: Connection, dossier: int, fresh: Sequence[MergedCommitment], columns: dict[str, dict[str, Any]]
) -> None:
    rows = [
        {"dossier": dossier, "type": kind, "root": party, "commitment": each.id, "known": columns[each.id]["known"], "closed": FOREVER}
        for each in fresh
        for kind in sorted({*evidence_types(each), ANY})
        for party in sorted({root(actor) for actor in (*filter(None, [each.holder]), *each.addressees)})
    ]
    if rows:
        connection.execute(insert(Watch), rows)
