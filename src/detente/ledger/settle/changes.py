"""Bring the derived rows of a block to what they should be, touching only those that differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from detente.ledger.adding import Contradiction
from detente.ledger.load import chunks
from detente.ledger.schema import Contradiction as Stored
from detente.ledger.schema import Pair, Party
from detente.ledger.watchers import lineage

Values = dict[str, Any]


def changed_rows(
    connection: Connection, table: Any, dossier: int, blocks: Sequence[str], wanted: Mapping[str, Values]
) -> tuple[list[str], list[str]]:
    """Ids of the derived rows of these blocks that are to be written and to be dropped, in order."""
    query = select(table).where(table.dossier == dossier, table.block.in_(blocks))
    old = {row.id: row._mapping for row in connection.execute(query)}  # noqa: SLF001  public by name
    written = [name for name, row in wanted.items() if name not in old or not _same(row, old[name])]
    return sorted(written), sorted(old.keys() - wanted.keys())


def replace(
    connection: Connection, table: Any, dossier: int, wanted: Mapping[str, Values], ids: tuple[list[str], list[str]]
) -> None:
    """Write and drop the rows with these ids, and what hangs on them: parties, pairs and contradictions."""
    written, dropped = ids
    for some in chunks(sorted({*written, *dropped})):
        connection.execute(delete(table).where(table.dossier == dossier, table.id.in_(some)))
        for hung in (Party, Pair, Stored):
            connection.execute(delete(hung).where(hung.dossier == dossier, hung.row.in_(some)))
    if written:
        connection.execute(insert(table), [wanted[name] for name in written])


def assign(connection: Connection, table: Any, dossier: int, merged: Mapping[str, str], old: Mapping[str, str]) -> None:
    """Say of each row as read which merged row it belongs to, where that has changed."""
    rows = [{"row": row, "to": to} for row, to in sorted(merged.items()) if old.get(row) != to]
    if rows:
        query = update(table).where(table.dossier == dossier, table.id == bindparam("row"))
        connection.execute(query.values(merged=bindparam("to")), rows)


def put_parties(connection: Connection, rows: Iterable[Values], parts: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
    """Write who is a party to each row, by the letters of the parts, and each body they belong to."""
    out = []
    for row in rows:
        named: dict[str, set[str]] = {}
        for part, actors in parts[row["id"]].items():
            for actor in actors:
                for body in lineage(actor):
                    named.setdefault(body, set()).add(part)
        common = {key: row[key] for key in ("dossier", "layer", "day", "kind", "known")} | {"row": row["id"]}
        out += [common | {"actor": actor, "parts": "".join(sorted(held))} for actor, held in sorted(named.items())]
    if out:
        connection.execute(insert(Party), out)


def put_contradictions(
    connection: Connection, dossier: int, layer: str, found: Mapping[str, Sequence[Contradiction]]
) -> None:
    """Write what reports of a row say against one another."""
    rows = [
        {
            "dossier": dossier,
            "row": row,
            "step": step,
            "layer": layer,
            "field": each.field,
            "known": each.known,
            "says": each.says,
            "rows": each.rows,
        }
        for row, contradictions in sorted(found.items())
        for step, each in enumerate(contradictions)
    ]
    if rows:
        connection.execute(insert(Stored), rows)


def _same(new: Values, old: Mapping[Any, Any]) -> bool:
    return all(_plain(value) == _plain(old[name]) for name, value in new.items())


def _plain(value: Any) -> Any:
    """Tuples as the lists that they are once stored."""
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
