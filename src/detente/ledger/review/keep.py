"""Reviews into a ledger: each written once; the rows of their reports are made anew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from detente.ledger.coding import refresh
from detente.ledger.engine import writing
from detente.ledger.pending import mark
from detente.ledger.review.model import Review
from detente.ledger.schema import Report as ReportTable
from detente.ledger.schema import Review as Table

if TYPE_CHECKING:
    from detente.ledger.dossier import Dossier


def keep(dossier: Dossier, made: Sequence[Review]) -> int:
    """Write reviews and make the rows of their reports anew; how many were new.

    What the rows add up to waits to be settled, as after an ``add``: :func:`detente.ingest.finish` does it.

    Raises:
        LedgerError: the database fails; either all is kept or nothing.
    """
    with writing(dossier.engine) as connection:
        fresh = [review for review in dict.fromkeys(made) if not _known(connection, dossier.number, review)]
        touched = {_put(connection, dossier.number, review) for review in fresh}
        mark(connection, dossier.number, "states", (review.row for review in fresh if review.report is None))
        for report in sorted(number for number in touched if number is not None):
            refresh(connection, dossier.number, report)
    return len(fresh)


def _put(connection: Connection, dossier: int, review: Review) -> int | None:
    """The number of the report that the review is of."""
    report = _number(connection, review.report)
    values: dict[str, Any] = review.values() | {"dossier": dossier, "report": report}
    connection.execute(insert(Table).values(values))
    return report


def _known(connection: Connection, dossier: int, review: Review) -> bool:
    return connection.scalar(select(Table.id).where(Table.dossier == dossier, Table.id == review.id)) is not None


def _number(connection: Connection, report: str | None) -> int | None:
    return connection.scalar(select(ReportTable.no).where(ReportTable.id == report)) if report else None
