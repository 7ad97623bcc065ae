"""Rows as read, out of their tables, with the report and the family that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, select
from sqlalchemy.orm import aliased

from detente.ledger.rows import CommitmentRow, EventRow, StatementRow
from detente.ledger.schema import CodedCommitment, CodedEvent, CodedStatement, Family, Report

Read = TypeVar("Read", EventRow, StatementRow, CommitmentRow)
Value = TypeVar("Value")
CHUNK = 400  # parameters of one query; SQLite and the drivers allow many more, plans stay good with few
_LISTS = frozenset({"contexts", "actors", "recipients", "addressees"})


def event_rows(connection: Connection, dossier: int, *where: ColumnElement[bool]) -> list[EventRow]:
    """The event rows that meet the conditions, in canonical order."""
    return _rows(connection, CodedEvent, EventRow, dossier, where)


def statement_rows(connection: Connection, dossier: int, *where: ColumnElement[bool]) -> list[StatementRow]:
    """The statement rows that meet the conditions, in canonical order."""
    return _rows(connection, CodedStatement, StatementRow, dossier, where)


def commitment_rows(connection: Connection, dossier: int, *where: ColumnElement[bool]) -> list[CommitmentRow]:
    """The commitment rows that meet the conditions, in canonical order."""
    return _rows(connection, CodedCommitment, CommitmentRow, dossier, where)


def chunks(values: Sequence[Value]) -> list[Sequence[Value]]:
    """The values in stretches that one query may take."""
    return [values[start : start + CHUNK] for start in range(0, len(values), CHUNK)]


def _rows(
    connection: Connection, table: Any, kind: type[Read], dossier: int, where: Sequence[ColumnElement[bool]]
) -> list[Read]:
    head = aliased(Report)
    query = (
        select(
            *(table.id, table.local, table.start, table.end, table.text, table.rule, table.body),
            *(Report.id.label("report"), Report.published, Report.outlet, head.id.label("family")),
        )
        .join(Report, Report.no == table.report)
        .outerjoin(Family, (Family.dossier == table.dossier) & (Family.report == table.report))
        .outerjoin(head, head.no == Family.family)
        .where(table.dossier == dossier, *where)
    )
    return sorted((_row(found, kind) for found in connection.execute(query)), key=lambda row: row.order)


def _row(found: Row[Any], kind: type[Read]) -> Read:
    values: dict[str, Any] = found._asdict()
    body = values.pop("body")
    values["family"] = values["family"] or values["report"]
    values |= {name: tuple(value) if name in _LISTS else value for name, value in body.items()}
    return kind(**values)
