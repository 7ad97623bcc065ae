"""Reviews of a ledger, read back in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from detente.errors import UsageError
from detente.ledger.engine import reading
from detente.ledger.flatten import flatten
from detente.ledger.review.apply import Pairs, links
from detente.ledger.review.fields import FlatRow
from detente.ledger.review.model import Review, review_from
from detente.ledger.review.standing import rows_of
from detente.ledger.schema import CodedCommitment, CodedEvent, CodedStatement, Contradiction
from detente.ledger.schema import Report as ReportTable
from detente.ledger.schema import Review as Table
from detente.ledger.stored import record_of
from detente.records import Record

if TYPE_CHECKING:
    from detente.ledger.dossier import Dossier


def reviews_of_report(connection: Connection, dossier: int, report: int) -> tuple[Review, ...]:
    """The reviews of one report, by its number, in order of time."""
    return tuple(_read(connection, dossier, Table.report == report))


def reviews_of_row(connection: Connection, dossier: int, row: str) -> tuple[Review, ...]:
    """The reviews of one row, by its id, in order of time."""
    return tuple(_read(connection, dossier, Table.row == row))


def links_of(connection: Connection, dossier: int) -> tuple[Pairs, Pairs]:
    """The pairs of rows that the analysts of a dossier hold to be the same, and those that they hold to be different."""
    return links(_read(connection, dossier, Table.action.in_(["merge", "split"])))


def reviews(dossier: Dossier) -> tuple[Review, ...]:
    """All reviews of a dossier, in order of time."""
    with reading(dossier.engine) as connection:
        return tuple(_read(connection, dossier.number))


def contradicted(dossier: Dossier) -> dict[str, str]:
    """By id of a row as read: what contradicts it."""
    found: dict[str, str] = {}
    with reading(dossier.engine) as connection:
        query = select(Contradiction.says, Contradiction.rows).where(Contradiction.dossier == dossier.number)
        for says, rows in connection.execute(query.order_by(Contradiction.row, Contradiction.step)):
            for row in rows:
                found.setdefault(row, says)
    return found


def can_be_one(dossier: Dossier, rows: Iterable[str]) -> bool:
    """Whether rows could add up to one: all of a block, which shares type and parties."""
    wanted = sorted(set(rows))
    with reading(dossier.engine) as connection:
        found = [
            (table.__tablename__, block)
            for table in (CodedEvent, CodedCommitment)
            for block in connection.scalars(select(table.block).where(table.dossier == dossier.number, table.id.in_(wanted)))
        ]
    return len(found) == len(wanted) and len(set(found)) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AsRead:
    """A row as its report was last read, whatever reviews say, with the record that it stands in."""

    row: FlatRow
    record: Record


def rows_as_read(dossier: Dossier, row: str) -> tuple[AsRead, ...]:
    """The rows as read that an id (or the beginning of one) stands for: itself, or those that a merged row adds up.

    Raises:
        UsageError: there is no such row, or there are several.
    """
    with reading(dossier.engine) as connection:
        found = _named(connection, dossier.number, row)
        records = {report: record_of(connection, dossier.number, report) for report in sorted(set(found.values()))}
    flats = {report: flatten(record) for report, record in records.items()}
    rows: dict[str, FlatRow] = {}
    for flat in flats.values():
        rows |= {each.id: each for layer in rows_of(flat).values() for each in layer}
    known = tuple(AsRead(row=rows[name], record=records[report]) for name, report in found.items() if name in rows)
    if not known:
        raise UsageError(f"no row {row!r} in this dossier; 'detente review' lists those to look at")
    return known


def _named(connection: Connection, dossier: int, row: str) -> dict[str, int]:
    """Ids of rows as read and the numbers of their reports, by an id or the beginning of one."""
    exact: dict[str, int] = {}
    near: dict[str, dict[str, int]] = {}
    for query in _lookups(dossier, row):
        for found in connection.execute(query):
            near.setdefault(found.named, {})[found.row] = found.report
            if found.named == row:
                exact[found.row] = found.report
    if exact:
        return exact
    if len(near) > 1:
        raise UsageError(f"{row!r} could be {', '.join(sorted(near)[:4])}: give more of the id")
    return next(iter(near.values()), {})


def _lookups(dossier: int, row: str) -> Iterator[Any]:
    """Where an id may stand: rows as read, what they add up to, rows that were reviewed (and may be rejected)."""
    columns: list[tuple[Any, Any]] = [(table.id, table) for table in (CodedEvent, CodedStatement, CodedCommitment)]
    columns += [(table.merged, table) for table in (CodedEvent, CodedCommitment)]
    for named, table in columns:
        query = select(named.label("named"), table.id.label("row"), table.report)
        yield query.where(table.dossier == dossier, named >= row, named < f"{row}\U0010ffff").order_by(named, table.id)
    judged = select(Table.row.label("named"), Table.row, Table.report).where(Table.dossier == dossier, Table.report.is_not(None))
    yield judged.where(Table.row >= row, Table.row < f"{row}\U0010ffff").order_by(Table.row)


def _read(connection: Connection, dossier: int, *where: Any) -> list[Review]:
    query = (
        select(Table.row, ReportTable.id.label("report"), Table.action, Table.who, Table.at, Table.body)
        .outerjoin(ReportTable, ReportTable.no == Table.report)
        .where(Table.dossier == dossier, *where)
        .order_by(Table.at, Table.id)
    )
    return [review_from(row._asdict()) for row in connection.execute(query)]
